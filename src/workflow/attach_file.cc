#include "workflow/attach_file.h"

#include <fmt/format.h>

#include "workflow/isolate_note.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {

// What the trail calls a file; an assembly has been a "genome" since the first release.
std::string word_for(const laboratory::FilePlace& place) {
  if (place.role == laboratory::FileRole::assembly) return "genome";
  return fmt::format("{} lane {}", laboratory::name_of(place.role), place.lane);
}

}  // namespace

Result<void> attach_file(UnitOfWork& work, const Isolate& isolate,
                         const laboratory::IsolateFile& file, const std::string& person,
                         Instant now) {
  KRES_TRY(work.blobs().add(file.blob));
  KRES_TRY(work.isolates().attach(isolate.id, file));
  return note(work, isolate, person, now,
              {"file.attached", word_for(file.place), file.blob.sha256});
}

Result<laboratory::Job> queue_analysis(UnitOfWork& work, const Isolate& isolate,
                                       const std::string& person, Instant now) {
  KRES_ASSIGN(auto job, work.jobs().add({.kind = std::string(laboratory::kAnalysisJob),
                                         .isolate = isolate.id,
                                         .accession = isolate.accession,
                                         .requested_by = person,
                                         .message = {},
                                         .created = now}));
  KRES_TRY(note(work, isolate, person, now,
                {"analysis.queued", fmt::format("job {}", job.id.value), {}}));
  return job;
}

}  // namespace kres::workflow

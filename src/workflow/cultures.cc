#include "workflow/cultures.h"

#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

namespace {

constexpr const char* kCultured = "isolate.cultured";

Result<void> may_be(const laboratory::Isolate& isolate, Date day, Date today) {
  if (isolate.sample != laboratory::SampleState::received)
    return fail(
        {.code = ErrorCode::conflict, .message = "culture.why.no_tube", .file = {}, .remedy = {}});
  if (day < isolate.received) return bad_input("culture.why.before_receipt");
  if (day > today) return bad_input("culture.why.future");
  return {};
}

}  // namespace

Result<std::optional<Date>> cultured_day(laboratory::UnitOfWork& work,
                                         const laboratory::Isolate& isolate) {
  KRES_ASSIGN(const auto events, work.audit().of(isolate.accession));
  std::optional<Date> day;
  for (const auto& event : events)
    if (event.entry.event == kCultured) day = Date::parse(event.entry.detail);
  return day;
}

Result<void> record_culture(const Services& services, const std::string& accession, Date day,
                            const laboratory::Person& person) {
  KRES_ASSIGN(const auto work, services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  KRES_TRY(may_be(isolate, day, services.clock.today()));
  KRES_ASSIGN(const auto known, cultured_day(*work, isolate));
  if (known == day) return {};
  KRES_TRY(note(*work, isolate, person.username, services.clock.now(),
                {.event = kCultured, .detail = day.iso(), .digest = {}}));
  return work->commit();
}

}  // namespace kres::workflow

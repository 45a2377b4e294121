#include "app/analyse_folder.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include <fmt/format.h>

#include "app/analysis_view.h"
#include "app/stop_signals.h"
#include "app/version.h"
#include "batch/find_inputs.h"
#include "batch/output_names.h"
#include "batch/progress.h"
#include "batch/run.h"
#include "sequence/assembly.h"

namespace kres::app {

namespace {

constexpr int kStoppedBySignal = 130;

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Progress on stderr: one line that is rewritten on a terminal, otherwise a line now and then.
class ProgressLine {
 public:
  explicit ProgressLine(std::size_t total) : progress_{.total = total} {}

  void add(bool failed) {
    ++progress_.finished;
    progress_.failed += failed ? 1 : 0;
    const double now = seconds_now();
    const bool last = progress_.finished == progress_.total;
    if (!last && now - shown_ < (terminal_ ? 0.2 : 10)) return;
    shown_ = now;
    progress_.seconds = now - start_;
    const auto text = batch::progress_text(progress_);
    fmt::print(stderr, "{}{}{}", terminal_ ? "\r\033[K" : "kres: ", text,
               terminal_ && !last ? "" : "\n");
    std::fflush(stderr);
  }

 private:
  batch::Progress progress_;
  bool terminal_ = ::isatty(STDERR_FILENO) == 1;
  double start_ = seconds_now(), shown_ = start_;
};

batch::Job job_of(const FolderAnalysis& options, const Analyser& analyser,
                  batch::FoundInputs inputs) {
  const auto& reference = analyser.reference();
  batch::Job job{.files = std::move(inputs.files),
                 .identity = {.software = std::string(kSoftware),
                              .reference_digest = reference.manifest().digest,
                              .settings_digest = reference.settings().digest,
                              .stated_species = options.species},
                 .threads = options.threads,
                 .again = options.again};
  job.names = batch::output_names(job.files);
  return job;
}

batch::Hooks hooks_of(const FolderAnalysis& options, const Analyser& analyser,
                      const AnalysisView& view, ProgressLine& progress) {
  return {.read = [](const Path& file) { return sequence::read_assembly_file(file); },
          .analyse =
              [&](std::string_view bytes, const Path& file) {
                return analyser.analyse(bytes, file.string(), options.species, 1);
              },
          .view = [&](const genome::GenomeResult& result) { return view.lines(result); },
          .finished =
              [&](const batch::Outcome& outcome) {
                fmt::print("{}", batch::printed_line(outcome));
                std::fflush(stdout);
                progress.add(outcome.status == batch::Status::failed);
              },
          .stop = stop_was_asked,
          .clock = seconds_now};
}

int conclude(const FolderAnalysis& options, const batch::Totals& totals, std::size_t all) {
  if (totals.stopped) {
    fmt::print(stderr,
               "\nkres: stopped after {} of {} genomes; what is done stays in {}, the same command "
               "goes on from there\n",
               totals.finished(), all, options.output);
    return kStoppedBySignal;
  }
  fmt::print(stderr,
             "kres: {} analysed, {} kept from before, {} failed, {} with warnings; see "
             "{}/summary.tsv{}\n",
             totals.done, totals.kept, totals.failed, totals.warned, options.output,
             totals.failed > 0 ? " and errors.tsv" : "");
  if (totals.failed == all) return 2;
  return totals.failed > 0 || totals.warned > 0 ? 1 : 0;
}

}  // namespace

Result<int> analyse_folder(const FolderAnalysis& options, const Analyser& analyser) {
  KRES_ASSIGN(auto inputs, batch::find_inputs(options.inputs));
  if (inputs.ignored > 0)
    fmt::print(stderr, "kres: {} files of other kinds passed over\n", inputs.ignored);
  const auto job = job_of(options, analyser, std::move(inputs));
  const AnalysisView view(options.format, analyser.reference().manifest());
  KRES_ASSIGN(auto folder, batch::ResultFolder::open(options.output, view.table(), view.header()));
  note_stop_signals();
  ProgressLine progress(job.files.size());
  KRES_ASSIGN(const auto totals,
              batch::run(job, folder, hooks_of(options, analyser, view, progress)));
  return conclude(options, totals, job.files.size());
}

}  // namespace kres::app

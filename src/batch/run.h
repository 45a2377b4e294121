// Analyses many genomes, each on its own, and keeps nothing of them but what is written.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "batch/finished_result.h"
#include "batch/outcome.h"
#include "batch/result_folder.h"

namespace kres::batch {

struct Job {
  std::vector<Path> files;
  std::vector<std::string> names;  // of the results, one per file
  Identity identity;
  int threads = 1;
  bool again = false;  // analyse also what is there already
};

// What a run needs from outside. read, analyse, view and stop are called from several threads at
// once, `finished` from one at a time and in the order of the files.
struct Hooks {
  std::function<Result<std::string>(const Path&)> read;
  std::function<Result<genome::GenomeResult>(std::string_view bytes, const Path&)> analyse;
  std::function<std::string(const genome::GenomeResult&)> view;  // for the further table
  std::function<void(const Outcome&)> finished;
  std::function<bool()> stop;     // asked before each genome
  std::function<double()> clock;  // seconds
};

struct Totals {
  std::size_t done = 0, kept = 0, failed = 0;
  std::size_t warned = 0;  // results with a warning
  bool stopped = false;    // by `stop`, before the last genome
  std::size_t finished() const { return done + kept + failed; }
};

// A genome that cannot be read or analysed is an outcome, not an error. Fails only if the folder
// cannot be written to; what was finished until then is kept. The tables appear only if every
// genome was tried.
Result<Totals> run(const Job& job, ResultFolder& folder, const Hooks& hooks);

}  // namespace kres::batch

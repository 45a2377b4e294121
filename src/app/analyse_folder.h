// kres analyse --output-dir: many genomes into one folder, each on its own.
#pragma once

#include <string>
#include <vector>

#include "app/analyser.h"

namespace kres::app {

struct FolderAnalysis {
  std::vector<std::string> inputs;  // files and folders
  std::string output;               // folder of results
  std::string species;              // as stated; empty: found
  std::string format = "json";      // of the further table: "json" for none
  int threads = 1;
  bool again = false;
};

// The exit code: 0, 1 if a genome failed or a result has a warning, 2 if none worked, 130 if
// stopped by a signal.
Result<int> analyse_folder(const FolderAnalysis& options, const Analyser& analyser);

}  // namespace kres::app

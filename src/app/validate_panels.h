// Runs the validation panels on the reference set in use.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/analyser.h"
#include "validation/summary.h"

namespace kres::app {

struct PanelOptions {
  std::uint64_t seed = 1;
  std::size_t breaks = 10000;
  std::size_t random_sequences = 500;
  std::vector<std::string> genomes_without;  // assemblies that carry no critical gene
  int threads = 1;
  bool damage_panel = true, break_panel = true;
};

// The damage panel runs twice, the second time with another number of threads.
Result<validation::Outcomes> run_panels(const Analyser& analyser, const PanelOptions& options);

}  // namespace kres::app

#include "app/assemble_reads.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/progress.h"
#include "app/stop_signals.h"
#include "assembler/skesa.h"
#include "genome/comparison/compare.h"

namespace kres::app {

namespace {

std::vector<assembler::ReadRun> runs_of(const std::vector<genome::ReadLibrary>& libraries) {
  std::vector<assembler::ReadRun> runs;
  for (const auto& library : libraries)
    runs.push_back({.first = library.first,
                    .second = library.second.value_or(Path{}),
                    .interleaved = library.interleaved});
  return runs;
}

// Predictions follow from findings; a difference in them alone is no further one.
bool needs_person(const genome::Disagreement& difference) {
  return difference.reason != "assembly_cut" && difference.subject != "phenotype";
}

void warn(genome::GenomeResult& result) {
  const auto& differences = result.assembly_comparison->differences;
  const auto count = std::count_if(differences.begin(), differences.end(), needs_person);
  if (count > 0) result.warnings.push_back(fmt::format("assembly_differs:{}", count));
}

}  // namespace

Result<void> compare_with_assembly(const std::vector<genome::ReadLibrary>& libraries,
                                   const Analyser& analyser, const AssembleOptions& options,
                                   genome::GenomeResult& result) {
  note_stop_signals();
  print_step("assembling with SKESA");
  KRES_ASSIGN(const auto made, assembler::assemble_with_skesa(
                                   runs_of(libraries), {.threads = options.threads, .goes_on = [] {
                                                          return !stop_was_asked();
                                                        }}));
  print_step("analysing the assembly");
  const auto assembly = analyser.analyse(made.assembly, options.species, options.threads);
  auto comparison = genome::compare(result, assembly);
  result.assembly_comparison =
      genome::AssemblyComparison{.assembler = made.assembler,
                                 .quality = assembly.quality,
                                 .agreeing = comparison.agreeing,
                                 .differences = std::move(comparison.differences)};
  warn(result);
  return {};
}

}  // namespace kres::app

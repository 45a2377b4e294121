#include "validation/absence_panel.h"

#include <fmt/format.h>

#include "validation/seeded_random.h"

namespace kres::validation {

namespace {
constexpr const char* kNoFamily = "none";
}

Specimen random_specimen(std::uint64_t seed, std::uint64_t number) {
  constexpr std::uint64_t kStream = 1'000'000'000;  // apart from the streams of other panels
  SeededRandom random(seed, kStream + number);
  const double gc = 0.3 + 0.05 * static_cast<double>(random.below(9));
  Specimen specimen{.family = kNoFamily,
                    .case_name = "random",
                    .detail = fmt::format("sequence {}", number),
                    .contigs = {},
                    .expected = {.critical = kNoFamily}};
  for (int i = 1; i <= 4; ++i)
    specimen.contigs.push_back({fmt::format("contig_{}", i), "", random.bases(5000, gc), false});
  return specimen;
}

Specimen genome_without(const std::string& name, std::vector<sequence::ContigSequence> contigs) {
  return {.family = kNoFamily,
          .case_name = "genome",
          .detail = name,
          .contigs = std::move(contigs),
          .expected = {.critical = kNoFamily}};
}

}  // namespace kres::validation

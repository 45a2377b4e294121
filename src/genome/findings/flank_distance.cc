#include "genome/findings/flank_distance.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::genome {

namespace {

constexpr std::uint64_t kAdjacent = 60;        // bases between flanks that hold no gene
constexpr std::uint64_t kLeastInsertion = 40;  // bases; shorter ones tell strains apart

bool all_read(std::string_view bases) {
  return bases.find_first_not_of("ACGT") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> judge_gap(std::string_view between, std::uint64_t gene_length) {
  if (!all_read(between)) return std::nullopt;
  const std::uint64_t length = between.size();
  if (length <= kAdjacent && 2 * length < gene_length)
    return fmt::format("flanks_adjacent:{}", length);
  if (2 * length > 3 * gene_length) return fmt::format("replaced:{}", length);
  return std::nullopt;
}

std::optional<Displacement> find_displacement(std::string_view stretch, std::string_view flank) {
  if (stretch.size() < flank.size() + kLeastInsertion) return std::nullopt;
  const auto inserted = stretch.size() - flank.size();
  std::size_t matches = 0;  // with `before` bases of the flank left of the insertion
  for (std::size_t i = 0; i < flank.size(); ++i) matches += stretch[i + inserted] == flank[i];
  std::size_t most = matches, before = 0, slack = 0;
  for (std::size_t i = 0; i < flank.size(); ++i) {
    matches += stretch[i] == flank[i];
    matches -= stretch[i + inserted] == flank[i];
    if (matches < most) continue;
    slack = matches == most && before == i ? slack + 1 : 0;
    most = matches, before = i + 1;
  }
  const bool is_flank = 10 * most >= 9 * flank.size();
  if (!is_flank || before == 0 || !all_read(stretch.substr(before, inserted))) return std::nullopt;
  return Displacement{before, inserted, flank.size() - before, std::min(slack, before - 1)};
}

}  // namespace kres::genome

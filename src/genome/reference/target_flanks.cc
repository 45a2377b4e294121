#include "genome/reference/target_flanks.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

namespace {

constexpr std::size_t kShortest = 100, kLongest = 300;  // bases
constexpr long long kFarthest = 300;                    // bases

Result<TargetFlank> parse_row(const TsvRow& row, const std::string& name) {
  const auto distance = parse_int(row["distance"]);
  if (!distance || *distance < 0 || *distance > kFarthest)
    return bad_input(fmt::format("distance is not a number from 0 to {}", kFarthest), name,
                     row.line());
  if (row["side"] != "upstream" && row["side"] != "downstream")
    return bad_input(fmt::format("side '{}' is not upstream or downstream", row["side"]), name,
                     row.line());
  const auto bases = row["bases"];
  if (bases.size() < kShortest || bases.size() > kLongest ||
      bases.find_first_not_of("ACGT") != std::string_view::npos)
    return bad_input(fmt::format("bases are not {} to {} of A, C, G, T", kShortest, kLongest), name,
                     row.line());
  return TargetFlank{std::string(row["scope"]), std::string(row["gene"]), row["side"] == "upstream",
                     static_cast<std::uint32_t>(*distance), std::string(bases)};
}

}  // namespace

std::string TargetFlank::id() const {
  return fmt::format("kres:flank:{}:{}", gene, upstream ? "upstream" : "downstream");
}

Result<std::vector<TargetFlank>> parse_target_flanks(std::string_view text,
                                                     const std::string& name) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"scope", "gene", "side", "distance", "source", "bases"}));
  std::vector<TargetFlank> flanks;
  std::set<std::string> ids;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto flank, parse_row(row, name));
    if (!ids.insert(flank.id()).second)
      return bad_input(fmt::format("{} is there twice", flank.id()), name, row.line());
    flanks.push_back(std::move(flank));
  }
  return flanks;
}

std::vector<NewEntry> flank_entries(const std::vector<TargetFlank>& flanks) {
  std::vector<NewEntry> entries;
  for (const auto& flank : flanks)
    entries.push_back({.id = flank.id(),
                       .name = flank.id(),
                       .gene = "flank:" + flank.gene,
                       .kind = EntryKind::nucleotide_target,
                       .sequence = flank.bases});
  return entries;
}

}  // namespace kres::genome

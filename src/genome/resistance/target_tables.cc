#include "genome/resistance/target_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres::genome {

namespace {

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!trim(item).empty()) items.emplace_back(trim(item));
  return items;
}

constexpr int kMostResidues = 100'000;  // more than any protein has

// "ins:130-140:GD"
Result<KnownChange> parse_insertion(const std::string& text, const std::string& name,
                                    std::size_t line) {
  const auto parts = split(text, ':');
  const auto range = parts.size() == 3 ? split(parts[1], '-') : std::vector<std::string_view>{};
  const auto first = parse_int_within(range.empty() ? "" : range.front(), 1, kMostResidues),
             last = parse_int_within(range.empty() ? "" : range.back(), 1, kMostResidues);
  if (range.size() != 2 || !first || !last || *first > *last || parts[2].empty())
    return bad_input(fmt::format("'{}' is not ins:FIRST-LAST:RESIDUES", text), name, line);
  return KnownChange{.first = *first, .last = *last, .inserted = std::string(parts[2])};
}

}  // namespace

std::vector<int> codons_of(std::string_view change) {
  constexpr std::string_view kDigits = "0123456789";
  std::vector<int> codons;
  for (std::size_t at = change.find_first_of(kDigits); at != std::string_view::npos;
       at = change.find_first_of(kDigits, at)) {
    const std::size_t end = std::min(change.find_first_not_of(kDigits, at), change.size());
    if (const auto codon = parse_int_within(change.substr(at, end - at), 1, kMostResidues))
      codons.push_back(*codon);
    at = end;
  }
  return codons;
}

bool KnownChange::matches(std::string_view change) const {
  if (inserted.empty()) return change == text;
  const auto at = change.find("ins");
  if (at == std::string_view::npos) return false;
  const auto residues = change.substr(at + 3);
  const bool rotated = (inserted + inserted).find(residues) != std::string::npos;
  if (residues.size() != inserted.size() || !rotated) return false;
  const auto codons = codons_of(change);
  return !codons.empty() && codons.front() >= first && codons.front() <= last;
}

Result<std::vector<TargetRow>> parse_targets(std::string_view text, const std::string& name) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"scope", "gene", "role", "protein", "agents", "source"}));
  std::vector<TargetRow> targets;
  for (const auto& row : table.rows()) {
    const auto length = parse_int_within(row["protein"], 1, kMostResidues);
    if (!length) return bad_input("column protein is not a length in codons", name, row.line());
    if (row["role"] != "loss" && row["role"] != "residue")
      return bad_input(fmt::format("role '{}' is not loss or residue", row["role"]), name,
                       row.line());
    targets.push_back({std::string(row["scope"]), std::string(row["gene"]), row["role"] == "loss",
                       *length, list(row["agents"])});
  }
  return targets;
}

Result<std::vector<KnownChange>> parse_known_changes(std::string_view text,
                                                     const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"gene", "change", "agents", "source"}));
  std::vector<KnownChange> changes;
  for (const auto& row : table.rows())
    for (const auto& item : list(row["change"])) {
      KnownChange change{.text = item};
      if (item.starts_with("ins:")) {
        KRES_ASSIGN(change, parse_insertion(item, name, row.line()));
      } else if (codons_of(item).size() != 1) {
        return bad_input(fmt::format("'{}' is not a change such as S83I", item), name, row.line());
      }
      change.gene = row["gene"];
      change.agents = list(row["agents"]);
      changes.push_back(std::move(change));
    }
  return changes;
}

std::string unclassified_change(const std::vector<std::string>& changes,
                                const std::vector<std::string>& classified,
                                const std::vector<int>& positions) {
  for (const auto& change : changes) {
    if (std::find(classified.begin(), classified.end(), change) != classified.end()) continue;
    const auto touched = codons_of(change);
    const bool known = std::any_of(positions.begin(), positions.end(), [&](int position) {
      return !touched.empty() && position >= touched.front() && position <= touched.back();
    });
    if (known) return change;
  }
  return "";
}

}  // namespace kres::genome

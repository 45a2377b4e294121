#include "genome/findings/nucleotide_mutations.h"

#include <iterator>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres::genome {

namespace {

constexpr int kMostCopies = 30;  // of the ribosomal RNA; rrnDB knows of none above 21

// 1-based, on an entry that is a gene or an operon.
std::optional<int> position_of(std::string_view cell) {
  return parse_int_within(cell, 1, 10'000'000);
}

// "G2576T" of "23S_G2576T"
std::string change_of(std::string_view symbol) {
  const auto at = symbol.rfind('_');
  return std::string(at == std::string_view::npos ? symbol : symbol.substr(at + 1));
}

// "blaTEMp" of "blaTEMp_G162T": the promoter's name, where the gene is blaTEM.
std::string place_of(std::string_view symbol, std::string_view gene) {
  const auto at = symbol.rfind('_');
  return std::string(at == std::string_view::npos ? gene : symbol.substr(0, at));
}

// 2576 of "G2576T"; 0 of "T-32A", which counts from a start codon.
std::uint32_t number_in(const std::string& change) {
  const auto last = change.find_last_of("0123456789");
  const auto number =
      last == std::string::npos || last == 0 ? std::nullopt : position_of(change.substr(1, last));
  return static_cast<std::uint32_t>(number.value_or(0));
}

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!trim(item).empty()) items.emplace_back(trim(item));
  return items;
}

}  // namespace

Result<std::vector<NucleotideMutation>> parse_nucleotide_mutations(std::string_view text,
                                                                   const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"scope", "reference", "gene", "symbol", "position", "wild_type",
                               "mutant", "class", "subclass", "agents"}));
  std::vector<NucleotideMutation> mutations;
  for (const auto& row : table.rows()) {
    const auto position = position_of(row["position"]);
    if (!position)
      return bad_input(fmt::format("'{}' is not a position", row["position"]), name, row.line());
    NucleotideMutation mutation{.scope = std::string(row["scope"]),
                                .reference = std::string(row["reference"]),
                                .gene = std::string(row["gene"]),
                                .place = place_of(row["symbol"], row["gene"]),
                                .change = change_of(row["symbol"]),
                                .position = static_cast<std::uint32_t>(*position - 1),
                                .wild_type = std::string(row["wild_type"]),
                                .mutant = row["mutant"] == "del" ? "" : std::string(row["mutant"]),
                                .drug_class = to_lower(row["class"]),
                                .agents = list(row["agents"])};
    mutation.ecoli_position = number_in(mutation.change);
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

Result<std::vector<NucleotideMutation>> parse_ribosomal_positions(std::string_view text,
                                                                  const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"scope", "reference", "position", "ecoli_position",
                                                 "wild_type", "mutants", "agents", "evidence"}));
  std::vector<NucleotideMutation> mutations;
  for (const auto& row : table.rows()) {
    const auto position = position_of(row["position"]), ecoli = position_of(row["ecoli_position"]);
    if (!position || !ecoli)
      return bad_input("position and ecoli_position are not positions", name, row.line());
    for (const char mutant : row["mutants"])
      mutations.push_back({.scope = std::string(row["scope"]),
                           .reference = std::string(row["reference"]),
                           .gene = "23S",
                           .change = fmt::format("{}{}{}", row["wild_type"], *ecoli, mutant),
                           .position = static_cast<std::uint32_t>(*position - 1),
                           .ecoli_position = static_cast<std::uint32_t>(*ecoli),
                           .resists = row["evidence"] != "experimental",
                           .wild_type = std::string(row["wild_type"]),
                           .mutant = std::string(1, mutant),
                           .drug_class = "oxazolidinone",
                           .agents = list(row["agents"])});
  }
  return mutations;
}

std::vector<NucleotideMutation> joined(std::vector<NucleotideMutation> mutations,
                                       std::vector<NucleotideMutation> positions) {
  std::set<std::string> scopes;
  for (const auto& position : positions) scopes.insert(position.scope);
  std::erase_if(mutations, [&](const NucleotideMutation& mutation) {
    return mutation.gene.starts_with("23S") && scopes.count(mutation.scope) > 0;
  });
  mutations.insert(mutations.end(), std::make_move_iterator(positions.begin()),
                   std::make_move_iterator(positions.end()));
  return mutations;
}

Result<RibosomalCopyTable> RibosomalCopyTable::parse(std::string_view text,
                                                     const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"species", "fewest", "most", "source"}));
  RibosomalCopyTable copies;
  for (const auto& row : table.rows()) {
    const auto fewest = parse_int_within(row["fewest"], 1, kMostCopies),
               most = parse_int_within(row["most"], 1, kMostCopies);
    if (!fewest || !most || *most < *fewest)
      return bad_input("fewest and most are not numbers of copies", name, row.line());
    copies.rows_.push_back(
        {std::string(row["species"]),
         {static_cast<std::uint32_t>(*fewest), static_cast<std::uint32_t>(*most)}});
  }
  return copies;
}

RibosomalCopies RibosomalCopyTable::of(std::string_view species) const {
  for (const auto& row : rows_)
    if (glob_match(row.species, species)) return row.copies;
  return {};
}

}  // namespace kres::genome

#include "validation/panel_gene.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/tsv.h"
#include "sequence/nucleotides.h"

namespace kres::validation {

namespace {

// "962-1993 1-969", or "all" for none.
std::optional<std::vector<Stretch>> parse_genes(std::string_view cell) {
  std::vector<Stretch> genes;
  if (cell == "all") return genes;
  for (const auto word : split(cell, ' ')) {
    const auto ends = split(word, '-');
    if (ends.size() != 2) return std::nullopt;
    const auto first = parse_int(ends[0]), last = parse_int(ends[1]);
    if (!first || !last || *first < 1 || *last <= *first) return std::nullopt;
    genes.push_back({static_cast<std::size_t>(*first) - 1, static_cast<std::size_t>(*last)});
  }
  return genes;
}

bool reads_as_gene(const std::string& bases, const Stretch& gene) {
  if (gene.end > bases.size() || gene.length() % 3 != 0) return false;
  const std::string protein =
      sequence::translate(std::string_view(bases).substr(gene.start, gene.length()));
  return sequence::is_start_codon(std::string_view(bases).substr(gene.start, 3)) &&
         protein.find('*') + 1 == protein.size();
}

}  // namespace

Result<std::vector<PanelGene>> parse_panel_genes(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"family", "entry", "relatives", "critical", "genes"}));
  std::vector<PanelGene> genes;
  for (const auto& row : table.rows()) {
    auto stretches = parse_genes(row["genes"]);
    if (!stretches) return bad_input("no stretches of bases", name, row.line());
    genes.push_back({.family = std::string(row["family"]),
                     .entry = std::string(row["entry"]),
                     .pattern = std::string(row["relatives"]),
                     .critical = std::string(row["critical"]),
                     .genes = std::move(*stretches),
                     .sequence = "",
                     .relatives = {}});
  }
  return genes;
}

Result<void> find_sequences(std::vector<PanelGene>& genes,
                            const std::vector<NamedSequence>& reference) {
  const std::string table = "validation/families.tsv";
  for (auto& gene : genes) {
    const auto own = std::find_if(reference.begin(), reference.end(),
                                  [&](const auto& entry) { return entry.name == gene.entry; });
    if (own == reference.end())
      return bad_input("the reference set has no entry " + gene.entry, table);
    gene.sequence = own->sequence;
    if (gene.genes.empty()) gene.genes.push_back({0, gene.sequence.size()});
    for (const auto& stretch : gene.genes)
      if (!reads_as_gene(gene.sequence, stretch))
        return bad_input(gene.entry + " does not read as the table says", table);
    for (const auto& entry : reference)
      if (entry.sequence != gene.sequence && glob_match(gene.pattern, entry.name))
        gene.relatives.emplace_back(entry.sequence);
  }
  return {};
}

}  // namespace kres::validation

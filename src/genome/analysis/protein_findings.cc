#include "genome/analysis/protein_findings.h"

#include <algorithm>
#include <iterator>

#include "genome/protein/translated_scan.h"
#include "genome/resistance/distant_genes.h"

namespace kres::genome {

namespace {

std::vector<char> wanted_proteins(const ProteinIndex& index, const std::string& scope) {
  std::vector<char> wanted(index.proteins().size(), 0);
  for (ProteinId id = 0; id < wanted.size(); ++id)
    wanted[id] = index.kind(id) == ProteinKind::gene || is_target_of(scope, index, id);
  return wanted;
}

template <class Parse>
auto parse_file(const ReferenceSet& reference, const std::string& name, Parse parse)
    -> decltype(parse("", name)) {
  KRES_ASSIGN(const auto text, reference.file(name));
  return parse(text, name);
}

std::vector<TranslatedAlignment> align_targets(const std::vector<TranslatedPlacement>& placements,
                                               const std::vector<sequence::ContigSequence>& contigs,
                                               const ReferenceSet& reference) {
  const auto& index = *reference.proteins();
  std::vector<TranslatedAlignment> targets;
  for (const auto& placement : placements)
    if (index.kind(placement.protein) == ProteinKind::target)
      targets.push_back(
          align_translated(placement, index, contigs[placement.contig].bases,
                           static_cast<std::int64_t>(reference.settings().interruption)));
  return targets;
}

}  // namespace

Result<std::optional<ProteinKnowledge>> read_protein_knowledge(const ReferenceSet& reference) {
  std::optional<ProteinKnowledge> knowledge;
  if (reference.proteins() == nullptr) return knowledge;
  KRES_ASSIGN(auto changes, parse_file(reference, "ncbi/mutations.tsv", parse_catalogue));
  KRES_ASSIGN(auto susceptible, parse_file(reference, "ncbi/susceptible.tsv", parse_susceptible));
  KRES_ASSIGN(auto taxgroups, parse_file(reference, "tables/taxgroups.tsv", Taxgroups::parse));
  knowledge = {{std::move(changes), std::move(susceptible)}, std::move(taxgroups)};
  return knowledge;
}

ProteinSearch search_proteins(const Circles& circles, const ReferenceSet& reference,
                              const ProteinKnowledge& knowledge, const Species& species) {
  const auto& contigs = circles.unrolled();
  const auto& index = *reference.proteins();
  ProteinSearch search{.scope = knowledge.taxgroups.group_of(species)};
  const auto wanted = wanted_proteins(index, search.scope);
  for (std::uint32_t i = 0; i < contigs.size(); ++i)
    std::ranges::move(scan_translated(contigs[i].bases, i, index, wanted, {}),
                      std::back_inserter(search.placements));
  search.targets = align_targets(search.placements, contigs, reference);
  circles.drop_repeats(search.targets);
  return search;
}

ProteinFindings find_in_proteins(const ProteinSearch& search, const Circles& circles,
                                 const ReferenceSet& reference, const ProteinKnowledge& knowledge,
                                 const std::vector<Determinant>& known, Verdict quality) {
  const auto& contigs = circles.unrolled();
  auto genes = call_distant_genes(search.placements, reference, contigs, known);
  circles.drop_repeats(genes, known);
  return {std::move(genes), call_protein_targets(search.targets, search.scope,
                                                 *reference.proteins(), knowledge.targets, contigs,
                                                 reference.settings().broken_protein, quality)};
}

}  // namespace kres::genome

#include "genome/findings/van_genes.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "genome/findings/placement_part.h"
#include "genome/resistance/function_state.h"
#include "genome/result/json.h"

namespace kres::genome {

namespace {

std::string name_in(const Determinant& determinant) {
  if (!determinant.allele.empty()) return determinant.allele;
  return determinant.nearest.empty() ? determinant.gene : determinant.nearest;
}

VanGeneFound found_as(const VanTable::Place& place, const std::string& gene,
                      const std::string& source, const std::string& contig) {
  return {.gene = {.gene = gene,
                   .role = std::string(name_of(place.role)),
                   .source = source,
                   .contig = contig},
          .type = place.type,
          .role = place.role};
}

void assess_part(VanGeneFound& found, const AlignedPlacement& part, std::string_view part_entry,
                 std::string_view bases, const Settings& settings) {
  const auto function = assess_function(part, part_entry, coding_of(std::string(part_entry)),
                                        observed_sequence(part, bases), settings.broken_protein);
  found.gene.state = name_of(function.state);
  found.gene.reason = function.reason;
  found.gene.start = part.contig_start + 1;
  found.gene.end = part.contig_end;
  found.gene.strand = part.reverse ? '-' : '+';
}

// The genes of one locus whose entry holds several.
void add_parts(const Locus& locus, const ReferenceSet& reference,
               const std::vector<sequence::ContigSequence>& contigs, const VanTable& table,
               std::vector<VanGeneFound>& found) {
  const auto& whole = locus.best.front();
  if (whole.identity() < reference.settings().identity_trace) return;
  const std::string source(reference.sequences().id(whole.entry));
  const auto entry = reference.sequences().sequence(whole.entry);
  const auto& contig = contigs[whole.contig];
  for (const auto& part : table.parts(source)) {
    if (part.end > entry.size()) continue;  // another version of the entry than the table knows
    auto gene = found_as(*table.find(part.gene), part.gene, source, contig.name);
    const auto placement = part_of(whole, part.start, part.end);
    if (placement && placement->matches > 0) {
      assess_part(gene, *placement, entry.substr(part.start, part.end - part.start), contig.bases,
                  reference.settings());
    } else if ((part.end <= whole.entry_start && whole.start_off_contig) ||
               (part.start >= whole.entry_end && whole.end_off_contig)) {
      gene.gene.state = "not_assessable";
      gene.gene.reason = "contig_end";
    } else {
      continue;
    }
    found.push_back(std::move(gene));
  }
}

bool shares_bases(const Determinant& determinant, const VanGene& gene) {
  return std::any_of(determinant.pieces.begin(), determinant.pieces.end(), [&](const Piece& piece) {
    return piece.contig == gene.contig && piece.start <= gene.end && gene.start <= piece.end;
  });
}

// The state of several genes together: broken if one is, intact if all are. An entry that stands
// there base by base is intact as its genes are, across the origin of a circular contig too, where
// no gene can be read from one placement.
void settle_cluster(Determinant& determinant, const std::vector<VanGeneFound>& genes,
                    std::size_t parts) {
  std::size_t intact = 0;
  for (const auto& [gene, type, role] : genes) {
    if (gene.source != determinant.source || gene.start == 0 || !shares_bases(determinant, gene))
      continue;
    intact += gene.state == "intact" ? 1 : 0;
    if (gene.state != "broken") continue;
    determinant.function = FunctionState::broken;
    determinant.function_reason = fmt::format("{}:{}", gene.gene, gene.reason);
    determinant.trace = false;
    return;
  }
  if (intact < parts && determinant.allele_status != AlleleStatus::exact) return;
  determinant.function = FunctionState::intact;
  determinant.function_reason.clear();
}

}  // namespace

std::vector<VanGeneFound> find_van_genes(const std::vector<Determinant>& determinants,
                                         const std::vector<Locus>& loci,
                                         const ReferenceSet& reference,
                                         const std::vector<sequence::ContigSequence>& contigs,
                                         const VanTable& table) {
  std::vector<VanGeneFound> found;
  for (const auto& locus : loci) add_parts(locus, reference, contigs, table, found);
  for (const auto& determinant : determinants) {
    if (determinant.kind != DeterminantKind::gene || !table.parts(determinant.source).empty())
      continue;
    const auto name = name_in(determinant);
    const auto place = table.find(name);
    if (!place) continue;
    auto gene = found_as(*place, name, determinant.source, determinant.contig);
    gene.gene.state = name_of(determinant.function);
    gene.gene.reason = determinant.function_reason;
    gene.gene.start = determinant.start;
    gene.gene.end = determinant.end;
    gene.gene.strand = determinant.strand;
    found.push_back(std::move(gene));
  }
  std::sort(found.begin(), found.end(), [](const VanGeneFound& a, const VanGeneFound& b) {
    return std::tie(a.gene.contig, a.gene.start, a.gene.gene) <
           std::tie(b.gene.contig, b.gene.start, b.gene.gene);
  });
  return found;
}

void settle_van_determinants(std::vector<Determinant>& determinants,
                             const std::vector<VanGeneFound>& genes, const VanTable& table) {
  for (auto& determinant : determinants) {
    if (determinant.kind != DeterminantKind::gene) continue;
    const auto& parts = table.parts(determinant.source);
    if (!parts.empty()) {
      settle_cluster(determinant, genes, parts.size());
      continue;
    }
    const auto place = table.find(name_in(determinant));
    if (place && place->role != VanRole::ligase) determinant.agents.clear();
  }
}

std::set<std::string> van_genes_in(const ReferenceSet& reference, const VanTable& table) {
  std::set<std::string> genes;
  const auto& index = reference.sequences();
  for (EntryId id = 0; id < index.entries().size(); ++id) {
    if (index.entry(id).kind != EntryKind::gene) continue;
    const auto& parts = table.parts(index.id(id));
    for (const auto& part : parts) genes.insert(part.gene);
    if (parts.empty() && table.find(index.name(id))) genes.emplace(index.name(id));
  }
  return genes;
}

}  // namespace kres::genome

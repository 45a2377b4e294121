#include "genome/analysis/decisions.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "genome/analysis/context.h"
#include "genome/analysis/typing_findings.h"
#include "genome/findings/flanks.h"
#include "genome/findings/insertions.h"
#include "genome/findings/neighbours.h"
#include "genome/findings/replicons.h"
#include "genome/resistance/gene_call.h"
#include "genome/resistance/split_genes.h"
#include "genome/resistance/target_call.h"
#include "genome/typing/loci_twice.h"
#include "genome/typing/mlst.h"

namespace kres::genome {

namespace {

template <class Parse>
auto parse_table(const ReferenceSet& reference, const std::string& name, Parse parse)
    -> decltype(parse("", name)) {
  KRES_ASSIGN(const auto text, reference.table(name));
  return parse(text, name);
}

// Acquired genes of the whole assembly: joined pieces first, then every other locus.
std::vector<Determinant> call_genes(const std::vector<Locus>& loci, const ReferenceSet& reference,
                                    const std::vector<sequence::ContigSequence>& contigs) {
  auto joined = join_split_genes(loci, reference, contigs);
  auto determinants = std::move(joined.determinants);
  std::vector<char> told(loci.size(), 0);
  for (const auto i : joined.used) told[i] = 1;
  for (std::size_t i = 0; i < loci.size(); ++i) {
    if (told[i] != 0) continue;
    auto called = call_gene(loci[i], reference, contigs[loci[i].best.front().contig]);
    told[i] = called ? 1 : 0;
    if (called) determinants.push_back(std::move(*called));
  }
  std::ranges::move(trace_scattered_pieces(loci, told, reference, contigs),
                    std::back_inserter(determinants));
  return determinants;
}

// Copies: loci of the same entry in this assembly.
void count_copies(std::vector<Determinant>& determinants) {
  std::map<std::string, int> loci;
  for (const auto& determinant : determinants)
    if (determinant.kind == DeterminantKind::gene) ++loci[determinant.source];
  for (auto& determinant : determinants)
    if (determinant.kind == DeterminantKind::gene && !determinant.depth)
      determinant.copies = loci[determinant.source];
}

}  // namespace

Result<Knowledge> Knowledge::open(const Path& path) {
  KRES_ASSIGN(auto reference, ReferenceSet::open(path));
  KRES_ASSIGN(auto species, parse_table(reference, "species.tsv", SpeciesTable::parse));
  KRES_ASSIGN(const auto families, reference.table("oxa_families.tsv"));
  KRES_ASSIGN(
      auto intrinsic,
      parse_table(reference, "intrinsic.tsv", [&](std::string_view text, const std::string& name) {
        return IntrinsicTable::parse(text, name, families, "oxa_families.tsv");
      }));
  KRES_ASSIGN(auto targets, parse_table(reference, "targets.tsv", parse_targets));
  KRES_ASSIGN(auto changes, parse_table(reference, "mutations.tsv", parse_known_changes));
  KRES_ASSIGN(auto schemes, parse_table(reference, "mlst_schemes.tsv", SchemeTable::parse));
  KRES_ASSIGN(auto proteins, read_protein_knowledge(reference));
  KRES_ASSIGN(auto findings, FindingTables::load(reference));
  KRES_ASSIGN(const auto of_reads, reference.table("settings/reads_v1.tsv"));
  KRES_ASSIGN(auto read_settings, ReadSettings::parse(of_reads, "reads_v1"));
  KRES_ASSIGN(auto nanopore, parse_table(reference, "settings/nanopore_v1.tsv",
                                         [](std::string_view text, const std::string&) {
                                           return NanoporeSettings::parse(text, "nanopore_v1");
                                         }));
  return Knowledge{std::move(reference), std::move(species),  std::move(intrinsic),
                   std::move(targets),   std::move(changes),  std::move(schemes),
                   std::move(proteins),  std::move(findings), std::move(read_settings),
                   std::move(nanopore)};
}

GenomeResult empty_result(const ReferenceSet& reference, const std::string& software) {
  return {.software = software,
          .reference_name = reference.manifest().name,
          .reference_digest = reference.manifest().digest,
          .settings_name = reference.settings().name,
          .settings_digest = reference.settings().digest};
}

void add_types(GenomeResult& result, SearchedContigs& searched, const Knowledge& knowledge) {
  const auto& reference = knowledge.reference;
  const auto& contigs = searched.circles.unrolled();
  const auto sites = find_sites(searched.loci.alleles, reference);
  auto typing = type_assembly(sites, reference, contigs, knowledge.schemes, result.species);
  if (name_species_by_type(result.species, typing, knowledge.species))
    typing = type_assembly(sites, reference, contigs, knowledge.schemes, result.species);
  searched.loci.housekeeping = typing.chromosomal;
  auto twice = find_loci_twice(sites, typing.loci, typing.repeated, searched.loci.targets,
                               reference, contigs);
  add_typing(result, std::move(typing), std::move(twice), reference.settings());
}

void add_determinants(GenomeResult& result, SearchedContigs& searched, const Knowledge& knowledge) {
  const auto& reference = knowledge.reference;
  const auto& circles = searched.circles;
  const auto& unrolled = circles.unrolled();
  const auto& loci = searched.loci;
  result.determinants = call_genes(loci.genes, reference, unrolled);
  auto targets = call_targets(loci.targets, reference, unrolled, knowledge.targets,
                              knowledge.changes, result.species, result.quality.verdict);
  if (searched.proteins) {
    auto more = find_in_proteins(*searched.proteins, circles, reference, *knowledge.proteins,
                                 result.determinants, result.quality.verdict);
    std::move(more.genes.begin(), more.genes.end(), std::back_inserter(result.determinants));
    join_targets(targets, std::move(more.targets));
  }
  const FlankedAssembly flanked{searched.contigs, unrolled};
  const auto flanks = see_flanks(loci.nucleotide_targets, reference, flanked,
                                 knowledge.findings.flanks, result.species);
  find_absent_targets(targets, flanks, knowledge.targets, flanked, result.species);
  result.targets = std::move(targets.targets);
  result.determinants.insert(result.determinants.end(), targets.determinants.begin(),
                             targets.determinants.end());
  add_nucleotide_targets(result, loci.nucleotide_targets, reference, unrolled, knowledge.findings);
  add_van_clusters(result, loci.genes, reference, unrolled, knowledge.findings);
  result.replicons = call_replicons(loci.replicons, reference, unrolled);
  result.insertions = find_insertions(result.determinants, result.targets, unrolled);
  std::ranges::move(find_upstream_insertions(result.targets, result.determinants, flanks, flanked),
                    std::back_inserter(result.insertions));
  circles.fold(result);
}

void complete_findings(GenomeResult& result, const SearchedContigs& searched,
                       const Knowledge& knowledge) {
  const auto& reference = knowledge.reference;
  add_context(result.determinants, result.replicons, searched.contigs, searched.loci, reference);
  label_intrinsic(result.determinants, result.species, knowledge.intrinsic);
  count_copies(result.determinants);
  order_determinants(result.determinants, searched.contigs);
  add_neighbours(result, static_cast<std::uint64_t>(reference.settings().context_distance));
  result.contigs = contigs_with_findings(result, searched.contigs);
}

std::vector<std::string> warnings_of(const GenomeResult& result, const std::string& found) {
  std::vector<std::string> warnings;
  for (const auto& determinant : result.determinants)
    if (determinant.trace)
      warnings.push_back(fmt::format("trace_of_critical_gene:{}", determinant.gene));
  if (result.quality.verdict == Verdict::fail) warnings.push_back("assembly_quality");
  if (result.species.name.empty()) warnings.push_back("species_unknown");
  if (result.species.stated_by_user && !found.empty() && found != result.species.name)
    warnings.push_back("species_differs:" + found);
  for (const auto& target : result.targets)
    if (target.detail == "not_found" && target.method == "nucleotide")
      warnings.push_back("target_not_found:" + target.gene);
  for (const auto& insertion : result.insertions)
    if (insertion.place == "upstream") warnings.push_back("upstream_insertion:" + insertion.gene);
  if (result.contamination.verdict != Verdict::pass) warnings.push_back("contamination");
  for (auto& warning : typing_warnings(result)) warnings.push_back(std::move(warning));
  return warnings;
}

}  // namespace kres::genome

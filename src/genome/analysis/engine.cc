#include "genome/analysis/engine.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>

#include <fmt/format.h>

#include "genome/analysis/assembly_search.h"
#include "genome/analysis/circles.h"
#include "genome/analysis/context.h"
#include "genome/analysis/protein_findings.h"
#include "genome/analysis/typing_findings.h"
#include "genome/findings/add_findings.h"
#include "genome/findings/flanks.h"
#include "genome/findings/insertions.h"
#include "genome/findings/neighbours.h"
#include "genome/findings/replicons.h"
#include "genome/quality/assembly_quality.h"
#include "genome/resistance/gene_call.h"
#include "genome/resistance/intrinsic.h"
#include "genome/resistance/negatives.h"
#include "genome/resistance/split_genes.h"
#include "genome/resistance/target_call.h"
#include "genome/species/identify.h"
#include "genome/typing/loci_twice.h"
#include "genome/typing/mlst.h"

namespace kres::genome {

struct Engine::Parts {
  ReferenceSet reference;
  SpeciesTable species;
  IntrinsicTable intrinsic;
  std::vector<TargetRow> targets;
  std::vector<KnownChange> changes;
  SchemeTable schemes;
  std::optional<ProteinKnowledge> proteins;
  FindingTables findings;

  // Types by the schemes of the species, which a type may name where k-mers cannot; contigs with
  // a locus of those schemes are chromosomal.
  void type(GenomeResult& result, AssemblyLoci& loci,
            const std::vector<sequence::ContigSequence>& contigs) const {
    const auto sites = find_sites(loci.alleles, reference);
    auto typing = type_assembly(sites, reference, contigs, schemes, result.species);
    if (name_species_by_type(result.species, typing, species))
      typing = type_assembly(sites, reference, contigs, schemes, result.species);
    loci.housekeeping = typing.chromosomal;
    auto twice =
        find_loci_twice(sites, typing.loci, typing.repeated, loci.targets, reference, contigs);
    add_typing(result, std::move(typing), std::move(twice), reference.settings());
  }
};

namespace {

template <class Parse>
auto parse_table(const ReferenceSet& reference, const std::string& name, Parse parse)
    -> decltype(parse("", name)) {
  KRES_ASSIGN(const auto text, reference.table(name));
  return parse(text, name);
}

QualityLimits quality_limits(const Settings& settings) {
  return {.n50_min = settings.n50_min,
          .contigs_max = settings.contigs_max,
          .n_percent_max = settings.n_percent_max,
          .contig_counted = static_cast<std::uint64_t>(settings.contig_counted)};
}

ExpectedGenome expected_of(const SpeciesRow* row) {
  if (row == nullptr) return {};
  return {row->length_min, row->length_max, row->gc_min, row->gc_max};
}

// Acquired genes of the whole assembly: joined pieces first, then every other locus.
std::vector<Determinant> call_genes(const std::vector<Locus>& loci, const ReferenceSet& reference,
                                    const std::vector<sequence::ContigSequence>& contigs) {
  auto joined = join_split_genes(loci, reference, contigs);
  auto determinants = std::move(joined.determinants);
  for (std::size_t i = 0; i < loci.size(); ++i) {
    if (std::find(joined.used.begin(), joined.used.end(), i) != joined.used.end()) continue;
    auto called = call_gene(loci[i], reference, contigs[loci[i].best.front().contig]);
    if (called) determinants.push_back(std::move(*called));
  }
  return determinants;
}

// Copies: loci of the same entry in this assembly.
void count_copies(std::vector<Determinant>& determinants) {
  std::map<std::string, int> loci;
  for (const auto& determinant : determinants)
    if (determinant.kind == DeterminantKind::gene) ++loci[determinant.source];
  for (auto& determinant : determinants)
    if (determinant.kind == DeterminantKind::gene) determinant.copies = loci[determinant.source];
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

}  // namespace

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const ReferenceSet& Engine::reference() const { return parts_->reference; }

Result<Engine> Engine::open(const Path& path) {
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
  return Engine(std::make_unique<Parts>(
      Parts{std::move(reference), std::move(species), std::move(intrinsic), std::move(targets),
            std::move(changes), std::move(schemes), std::move(proteins), std::move(findings)}));
}

GenomeResult Engine::analyse(const sequence::Assembly& assembly,
                             const AnalyseOptions& options) const {
  const auto& reference = parts_->reference;
  const auto& contigs = assembly.contigs;
  const Circles circles(contigs);
  const auto& unrolled = circles.unrolled();
  auto beside = std::async(options.threads > 1 ? std::launch::async : std::launch::deferred, [&] {
    auto finding = identify_species(contigs, reference.species(), parts_->species,
                                    reference.settings(), options.species);
    std::optional<ProteinSearch> proteins;
    if (parts_->proteins)
      proteins = search_proteins(circles, reference, *parts_->proteins, finding.species);
    return std::pair(std::move(finding), std::move(proteins));
  });
  auto loci = search_assembly(circles, reference);

  GenomeResult result{.input = {{Path(assembly.path).filename().string(), assembly.sha256}},
                      .software = options.software,
                      .reference_name = reference.manifest().name,
                      .reference_digest = reference.manifest().digest,
                      .settings_name = reference.settings().name,
                      .settings_digest = reference.settings().digest};
  const auto limits = quality_limits(reference.settings());
  result.quality = measure_assembly(assembly, limits);
  auto [finding, proteins] = beside.get();
  result.species = std::move(finding.species);
  result.contamination = std::move(finding.contamination);
  parts_->type(result, loci, unrolled);
  const auto* row = parts_->species.find(result.species.name);
  judge_assembly(result.quality, expected_of(row), limits);

  result.determinants = call_genes(loci.genes, reference, unrolled);
  auto targets = call_targets(loci.targets, reference, unrolled, parts_->targets, parts_->changes,
                              result.species, result.quality.verdict);
  if (proteins) {
    auto more = find_in_proteins(*proteins, circles, reference, *parts_->proteins,
                                 result.determinants, result.quality.verdict);
    std::move(more.genes.begin(), more.genes.end(), std::back_inserter(result.determinants));
    join_targets(targets, std::move(more.targets));
  }
  const FlankedAssembly flanked{contigs, unrolled};
  const auto flanks = see_flanks(loci.nucleotide_targets, reference, flanked,
                                 parts_->findings.flanks, result.species);
  find_absent_targets(targets, flanks, parts_->targets, flanked, result.species);
  result.targets = std::move(targets.targets);
  result.determinants.insert(result.determinants.end(), targets.determinants.begin(),
                             targets.determinants.end());
  add_nucleotide_targets(result, loci.nucleotide_targets, reference, unrolled, parts_->findings);
  add_van_clusters(result, loci.genes, reference, unrolled, parts_->findings);
  result.replicons = call_replicons(loci.replicons, reference, unrolled);
  result.insertions = find_insertions(result.determinants, result.targets, unrolled);
  std::ranges::move(find_upstream_insertions(result.targets, result.determinants, flanks, flanked),
                    std::back_inserter(result.insertions));
  circles.fold(result);
  add_context(result.determinants, result.replicons, contigs, loci, reference);
  label_intrinsic(result.determinants, result.species, parts_->intrinsic);
  count_copies(result.determinants);
  order_determinants(result.determinants, contigs);
  add_neighbours(result, static_cast<std::uint64_t>(reference.settings().context_distance));
  result.contigs = contigs_with_findings(result, contigs);
  result.negatives = find_negatives(result.determinants, reference, result.quality.verdict);
  result.warnings = warnings_of(result, finding.found);
  return result;
}

}  // namespace kres::genome

#include "genome/analysis/engine.h"

#include <future>

#include "genome/analysis/decisions.h"
#include "genome/quality/assembly_quality.h"
#include "genome/resistance/negatives.h"

namespace kres::genome {

namespace {

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

}  // namespace

Engine::Engine(std::unique_ptr<Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const ReferenceSet& Engine::reference() const { return knowledge_->reference; }

Result<Engine> Engine::open(const Path& path) {
  KRES_ASSIGN(auto knowledge, Knowledge::open(path));
  return Engine(std::make_unique<Knowledge>(std::move(knowledge)));
}

GenomeResult Engine::analyse(const sequence::Assembly& assembly,
                             const AnalyseOptions& options) const {
  const auto& knowledge = *knowledge_;
  const auto& reference = knowledge.reference;
  const auto& contigs = assembly.contigs;
  // Beside the search: the species, and then what depends on it.
  const auto way = options.threads > 1 ? std::launch::async : std::launch::deferred;
  auto species = std::async(way, [&] {
    return identify_species(contigs, reference.species(), knowledge.species, reference.settings(),
                            options.species);
  });
  const Circles circles(contigs);
  auto beside = std::async(way, [&] {
    auto finding = species.get();
    std::optional<ProteinSearch> proteins;
    if (knowledge.proteins)
      proteins = search_proteins(circles, reference, *knowledge.proteins, finding.species);
    return std::pair(std::move(finding), std::move(proteins));
  });
  SearchedContigs searched{contigs, circles, search_assembly(circles, reference), {}};

  auto result = empty_result(reference, options.software);
  result.input = {{Path(assembly.path).filename().string(), assembly.sha256}};
  const auto limits = quality_limits(reference.settings());
  result.quality = measure_assembly(assembly, limits);
  auto [finding, proteins] = beside.get();
  searched.proteins = std::move(proteins);
  result.species = std::move(finding.species);
  result.contamination = std::move(finding.contamination);
  add_types(result, searched, knowledge);
  judge_assembly(result.quality, expected_of(knowledge.species.find(result.species.name)), limits);
  add_determinants(result, searched, knowledge);
  complete_findings(result, searched, knowledge);
  result.negatives = find_negatives(result.determinants, reference, result.quality.verdict);
  result.warnings = warnings_of(result, finding.found);
  return result;
}

}  // namespace kres::genome

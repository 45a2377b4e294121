#include "genome/species/identify.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "genome/kmer/mash_hashes.h"

namespace kres::genome {

namespace {

struct Candidate {
  std::uint32_t species = 0;
  double ani = 0;  // per cent
  SketchId sketch = 0;
};

// Best sketch of each species, best species first; equal ANI in order of name.
std::vector<Candidate> rank_species(const std::vector<std::uint64_t>& hashes,
                                    const SpeciesIndex& index) {
  std::vector<std::uint32_t> shared(index.sketches().size(), 0);
  for (const auto hash : hashes)
    for (const auto sketch : index.holders(hash)) ++shared[sketch];
  std::vector<Candidate> best(index.species_count());
  for (std::size_t i = 0; i < shared.size(); ++i) {
    const auto& sketch = index.sketches()[i];
    const double containment = static_cast<double>(shared[i]) / sketch.hash_count;
    const double ani = 100 * std::pow(containment, 1.0 / index.kmer_size());
    auto& candidate = best[sketch.species];
    if (shared[i] > 0 && ani > candidate.ani)
      candidate = {sketch.species, ani, static_cast<SketchId>(i)};
  }
  std::erase_if(best, [](const Candidate& candidate) { return candidate.ani == 0; });
  std::sort(best.begin(), best.end(), [](const Candidate& a, const Candidate& b) {
    return a.ani != b.ani ? a.ani > b.ani : a.species < b.species;
  });
  return best;
}

std::string complex_of(const SpeciesTable& table, std::string_view species) {
  const auto* row = table.find(species);
  return row == nullptr ? "" : row->complex;
}

bool has_sketch(const SpeciesIndex& index, const std::string& species) {
  for (std::uint32_t i = 0; i < index.species_count(); ++i)
    if (index.species_name(i) == species) return true;
  return false;
}

// What the table says cannot be told from the species found, with the sketches that are here.
void limit_confidence(Species& result, const SpeciesTable& table, const SpeciesIndex& index) {
  const auto* row = table.find(result.name);
  if (result.rank != "species" || row == nullptr) return;
  for (const auto& name : row->includes) result.evidence.push_back("includes:" + name);
  for (const auto& name : row->close) {
    if (has_sketch(index, name)) continue;
    result.evidence.push_back("not_told_apart:" + name);
    result.confidence = "low";
  }
}

void name_species(Species& result, const std::string& best, double gap, const SpeciesTable& table,
                  const Settings& settings) {
  result.complex = complex_of(table, best);
  const std::string second = result.second ? result.second->name : "";
  if (result.ani < settings.species_ani || !is_named_species(best)) {
    result.name = genus_of(best);
    result.rank = "genus";
    result.confidence = "low";
  } else if (gap >= settings.species_gap_low) {
    result.name = best;
    result.rank = "species";
    result.confidence = gap >= settings.species_gap ? "high" : "low";
  } else if (!result.complex.empty() && complex_of(table, second) == result.complex) {
    result.name = result.complex;
    result.rank = "complex";
    result.confidence = "low";
  } else {
    result.name = genus_of(best);
    result.rank = "genus";
    result.confidence = "low";
  }
}

}  // namespace

std::vector<std::uint64_t> hashes_up_to(const std::vector<sequence::ContigSequence>& contigs, int k,
                                        std::uint32_t seed, std::uint64_t largest) {
  std::vector<std::uint64_t> hashes;
  for (const auto& contig : contigs)
    append_mash_hashes(contig.bases, {.k = k, .seed = seed, .largest = largest}, hashes);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

SpeciesFinding identify_species(const std::vector<sequence::ContigSequence>& contigs,
                                const SpeciesIndex& index, const SpeciesTable& table,
                                const Settings& settings, const std::string& stated) {
  return identify_species(sample_hashes(contigs, index), contigs, index, table, settings, stated);
}

SpeciesFinding identify_species(const SampledHashes& hashes,
                                const std::vector<sequence::ContigSequence>& contigs,
                                const SpeciesIndex& index, const SpeciesTable& table,
                                const Settings& settings, const std::string& stated) {
  const auto ranked = rank_species(hashes.sorted, index);
  SpeciesFinding finding;
  auto& species = finding.species;
  species.rank = "unknown";
  species.confidence = "none";
  if (!ranked.empty() && ranked.front().ani >= settings.genus_ani) {
    const std::string best(index.species_name(ranked.front().species));
    species.ani = ranked.front().ani;
    for (const auto& candidate : ranked)
      if (candidate.species != ranked.front().species && candidate.ani >= settings.genus_ani &&
          is_named_species(index.species_name(candidate.species))) {
        species.second = SpeciesHit{std::string(index.species_name(candidate.species)),
                                    candidate.ani, std::string(index.reference(candidate.sketch))};
        break;
      }
    name_species(species, best, species.ani - (species.second ? species.second->ani : 0), table,
                 settings);
    limit_confidence(species, table, index);
    finding.contamination =
        find_second_species(hashes, contigs, index, ranked.front().species, settings);
  }
  if (species.rank == "species") finding.found = species.name;
  if (!stated.empty()) {
    if (stated != finding.found) species.confidence = "low";
    species.name = stated;
    species.rank = "species";
    species.complex = complex_of(table, stated);
    species.stated_by_user = true;
  }
  return finding;
}

}  // namespace kres::genome

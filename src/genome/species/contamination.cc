#include "genome/species/contamination.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "genome/kmer/mash_hashes.h"
#include "genome/species/species_table.h"

namespace kres::genome {

namespace {

// Of the sampled k-mers of a contig or an assembly those that speak for another species: `common`
// ones, held by some of its sketches, and `core` ones, held by half of them.
struct Evidence {
  std::uint32_t common = 0, core = 0;
};

enum class Tells { own, other, nothing };  // what a k-mer says of the species it comes from

class SecondSpecies {
 public:
  SecondSpecies(const SpeciesIndex& index, std::uint32_t own, const Settings& settings)
      : index_(index),
        own_(own),
        settings_(settings),
        covered_(index.largest_hash()),
        species_(index.species_count()) {
    for (const auto& sketch : index.sketches()) {
      ++species_[sketch.species].sketches;
      if (sketch.species == own) covered_ = std::min(covered_, sketch.largest_hash);
    }
    std::map<std::string, std::uint32_t> genera;
    for (std::uint32_t i = 0; i < species_.size(); ++i) {
      const auto name = index.species_name(i);
      species_[i].is_other = i != own && is_named_species(name);
      species_[i].genus =
          genera.emplace(genus_of(name), static_cast<std::uint32_t>(genera.size())).first->second;
    }
  }

  bool covers(std::uint64_t hash) const { return hash <= covered_; }

  // A k-mer is the genome's own if its species has it, unless it is of the core of another genus
  // too: then it is conserved, or the few sketches of the own species that hold it have foreign
  // contigs in them. K-mers of several other genera travel or are conserved. Both tell nothing.
  // `times`: how often it was seen.
  Tells add(std::uint64_t hash, std::map<std::uint32_t, Evidence>& evidence,
            std::uint32_t times = 1) {
    for (const auto sketch : index_.holders(hash)) {
      const auto species = index_.sketches()[sketch].species;
      if (species_[species].holding++ == 0) holders_.push_back(species);
    }
    const auto tells = judge(evidence, times);
    for (const auto species : holders_) species_[species].holding = 0;
    holders_.clear();
    return tells;
  }

  // The contig's k-mers that tell something, if none is of the genome's own species; otherwise 0.
  std::uint32_t telling(std::span<const std::uint64_t> hashes,
                        std::map<std::uint32_t, Evidence>& evidence) {
    std::uint32_t sampled = 0;
    for (const auto hash : hashes) {
      if (!covers(hash)) continue;
      const auto tells = add(hash, evidence);
      if (tells == Tells::own) return 0;
      sampled += tells == Tells::other;
    }
    std::erase_if(evidence,
                  [&](const auto& species) { return !is_foreign(species.second, sampled); });
    return sampled;
  }

 private:
  static constexpr double kCore = 50;  // per cent of a species' sketches
  static constexpr std::uint32_t kManySketches = 10;

  struct SpeciesCount {
    std::uint32_t sketches = 0, genus = 0;
    std::uint32_t holding = 0;  // sketches that hold the hash at hand
    bool is_other = false;      // than the genome's own, and named
  };

  Tells judge(std::map<std::uint32_t, Evidence>& evidence, std::uint32_t times) {
    const auto own_genus = species_[own_].genus;
    std::optional<std::uint32_t> genus;
    bool has_several_genera = false, is_core_elsewhere = false;
    for (const auto number : holders_) {
      const auto& species = species_[number];
      if (!species.is_other) continue;
      has_several_genera |= genus.value_or(species.genus) != species.genus;
      genus = species.genus;
      is_core_elsewhere |= species.genus != own_genus && species.sketches >= kManySketches &&
                           share(species) >= kCore;
    }
    if (species_[own_].holding > 0) {
      if (!is_core_elsewhere) return Tells::own;
      if (share(species_[own_]) >= settings_.foreign_sketches) return Tells::nothing;
    }
    if (has_several_genera) return Tells::nothing;
    for (const auto number : holders_) {
      const auto& species = species_[number];
      if (!species.is_other || share(species) < settings_.foreign_sketches) continue;
      evidence[number].common += times;
      evidence[number].core += share(species) >= kCore ? times : 0;
    }
    return Tells::other;
  }

  // Per cent of the species' sketches that hold the hash at hand.
  static double share(const SpeciesCount& species) {
    return 100.0 * species.holding / species.sketches;
  }
  // Plasmids that are common in a species still have few k-mers of its core.
  bool is_foreign(const Evidence& evidence, std::uint32_t sampled) const {
    return evidence.common >= settings_.foreign_hashes &&
           100.0 * evidence.common >= settings_.foreign_share * sampled &&
           200.0 * evidence.core >= settings_.foreign_share * sampled;
  }

  const SpeciesIndex& index_;
  std::uint32_t own_;
  const Settings& settings_;
  std::uint64_t covered_;
  std::vector<SpeciesCount> species_;
  std::vector<std::uint32_t> holders_;  // species of the hash at hand
};

void raise_by_share(Contamination& result, double percent, const Settings& settings,
                    std::string reason) {
  if (percent >= settings.contamination_fail)
    raise(result, Verdict::fail, std::move(reason));
  else if (percent >= settings.contamination_warn)
    raise(result, Verdict::warn, std::move(reason));
}

// The second species' share of the sampled k-mers; conserved ones are not counted, so relatives
// have a larger share than is seen.
void find_second(const std::vector<std::uint64_t>& sorted, const SpeciesIndex& index,
                 SecondSpecies& second, const Settings& settings, Contamination& result) {
  std::map<std::uint32_t, Evidence> evidence;
  std::uint32_t sampled = 0;
  for (auto at = sorted.begin(); at != sorted.end() && second.covers(*at);) {
    const auto next = std::find_if(at, sorted.end(), [&](auto hash) { return hash != *at; });
    const auto times = static_cast<std::uint32_t>(next - at);
    sampled += times;
    second.add(*at, evidence, times);
    at = next;
  }
  // Plasmids have few k-mers of a core: a species without them is no second species.
  std::erase_if(evidence, [](const auto& species) {
    return 4 * species.second.core < species.second.common;
  });
  const auto most = std::max_element(
      evidence.begin(), evidence.end(),
      [](const auto& a, const auto& b) { return a.second.common < b.second.common; });
  if (most == evidence.end()) return;
  result.second_species_percent = 100.0 * most->second.common / sampled;
  result.second_species = index.species_name(most->first);
  raise_by_share(result, result.second_species_percent, settings,
                 fmt::format("{:.1f} % of {} sampled k-mers are known only from {}",
                             result.second_species_percent, sampled, result.second_species));
}

// Contigs are named by the species that explains most of all of them.
void find_foreign_contigs(const SampledHashes& hashes,
                          const std::vector<sequence::ContigSequence>& contigs,
                          const SpeciesIndex& index, SecondSpecies& second,
                          const Settings& settings, Contamination& result) {
  struct Candidate {
    std::size_t contig;
    std::uint32_t sampled;
    std::map<std::uint32_t, Evidence> evidence;
  };
  std::vector<Candidate> candidates;
  std::map<std::uint32_t, std::uint32_t> explained;
  std::uint64_t all = 0, foreign = 0;
  for (std::size_t i = 0; i < contigs.size(); ++i) {
    all += contigs[i].bases.size();
    if (static_cast<double>(contigs[i].bases.size()) < settings.foreign_contig) continue;
    const auto first = hashes.contig_start[i], last = hashes.contig_start[i + 1];
    Candidate candidate{i, 0, {}};
    candidate.sampled = second.telling(std::span(hashes.by_contig).subspan(first, last - first),
                                       candidate.evidence);
    if (candidate.sampled == 0 || candidate.evidence.empty()) continue;
    for (const auto& [species, found] : candidate.evidence) explained[species] += found.common;
    candidates.push_back(std::move(candidate));
  }
  for (const auto& [contig, sampled, evidence] : candidates) {
    const auto best = std::max_element(
        evidence.begin(), evidence.end(),
        [&](const auto& a, const auto& b) { return explained[a.first] < explained[b.first]; });
    foreign += contigs[contig].bases.size();
    result.foreign_contigs.push_back({contigs[contig].name, contigs[contig].bases.size(),
                                      std::string(index.species_name(best->first)), sampled,
                                      100.0 * best->second.common / sampled});
  }
  if (foreign == 0) return;
  result.foreign_contigs_percent = 100.0 * static_cast<double>(foreign) / static_cast<double>(all);
  raise_by_share(result, result.foreign_contigs_percent, settings,
                 fmt::format("{} contigs with {:.1f} % of all bases are of another species",
                             result.foreign_contigs.size(), result.foreign_contigs_percent));
}

}  // namespace

SampledHashes sample_hashes(const std::vector<sequence::ContigSequence>& contigs,
                            const SpeciesIndex& index) {
  SampledHashes hashes;
  for (const auto& contig : contigs) {
    hashes.contig_start.push_back(hashes.by_contig.size());
    append_mash_hashes(
        contig.bases,
        {.k = index.kmer_size(), .seed = index.seed(), .largest = index.largest_hash()},
        hashes.by_contig);
  }
  hashes.contig_start.push_back(hashes.by_contig.size());
  hashes.sorted = hashes.by_contig;
  std::sort(hashes.sorted.begin(), hashes.sorted.end());
  hashes.sorted.erase(std::unique(hashes.sorted.begin(), hashes.sorted.end()), hashes.sorted.end());
  hashes.counted = hashes.sorted;
  return hashes;
}

Contamination find_second_species(const SampledHashes& hashes,
                                  const std::vector<sequence::ContigSequence>& contigs,
                                  const SpeciesIndex& index, std::uint32_t own,
                                  const Settings& settings) {
  SecondSpecies second(index, own, settings);
  Contamination result;
  find_second(hashes.counted, index, second, settings, result);
  find_foreign_contigs(hashes, contigs, index, second, settings, result);
  return result;
}

void raise(Contamination& contamination, Verdict verdict, std::string reason) {
  contamination.verdict = std::max(contamination.verdict, verdict);
  contamination.reasons.push_back(std::move(reason));
}

}  // namespace kres::genome

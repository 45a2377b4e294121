#include "genome/species/contamination.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "genome/kmer/mash_hashes.h"
#include "genome/species/species_table.h"

namespace kres::genome {

namespace {

// Which other named species hold a hash, and with how large a part of their sketches.
struct Holders {
  bool own = false;
  std::map<std::uint32_t, std::uint32_t> others;  // species -> sketches
};

class SecondSpecies {
 public:
  SecondSpecies(const SpeciesIndex& index, std::uint32_t own, const Settings& settings)
      : index_(index),
        own_(own),
        settings_(settings),
        covered_(index.largest_hash()),
        sketches_of_(index.species_count(), 0) {
    for (const auto& sketch : index.sketches()) {
      ++sketches_of_[sketch.species];
      if (sketch.species == own) covered_ = std::min(covered_, sketch.largest_hash);
    }
  }

  bool covers(std::uint64_t hash) const { return hash <= covered_; }

  Holders holders_of(std::uint64_t hash) const {
    Holders result;
    for (const auto sketch : index_.holders(hash)) {
      const auto species = index_.sketches()[sketch].species;
      if (species == own_)
        result.own = true;
      else if (is_named_species(index_.species_name(species)))
        ++result.others[species];
    }
    return result;
  }

  // Whether enough of a species' sketches hold a hash to take it for one of the species' own.
  bool is_common(std::uint32_t species, std::uint32_t sketches) const {
    return 100.0 * sketches >= settings_.foreign_sketches * sketches_of_[species];
  }

  void count_all(const std::vector<std::uint64_t>& sorted, Contamination& result) const {
    std::vector<std::uint32_t> foreign(index_.species_count(), 0);
    std::uint32_t sampled = 0;
    for (const auto hash : sorted) {
      if (!covers(hash)) break;
      ++sampled;
      const auto holders = holders_of(hash);
      if (holders.own) continue;
      for (const auto& [species, sketches] : holders.others)
        foreign[species] += is_common(species, sketches);
    }
    const auto most = std::max_element(foreign.begin(), foreign.end());
    if (sampled == 0 || most == foreign.end() || *most == 0) return;
    result.second_species_percent = 100.0 * *most / sampled;
    result.second_species = index_.species_name(static_cast<std::uint32_t>(most - foreign.begin()));
    raise_by_share(result, result.second_species_percent,
                   fmt::format("{:.1f} % of {} sampled k-mers are known only from {}",
                               result.second_species_percent, sampled, result.second_species));
  }

  // The contig's sampled k-mers: none of the genome's own species, most of one other.
  void judge_contig(const sequence::ContigSequence& contig, std::span<const std::uint64_t> hashes,
                    Contamination& result) const {
    std::map<std::uint32_t, std::uint32_t> foreign;
    std::uint32_t sampled = 0;
    for (const auto hash : hashes) {
      if (!covers(hash)) continue;
      ++sampled;
      const auto holders = holders_of(hash);
      if (holders.own) return;
      for (const auto& [species, sketches] : holders.others)
        if (is_common(species, sketches)) ++foreign[species];
    }
    const auto most =
        std::max_element(foreign.begin(), foreign.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == foreign.end() || most->second < settings_.foreign_hashes) return;
    const double percent = 100.0 * most->second / sampled;
    if (percent < settings_.foreign_share) return;
    result.foreign_contigs.push_back({contig.name, contig.bases.size(),
                                      std::string(index_.species_name(most->first)), sampled,
                                      percent});
  }

  void raise_by_share(Contamination& result, double percent, std::string reason) const {
    if (percent >= settings_.contamination_fail)
      raise(result, Verdict::fail, std::move(reason));
    else if (percent >= settings_.contamination_warn)
      raise(result, Verdict::warn, std::move(reason));
  }

 private:
  const SpeciesIndex& index_;
  std::uint32_t own_;
  const Settings& settings_;
  std::uint64_t covered_;
  std::vector<std::uint32_t> sketches_of_;
};

void find_foreign_contigs(const SampledHashes& hashes,
                          const std::vector<sequence::ContigSequence>& contigs,
                          const SecondSpecies& second, const Settings& settings,
                          Contamination& result) {
  std::uint64_t all = 0, foreign = 0;
  for (std::size_t i = 0; i < contigs.size(); ++i) {
    all += contigs[i].bases.size();
    if (static_cast<double>(contigs[i].bases.size()) < settings.foreign_contig) continue;
    const auto first = hashes.contig_start[i], last = hashes.contig_start[i + 1];
    second.judge_contig(contigs[i], std::span(hashes.by_contig).subspan(first, last - first),
                        result);
  }
  for (const auto& contig : result.foreign_contigs) foreign += contig.length;
  if (foreign == 0) return;
  result.foreign_contigs_percent = 100.0 * static_cast<double>(foreign) / static_cast<double>(all);
  second.raise_by_share(result, result.foreign_contigs_percent,
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
  return hashes;
}

Contamination find_second_species(const SampledHashes& hashes,
                                  const std::vector<sequence::ContigSequence>& contigs,
                                  const SpeciesIndex& index, std::uint32_t own,
                                  const Settings& settings) {
  const SecondSpecies second(index, own, settings);
  Contamination result;
  second.count_all(hashes.sorted, result);
  find_foreign_contigs(hashes, contigs, second, settings, result);
  return result;
}

void raise(Contamination& contamination, Verdict verdict, std::string reason) {
  contamination.verdict = std::max(contamination.verdict, verdict);
  contamination.reasons.push_back(std::move(reason));
}

}  // namespace kres::genome

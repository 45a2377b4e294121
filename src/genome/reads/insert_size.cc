#include "genome/reads/insert_size.h"

#include <algorithm>
#include <unordered_map>

#include "genome/kmer/kmer.h"

namespace kres::genome {

namespace {

constexpr int kWord = 31;
constexpr std::size_t kLeastPairs = 100;

struct Place {
  std::uint32_t contig = 0;
  std::uint32_t start = 0;
  bool forward = true;    // the canonical word reads forward there
  bool repeated = false;  // it stands elsewhere, too
};

class Words {
 public:
  explicit Words(const std::vector<sequence::ContigSequence>& contigs) {
    for (std::uint32_t i = 0; i < contigs.size(); ++i) {
      if (contigs[i].bases.size() < kLongestInsert) continue;
      for_each_kmer(contigs[i].bases, kWord, [&](std::size_t at, Kmer forward, Kmer reverse) {
        const Place place{i, static_cast<std::uint32_t>(at), forward <= reverse};
        const auto [found, is_new] = places_.emplace(std::min(forward, reverse), place);
        if (!is_new) found->second.repeated = true;
      });
    }
  }

  // Where the read's first word stands, and whether the read runs forward there.
  std::optional<Place> find(std::string_view bases) const {
    std::optional<Place> place;
    for_each_kmer(bases.substr(0, kWord), kWord, [&](std::size_t, Kmer forward, Kmer reverse) {
      const auto found = places_.find(std::min(forward, reverse));
      if (found == places_.end() || found->second.repeated) return;
      place = found->second;
      place->forward = place->forward == (forward <= reverse);
    });
    return place;
  }

 private:
  std::unordered_map<Kmer, Place> places_;
};

}  // namespace

std::optional<InsertSize> measure_insert_size(
    const RecruitedReads& reads, const Mates& mates,
    const std::vector<sequence::ContigSequence>& contigs) {
  const Words words(contigs);
  std::vector<double> sizes;
  for (const auto& [one, other] : mates) {
    auto first = words.find(reads.bases(one)), second = words.find(reads.bases(other));
    if (!first || !second || first->contig != second->contig || first->forward == second->forward)
      continue;
    if (!first->forward) std::swap(first, second);
    const std::size_t room = contigs[first->contig].bases.size() - first->start;
    const std::size_t end = second->start + static_cast<std::size_t>(kWord);
    if (room < kLongestInsert || end <= first->start) continue;
    sizes.push_back(static_cast<double>(end - first->start));
  }
  if (sizes.size() < kLeastPairs) return std::nullopt;
  std::sort(sizes.begin(), sizes.end());
  return InsertSize{sizes[sizes.size() / 4], sizes[sizes.size() / 2], sizes[3 * sizes.size() / 4]};
}

}  // namespace kres::genome

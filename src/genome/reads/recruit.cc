#include "genome/reads/recruit.h"

namespace kres::genome {

void Recruiter::find_candidates(std::uint32_t record, std::string_view bases) {
  const auto length = static_cast<std::uint32_t>(bases.size());
  if (words_.size() < packed_words(length)) words_.resize(packed_words(length));
  pack_bases(bases, words_.data());
  store_.add(words_.data(), length);
  const auto& filter = seeds_.filter();
  any_word<kRecruitStep>(words_.data(), length, [&](Kmer forward, Kmer reverse) {
    const Kmer canonical = std::min(forward, reverse);
    if (filter.may_contain(canonical))
      candidates_.push_back({record, forward <= reverse, canonical});
    return false;
  });
}

void Recruiter::add(std::span<const sequence::FastqRecord> records, std::uint64_t first) {
  candidates_.clear();
  for (std::uint32_t i = 0; i < records.size(); ++i) find_candidates(i, records[i].bases);
  constexpr std::size_t kAhead = 8;
  std::uint32_t taken = UINT32_MAX;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i + 2 * kAhead < candidates_.size())
      seeds_.fetch_bucket(candidates_[i + 2 * kAhead].canonical);
    if (i + kAhead < candidates_.size()) seeds_.fetch_seeds(candidates_[i + kAhead].canonical);
    const auto& candidate = candidates_[i];
    if (candidate.record == taken ||
        !seeds_.find(candidate.canonical, candidate.bases_are_canonical))
      continue;
    taken = candidate.record;
    const auto& record = records[taken];
    reads_.add(record.bases, record.qualities, file_, first + taken);
  }
}

}  // namespace kres::genome

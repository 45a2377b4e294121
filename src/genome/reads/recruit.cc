#include "genome/reads/recruit.h"

namespace kres::genome {

void Recruiter::find_candidates(std::string_view bases) {
  const auto length = static_cast<std::uint32_t>(bases.size());
  if (words_.size() < packed_words(length) + 1) words_.resize(packed_words(length) + 1);
  pack_bases(bases, words_.data());
  store_.add(words_.data(), length);
  append_known_words(words_.data(), length, step_, seeds_.filter(), candidates_);
}

void Recruiter::add(std::span<const sequence::FastqRecord> records, std::uint64_t first) {
  candidates_.clear();
  ends_.clear();
  for (const auto& record : records) {
    find_candidates(record.bases);
    ends_.push_back(static_cast<std::uint32_t>(candidates_.size()));
  }
  constexpr std::size_t kAhead = 8;
  std::size_t record = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i + 2 * kAhead < candidates_.size())
      seeds_.fetch_bucket(candidates_[i + 2 * kAhead].canonical);
    if (i + kAhead < candidates_.size()) seeds_.fetch_seeds(candidates_[i + kAhead].canonical);
    while (ends_[record] <= i) ++record;
    const auto& candidate = candidates_[i];
    if (!seeds_.find(candidate.canonical, candidate.bases_are_canonical)) continue;
    reads_.add(records[record].bases, records[record].qualities, file_, first + record);
    i = ends_[record] - 1;  // one is enough
  }
}

}  // namespace kres::genome

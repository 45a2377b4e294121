#include "genome/reads/recruit.h"

namespace kres::genome {

void Recruiter::list_words(std::string_view bases) {
  const auto length = static_cast<std::uint32_t>(bases.size());
  if (words_.size() < packed_words(length) + 1) words_.resize(packed_words(length) + 1);
  pack_bases(bases, words_.data());
  store_.add(words_.data(), length);
  append_words(words_.data(), length, step_, seeds_.filter(), asked_);
  ends_.push_back(static_cast<std::uint32_t>(asked_.size()));
}

// Leaves the words that the filter does not rule out, each with the number of its record.
void Recruiter::keep_candidates() {
  const auto& filter = seeds_.filter();
  candidates_.resize(asked_.size());
  std::size_t count = 0;
  std::uint32_t record = 0;
  for (std::uint32_t i = 0; i < asked_.size(); ++i) {
    while (ends_[record] <= i) ++record;
    candidates_[count] = {asked_[i], record};
    count += filter.may_contain(asked_[i].canonical);
  }
  candidates_.resize(count);
}

void Recruiter::add(std::span<const sequence::FastqRecord> records, std::uint64_t first) {
  asked_.clear();
  ends_.clear();
  for (const auto& record : records) list_words(record.bases);
  keep_candidates();
  constexpr std::size_t kAhead = 8;
  std::uint32_t taken = UINT32_MAX;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i + 2 * kAhead < candidates_.size())
      seeds_.fetch_bucket(candidates_[i + 2 * kAhead].word.canonical);
    if (i + kAhead < candidates_.size()) seeds_.fetch_seeds(candidates_[i + kAhead].word.canonical);
    const auto& [word, record] = candidates_[i];
    if (record == taken || !seeds_.find(word.canonical, word.bases_are_canonical)) continue;
    taken = record;
    reads_.add(records[record].bases, records[record].qualities, file_, first + record);
  }
}

}  // namespace kres::genome

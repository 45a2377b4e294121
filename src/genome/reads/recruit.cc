#include "genome/reads/recruit.h"

namespace kres::genome {

void Recruiter::list_words(std::string_view bases) {
  const auto length = static_cast<std::uint32_t>(bases.size());
  if (words_.size() < packed_words(length) + kWordsBehind)
    words_.resize(packed_words(length) + kWordsBehind);
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
    count += filter.may_contain(canonical_of(asked_[i]));
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
      seeds_.fetch_bucket(canonical_of(candidates_[i + 2 * kAhead].word));
    if (i + kAhead < candidates_.size())
      seeds_.fetch_seeds(canonical_of(candidates_[i + kAhead].word));
    const auto& [word, record] = candidates_[i];
    if (record == taken || !seeds_.find(canonical_of(word), is_as_read(word))) continue;
    taken = record;
    reads_.add(records[record].bases, records[record].qualities, file_, first + record);
  }
}

}  // namespace kres::genome

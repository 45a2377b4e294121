#include "genome/reads/recruit.h"

#include "base/sha256_blocks.h"

namespace kres::genome {

// Each step of a digest waits for the one before; the processor packs and cuts words meanwhile.
void Recruiter::digest_a_block() {
  if (file_read_ != nullptr) file_read_->digest_some(kSha256Block);
}

void Recruiter::list_words(const sequence::FastqRecord& record, std::uint64_t number) {
  digest_a_block();
  const auto* words = store_.add(record.bases);
  digest_a_block();
  append_words(words, record.bases.size(), step_, filter_, asked_);
  if (sampler_ != nullptr) sampler_->add(words, record.bases.size(), record.qualities, number);
  ends_.push_back(static_cast<std::uint32_t>(asked_.size()));
}

// The words that the filter does not rule out, each with the number of its record.
void Recruiter::list_candidates() {
  find_possible(asked_.words(), filter_, possible_);
  candidates_.clear();
  std::uint32_t record = 0;
  for (const auto i : possible_) {
    while (ends_[record] <= i) ++record;
    candidates_.push_back({asked_.words()[i], record});
  }
}

void Recruiter::add(std::span<const sequence::FastqRecord> records, std::uint64_t first) {
  asked_.clear();
  ends_.clear();
  for (std::size_t i = 0; i < records.size(); ++i) list_words(records[i], first + i);
  list_candidates();
  constexpr std::size_t kAhead = 8;
  std::uint32_t taken = UINT32_MAX;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i + 2 * kAhead < candidates_.size()) seeds_.fetch_bucket(candidates_[i + 2 * kAhead].word);
    if (i + kAhead < candidates_.size()) seeds_.fetch_seeds(candidates_[i + kAhead].word);
    const auto& [word, record] = candidates_[i];
    if (record == taken || !seeds_.contains(word)) continue;
    taken = record;
    reads_.add(records[record].bases, records[record].qualities, file_, first + record);
  }
}

}  // namespace kres::genome

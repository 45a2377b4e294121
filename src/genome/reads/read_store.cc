#include "genome/reads/read_store.h"

#include <algorithm>

#include "base/huge_pages.h"

namespace kres::genome {

namespace {
constexpr std::size_t kChunkBytes = 2 * kHugePage;
}

void ReadStore::keep_nothing() {
  complete_ = false;
  chunks_.clear();
  lengths_.clear();
}

// For so many words, with some to spare behind them; null if they are not to be kept.
std::uint64_t* ReadStore::room_for(std::size_t count) {
  if (!complete_) return nullptr;
  all_words_ += count;
  const std::size_t needed = count + kWordsBehind;
  if (all_words_ > most_words_) {
    keep_nothing();
  } else if (chunks_.empty() || chunks_.back().used + needed > chunks_.back().size) {
    const std::size_t bytes = std::max(needed * sizeof(std::uint64_t), kChunkBytes);
    Chunk chunk;
    chunk.words.reset(static_cast<std::uint64_t*>(allocate_huge(bytes)));
    chunk.size = bytes / sizeof(std::uint64_t);
    if (chunk.words == nullptr)
      keep_nothing();
    else
      chunks_.push_back(std::move(chunk));
  }
  return complete_ ? chunks_.back().words.get() + chunks_.back().used : nullptr;
}

const std::uint64_t* ReadStore::add(std::string_view bases) {
  const std::size_t count = packed_words(bases.size());
  std::uint64_t* words = room_for(count);
  if (words != nullptr) {
    chunks_.back().used += count;
    ++chunks_.back().reads;
    lengths_.push_back(static_cast<std::uint32_t>(bases.size()));
  } else {
    passing_.resize(std::max(passing_.size(), count + kWordsBehind));
    words = passing_.data();
  }
  pack_bases(bases, words);
  return words;
}

}  // namespace kres::genome

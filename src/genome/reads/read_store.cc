#include "genome/reads/read_store.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

namespace kres::genome {

namespace {
constexpr std::size_t kPage = std::size_t{2} << 20;  // a huge page: few faults on the way
constexpr std::size_t kSpare = ReadStore::kWordsBehind;
constexpr std::size_t kChunkWords = 2 * kPage / sizeof(std::uint64_t);
}  // namespace

void ReadStore::add_chunk(std::size_t words) {
  const std::size_t bytes = (words * sizeof(std::uint64_t) + kPage - 1) / kPage * kPage;
  auto* memory = static_cast<std::uint64_t*>(std::aligned_alloc(kPage, bytes));
  if (memory == nullptr) {
    complete_ = false;
    return;
  }
  ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish; without it all works, a little slower
  Chunk chunk;
  chunk.words.reset(memory);
  chunk.size = bytes / sizeof(std::uint64_t);
  chunks_.push_back(std::move(chunk));
}

void ReadStore::add(const std::uint64_t* words, std::uint32_t length) {
  if (!complete_) return;
  const auto count = packed_words(length);
  all_words_ += count;
  if (all_words_ > most_words_) complete_ = false;
  if (complete_ && (chunks_.empty() || chunks_.back().used + count + kSpare > chunks_.back().size))
    add_chunk(std::max(count + kSpare, kChunkWords));
  if (!complete_) {
    chunks_.clear();
    lengths_.clear();
    return;
  }
  auto& chunk = chunks_.back();
  std::memcpy(chunk.words.get() + chunk.used, words, count * sizeof(std::uint64_t));
  chunk.used += count;
  ++chunk.reads;
  lengths_.push_back(length);
}

}  // namespace kres::genome

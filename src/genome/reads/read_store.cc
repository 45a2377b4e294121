#include "genome/reads/read_store.h"

#include <algorithm>
#include <utility>

namespace kres::genome {

namespace {
constexpr std::size_t kChunkBytes = 2 * kHugePage;
}

// For so many words, with some to spare behind them.
bool ReadStore::has_room(std::size_t count) const {
  return !chunks_.empty() && chunks_.back().used + count + kWordsBehind <= chunks_.back().size;
}

bool ReadStore::make_room(std::size_t count) {
  const std::size_t bytes = std::max((count + kWordsBehind) * sizeof(std::uint64_t), kChunkBytes);
  Chunk chunk;
  chunk.words.reset(static_cast<std::uint64_t*>(allocate_huge(bytes)));
  chunk.size = bytes / sizeof(std::uint64_t);
  complete_ = complete_ && chunk.words != nullptr;
  if (complete_) chunks_.push_back(std::move(chunk));
  return complete_;
}

// Requires: has_room(count).
std::uint64_t* ReadStore::keep(std::size_t count, std::size_t length) {
  auto& chunk = chunks_.back();
  std::uint64_t* words = chunk.words.get() + chunk.used;
  chunk.used += count;
  ++chunk.reads;
  lengths_.push_back(static_cast<std::uint32_t>(length));
  return words;
}

// Moves what still is kept, and gives each chunk back when it is through.
void ReadStore::thin(int halvings) {
  if (halvings <= halvings_) return;
  auto chunks = std::exchange(chunks_, {});
  const auto lengths = std::exchange(lengths_, {});
  std::uint64_t record = 0;
  std::size_t kept = 0;
  for (auto& chunk : chunks) {
    const std::uint64_t* words = chunk.words.get();
    for (std::size_t i = 0; i < chunk.reads; ++i, ++record, ++kept) {
      while (!keeps(record)) ++record;
      const std::size_t count = packed_words(lengths[kept]);
      if (halvings_survived(record) >= halvings && (has_room(count) || make_room(count)))
        std::copy_n(words, count, keep(count, lengths[kept]));
      words += count;
    }
    chunk.words.reset();
  }
  halvings_ = halvings;
}

const std::uint64_t* ReadStore::add(std::string_view bases) {
  const std::size_t count = packed_words(bases.size());
  const auto record = added_++;
  bool is_kept = budget_ != nullptr && complete_ && keeps(record);
  if (is_kept && !has_room(count)) {
    thin(budget_->count(std::exchange(counted_, {})));
    is_kept = keeps(record) && (has_room(count) || make_room(count));
  }
  std::uint64_t* words = nullptr;
  if (is_kept) {
    counted_[static_cast<std::size_t>(halvings_survived(record))] += count;
    words = keep(count, bases.size());
  } else {
    passing_.resize(std::max(passing_.size(), count + kWordsBehind));
    words = passing_.data();
  }
  pack_bases(bases, words);
  return words;
}

void ReadStore::finish() {
  if (budget_ != nullptr) budget_->count(std::exchange(counted_, {}));
}

void ReadStore::settle() {
  if (budget_ != nullptr) thin(budget_->halvings());
  budget_ = nullptr;
}

}  // namespace kres::genome

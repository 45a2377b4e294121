#include "genome/reads/store_budget.h"

#include <numeric>

namespace kres::genome {

int StoreBudget::count(const WordsBySurvival& words) {
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < words.size(); ++i) counted_[i] += words[i];
  const auto kept = [&] {
    return std::accumulate(counted_.begin() + halvings_, counted_.end(), std::uint64_t{0});
  };
  constexpr int kMost = std::tuple_size_v<WordsBySurvival> - 1;
  while (halvings_ < kMost && kept() > most_) ++halvings_;
  return halvings_;
}

int StoreBudget::halvings() const {
  const std::lock_guard lock(mutex_);
  return halvings_;
}

}  // namespace kres::genome

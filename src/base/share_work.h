// Work in parts, on several threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace kres {

// Calls work(0) ... work(count - 1), each once, on so many threads.
template <class Work>
void share_work(std::size_t count, int threads, Work&& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(take);
  take();
}

// Calls work(part, begin, end) for each of `parts` parts of so many things, one behind the other.
template <class Work>
void share_parts(std::size_t things, int parts, Work&& work) {
  const auto number = static_cast<std::size_t>(parts);
  share_work(number, parts, [&](std::size_t part) {
    work(part, part * things / number, (part + 1) * things / number);
  });
}

}  // namespace kres

// How a program that runs once and holds large texts gets its memory. Both are to be called before
// there are threads. Without glibc, or where the system grants no huge pages, all works as before.
#pragma once

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <limits>

#include "base/huge_pages.h"

namespace kres {

// So many bytes of heap come in huge pages, with few faults on the way, and what is given back
// stays for the next who asks.
inline void keep_heap_in_huge_pages(std::size_t bytes) {
  constexpr int kLargest = 32 << 20;  // bytes of one piece on the heap; glibc takes no more
  ::mallopt(M_MMAP_THRESHOLD, kLargest);
  ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  ::mallopt(M_TOP_PAD, static_cast<int>(bytes));
  void* const first = std::malloc(kHugePage);  // makes the heap grow by as much as it is to hold
  if (first == nullptr) return;
  const auto from = reinterpret_cast<std::uintptr_t>(first) / kHugePage * kHugePage + kHugePage;
  ::madvise(reinterpret_cast<void*>(from), bytes / kHugePage * kHugePage, MADV_HUGEPAGE);
  std::free(first);
}

// Threads that work on one thing take memory from one heap, and so from pages that are there.
inline void share_one_heap() { ::mallopt(M_ARENA_MAX, 1); }

}  // namespace kres

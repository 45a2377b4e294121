// Memory for large tables: huge pages mean few faults on the way and few misses of addresses.
#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <new>
#include <vector>

namespace kres {

inline constexpr std::size_t kHugePage = std::size_t{2} << 20;  // bytes

// Whole huge pages, if the system grants them; without them all works, a little slower. Null if
// there is no memory. To be given back by std::free().
inline void* allocate_huge(std::size_t bytes) {
  bytes = (bytes + kHugePage - 1) / kHugePage * kHugePage;
  void* const memory = std::aligned_alloc(kHugePage, bytes);
  if (memory != nullptr) ::madvise(memory, bytes, MADV_HUGEPAGE);
  return memory;
}

template <class Value>
struct HugePageAllocator {
  using value_type = Value;
  HugePageAllocator() = default;
  template <class Other>
  HugePageAllocator(const HugePageAllocator<Other>&) {}

  // What is smaller than a page is allocated as usual.
  Value* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(Value);
    void* const memory = bytes < kHugePage ? std::malloc(bytes) : allocate_huge(bytes);
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<Value*>(memory);
  }
  void deallocate(Value* memory, std::size_t) { std::free(memory); }
  bool operator==(const HugePageAllocator&) const { return true; }
};

template <class Value>
using HugeVector = std::vector<Value, HugePageAllocator<Value>>;

}  // namespace kres

// A binary file of typed arrays ("sections"), made to be memory-mapped: the container of every
// index.
//
// Layout (little-endian): header {magic "KRESIDX\0", format version, number of sections, file size,
// checksum of everything after the header}, section table, then the arrays, each aligned to 64
// bytes. docs/formats/index.md.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "base/files.h"
#include "base/mapped_file.h"

namespace kres::genome {

inline constexpr std::uint32_t kIndexFormatVersion = 3;

class SectionWriter {
 public:
  template <class T>
  void add(std::uint32_t id, std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto bytes = std::as_bytes(items);
    add_bytes(id, sizeof(T), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
  template <class T>
  void add(std::uint32_t id, const std::vector<T>& items) {
    add(id, std::span<const T>(items));
  }
  void add_text(std::uint32_t id, std::string_view text) { add_bytes(id, 1, text); }
  std::string finish() const;  // the whole file

 private:
  struct Section {
    std::uint32_t id;
    std::uint32_t item_size;
    std::string bytes;
  };
  void add_bytes(std::uint32_t id, std::size_t item_size, std::string_view bytes);
  std::vector<Section> sections_;
};

class SectionFile {
 public:
  // Checks magic, version, size and that every section lies inside the file; also the checksum if
  // `verify`. Errors are `corrupt` and name the file.
  static Result<SectionFile> open(const Path& path, bool verify);

  template <class T>
  Result<std::span<const T>> section(std::uint32_t id) const {
    auto found = find(id, sizeof(T));
    if (!found) return tl::unexpected<Error>(found.error());
    return std::span<const T>(reinterpret_cast<const T*>(found->data()), found->size() / sizeof(T));
  }
  Result<std::string_view> text(std::uint32_t id) const { return find(id, 1); }

 private:
  explicit SectionFile(MappedFile file) : file_(std::move(file)) {}
  Result<std::string_view> find(std::uint32_t id, std::size_t item_size) const;
  Result<void> check(bool verify) const;
  MappedFile file_;
  std::string path_;
};

}  // namespace kres::genome

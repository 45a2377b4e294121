// Reads the tables of files that cmake/Embed.cmake puts into the program.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kres {

// A row of the table; the last one is all zeroes. Declare the table of kres_embed(target SYMBOL
// ...) as: extern "C" const kres::EmbeddedRow SYMBOL[];
struct EmbeddedRow {
  const char* path;
  const char* begin;
  const char* end;
};

struct EmbeddedFile {
  std::string_view path;
  std::string_view content;  // valid for the life of the program
};

inline std::vector<EmbeddedFile> embedded_files(const EmbeddedRow* row) {
  std::vector<EmbeddedFile> files;
  for (; row->path != nullptr; ++row)
    files.push_back({row->path, {row->begin, static_cast<std::size_t>(row->end - row->begin)}});
  return files;
}

}  // namespace kres

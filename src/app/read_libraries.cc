#include "app/read_libraries.h"

#include <set>

#include <fmt/format.h>

namespace kres::app {

Result<std::vector<genome::ReadLibrary>> read_libraries(const ReadFiles& files) {
  if (!files.nanopore.empty() && (!files.pairs.empty() || !files.interleaved.empty()))
    return bad_input("--ont together with other reads", files.nanopore.front(), 0,
                     "analyse nanopore reads and short reads with two commands");
  std::vector<genome::ReadLibrary> libraries;
  for (const auto& file : files.nanopore) libraries.push_back({.first = file, .second = {}});
  for (const auto& pair : files.pairs) {
    if (pair.empty() || pair.size() > 2)
      return bad_input(fmt::format("--reads is followed by {} files", pair.size()), "", 0,
                       "name one file, or the two files of a pair; repeat --reads for each lane");
    genome::ReadLibrary library{.first = pair[0], .second = {}};
    if (pair.size() == 2) library.second = pair[1];
    libraries.push_back(std::move(library));
  }
  for (const auto& file : files.interleaved)
    libraries.push_back({.first = file, .second = {}, .interleaved = true});
  std::set<Path> named;
  for (const auto& library : libraries)
    for (const auto& file : {std::optional<Path>(library.first), library.second})
      if (file && !named.insert(*file).second)
        return bad_input("is named twice", file->string(), 0,
                         "name each file of reads once; the two files of a pair differ");
  return libraries;
}

}  // namespace kres::app

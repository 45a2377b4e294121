// Writes the files of a reference set and notes their digests in its manifest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "genome/reference/reference_set.h"

namespace kres::genome {

class SetWriter {
 public:
  SetWriter(Path directory, Manifest& manifest)
      : directory_(std::move(directory)), manifest_(manifest) {}

  // `name` is a path inside the set: "tables/agents.tsv".
  Result<void> write(const std::string& name, std::string_view content);

 private:
  Path directory_;
  Manifest& manifest_;
};

// A release as the manifest names it, with size and digest of each of its files that was read.
Result<Source> describe_source(std::string name, std::string version, std::string licence,
                               const Path& folder, const std::vector<std::string>& files);

}  // namespace kres::genome

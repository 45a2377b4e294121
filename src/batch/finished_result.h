// Whether the result of an input is there already and may be kept.
#pragma once

#include <optional>
#include <string>

#include "base/files.h"
#include "genome/result/genome_result.h"

namespace kres::batch {

// What a result was made with. Two results of one input that agree in it are equal.
struct Identity {
  std::string software;
  std::string reference_digest;
  std::string settings_digest;
  std::string stated_species;  // by a person; empty: found
};

// The stored result if it is whole, byte for byte as the program writes it, and of this input and
// identity. Anything else, also a file that cannot be read, counts as not there.
std::optional<genome::GenomeResult> finished_result(const Path& file,
                                                    const std::string& input_sha256,
                                                    const Identity& identity);

}  // namespace kres::batch

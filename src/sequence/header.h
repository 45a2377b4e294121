// What a FASTA header line says: name, description, topology.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::sequence {

struct Header {
  std::string name;
  std::string description;
  bool circular = false;
};

// Requires: `line` is the header without '>' and line end. `file` and `number` are for errors.
Result<Header> parse_header(std::string_view line, const std::string& file, std::size_t number);

}  // namespace kres::sequence

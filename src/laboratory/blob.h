// A stored file, named by the digest of its bytes.
#pragma once

#include <cstdint>
#include <string>

namespace kres::laboratory {

struct Blob {
  std::string sha256;  // 64 lower-case hexadecimal digits
  std::uint64_t size = 0;
  std::string media_type;     // "text/x-fasta"
  std::string original_name;  // file name as sent, without folders
};

}  // namespace kres::laboratory

#include "sequence/foreign_format.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace kres::sequence {

namespace {

struct Format {
  std::string_view start;
  std::string_view message;
  std::string_view remedy;
};

constexpr std::string_view kUncompress = "decompress it, or use gzip, xz or zstd";
constexpr std::string_view kWantFasta = "give the assembly as FASTA";
constexpr std::array kFormats = {
    Format{"@", "is FASTQ (reads), not an assembly", "give reads with --reads"},
    Format{"LOCUS ", "is a GenBank record, not FASTA", kWantFasta},
    Format{"ID   ", "is an EMBL record, not FASTA", kWantFasta},
    Format{"BZh", "is compressed with bzip2, which is not read", kUncompress},
    Format{"PK\x03\x04", "is a zip archive, which is not read", kUncompress},
    Format{"\x1f\x8b", "is compressed twice", "decompress it once"},
};

}  // namespace

std::size_t first_binary_byte(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7f || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
  });
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

Error not_fasta(std::string_view text, const std::string& name) {
  const auto error = [&](std::string message, std::string_view remedy, std::size_t line) {
    return Error{ErrorCode::bad_input, std::move(message), name, line, std::string(remedy)};
  };
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return error("holds no sequence", kWantFasta, 0);
  const auto content = text.substr(start);
  for (const Format& format : kFormats)
    if (content.starts_with(format.start))
      return error(std::string(format.message), format.remedy, 0);
  if (const auto byte = first_binary_byte(text.substr(0, 1 << 16)); byte != std::string_view::npos)
    return error(fmt::format("is not a text file: binary data at byte {}", byte + 1), kWantFasta,
                 0);
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(start), '\n');
  return error("text before the first header line ('>')", kWantFasta,
               static_cast<std::size_t>(line));
}

}  // namespace kres::sequence

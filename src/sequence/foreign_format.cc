#include "sequence/foreign_format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

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
constexpr std::array kForeignFormats = {
    Format{"@", "is FASTQ (reads), not an assembly", "give reads with --reads"},
    Format{"LOCUS ", "is a GenBank record, not FASTA", kWantFasta},
    Format{"ID   ", "is an EMBL record, not FASTA", kWantFasta},
};

constexpr std::string_view kWantFastq = "give reads as FASTQ";
constexpr std::string_view kSamtools = "take the reads out with 'samtools fastq'";
constexpr std::array kForeignReads = {
    Format{">", "is FASTA, not FASTQ: it has no qualities", "give an assembly without --reads"},
    Format{"BAM\x01", "is BAM, not FASTQ", kSamtools},
    Format{"CRAM", "is CRAM, not FASTQ", kSamtools},
    Format{"\x89HDF", "is FAST5 or other HDF5, not FASTQ", "give the basecalled reads as FASTQ"},
    Format{"\x8bPOD", "is POD5, not FASTQ", "give the basecalled reads as FASTQ"},
    Format{"NCBI.sra", "is an SRA archive, not FASTQ", "take the reads out with 'fasterq-dump'"},
    Format{"LOCUS ", "is a GenBank record, not FASTQ", kWantFastq},
    Format{"ID   ", "is an EMBL record, not FASTQ", kWantFastq},
};

constexpr std::array kForeignCompressions = {
    Format{"BZh", "is compressed with bzip2, which is not read", kUncompress},
    Format{"PK\x03\x04", "is a zip archive, which is not read", kUncompress},
    Format{"\x1f\x8b", "is compressed twice", "decompress it once"},
};

Error error_of(std::string message, std::string_view remedy, const std::string& name,
               std::size_t line = 0) {
  return {ErrorCode::bad_input, std::move(message), name, line, std::string(remedy)};
}

std::optional<Error> known_format(std::string_view text, std::span<const Format> formats,
                                  const std::string& name) {
  for (const auto& known : {formats, std::span<const Format>(kForeignCompressions)})
    for (const Format& format : known)
      if (text.starts_with(format.start))
        return error_of(std::string(format.message), format.remedy, name);
  return std::nullopt;
}

std::optional<Error> binary_data(std::string_view text, std::string_view remedy,
                                 const std::string& name) {
  const auto byte = first_binary_byte(text.substr(0, 1 << 16));
  if (byte == std::string_view::npos) return std::nullopt;
  return error_of(fmt::format("is not a text file: binary data at byte {}", byte + 1), remedy,
                  name);
}

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
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return error_of("holds no sequence", kWantFasta, name);
  if (auto error = known_format(text.substr(start), kForeignFormats, name)) return *error;
  if (auto error = binary_data(text, kWantFasta, name)) return *error;
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(start), '\n');
  return error_of("text before the first header line ('>')", kWantFasta, name,
                  static_cast<std::size_t>(line));
}

Error not_fastq(std::string_view text, const std::string& name) {
  if (is_sam(text)) return error_of("is SAM, not FASTQ", kSamtools, name);
  if (auto error = known_format(text, kForeignReads, name)) return *error;
  if (auto error = binary_data(text, kWantFastq, name)) return *error;
  return error_of("does not begin with a FASTQ record ('@')", kWantFastq, name, 1);
}

bool is_sam(std::string_view text) {
  constexpr std::array<std::string_view, 5> kHeaderLines = {"@HD\t", "@SQ\t", "@RG\t", "@PG\t",
                                                            "@CO\t"};
  return std::any_of(kHeaderLines.begin(), kHeaderLines.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace kres::sequence

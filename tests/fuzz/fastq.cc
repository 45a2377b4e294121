// Any bytes are either reads that keep their contract, whatever the size of blocks, or a refusal
// that names the file.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sequence/compression.h"
#include "sequence/fastq.h"
#include "sequence/special_bytes.h"
#include "tests/fuzz/require.h"

namespace {

using kres::Result;
using kres::fuzz::require;

constexpr std::uint64_t kLargest = 1 << 20;  // bytes, decompressed

// All records, written as FASTQ.
Result<std::string> read_all(std::string bytes, std::size_t block_bytes) {
  KRES_ASSIGN(auto reader, kres::sequence::FastqReader::of(std::move(bytes), "fuzz",
                                                           {.record_bytes = kLargest,
                                                            .content_bytes = kLargest,
                                                            .block_bytes = block_bytes,
                                                            .piece_bytes = block_bytes}));
  std::string text;
  std::uint64_t count = 0;
  while (true) {
    KRES_ASSIGN(const auto records, reader.next());
    if (records.empty()) break;
    for (const auto& [name, bases, qualities] : records) {
      require(bases.size() == qualities.size());
      require(kres::sequence::only_nucleotide_codes_plain(bases));
      for (const char c : qualities) require(!kres::sequence::is_special(c));
      text.append("@").append(name).append("\n").append(bases).append("\n+\n");
      text.append(qualities).append("\n");
    }
    count += records.size();
    require(reader.records() == count);
  }
  require(count > 0 && reader.bytes_read() == reader.bytes_total());
  require(reader.sha256().size() == 64);
  return text;
}

bool decompresses(const std::string& bytes) {
  const auto compression = kres::sequence::compression_of(bytes);
  return compression == kres::sequence::Compression::none ||
         kres::sequence::decompress(bytes, compression, "fuzz", kLargest);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto text = read_all(bytes, 1 << 17);
  const auto in_blocks = read_all(bytes, 64 + size % 61);
  require(text.has_value() == in_blocks.has_value());
  if (kres::fuzz::refused(text, "fuzz") && kres::fuzz::refused(in_blocks, "fuzz")) return 0;
  require(*in_blocks == *text && decompresses(bytes));
  const auto again = read_all(*text, 1 << 17);
  require(again.has_value() && *again == *text);
  return 0;
}

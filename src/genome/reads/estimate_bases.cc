#include "genome/reads/estimate_bases.h"

#include "sequence/fastq.h"

namespace kres::genome {

namespace {

constexpr std::uint64_t kText = 400'000;  // bytes

double bases_of(const Path& path) {
  auto reader = sequence::FastqReader::open(path);
  if (!reader) return 0;
  std::uint64_t bases = 0, text = 0;
  while (text < kText) {
    const auto records = reader->next();
    if (!records || records->empty()) break;
    for (const auto& record : *records) {
      bases += record.bases.size();
      text += record.name.size() + 2 * record.bases.size();
    }
  }
  const auto read = reader->bytes_read();
  return read == 0 ? 0
                   : static_cast<double>(bases) * static_cast<double>(reader->bytes_total()) /
                         static_cast<double>(read);
}

}  // namespace

std::uint64_t estimate_bases(const std::vector<Path>& files) {
  double bases = 0;
  for (const auto& file : files) bases += bases_of(file);
  return static_cast<std::uint64_t>(bases);
}

}  // namespace kres::genome

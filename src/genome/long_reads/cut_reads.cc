#include "genome/long_reads/cut_reads.h"

namespace kres::genome {

void cut_read(const sequence::FastqRecord& record, std::vector<sequence::FastqRecord>& pieces) {
  const std::size_t length = record.bases.size();
  const std::size_t count = (length + kPieceLength - 1) / kPieceLength;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = i * length / count, to = (i + 1) * length / count;
    pieces.push_back({record.name, record.bases.substr(from, to - from),
                      record.qualities.substr(from, to - from)});
  }
}

}  // namespace kres::genome

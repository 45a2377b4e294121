#include "genome/quality/read_sample.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace kres::genome {

namespace {

// The first bases of what follows the insert where a read is longer than it: Illumina's document
// 1000000002694, "Illumina Adapter Sequences". Twelve of them are in a genome by chance once in 17
// million places.
constexpr std::string_view kTruSeq = "AGATCGGAAGAG", kNextera = "CTGTCTCTTATA";
constexpr std::size_t kShortRead = 600;  // bases

bool holds(std::string_view bases, std::string_view adapter) {
  return memmem(bases.data(), bases.size(), adapter.data(), adapter.size()) != nullptr;
}

}  // namespace

void ReadSample::add(const sequence::FastqRecord& record) {
  ++reads;
  for (const char c : record.qualities) ++bases_of_score[static_cast<std::size_t>(c - '!')];
  if (record.bases.size() > kShortRead) return;
  const bool truseq = holds(record.bases, kTruSeq), nextera = holds(record.bases, kNextera);
  ++short_reads;
  with_truseq += truseq;
  with_nextera += nextera;
  with_adapter += truseq || nextera;
}

ReadSample& ReadSample::operator+=(const ReadSample& more) {
  reads += more.reads;
  short_reads += more.short_reads;
  with_truseq += more.with_truseq;
  with_nextera += more.with_nextera;
  with_adapter += more.with_adapter;
  std::transform(bases_of_score.begin(), bases_of_score.end(), more.bases_of_score.begin(),
                 bases_of_score.begin(), std::plus<>());
  return *this;
}

}  // namespace kres::genome

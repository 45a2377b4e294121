#include "genome/reads/recruited_reads.h"

#include <algorithm>
#include <tuple>

#include "sequence/nucleotides.h"

namespace kres::genome {

void RecruitedReads::add(std::string_view bases, std::string_view qualities, std::uint32_t file,
                         std::uint64_t record) {
  reads_.push_back({bases_.size(), static_cast<std::uint32_t>(bases.size()), file, record});
  for (const char base : bases) bases_ += sequence::base_of_code(sequence::base_code(base));
  qualities_ += qualities;
}

void RecruitedReads::add_of_store(std::string_view bases, std::uint32_t file,
                                  std::uint64_t record) {
  constexpr char kAssumedQuality = '!' + 30;
  add(bases, std::string(bases.size(), kAssumedQuality), file, record);
}

void RecruitedReads::append(const RecruitedReads& more) {
  const std::uint64_t shift = bases_.size();
  for (auto read : more.reads_) {
    read.offset += shift;
    reads_.push_back(read);
  }
  bases_ += more.bases_;
  qualities_ += more.qualities_;
}

void RecruitedReads::keep_share(double share) {
  std::erase_if(reads_,
                [&](const RecruitedRead& read) { return !is_in_share(read.record, share); });
}

void RecruitedReads::sort_by_record() {
  std::sort(reads_.begin(), reads_.end(), [](const RecruitedRead& a, const RecruitedRead& b) {
    return std::tie(a.file, a.record) < std::tie(b.file, b.record);
  });
}

}  // namespace kres::genome

#include "genome/reads/recruited_reads.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

std::uint64_t bases_of(const std::vector<RecruitedRead>& reads) {
  std::uint64_t sum = 0;
  for (const auto& read : reads) sum += read.length;
  return sum;
}

}  // namespace

void RecruitedReads::add(std::string_view bases, std::string_view qualities, std::uint32_t file,
                         std::uint64_t record) {
  reads_.push_back({bases_.size(), static_cast<std::uint32_t>(bases.size()), file, record});
  bases_ += bases;
  for (auto base = bases_.end() - static_cast<std::ptrdiff_t>(bases.size()); base != bases_.end();
       ++base)
    *base = sequence::base_of_code(sequence::base_code(*base));
  qualities_ += qualities;
  total_ += bases.size();
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
  total_ += more.total_;
}

void RecruitedReads::keep_share(double share) {
  std::erase_if(reads_,
                [&](const RecruitedRead& read) { return !is_in_share(read.record, share); });
  total_ = bases_of(reads_);
}

RecruitedReads RecruitedReads::share_of(double share) const {
  RecruitedReads some;
  std::copy_if(reads_.begin(), reads_.end(), std::back_inserter(some.reads_),
               [&](const RecruitedRead& read) { return is_in_share(read.record, share); });
  some.total_ = bases_of(some.reads_);
  some.bases_.reserve(some.total_);
  some.qualities_.reserve(some.total_);
  for (auto& read : some.reads_) {
    const auto from = std::exchange(read.offset, some.bases_.size());
    some.bases_.append(bases_, from, read.length);
    some.qualities_.append(qualities_, from, read.length);
  }
  return some;
}

void RecruitedReads::sort_by_record() {
  std::sort(reads_.begin(), reads_.end(), [](const RecruitedRead& a, const RecruitedRead& b) {
    return std::tie(a.file, a.record) < std::tie(b.file, b.record);
  });
}

}  // namespace kres::genome

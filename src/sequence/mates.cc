#include "sequence/mates.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <xxhash.h>

#include "sequence/special_bytes.h"

namespace kres::sequence {

namespace {

constexpr std::uint64_t kBlockRecords = 4096;
constexpr const char* kSingle =
    "give two files of mates, a whole interleaved file, or unpaired reads as one file of their own "
    "(kres analyse: --reads FILE)";
constexpr std::string_view kSeparators = "/._";

bool is_marked(std::string_view name, char mate, std::string_view separators = kSeparators) {
  return name.size() > 2 && name.back() == mate &&
         separators.find(name[name.size() - 2]) != std::string_view::npos;
}

bool has_slash(std::string_view name) {
  return is_marked(name, '1', "/") || is_marked(name, '2', "/");
}

std::uint64_t chained(std::uint64_t digest, std::uint64_t next) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
  return ((digest << 5 | digest >> 59) ^ next) * kOdd;
}

// A name as a message may hold it.
std::string shown(std::string_view name) {
  constexpr std::size_t kMost = 80;
  std::string text(name.substr(0, kMost));
  std::replace_if(text.begin(), text.end(), is_special, '?');
  return text;
}

// One record of a file after the other.
class Records {
 public:
  explicit Records(FastqReader reader) : reader_(std::move(reader)) {}

  Result<std::optional<FastqRecord>> next() {
    if (left_.empty()) {
      KRES_ASSIGN(left_, reader_.next());
    }
    if (left_.empty()) return std::nullopt;
    const FastqRecord record = left_.front();
    left_ = left_.subspan(1);
    return record;
  }

 private:
  FastqReader reader_;
  std::span<const FastqRecord> left_;
};

Error no_mates(std::uint64_t record, std::string_view name, const Path& first,
               std::string_view other, const Path& second) {
  const std::string what =
      name == other ? fmt::format("record {} is '{}' in {} too: the files hold the same reads",
                                  record, shown(name), second.string())
                    : fmt::format(
                          "record {} is '{}', but '{}' in {}: the files do not hold the "
                          "same pairs",
                          record, shown(name), shown(other), second.string());
  return {ErrorCode::bad_input, what, first.string(), static_cast<std::size_t>(4 * record - 3),
          "give the two files of one library as they came from the sequencer"};
}

// Fails at the first records that are no mates; what one file has more of is not looked at.
Result<void> compare_names(const Path& first, const Path& second, const FastqLimits& limits) {
  KRES_ASSIGN(auto first_file, FastqReader::open(first, limits));
  KRES_ASSIGN(auto second_file, FastqReader::open(second, limits));
  Records first_records(std::move(first_file)), second_records(std::move(second_file));
  for (std::uint64_t record = 1;; ++record) {
    KRES_ASSIGN(const auto one, first_records.next());
    KRES_ASSIGN(const auto other, second_records.next());
    if (!one || !other) return {};
    if (!are_mates(one->name, other->name))
      return fail(no_mates(record, one->name, first, other->name, second));
  }
}

}  // namespace

bool are_mates(std::string_view first, std::string_view second) {
  if (first == second) return !has_slash(first);
  return first.size() == second.size() && is_marked(first, '1') && is_marked(second, '2') &&
         first.substr(0, first.size() - 1) == second.substr(0, second.size() - 1);
}

void MateNames::add(std::span<const FastqRecord> records) {
  for (const FastqRecord& record : records) {
    if (records_++ % kBlockRecords == 0) blocks_.emplace_back();
    Block& block = blocks_.back();
    const std::string_view name = record.name;
    const std::string_view stem = name.substr(0, std::max<std::size_t>(name.size(), 1) - 1);
    const std::uint64_t digest = XXH3_64bits(stem.data(), stem.size());
    const std::uint64_t last = name.empty() ? 256 : static_cast<std::uint8_t>(name.back());
    block.stems = chained(block.stems, digest);
    block.names = chained(chained(block.names, digest), last);
    block.all_first = block.all_first && is_marked(name, '1');
    block.all_second = block.all_second && is_marked(name, '2');
    block.any_slash = block.any_slash || has_slash(name);
    ++block.records;
  }
}

bool MateNames::may_differ(const Block& first, const Block& second) {
  if (first.records != second.records) return true;
  if (first.names == second.names) return first.any_slash;
  return first.stems != second.stems || !first.all_first || !second.all_second;
}

bool MateNames::may_differ(const MateNames& first, const MateNames& second) {
  const std::size_t common = std::min(first.blocks_.size(), second.blocks_.size());
  for (std::size_t i = 0; i < common; ++i)
    if (may_differ(first.blocks_[i], second.blocks_[i])) return true;
  return false;
}

Result<void> check_mates(const Path& first, const MateNames& first_names, const Path& second,
                         const MateNames& second_names, const FastqLimits& limits) {
  if (MateNames::may_differ(first_names, second_names))
    KRES_TRY(compare_names(first, second, limits));
  if (first_names.records() != second_names.records())
    return bad_input(fmt::format("has {} reads, but {} has {}: one of them is not whole",
                                 first_names.records(), second.string(), second_names.records()),
                     first.string(), 0, "transfer both files again and compare their checksums");
  return {};
}

// All pairs that are whole; the last first read waits for its mate.
void InterleavedReader::take(std::span<const FastqRecord> records) {
  pairs_.clear();
  if (waits_) {
    const Waiting& first = waiting_[block_ % 2];
    pairs_.push_back({first.name, first.bases, first.qualities});
  }
  pairs_.insert(pairs_.end(), records.begin(), records.end());
  waits_ = pairs_.size() % 2 == 1;
  if (!waits_) return;
  const FastqRecord& last = pairs_.back();
  waiting_[++block_ % 2] = {std::string(last.name), std::string(last.bases),
                            std::string(last.qualities)};
  pairs_.pop_back();
}

Result<void> InterleavedReader::check_pairs() const {
  for (std::size_t i = 0; i + 1 < pairs_.size(); i += 2)
    if (!are_mates(pairs_[i].name, pairs_[i + 1].name))
      return bad_input(
          fmt::format("records {} and {}, '{}' and '{}', are no pair", given_ + i + 1,
                      given_ + i + 2, shown(pairs_[i].name), shown(pairs_[i + 1].name)),
          reader_.name(), static_cast<std::size_t>(4 * (given_ + i) + 1), kSingle);
  return {};
}

Result<std::span<const FastqRecord>> InterleavedReader::next() {
  given_ += pairs_.size();
  do {
    KRES_ASSIGN(const auto records, reader_.next());
    if (records.empty() && waits_)
      return bad_input(
          fmt::format("the last read, '{}', has no mate", shown(waiting_[block_ % 2].name)),
          reader_.name(), static_cast<std::size_t>(4 * given_ + 1), kSingle);
    take(records);
    if (records.empty()) break;
  } while (pairs_.empty());
  KRES_TRY(check_pairs());
  return pairs_;
}

}  // namespace kres::sequence

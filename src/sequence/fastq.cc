#include "sequence/fastq.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <fmt/format.h>

#include "sequence/content_stream.h"
#include "sequence/fastq_records.h"

namespace kres::sequence {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kSmallestBlock = 64;  // bytes; tells a file's format

std::size_t at_least_smallest(std::size_t bytes) { return std::max(bytes, kSmallestBlock); }

// The lines of one record, as far as they are there; `whole` if none is missing.
std::string_view first_record(std::string_view text, bool& whole) {
  std::size_t end = 0;
  for (int line = 0; line < 4; ++line) {
    end = text.find('\n', end);
    whole = end != std::string_view::npos;
    if (!whole) return text;
    ++end;
  }
  return text.substr(0, end);
}

}  // namespace

struct FastqReader::State {
  RawFile file;
  FastqLimits limits;
  std::unique_ptr<ContentStream> content{};
  std::vector<char> text = std::vector<char>(
      at_least_smallest(limits.block_bytes));  // never full at the end of the content
  std::size_t parsed = 0, filled = 0;          // in text
  std::uint64_t content_bytes = 0;
  bool ended = false;       // all of the content is in text
  bool blank_line = false;  // where a record should begin
  std::uint64_t records = 0;
  std::vector<FastqRecord> found{};

  std::string_view rest() const { return {text.data() + parsed, filled - parsed}; }
  Result<void> fill();
  void skip_blank_lines();
  bool parse();
  Result<void> fault();
  Result<void> refuse(Error error);
  Error too_long() const;
};

// Moves what is left to the front and reads on, until the text is full or the content at its end.
Result<void> FastqReader::State::fill() {
  filled -= parsed;
  std::memmove(text.data(), text.data() + parsed, filled);
  parsed = 0;
  if (filled > text.size() / 2) text.resize(2 * text.size());
  while (!ended && filled < text.size()) {
    KRES_ASSIGN(const std::size_t count, content->read(text.data() + filled, text.size() - filled));
    ended = count == 0;
    filled += count;
    content_bytes += count;
    if (content_bytes > limits.content_bytes)
      return fail(
          {ErrorCode::too_large,
           fmt::format("the decompressed content is larger than {} bytes", limits.content_bytes),
           file.name(), 0, "send the reads of one isolate per file"});
  }
  if (ended && filled > 0 && text[filled - 1] != '\n') text[filled++] = '\n';
  return {};
}

// They may stand at the end only.
void FastqReader::State::skip_blank_lines() {
  const std::string_view left = rest();
  const auto is_blank = [](char c) { return c == '\n' || c == '\r'; };
  const auto blank = std::find_if_not(left.begin(), left.end(), is_blank) - left.begin();
  parsed += static_cast<std::size_t>(blank);
  blank_line |= blank > 0;
}

// Whether more text cannot make a record of what is left.
bool FastqReader::State::parse() {
  const ParsedRecords found_now = parse_records(rest(), found);
  parsed += found_now.end;
  records += found.size();
  return found_now.fault || ended;
}

// What is wrong with the record that stands next. Reads on, so that all its lines can be looked at.
Result<void> FastqReader::State::fault() {
  bool whole = false;
  std::string_view record = first_record(rest(), whole);
  while (!whole && !ended && rest().size() <= limits.record_bytes) {
    KRES_TRY(fill());
    record = first_record(rest(), whole);
  }
  if (records == 0 && has_old_line_ends(record)) return refuse(old_line_ends_fault(file.name()));
  return refuse(record_fault(record, records, file.name(), ended && record == rest()));
}

// Damage to compressed data may first show as a record with a fault, so the rest of the file is
// read too: what is wrong with the file comes before what is wrong with its content.
Result<void> FastqReader::State::refuse(Error error) {
  while (records > 0 && !ended) {
    KRES_ASSIGN(const std::size_t count, content->read(text.data(), text.size()));
    ended = count == 0;
  }
  return fail(std::move(error));
}

Error FastqReader::State::too_long() const {
  if (records == 0 && has_old_line_ends(rest())) return old_line_ends_fault(file.name());
  return {ErrorCode::too_large,
          fmt::format("record {} is longer than {} bytes", records + 1, limits.record_bytes),
          file.name(), static_cast<std::size_t>(4 * records + 1),
          "give FASTQ with one read per record of four lines"};
}

Result<std::span<const FastqRecord>> FastqReader::next() {
  State& s = *state_;
  s.found.clear();
  while (true) {
    KRES_TRY(s.fill());
    s.skip_blank_lines();
    if (s.rest().empty() && s.ended) break;
    if (s.rest().empty()) continue;
    if (s.blank_line) KRES_TRY(s.refuse(blank_line_fault(s.records, s.file.name())));
    const bool whole = s.parse();
    if (!s.found.empty()) return s.found;
    if (whole) KRES_TRY(s.fault());
    if (s.rest().size() > s.limits.record_bytes) return fail(s.too_long());
  }
  if (s.records == 0) return bad_input("holds no reads", s.file.name(), 0, "give reads as FASTQ");
  return std::span<const FastqRecord>();
}

FastqReader::FastqReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
FastqReader::FastqReader(FastqReader&&) noexcept = default;
FastqReader& FastqReader::operator=(FastqReader&&) noexcept = default;
FastqReader::~FastqReader() = default;

Result<FastqReader> FastqReader::start(std::unique_ptr<State> state) {
  State& s = *state;
  if (s.file.size() == 0) return bad_input("is empty", s.file.name(), 0, "give reads as FASTQ");
  KRES_ASSIGN(s.content, open_content(s.file));
  KRES_TRY(s.fill());
  if (s.rest().starts_with(kByteOrderMark)) s.parsed = kByteOrderMark.size();
  // Only what a block of any size shows, so that none of them refuses what another one reads.
  const auto shown = s.rest().substr(0, kSmallestBlock - kByteOrderMark.size());
  if (has_old_line_ends(shown)) return fail(old_line_ends_fault(s.file.name()));
  return FastqReader(std::move(state));
}

Result<FastqReader> FastqReader::open(const Path& path, const FastqLimits& limits) {
  KRES_ASSIGN(auto file, RawFile::open(path, at_least_smallest(limits.piece_bytes)));
  return start(std::make_unique<State>(State{.file = std::move(file), .limits = limits}));
}

Result<FastqReader> FastqReader::of(std::string bytes, std::string name,
                                    const FastqLimits& limits) {
  return start(std::make_unique<State>(State{
      .file = RawFile::of(std::move(bytes), std::move(name), at_least_smallest(limits.piece_bytes)),
      .limits = limits}));
}

const std::string& FastqReader::name() const { return state_->file.name(); }
std::uint64_t FastqReader::records() const { return state_->records; }
std::uint64_t FastqReader::bytes_read() const { return state_->content->position(); }
std::uint64_t FastqReader::bytes_total() const { return state_->file.size(); }
void FastqReader::digest_some(std::size_t bytes) { state_->file.digest_some(bytes); }
std::string FastqReader::sha256() { return state_->file.sha256(); }

}  // namespace kres::sequence

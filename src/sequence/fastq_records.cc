#include "sequence/fastq_records.h"

#include <algorithm>
#include <array>

#include "sequence/special_bytes.h"

namespace kres::sequence {

namespace {

constexpr std::size_t kWindow = std::size_t{16} << 10;  // bytes that are looked through at a time

// Walks over the special bytes of a text, line by line.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::size_t start() const { return start_; }  // of the next line

  // Goes behind the next line and says where its first word ends; false if no line ends.
  bool skip_words(std::size_t& word_end) {
    if (!more()) return false;
    while (static_cast<std::uint8_t>(text_[special()]) > ' ') {  // a letter beyond ASCII
      ++next_;
      if (!more()) return false;
    }
    word_end = special();
    while (text_[special()] != '\n') {
      ++next_;
      if (!more()) return false;
    }
    end_line();
    return true;
  }

  // Goes behind the next line; `line` is what stands before its first special byte, which must end
  // the line or `fault` is set. False if no line ends.
  bool next_letters(std::string_view& line, bool& fault) {
    if (!more()) return false;
    line = text_.substr(start_, special() - start_);
    if (text_[special()] == '\r') {
      ++next_;
      if (!more()) return false;
    }
    fault = text_[special()] != '\n' || special() > start_ + line.size() + 1;
    if (!fault) end_line();
    return true;
  }

 private:
  bool more() {
    while (next_ == count_) {
      window_ = window_end_;
      if (window_ == text_.size()) return false;
      window_end_ += std::min(kWindow, text_.size() - window_);
      count_ = find_special_bytes(text_.substr(window_, kWindow), offsets_.data());
      next_ = 0;
    }
    return true;
  }
  std::size_t special() const { return window_ + offsets_[next_]; }
  void end_line() {
    start_ = special() + 1;
    ++next_;
  }

  std::string_view text_;
  std::array<std::uint32_t, kWindow + kSpecialRoom> offsets_;  // of the window's special bytes
  std::size_t window_ = 0, window_end_ = 0;
  std::size_t next_ = 0, count_ = 0;  // in offsets_
  std::size_t start_ = 0;
};

}  // namespace

ParsedRecords parse_records(std::string_view text, std::vector<FastqRecord>& records) {
  Lines lines(text);
  ParsedRecords parsed;
  while (parsed.end < text.size()) {
    FastqRecord record;
    parsed.fault = text[parsed.end] != '@';
    std::size_t name_end = 0, ignored = 0;
    if (parsed.fault || !lines.skip_words(name_end)) break;
    record.name = text.substr(parsed.end + 1, name_end - parsed.end - 1);
    if (!lines.next_letters(record.bases, parsed.fault) || parsed.fault) break;
    parsed.fault = lines.start() < text.size() && text[lines.start()] != '+';
    if (parsed.fault || !lines.skip_words(ignored)) break;
    if (!lines.next_letters(record.qualities, parsed.fault)) break;
    parsed.fault |=
        record.bases.size() != record.qualities.size() || !only_nucleotide_codes(record.bases);
    if (parsed.fault) break;
    records.push_back(record);
    parsed.end = lines.start();
  }
  return parsed;
}

}  // namespace kres::sequence

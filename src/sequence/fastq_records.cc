#include "sequence/fastq_records.h"

#include <fmt/format.h>

#include "sequence/foreign_format.h"
#include "sequence/special_bytes.h"

namespace kres::sequence {

namespace {

// Walks over the special bytes, line by line.
class Lines {
 public:
  Lines(std::string_view text, const std::vector<std::uint32_t>& special)
      : text_(text), next_(special.data()), end_(special.data() + special.size()) {}

  std::size_t start() const { return start_; }

  // Goes behind the next line and says where its first special byte stands; false if no line ends.
  // The special bytes of a line of words do not matter.
  bool skip_words(std::size_t& first) {
    if (next_ == end_) return false;
    first = *next_;
    while (text_[*next_] != '\n')
      if (++next_ == end_) return false;
    start_ = *next_++ + 1;
    return true;
  }

  // Goes behind the next line; `line` is what stands before its first special byte, which must end
  // the line or `fault` is set.
  bool next_letters(std::string_view& line, bool& fault) {
    if (next_ == end_) return false;
    line = text_.substr(start_, *next_ - start_);
    if (text_[*next_] != '\n') {
      const std::size_t after = *next_ + 1;
      if (after == text_.size() && text_[*next_] == '\r') return false;
      fault = text_[*next_] != '\r' || text_[after] != '\n';
      if (fault) return true;
      ++next_;
    }
    start_ = *next_++ + 1;
    return true;
  }

 private:
  std::string_view text_;
  const std::uint32_t* next_;
  const std::uint32_t* end_;
  std::size_t start_ = 0;  // of the next line
};

}  // namespace

ParsedRecords parse_records(std::string_view text, const std::vector<std::uint32_t>& special,
                            std::vector<FastqRecord>& records) {
  Lines lines(text, special);
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

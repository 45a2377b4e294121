// Says what is wrong with a FASTQ record, for the person who has to get a better file.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sequence/fastq_records.h"
#include "sequence/foreign_format.h"
#include "sequence/special_bytes.h"

namespace kres::sequence {

namespace {

constexpr std::string_view kAgain = "transfer the file again and compare its checksum";
constexpr std::string_view kUnwrap =
    "write one line per sequence, for example with 'seqtk seq -l 0'";

// The lines of one record that are there.
struct RecordLines {
  std::array<std::string_view, 4> line;
  std::size_t whole = 0;  // lines with their end
  std::size_t size = 0;   // bytes of them

  explicit RecordLines(std::string_view text) {
    for (std::string_view& content : line) {
      const auto end = text.find('\n', size);
      content = text.substr(size, std::min(end, text.size()) - size);
      if (content.ends_with('\r')) content.remove_suffix(1);
      if (end == std::string_view::npos) return;
      size = end + 1;
      ++whole;
    }
  }
};

struct Fault {
  std::size_t line = 0;  // of the record, 0-based
  std::string message;
  std::string_view remedy = kAgain;
};

std::string described(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  if (c == ' ') return "a space";
  return is_special(c) ? fmt::format("the byte 0x{:02x}", byte) : fmt::format("the letter '{}'", c);
}

Fault bad_letter(std::string_view bases) {
  const auto bad = std::find_if(bases.begin(), bases.end(), [](char c) {
    return !only_nucleotide_codes_plain({&c, 1});
  });
  return {1, fmt::format("holds {} among its bases, which is no nucleotide code", described(*bad)),
          is_special(*bad) ? kAgain : "give reads of DNA"};
}

Fault fault_of(const RecordLines& lines, bool at_end) {
  const auto& [header, bases, plus, qualities] = lines.line;
  const auto special = std::find_if(qualities.begin(), qualities.end(), is_special);
  if (!header.starts_with('@')) return {0, "does not begin with '@'"};
  if (!only_nucleotide_codes_plain(bases)) return bad_letter(bases);
  if (lines.whole >= 2 && !plus.empty() && !plus.starts_with('+'))
    return only_nucleotide_codes_plain(plus) ? Fault{2, "has a sequence of several lines", kUnwrap}
                                             : Fault{2, "has no line with '+' after its bases"};
  if (lines.whole >= 3 && plus.empty()) return {2, "has no line with '+' after its bases"};
  if (at_end && (lines.whole < 4 || (qualities.size() < bases.size() && !qualities.empty())))
    return {lines.whole, "is cut short: the file ends inside it"};
  if (special != qualities.end())
    return {3, fmt::format("holds {} among its qualities", described(*special))};
  if (qualities.empty()) return {3, "has no qualities"};
  return {3, fmt::format("has {} bases but {} qualities", bases.size(), qualities.size())};
}

}  // namespace

Error record_fault(std::string_view text, std::uint64_t record, const std::string& file,
                   bool all_that_is_left) {
  if (record == 0 && (!text.starts_with('@') || is_sam(text))) return not_fastq(text, file);
  const RecordLines lines(text);
  const Fault fault = fault_of(lines, all_that_is_left && lines.size == text.size());
  return {ErrorCode::bad_input, fmt::format("record {} {}", record + 1, fault.message), file,
          static_cast<std::size_t>(4 * record + 1 + std::min<std::size_t>(fault.line, 3)),
          std::string(fault.remedy)};
}

bool has_old_line_ends(std::string_view text) {
  const auto end = text.find_first_of("\r\n");
  return text.starts_with('@') && end != std::string_view::npos && end + 1 < text.size() &&
         text[end] == '\r' && text[end + 1] != '\n' && text[end + 1] != '\r';
}

Error old_line_ends_fault(const std::string& file) {
  return {ErrorCode::bad_input, "has lines that end in carriage returns alone", file, 1,
          "convert them to line feeds, for example with tr '\\r' '\\n'"};
}

Error blank_line_fault(std::uint64_t record, const std::string& file) {
  return {ErrorCode::bad_input, fmt::format("a blank line stands before record {}", record + 1),
          file, static_cast<std::size_t>(4 * record + 1), std::string(kAgain)};
}

}  // namespace kres::sequence

#include "genome/reference/fasta_records.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

constexpr std::string_view kNucleotideCodes = "ACGTNRYSWKMBDHV";

Result<void> append(FastaRecord& record, std::string_view line, const std::string& name,
                    std::size_t number) {
  for (char c : line) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'U') c = 'T';
    if (kNucleotideCodes.find(c) == std::string_view::npos)
      return bad_input(fmt::format("'{}' is not a nucleotide code", c), name, number);
    record.sequence += c;
  }
  return {};
}

}  // namespace

Result<std::vector<FastaRecord>> parse_fasta_records(std::string_view text,
                                                     const std::string& name) {
  std::vector<FastaRecord> records;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('>')) {
      if (!records.empty() && records.back().sequence.empty())
        return bad_input("record has no sequence", name, records.back().line);
      records.push_back({std::string(line.substr(1)), "", number});
    } else if (!trim(line).empty()) {
      if (records.empty()) return bad_input("text before the first FASTA header", name, number);
      KRES_TRY(append(records.back(), trim(line), name, number));
    }
  }
  if (records.empty()) return bad_input("holds no FASTA records", name);
  if (records.back().sequence.empty())
    return bad_input("record has no sequence", name, records.back().line);
  return records;
}

}  // namespace kres::genome

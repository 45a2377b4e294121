#include "genome/reference/fasta_records.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

constexpr std::string_view kNucleotideCodes = "ACGTNRYSWKMBDHV";
constexpr std::string_view kAminoAcidCodes = "ACDEFGHIKLMNPQRSTVWYBJOUXZ*";
constexpr const char* kRemedy = "fetch the release again; the file is damaged or of another kind";

// What a letter stands for; 0 if the alphabet does not have it.
char read_letter(char c, Alphabet alphabet) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (alphabet == Alphabet::amino_acids)
    return kAminoAcidCodes.find(c) == std::string_view::npos ? '\0' : c;
  if (c == 'U') c = 'T';
  return kNucleotideCodes.find(c) == std::string_view::npos ? '\0' : c;
}

Result<void> append(FastaRecord& record, std::string_view line, Alphabet alphabet,
                    const std::string& name, std::size_t number) {
  for (const char c : line) {
    const char letter = read_letter(c, alphabet);
    if (letter == '\0')
      return bad_input(
          fmt::format(
              "{} is not {} code",
              c >= ' ' && c <= '~' ? fmt::format("'{}'", c) : fmt::format("byte {}", c & 0xff),
              alphabet == Alphabet::nucleotides ? "a nucleotide" : "an amino acid"),
          name, number, kRemedy);
    record.sequence += letter;
  }
  return {};
}

Result<void> require_sequence(const FastaRecord& record, const std::string& name) {
  if (record.sequence.empty())
    return bad_input("record has no sequence", name, record.line, kRemedy);
  return {};
}

}  // namespace

Result<std::vector<FastaRecord>> parse_fasta_records(std::string_view text, const std::string& name,
                                                     Alphabet alphabet) {
  std::vector<FastaRecord> records;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('>')) {
      if (!records.empty()) KRES_TRY(require_sequence(records.back(), name));
      records.push_back({std::string(line.substr(1)), "", number});
    } else if (!trim(line).empty()) {
      if (records.empty())
        return bad_input("text before the first FASTA header", name, number, kRemedy);
      KRES_TRY(append(records.back(), trim(line), alphabet, name, number));
    }
  }
  if (records.empty()) return bad_input("holds no FASTA records", name, 0, kRemedy);
  KRES_TRY(require_sequence(records.back(), name));
  return records;
}

std::size_t count_fasta_headers(std::string_view text) {
  std::size_t headers = text.starts_with('>') ? 1 : 0;
  for (auto at = text.find("\n>"); at != std::string_view::npos; at = text.find("\n>", at + 1))
    ++headers;
  return headers;
}

}  // namespace kres::genome

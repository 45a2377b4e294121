#include "genome/reference/import_card.h"

#include <map>

#include "base/text.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

constexpr std::string_view kTerm = "ARO_";

// CARD's term of each sequence number: "ARO:3002312". No cell before the term holds a comma.
Result<std::map<std::string, std::string, std::less<>>> read_terms(std::string_view text,
                                                                   const std::string& file) {
  constexpr std::size_t kNumber = 5, kAccession = 6;
  const auto lines = split(text, '\n');
  const auto header = split(trim(lines.front()), ',');
  if (header.size() <= kAccession || header[kNumber] != "seqID" ||
      header[kAccession] != "accession")
    return bad_input("columns seqID and accession are not the sixth and seventh", file, 1);
  std::map<std::string, std::string, std::less<>> terms;
  for (const auto line : lines) {
    const auto cells = split(trim(line), ',');
    if (cells.size() > kAccession && cells[kAccession].starts_with(kTerm))
      terms.emplace(cells[kNumber], "ARO:" + std::string(cells[kAccession].substr(kTerm.size())));
  }
  return terms;
}

// "SHV-11" of "SHV-11.v1", a second sequence of the allele.
std::string_view without_version(std::string_view allele) {
  const auto at = allele.rfind(".v");
  const bool numbered = at != std::string_view::npos && parse_int(allele.substr(at + 2));
  return numbered ? allele.substr(0, at) : allele;
}

}  // namespace

Result<std::vector<NamedSequence>> parse_card(std::string_view fasta, const std::string& fasta_name,
                                              std::string_view table, const std::string& table_name,
                                              ImportLog& log) {
  KRES_ASSIGN(const auto terms, read_terms(table, table_name));
  KRES_ASSIGN(const auto records, parse_fasta_records(fasta, fasta_name));
  RecordTally tally(log, "card", fasta_name);
  std::vector<NamedSequence> named;
  for (const auto& record : records) {
    const std::string header = replace_all(std::string(trim(record.header)), "__", "\t");
    const auto parts = split(header, '\t');
    if (parts.size() != 4 || parts[2].empty())
      return bad_input("header is not cluster__gene__allele__number", fasta_name, record.line);
    const auto term = terms.find(parts[3]);
    if (term == terms.end()) {
      tally.set_aside("no_term_of_card", std::string(parts[2]));
      continue;
    }
    tally.keep();
    named.push_back(
        {{"CARD", std::string(without_version(parts[2])), term->second}, record.sequence});
  }
  KRES_TRY(tally.close(records.size()));
  return named;
}

}  // namespace kres::genome

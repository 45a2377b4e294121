#include "genome/reference/import_ncbi_headers.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

constexpr const char* kRemedy = "is this an NCBI AMRFinderPlus release, and whole?";

Result<std::vector<std::string_view>> fields(std::string_view header, NcbiLayout layout,
                                             std::size_t expected, const std::string& file,
                                             std::size_t line) {
  auto parts = split(trim(header), '|');
  if (layout == NcbiLayout::tab) ++expected;
  if (parts.size() != expected)
    return bad_input(fmt::format("header has {} fields, not {}", parts.size(), expected), file,
                     line, kRemedy);
  if (layout == NcbiLayout::tab) parts.erase(parts.begin());  // GI number
  return parts;
}

Result<int> number(std::string_view text, int least, int most, std::string_view what,
                   const std::string& file, std::size_t line) {
  const auto value = parse_int(text);
  if (!value || *value < least || *value > most)
    return bad_input(fmt::format("{} '{}' is not a number from {} to {}", what, text, least, most),
                     file, line, kRemedy);
  return static_cast<int>(*value);
}

Result<void> require(std::string_view text, std::string_view what, const std::string& file,
                     std::size_t line) {
  if (text.empty()) return bad_input(fmt::format("header has no {}", what), file, line, kRemedy);
  return {};
}

// Splits "accession:start-stop"; both ends are 1 or more.
Result<void> read_locus(std::string_view locus, NcbiCdsHeader& header, const std::string& file,
                        std::size_t line) {
  const auto colon = locus.rfind(':');
  if (colon != std::string_view::npos) {
    const auto range = split(locus.substr(colon + 1), '-');
    const auto start = parse_int(range.front()), stop = parse_int(range.back());
    if (range.size() == 2 && start && stop && *start > 0 && *stop > 0 &&
        locus.substr(0, colon) == header.accession) {
      header.start = static_cast<std::size_t>(*start);
      header.stop = static_cast<std::size_t>(*stop);
      return {};
    }
  }
  return bad_input(fmt::format("'{}' is not a range on {}", locus, header.accession), file, line,
                   kRemedy);
}

}  // namespace

Result<NcbiProteinHeader> parse_ncbi_protein_header(std::string_view text, NcbiLayout layout,
                                                    const std::string& file, std::size_t line) {
  KRES_ASSIGN(const auto cells, fields(text, layout, 10, file, line));
  NcbiProteinHeader header;
  const auto accession = split(cells[0], ':');
  header.accession = accession.front();
  if (accession.size() == 3)
    header.mutant_of = accession.back();
  else if (accession.size() != 1)
    return bad_input(fmt::format("accession '{}' cannot be read", cells[0]), file, line, kRemedy);
  KRES_ASSIGN(header.parts, number(cells[2], 1, 99, "number of parts", file, line));
  KRES_ASSIGN(header.part, number(cells[1], 1, header.parts, "part", file, line));
  header.node = cells[3];
  header.family = cells[4];
  header.mechanism = cells[5];
  KRES_ASSIGN(header.reportable, number(cells[6], 0, 2, "reportable", file, line));
  header.subclass = cells[7];
  header.drug_class = cells[8];
  header.product = cells[9];
  KRES_TRY(require(header.accession, "accession", file, line));
  KRES_TRY(require(header.node, "name", file, line));
  KRES_TRY(require(header.family, "family", file, line));
  return header;
}

Result<NcbiCdsHeader> parse_ncbi_cds_header(std::string_view text, NcbiLayout layout,
                                            const std::string& file, std::size_t line) {
  KRES_ASSIGN(const auto cells, fields(text, layout, 7, file, line));
  NcbiCdsHeader header{.protein_accession = std::string(cells[0]),
                       .accession = std::string(cells[1])};
  KRES_ASSIGN(header.parts, number(cells[3], 1, 99, "number of parts", file, line));
  KRES_ASSIGN(header.part, number(cells[2], 1, header.parts, "part", file, line));
  header.node = cells[4];
  header.family = cells[5];
  const auto space = cells[6].rfind(' ');
  header.product = cells[6].substr(0, space);
  KRES_TRY(require(header.protein_accession, "accession of a protein", file, line));
  KRES_TRY(require(header.accession, "accession", file, line));
  KRES_TRY(require(header.node, "name", file, line));
  KRES_TRY(require(header.family, "family", file, line));
  KRES_TRY(read_locus(space == std::string_view::npos ? "" : cells[6].substr(space + 1), header,
                      file, line));
  return header;
}

}  // namespace kres::genome

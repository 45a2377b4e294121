#include "genome/reference/import_ncbi_dna.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/fasta_records.h"
#include "genome/reference/import_ncbi_table.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "ncbi";
constexpr const char* kReferenceColumn = "accesion_version@gene_name@gene_symbol:start-stop";
constexpr std::string_view kBases = "ACGT";

// Wild-type and mutant bases of "blaOXA-143_G-42A": around the number after the last '_'.
Result<void> read_symbol(const std::string& file, std::size_t line, NcbiDnaMutation& mutation) {
  const std::string_view change =
      std::string_view(mutation.symbol).substr(mutation.symbol.rfind('_') + 1);
  const auto number = std::min(change.size(), change.find_first_not_of(kBases));
  auto end = number;
  if (end < change.size() && change[end] == '-') ++end;
  end = std::min(change.size(), change.find_first_not_of("0123456789", end));
  mutation.wild_type = change.substr(0, number);
  mutation.mutant = change.substr(end);
  const bool bases = mutation.mutant.find_first_not_of(kBases) == std::string::npos;
  if (mutation.wild_type.empty() || end == number || mutation.mutant.empty() ||
      (!bases && mutation.mutant != "del"))
    return bad_input(fmt::format("'{}' is not gene_bases-number-bases", mutation.symbol), file,
                     line);
  return {};
}

Result<void> check_position(const NcbiDnaMutation& mutation,
                            const std::vector<NewEntry>& references, const std::string& file,
                            std::size_t line, ImportLog& log) {
  const auto reference =
      std::find_if(references.begin(), references.end(),
                   [&](const NewEntry& entry) { return entry.id == mutation.reference; });
  if (reference == references.end())
    return bad_input(fmt::format("reference '{}' is not there", mutation.reference), file, line);
  const auto at = static_cast<std::size_t>(mutation.position - 1);
  if (at + mutation.wild_type.size() > reference->sequence.size())
    return bad_input(fmt::format("position {} lies outside the reference", mutation.position), file,
                     line);
  const auto bases = reference->sequence.substr(at, mutation.wild_type.size());
  if (bases != mutation.wild_type)
    log.note(kSource, file, "reference_base_differs", mutation.symbol,
             fmt::format("{} at position {} of {}", bases, mutation.position, reference->id));
  return {};
}

}  // namespace

std::string NcbiDnaHeader::id() const {
  return fmt::format("{}:{}@{}:{}-{}", kSource, accession, gene, start, stop);
}

Result<NcbiDnaHeader> parse_ncbi_dna_header(std::string_view text, const std::string& file,
                                            std::size_t line) {
  const auto parts = split(trim(text), '@');
  const auto colon = parts.back().rfind(':');
  if (parts.size() == 3 && colon != std::string_view::npos && !parts[0].empty() && colon > 0) {
    const auto range = split(parts[2].substr(colon + 1), '-');
    const auto start = parse_int(range.front()), stop = parse_int(range.back());
    if (range.size() == 2 && start && stop && *start > 0 && *stop > 0)
      return NcbiDnaHeader{.accession = std::string(parts[0]),
                           .description = std::string(parts[1]),
                           .gene = std::string(parts[2].substr(0, colon)),
                           .start = static_cast<std::size_t>(*start),
                           .stop = static_cast<std::size_t>(*stop)};
  }
  return bad_input(fmt::format("'{}' is not accession@name@gene:start-stop", trim(text)), file,
                   line);
}

Result<std::vector<NewEntry>> parse_ncbi_dna_references(std::string_view text,
                                                        const std::string& file, ImportLog& log) {
  KRES_ASSIGN(auto records, parse_fasta_records(text, file));
  RecordTally tally(log, kSource, file);
  std::vector<NewEntry> references;
  std::set<std::string> seen;
  for (auto& record : records) {
    KRES_ASSIGN(const auto header, parse_ncbi_dna_header(record.header, file, record.line));
    const auto length = std::max(header.start, header.stop) - std::min(header.start, header.stop);
    if (record.sequence.size() != length + 1)
      return bad_input(fmt::format("sequence has {} bases, its header says {}",
                                   record.sequence.size(), length + 1),
                       file, record.line, "fetch the release again");
    if (!seen.insert(header.id()).second)
      return bad_input(fmt::format("'{}' stands twice", header.id()), file, record.line);
    references.push_back({.id = header.id(),
                          .name = header.gene,
                          .gene = header.gene,
                          .kind = EntryKind::nucleotide_target,
                          .sequence = std::move(record.sequence)});
    tally.keep();
  }
  KRES_TRY(tally.close(records.size()));
  return references;
}

Result<std::vector<NcbiDnaMutation>> parse_ncbi_dna_mutations(
    std::string_view text, const std::string& file, const std::string& scope,
    const std::vector<NewEntry>& references, const NcbiSubclasses& subclasses, ImportLog& log) {
  KRES_ASSIGN(const auto table, parse_ncbi_table(text, file,
                                                 {kReferenceColumn, "mutation_position",
                                                  "mutation_symbol", "class", "subclass"}));
  RecordTally tally(log, kSource, file);
  std::vector<NcbiDnaMutation> mutations;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(const auto header, parse_ncbi_dna_header(row[kReferenceColumn], file, row.line()));
    const auto position = parse_int(row["mutation_position"]);
    if (!position || *position < 1)
      return bad_input(fmt::format("position '{}' is not 1 or more", row["mutation_position"]),
                       file, row.line());
    auto found = subclasses.agents_of(row["subclass"]);
    for (const auto& unknown : found.unknown)
      log.note(kSource, file, "unknown_subclass", unknown, fmt::format("line {}", row.line()));
    NcbiDnaMutation mutation{.scope = scope,
                             .reference = header.id(),
                             .gene = header.gene,
                             .symbol = std::string(row["mutation_symbol"]),
                             .position = *position,
                             .drug_class = std::string(row["class"]),
                             .subclass = std::string(row["subclass"]),
                             .agents = std::move(found.agents)};
    KRES_TRY(read_symbol(file, row.line(), mutation));
    KRES_TRY(check_position(mutation, references, file, row.line(), log));
    mutations.push_back(std::move(mutation));
    tally.keep();
  }
  KRES_TRY(tally.close(table.rows().size()));
  return mutations;
}

std::string dna_mutation_table(const std::vector<NcbiDnaMutation>& mutations) {
  std::string out =
      "scope\treference\tgene\tsymbol\tposition\twild_type\tmutant\tclass\tsubclass\tagents\n";
  for (const auto& m : mutations)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", m.scope, m.reference, m.gene,
                       m.symbol, m.position, m.wild_type, m.mutant, m.drug_class, m.subclass,
                       join(m.agents, ";"));
  return out;
}

}  // namespace kres::genome

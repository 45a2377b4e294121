#include "genome/reference/import_ncbi_mutations.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/import_ncbi_table.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "ncbi";

std::vector<std::string> known_agents(const TsvRow& row, const std::string& gene,
                                      const NcbiSubclasses& subclasses, const std::string& file,
                                      ImportLog& log) {
  auto found = subclasses.agents_of(row["subclass"], {fmt::format("{}:{}", row["taxgroup"], gene)});
  for (const auto& unknown : found.unknown)
    log.note(kSource, file, "unknown_subclass", unknown, fmt::format("line {}", row.line()));
  return std::move(found.agents);
}

// Gene, residues and their change of "mgrB_W47R".
Result<void> read_symbol(const std::string& file, std::size_t line, NcbiMutation& mutation,
                         ImportLog& log) {
  const auto bar = mutation.standard.rfind('_');
  const std::string change =
      bar == std::string::npos ? std::string() : mutation.standard.substr(bar + 1);
  const auto digit = std::min(change.size(), change.find_first_of("0123456789"));
  const auto end = std::min(change.size(), change.find_first_not_of("0123456789", digit));
  const auto number = parse_int(std::string_view(change).substr(digit, end - digit));
  if (bar == 0 || digit == 0 || end == change.size() || !number)
    return bad_input(fmt::format("'{}' is not gene_residues-number-change", mutation.standard),
                     file, line);
  mutation.gene = mutation.standard.substr(0, bar);
  mutation.change =
      fmt::format("{}{}{}", change.substr(0, digit), mutation.position, change.substr(end));
  if (*number != mutation.position)
    log.note(kSource, file, "symbol_numbered_otherwise", mutation.standard,
             fmt::format("position {} of {}", mutation.position, mutation.accession));
  return {};
}

Result<NcbiMutation> read_mutation(const TsvRow& row, const std::string& file, NcbiLayout layout,
                                   ImportLog& log) {
  NcbiMutation mutation{.scope = std::string(row["taxgroup"]),
                        .accession = std::string(row["accession_version"]),
                        .drug_class = std::string(row["class"]),
                        .subclass = std::string(row["subclass"])};
  const auto position = parse_int(row["mutation_position"]);
  if (!position || *position < 1)
    return bad_input(fmt::format("position '{}' is not 1 or more", row["mutation_position"]), file,
                     row.line());
  if (mutation.scope.empty() || mutation.accession.empty())
    return bad_input("row has no taxgroup or accession", file, row.line());
  mutation.position = *position;
  const bool tab = layout == NcbiLayout::tab;
  mutation.standard = row[tab ? "mutation_symbol" : "standard_mutation_symbol"];
  mutation.symbol = row[tab ? "mutation_symbol" : "reported_mutation_symbol"];
  KRES_TRY(read_symbol(file, row.line(), mutation, log));
  return mutation;
}

}  // namespace

Result<std::vector<NcbiMutation>> parse_ncbi_mutations(std::string_view text,
                                                       const std::string& file, NcbiLayout layout,
                                                       const NcbiSubclasses& subclasses,
                                                       ImportLog& log) {
  std::vector<std::string> columns = {"taxgroup", "accession_version", "mutation_position", "class",
                                      "subclass"};
  if (layout == NcbiLayout::tab)
    columns.emplace_back("mutation_symbol");
  else
    columns.insert(columns.end(), {"standard_mutation_symbol", "reported_mutation_symbol"});
  KRES_ASSIGN(const auto table, parse_ncbi_table(text, file, columns));
  RecordTally tally(log, kSource, file);
  std::vector<NcbiMutation> mutations;
  std::set<std::string> seen;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto mutation, read_mutation(row, file, layout, log));
    mutation.agents = known_agents(row, mutation.gene, subclasses, file, log);
    if (!seen.insert(join({mutation.scope, mutation.accession, mutation.standard}, "\t")).second) {
      tally.set_aside("duplicate_row", mutation.standard, fmt::format("line {}", row.line()));
      continue;
    }
    tally.keep();
    mutations.push_back(std::move(mutation));
  }
  KRES_TRY(tally.close(table.rows().size()));
  return mutations;
}

Result<std::vector<NcbiSusceptible>> parse_ncbi_susceptible(std::string_view text,
                                                            const std::string& file,
                                                            const NcbiSubclasses& subclasses,
                                                            ImportLog& log) {
  KRES_ASSIGN(const auto table, parse_ncbi_table(text, file,
                                                 {"taxgroup", "gene_symbol", "accession_version",
                                                  "resistance_cutoff", "class", "subclass"}));
  RecordTally tally(log, kSource, file);
  std::vector<NcbiSusceptible> proteins;
  for (const auto& row : table.rows()) {
    const auto cutoff = parse_double(row["resistance_cutoff"]);
    if (!cutoff || *cutoff < 0 || *cutoff > 100)
      return bad_input(fmt::format("cut-off '{}' is not a percentage", row["resistance_cutoff"]),
                       file, row.line());
    proteins.push_back(
        {.scope = std::string(row["taxgroup"]),
         .gene = std::string(row["gene_symbol"]),
         .accession = std::string(row["accession_version"]),
         .cutoff = *cutoff,
         .drug_class = std::string(row["class"]),
         .subclass = std::string(row["subclass"]),
         .agents = known_agents(row, std::string(row["gene_symbol"]), subclasses, file, log)});
    tally.keep();
  }
  KRES_TRY(tally.close(table.rows().size()));
  return proteins;
}

Result<std::string> parse_ncbi_suppress(std::string_view text, const std::string& file,
                                        ImportLog& log) {
  KRES_ASSIGN(const auto table, parse_ncbi_table(text, file, {"taxgroup", "protein_accession"}));
  RecordTally tally(log, kSource, file);
  std::string out = "scope\taccession\n";
  for (const auto& row : table.rows()) {
    out += fmt::format("{}\t{}\n", row["taxgroup"], row["protein_accession"]);
    tally.keep();
  }
  KRES_TRY(tally.close(table.rows().size()));
  return out;
}

std::string mutation_table(const std::vector<NcbiMutation>& mutations) {
  std::string out =
      "scope\taccession\tgene\tsymbol\tstandard_"
      "symbol\tposition\tchange\tclass\tsubclass\tagents\n";
  for (const auto& m : mutations)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", m.scope, m.accession, m.gene,
                       m.symbol, m.standard, m.position, m.change, m.drug_class, m.subclass,
                       join(m.agents, ";"));
  return out;
}

std::string susceptible_table(const std::vector<NcbiSusceptible>& proteins) {
  std::string out = "scope\tgene\taccession\tcutoff\tclass\tsubclass\tagents\n";
  for (const auto& p : proteins)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", p.scope, p.gene, p.accession, p.cutoff,
                       p.drug_class, p.subclass, join(p.agents, ";"));
  return out;
}

TargetScopes target_scopes(const std::vector<NcbiMutation>& mutations,
                           const std::vector<NcbiSusceptible>& proteins) {
  TargetScopes scopes;
  for (const auto& mutation : mutations) scopes[mutation.accession].insert(mutation.scope);
  for (const auto& protein : proteins) scopes[protein.accession].insert(protein.scope);
  return scopes;
}

}  // namespace kres::genome

#include "genome/reference/import_rrna23s.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/tsv.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "rrna23s";
constexpr std::string_view kMapEnding = "_position_map.tsv";

Result<std::uint32_t> position_of(std::string_view text, std::size_t length,
                                  const std::string& file, std::size_t line) {
  const auto position = parse_int(text);
  if (!position || *position < 1 || *position > static_cast<long long>(length))
    return bad_input(fmt::format("position '{}' is not one of 1 to {}", text, length), file, line);
  return static_cast<std::uint32_t>(*position);
}

// Bases of "G,T,U" once each; U is T.
std::string bases_of(std::string_view cell) {
  std::string bases;
  for (const auto part : split(cell, ',')) {
    const auto base = trim(part);
    if (base.size() != 1 || std::string_view("ACGTU").find(base[0]) == std::string_view::npos)
      return {};
    const char letter = base[0] == 'U' ? 'T' : base[0];
    if (bases.find(letter) == std::string::npos) bases += letter;
  }
  return bases;
}

Result<RrnaPosition> read_position(const TsvRow& row, const std::string& file,
                                   std::string_view sequence, const RrnaNumbering& numbering,
                                   ImportLog& log) {
  RrnaPosition result{.mutants = bases_of(row["resistance_bases"]),
                      .evidence = std::string(row["evidence_tier"])};
  KRES_ASSIGN(result.position, position_of(row["end"], sequence.size(), file, row.line()));
  const auto start = parse_int(row["start"]);
  const auto numbered = std::find(numbering.begin(), numbering.end(), result.position);
  if (!start || *start + 1 != result.position || numbered == numbering.end() ||
      result.mutants.empty())
    return bad_input(fmt::format("'{}' is not one base with its changes", row["name"]), file,
                     row.line());
  result.ecoli_position = static_cast<std::uint32_t>(numbered - numbering.begin()) + 1;
  if (row["name"].find(fmt::format("_E{}_", result.ecoli_position)) == std::string_view::npos)
    return bad_input(
        fmt::format("'{}' stands at {} of E. coli by the map", row["name"], result.ecoli_position),
        file, row.line());
  result.wild_type = sequence[result.position - 1];
  if (row["ref_base"] != std::string_view(&result.wild_type, 1))
    return bad_input(
        fmt::format("the sequence has {} there, not {}", result.wild_type, row["ref_base"]), file,
        row.line());
  if (std::erase(result.mutants, result.wild_type) > 0)
    log.note(kSource, file, "wild_type_among_resistance_bases", std::string(row["name"]),
             std::string(1, result.wild_type));
  for (const auto agent : split(row["drug"], ',')) result.agents.emplace_back(trim(agent));
  return result;
}

std::string position_rows(const std::string& scope, const std::string& reference,
                          const std::vector<RrnaPosition>& positions) {
  std::string out;
  for (const auto& p : positions)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", scope, reference, p.position,
                       p.ecoli_position, p.wild_type, p.mutants, join(p.agents, ";"), p.evidence);
  return out;
}

std::string numbering_rows(const std::string& reference, const RrnaNumbering& numbering) {
  std::string out;
  for (std::size_t i = 0; i < numbering.size(); ++i)
    if (numbering[i] != 0) out += fmt::format("{}\t{}\t{}\n", reference, i + 1, numbering[i]);
  return out;
}

std::vector<std::string> species_of(const Path& folder) {
  std::vector<std::string> species;
  std::error_code code;
  for (const auto& item : std::filesystem::directory_iterator(folder, code)) {
    const std::string name = item.path().filename().string();
    const auto at = name.rfind("_23S_position_map.tsv");
    if (at != std::string::npos) species.push_back(name.substr(0, at));
  }
  std::sort(species.begin(), species.end());
  return species;
}

Result<void> add_species(const Path& folder, const std::string& species, const RrnaLoci& loci,
                         RrnaImport& result, ImportLog& log) {
  const std::string stem = species + "_23S", fasta = stem + ".fasta",
                    map = stem + std::string(kMapEnding), bed = stem + "_lzd_positions.bed";
  KRES_ASSIGN(const auto fasta_text, read_file(folder / fasta));
  KRES_ASSIGN(auto records, parse_fasta_records(fasta_text, (folder / fasta).string()));
  if (records.size() != 1)
    return bad_input("holds more than one sequence", (folder / fasta).string(), records[1].line);
  const std::string sequence = std::move(records.front().sequence);
  KRES_ASSIGN(const auto map_text, read_file(folder / map));
  KRES_ASSIGN(const auto numbering, parse_rrna_map(map_text, (folder / map).string(), sequence));
  KRES_ASSIGN(const auto bed_text, read_file(folder / bed));
  KRES_ASSIGN(const auto positions,
              parse_rrna_positions(bed_text, (folder / bed).string(), sequence, numbering, log));
  const std::string id = fmt::format("{}:{}", kSource, stem);
  result.tables["rrna23s/positions.tsv"] += position_rows(species, id, positions);
  result.tables["rrna23s/numbering.tsv"] += numbering_rows(id, numbering);
  const auto copies = loci.copies.find(species);
  if (copies == loci.copies.end())
    return bad_input(fmt::format("names no copy number of {}", species),
                     (folder / "loci.json").string());
  result.tables["rrna23s/copies.tsv"] += fmt::format("{}\t{}\t{}\n", species, id, copies->second);
  result.references.push_back({.id = id,
                               .name = "23S",
                               .gene = "23S",
                               .kind = EntryKind::nucleotide_target,
                               .sequence = sequence});
  result.files.insert(result.files.end(), {fasta, map, bed});
  return {};
}

}  // namespace

Result<RrnaNumbering> parse_rrna_map(std::string_view text, const std::string& file,
                                     std::string_view sequence) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, file,
                                                {"ecoli_position", "species_position",
                                                 "species_base", "ecoli_base"}));
  RrnaNumbering numbering;
  std::uint32_t last = 0;
  for (const auto& row : table.rows()) {
    if (row["ecoli_position"] != std::to_string(numbering.size() + 1))
      return bad_input(
          fmt::format("E. coli position {} follows {}", row["ecoli_position"], numbering.size()),
          file, row.line());
    numbering.push_back(0);
    if (row["species_position"] == ".") continue;
    KRES_ASSIGN(numbering.back(),
                position_of(row["species_position"], sequence.size(), file, row.line()));
    if (numbering.back() <= last || row["species_base"] != sequence.substr(numbering.back() - 1, 1))
      return bad_input(fmt::format("position {} does not fit the sequence", numbering.back()), file,
                       row.line());
    last = numbering.back();
  }
  if (numbering.empty()) return bad_input("maps no position", file);
  return numbering;
}

Result<std::vector<RrnaPosition>> parse_rrna_positions(std::string_view text,
                                                       const std::string& file,
                                                       std::string_view sequence,
                                                       const RrnaNumbering& numbering,
                                                       ImportLog& log) {
  if (!text.starts_with('#')) return bad_input("has no header row", file, 1);
  KRES_ASSIGN(const auto table, TsvTable::parse(text.substr(1), file,
                                                {"start", "end", "name", "ref_base",
                                                 "resistance_bases", "drug", "evidence_tier"},
                                                {}, true));
  RecordTally tally(log, kSource, file);
  std::vector<RrnaPosition> positions;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto position, read_position(row, file, sequence, numbering, log));
    if (position.mutants.empty()) {
      tally.set_aside("no_change_left", std::string(row["name"]));
    } else {
      tally.keep();
      positions.push_back(std::move(position));
    }
  }
  KRES_TRY(tally.close(table.rows().size()));
  return positions;
}

Result<RrnaLoci> parse_rrna_loci(std::string_view text, const std::string& file) {
  try {
    const auto json = nlohmann::json::parse(text);
    RrnaLoci loci{.version = json.at("version").get<std::string>()};
    for (const auto& [species, locus] : json.at("organisms").items())
      loci.copies[species] = locus.at("rrn_copy_number").get<int>();
    return loci;
  } catch (const nlohmann::json::exception& error) {
    return bad_input(fmt::format("cannot be read: {}", error.what()), file, 0,
                     "fetch the references again");
  }
}

Result<RrnaImport> import_rrna23s(const Path& folder, ImportLog& log) {
  KRES_ASSIGN(const auto loci_text, read_file(folder / "loci.json"));
  KRES_ASSIGN(const auto loci, parse_rrna_loci(loci_text, (folder / "loci.json").string()));
  RrnaImport result{.version = loci.version, .files = {"loci.json"}};
  result.tables["rrna23s/positions.tsv"] =
      "scope\treference\tposition\tecoli_position\twild_type\tmutants\tagents\tevidence\n";
  result.tables["rrna23s/numbering.tsv"] = "reference\tecoli_position\tposition\n";
  result.tables["rrna23s/copies.tsv"] = "scope\treference\tcopies\n";
  for (const auto& species : species_of(folder))
    KRES_TRY(add_species(folder, species, loci, result, log));
  if (result.references.empty())
    return bad_input("holds no *_23S_position_map.tsv", folder.string());
  log.count(kSource, "", "references", result.references.size());
  return result;
}

}  // namespace kres::genome

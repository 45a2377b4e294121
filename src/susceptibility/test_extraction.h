// The independent extraction of EUCAST's tables that tests compare the project's tables with.
#pragma once

#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/tsv.h"

namespace kres::susceptibility {

// A file of the public releases, which lie beside the source tree where the project is developed
// and never inside it.
inline std::optional<Path> release_path(const std::string& file) {
  for (const auto* up : {"../shared/reference", "../../shared/reference"})
    if (const Path path = Path(KRES_SOURCE_DIR) / up / file; std::filesystem::exists(path))
      return path;
  const char* directory = std::getenv("KRES_SHARED_REFERENCE");
  if (directory != nullptr && std::filesystem::exists(Path(directory) / file))
    return Path(directory) / file;
  return std::nullopt;
}

inline std::optional<Path> extraction_path() {
  return release_path("eucast/eucast_v16.0_2026.tsv");
}

using ExtractedRow = std::map<std::string, std::string>;

// Every row of the extraction, by column name.
inline std::vector<ExtractedRow> extraction(const Path& path) {
  constexpr std::array columns = {
      "record",        "group",         "species_scope",      "agent",        "whonet_code",
      "route",         "v15.0_mic_S/R", "indication_or_test", "mic_S_le_mgL", "mic_R_gt_mgL",
      "mic_ATU",       "disk_ug",       "zone_S_ge_mm",       "zone_R_lt_mm", "zone_ATU",
      "mic_ECOFF_mgL", "zone_ECOFF_mm", "bracketed"};
  const auto text = read_file(path).value();
  const auto table = TsvTable::parse(text, path.filename(), {"record", "group"}, {}, true).value();
  std::vector<ExtractedRow> rows;
  for (const auto& row : table.rows()) {
    auto& cells = rows.emplace_back();
    for (const auto* column : columns) cells[column] = row[column];
  }
  return rows;
}

// The extraction's words for a scope (and the agent where the words depend on it) as the project's
// cells "species / except". Words that are not here have no scope.
inline std::string scope_cells(const ExtractedRow& row) {
  static const std::string ecoli_klebsiella = "Escherichia coli;Klebsiella";
  static const std::string not_aerogenes = " / Klebsiella aerogenes";
  static const std::string four = "Enterococcus faecalis;Enterococcus faecium";
  static const std::string van_c = "Enterococcus casseliflavus;Enterococcus gallinarum";
  static const std::string intermedius =
      "Staphylococcus pseudintermedius;Staphylococcus intermedius;Staphylococcus schleiferi;"
      "Staphylococcus coagulans";
  static const std::map<std::string, std::string> cells = {
      {"", " / "},
      {"E. coli", "Escherichia coli / "},
      {"E. coli, Klebsiella spp. (except K. aerogenes) and P. mirabilis",
       ecoli_klebsiella + ";Proteus mirabilis" + not_aerogenes},
      {"E. coli, Citrobacter spp., Klebsiella spp., Raoultella spp., Enterobacter spp. and P. "
       "mirabilis",
       "Escherichia coli;Citrobacter;Klebsiella;Raoultella;Enterobacter;Proteus mirabilis / "},
      {"E. coli and Klebsiella spp. (except K. aerogenes)", ecoli_klebsiella + not_aerogenes},
      {"E. coli, Klebsiella spp. (except K. aerogenes), Raoultella spp. and P. mirabilis",
       ecoli_klebsiella + ";Raoultella;Proteus mirabilis" + not_aerogenes},
      {"E. coli and C. koseri", "Escherichia coli;Citrobacter koseri / "},
      {"Enterobacterales except Morganellaceae", " / Morganellaceae"},
      {"Morganellaceae", "Morganellaceae / "},
      {"Enterobacterales except Morganella morganii, Proteus spp. and Serratia spp.",
       " / Morganella morganii;Proteus;Serratia"},
      {"Enterobacterales except Serratia spp.", " / Serratia"},
      {"other Enterobacterales", " / Escherichia coli"},
      {"Salmonella spp.", "Salmonella / "},
      {"Proteus spp.", "Proteus / "},
      {"Serratia spp.", "Serratia / "},
      {"Salmonella Typhi, Shigella spp.", "Salmonella Typhi;Shigella / "},
      {"P. aeruginosa", "Pseudomonas aeruginosa / "},
      {"Pseudomonas other than P. aeruginosa", " / Pseudomonas aeruginosa"},
      {"A. baumannii group", "Acinetobacter baumannii complex / "},
      {"E. faecalis", "Enterococcus faecalis / "},
      {"E. faecium", "Enterococcus faecium / "},
      {"E. faecalis and E. faecium", four + " / "},
      {"E. faecalis, E. faecium", four + " / "},
      {"E. casseliflavus and E. gallinarum", van_c + " / "},
      {"other enterococci", " / " + four + ";" + van_c},
      {"S. aureus", "Staphylococcus aureus / "},
      {"MRSA", "methicillin-resistant Staphylococcus aureus / "},
      {"S. lugdunensis", "Staphylococcus lugdunensis / "},
      {"S. saprophyticus", "Staphylococcus saprophyticus / "},
      {"S. aureus, S. lugdunensis", "Staphylococcus aureus;Staphylococcus lugdunensis / "},
      {"S. epidermidis and S. lugdunensis",
       "Staphylococcus epidermidis;Staphylococcus lugdunensis / "},
      {"Coagulase-negative staphylococci", "coagulase-negative staphylococci / "},
      // S. schleiferi is coagulase-negative and stands in a row of its own beside this one.
      {"S. aureus and coagulase-negative staphylococci except S. epidermidis and S. lugdunensis",
       "Staphylococcus aureus;coagulase-negative staphylococci / Staphylococcus epidermidis;"
       "Staphylococcus lugdunensis;Staphylococcus schleiferi"},
      {"S. pseudintermedius, S. intermedius, S. schleiferi and S. coagulans", intermedius + " / "},
      {"S. pseudintermedius, S. intermedius, S. schleiferi, S. coagulans", intermedius + " / "},
      {"other staphylococci PEN", " / Staphylococcus aureus;Staphylococcus lugdunensis"},
      {"other staphylococci OXA", " / " + intermedius},
      {"other staphylococci DAP", " / Staphylococcus aureus"},
      // Rows for all enterococci that stand beside one for E. faecalis and hold for it too.
      {"Enterococcus AMX", "Enterococcus spp. / "},
      {"Enterococcus AMC", "Enterococcus spp. / "}};
  std::string words = row.at("species_scope");
  if (words == "other staphylococci") words += " " + row.at("whonet_code");
  const bool beside_a_species = words.empty() && row.at("group") == "Enterococcus spp." &&
                                (row.at("whonet_code") == "AMX" || row.at("whonet_code") == "AMC");
  if (beside_a_species) words = "Enterococcus " + row.at("whonet_code");
  const auto at = cells.find(words);
  return at == cells.end() ? "unknown scope: " + words : at->second;
}

// The extraction's words for an indication or test as the project's key.
inline std::string indication_cell(const ExtractedRow& row) {
  static const std::map<std::string, std::string> keys = {
      {"", ""},
      {"screen only", "screen"},
      {"test for acquired aminoglycoside-modifying enzyme", "screen"},
      {"uncomplicated UTI only", "uncomplicated_uti"},
      {"infections originating from the urinary tract", "urinary_origin"},
      {"other indications", "other"},
      {"indications other than meningitis", "other_than_meningitis"},
      {"meningitis", "meningitis"},
      {"systemic infections", "systemic"},
      {"indications other than pneumonia", "other_than_pneumonia"},
      {"pneumonia", "pneumonia"},
      {"community-acquired pneumonia", "community_acquired_pneumonia"},
      {"skin and skin structure infections", "skin_soft_tissue"}};
  const auto at = keys.find(row.at("indication_or_test"));
  return at == keys.end() ? "unknown: " + row.at("indication_or_test") : at->second;
}

}  // namespace kres::susceptibility

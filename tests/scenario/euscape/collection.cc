#include "tests/scenario/euscape/collection.h"

#include <cstdlib>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "base/tsv.h"
#include "sequence/decoders.h"

namespace kres::euscape {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = 1U << 30;

Result<std::string> unpacked(const fs::path& file) {
  KRES_ASSIGN(const auto bytes, read_file(file));
  return sequence::decode_gzip(bytes, file.filename().string(), kLargest);
}

Result<Isolate> isolate_of(const TsvRow& row, const std::string& name) {
  Isolate isolate{.id = std::string(row["id"]),
                  .country = std::string(row["ISO_country_code"]),
                  .stated = std::string(row["pheno_eucast"])};
  auto& m = isolate.meropenem;
  m.isolate = isolate.id;
  m.organism = std::string(row["organism"]);
  m.agent = "meropenem";
  const auto mic = row["mic"];
  const auto digits = mic.find_first_of("0123456789");
  const auto sign = susceptibility::parse_sign(mic.substr(0, digits));
  const auto value =
      digits == std::string_view::npos ? std::nullopt : parse_double(mic.substr(digits));
  if (!sign || !value || row["method"] != "broth dilution" || row["drug"] != "MEM")
    return bad_input(fmt::format("'{}' is no meropenem MIC by broth dilution", mic), name,
                     row.line());
  m.sign = *sign;
  m.value = *value;
  if (const auto reason = susceptibility::impossible_reason(m); !reason.empty())
    return bad_input(reason, name, row.line());
  return isolate;
}

Result<std::map<std::string, std::vector<std::string>>> read_porins(const fs::path& file) {
  KRES_ASSIGN(const auto text, unpacked(file));
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, file.filename(), {"strain", "Omp_mutations"}, {}, true));
  std::map<std::string, std::vector<std::string>> porins;
  for (const auto& row : table.rows()) {
    auto& list = porins[std::string(row["strain"])];
    for (const auto part : split(row["Omp_mutations"], ';'))
      if (part != "-") list.emplace_back(part);
  }
  return porins;
}

Result<std::map<std::string, std::vector<Line>>> read_lines(const std::string& text) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, "genotype", {"id", "amr_element_symbol", "element_subtype", "subclass"},
                      {}, true));
  std::map<std::string, std::vector<Line>> lines;
  for (const auto& row : table.rows())
    lines[std::string(row["id"])].push_back({std::string(row["amr_element_symbol"]),
                                             std::string(row["element_subtype"]),
                                             std::string(row["subclass"])});
  return lines;
}

genome::Determinant mutation_of(const std::string& change) {
  genome::Determinant d;
  d.symbol = "ompK36 " + change;
  d.gene = "ompK36";
  d.kind = genome::DeterminantKind::mutation;
  d.method = "reported";
  d.allele_status = genome::AlleleStatus::exact_protein;
  d.function = genome::FunctionState::intact;
  return d;
}

bool has_ompk36_mutation(const genome::GenomeResult& result) {
  for (const auto& d : result.determinants)
    if (d.kind == genome::DeterminantKind::mutation && d.gene == "ompK36") return true;
  return false;
}

}  // namespace

fs::path cases_folder() {
  std::vector<fs::path> places;
  if (const char* shared = std::getenv("KRES_SHARED")) places.emplace_back(shared);
  const fs::path source = KRES_SOURCE_DIR;
  places.push_back(source.parent_path() / "shared");
  places.push_back(source.parent_path().parent_path() / "shared");
  for (const auto& place : places) {
    const auto folder = place / "cases/susceptibility";
    if (fs::exists(folder / "euscape_meropenem_phenotype.tsv.gz")) return folder;
  }
  return {};
}

Result<Collection> read_collection(const fs::path& folder) {
  Collection collection;
  KRES_ASSIGN(const auto genotype, unpacked(folder / "euscape_amrfinder_genotype.tsv.gz"));
  KRES_ASSIGN(collection.genotypes, exchange::read_amrfinder_table(genotype, "genotype"));
  KRES_ASSIGN(auto lines, read_lines(genotype));
  KRES_ASSIGN(auto porins, read_porins(folder / "euscape_kleborate.tsv.gz"));
  KRES_ASSIGN(const auto text, unpacked(folder / "euscape_meropenem_phenotype.tsv.gz"));
  KRES_ASSIGN(const auto table, TsvTable::parse(text, "phenotype",
                                                {"id", "organism", "drug", "mic", "pheno_eucast",
                                                 "method", "ISO_country_code"},
                                                {}, true));
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto isolate, isolate_of(row, "phenotype"));
    isolate.porins = std::move(porins.at(isolate.id));
    isolate.lines = std::move(lines.at(isolate.id));
    collection.isolates.push_back(std::move(isolate));
  }
  return collection;
}

void add_porins(genome::GenomeResult& result, const std::vector<std::string>& porins) {
  for (const std::string gene : {"ompK35", "ompK36"}) {
    genome::Target target{.gene = gene, .state = "intact", .method = "reported"};
    for (const auto& porin : porins)
      if (to_lower(porin).starts_with(to_lower(gene) + "-")) target.state = "truncated";
    std::erase_if(result.targets, [&](const auto& old) { return old.gene == gene; });
    result.targets.push_back(std::move(target));
  }
  for (const std::string change : {"GD", "TD", "D", "_c25t"})
    for (const auto& porin : porins)
      if (porin == "OmpK36" + change && !has_ompk36_mutation(result))
        result.determinants.push_back(mutation_of(change.substr(change[0] == '_')));
}

}  // namespace kres::euscape

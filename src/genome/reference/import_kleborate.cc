#include "genome/reference/import_kleborate.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "genome/reference/fasta_records.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/import_card.h"
#include "genome/reference/mash_sketches.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "kleborate";
constexpr const char* kGenes = "CARD_v3.1.13.fasta";
constexpr const char* kClasses = "CARD_AMR_clustered.csv";
constexpr const char* kAlleles = "Klebsiella_pneumoniae.fasta";
constexpr const char* kProfiles = "kpneumoniae.txt";
constexpr const char* kSketches = "species_mash_sketches.msh";
constexpr const char* kTargetFiles[] = {"OmpK.fasta", "MgrB_and_PmrB.fasta", "QRDR_120.fasta"};

// The records of a file, and how many it must come to.
struct Records {
  std::vector<FastaRecord> all;
  std::size_t headers = 0;
};

Result<Records> read_records(const Path& folder, const std::string& file) {
  KRES_ASSIGN(const auto text, read_file(folder / file));
  KRES_ASSIGN(auto records, parse_fasta_records(text, (folder / file).string()));
  return Records{std::move(records), count_fasta_headers(text)};
}

// Class of each allele of the clustered table: "SHV-12" -> "Bla_ESBL". Quoted cells do not occur
// before the columns read.
Result<std::map<std::string, std::string>> read_classes(const Path& path) {
  KRES_ASSIGN(const auto text, read_file(path));
  std::map<std::string, std::string> classes;
  for (auto line : split(text, '\n')) {
    const auto cells = split(trim(line), ',');
    if (cells.size() >= 13) classes[std::string(cells[1])] = std::string(cells.back());
  }
  if (classes.size() < 2) return bad_input("has no table of genes", path.string());
  return classes;
}

// "SHV-11" of "SHV-11.v1".
std::string without_variant(std::string_view allele) {
  const auto at = allele.rfind(".v");
  return std::string(at != std::string_view::npos && parse_int(allele.substr(at + 2))
                         ? allele.substr(0, at)
                         : allele);
}

Result<std::vector<NewEntry>> import_shv(const Path& folder, const BlaClasses& classes,
                                         ImportLog& log) {
  KRES_ASSIGN(const auto records, read_records(folder, kGenes));
  KRES_ASSIGN(const auto class_of, read_classes(folder / kClasses));
  RecordTally tally(log, kSource, kGenes);
  std::vector<NewEntry> genes;
  std::set<std::string> ids;
  for (const auto& record : records.all) {
    const std::string header = replace_all(record.header, "__", "\t");
    const auto parts = split(header, '\t');
    if (parts.size() < 4)
      return bad_input("header is not cluster__gene__allele__number", (folder / kGenes).string(),
                       record.line);
    if (!parts[1].starts_with("SHV-OKP-LEN")) {
      tally.leave_out("other_families_not_imported");
      continue;
    }
    NewEntry entry{.id = fmt::format("{}:{}", kSource, parts[2]),
                   .name = "bla" + without_variant(parts[2]),
                   .sequence = record.sequence,
                   .drug_class = "beta-lactam"};
    entry.gene = gene_of(entry.name);
    if (!ids.insert(entry.id).second)
      return bad_input(fmt::format("'{}' stands twice", parts[2]), (folder / kGenes).string(),
                       record.line);
    const auto bla_class = class_of.find(std::string(parts[2]));
    const auto known =
        bla_class == class_of.end() ? classes.end() : classes.find(bla_class->second);
    if (known == classes.end())
      log.note(kSource, kGenes, "id_without_phenotype", entry.id);
    else
      entry.agents = known->second;
    if (coding_of(entry.sequence) == Coding::none)
      log.note(kSource, kGenes, "not_coding", entry.id);
    genes.push_back(std::move(entry));
    tally.keep();
  }
  KRES_TRY(tally.close(records.headers));
  return genes;
}

Result<std::vector<NewEntry>> import_targets(const Path& folder, ImportLog& log) {
  std::vector<NewEntry> targets;
  std::set<std::string> genes;
  for (const auto* file : kTargetFiles) {
    KRES_ASSIGN(const auto records, read_records(folder, file));
    RecordTally tally(log, kSource, file);
    for (const auto& record : records.all) {
      std::string gene(trim(record.header));
      if (gene.empty())
        return bad_input("record has no name", (folder / file).string(), record.line);
      gene[0] = to_lower(gene.substr(0, 1))[0];  // genes are written ompK35, proteins OmpK35
      if (!genes.insert(gene).second)
        return bad_input(fmt::format("'{}' stands twice", gene), (folder / file).string(),
                         record.line);
      targets.push_back({.id = fmt::format("{}:{}", kSource, gene),
                         .name = gene,
                         .gene = gene,
                         .kind = EntryKind::target,
                         .sequence = record.sequence});
      tally.keep();
    }
    KRES_TRY(tally.close(records.headers));
  }
  return targets;
}

// The seven loci of K. pneumoniae, named as PubMLST names the scheme.
Result<TypingScheme> import_scheme(const Path& folder, const std::string& version, ImportLog& log) {
  TypingScheme scheme{.name = "klebsiella", .source = kSource, .version = version};
  KRES_ASSIGN(const auto fasta, read_file(folder / kAlleles));
  KRES_ASSIGN(auto loci,
              parse_alleles(fasta, {kSource, kAlleles, (folder / kAlleles).string()}, log));
  std::vector<std::string> names;
  for (auto& [name, alleles] : loci) {
    names.push_back(name);
    scheme.loci.push_back({name, std::move(alleles)});
  }
  KRES_ASSIGN(const auto profiles, read_file(folder / kProfiles));
  const SchemeFile table{kSource, kProfiles, (folder / kProfiles).string()};
  KRES_ASSIGN(scheme.profiles, parse_profiles(profiles, names, table, log));
  review_scheme(scheme, log);
  return scheme;
}

// "Klebsiella quasipneumoniae subsp. similipneumoniae" of
// "Klebsiella_quasipneumoniae_subsp_similipneumoniae".
std::string species_name(std::string_view folder_name) {
  std::string name = replace_all(std::string(folder_name), "_", " ");
  name = replace_all(name, " subsp ", " subsp. ");
  if (name.ends_with(" unknown")) name = name.substr(0, name.size() - 8) + " sp.";
  return name;
}

Result<std::string> read_version(const Path& path) {
  KRES_ASSIGN(const auto text, read_file(path));
  const auto open = text.find('\''), close = text.find('\'', open + 1);
  if (close == std::string::npos) return bad_input("names no version", path.string());
  return text.substr(open + 1, close - open - 1);
}

Result<void> import_sketches(const Path& path, KleborateImport& result, ImportLog& log) {
  KRES_ASSIGN(auto collection, read_mash_sketches(path));
  result.sketch_kmer_size = collection.kmer_size;
  result.sketch_seed = collection.seed;
  for (auto& sketch : collection.sketches) {
    const auto slash = sketch.name.find('/');
    if (slash == std::string::npos)
      return bad_input(fmt::format("sketch '{}' is not species/genome", sketch.name),
                       path.string());
    std::string reference = sketch.name.substr(slash + 1);
    reference = reference.substr(0, reference.find(".fna"));
    result.sketches.push_back(
        {species_name(sketch.name.substr(0, slash)), reference, std::move(sketch.hashes)});
  }
  log.count(kSource, kSketches, "sketches", result.sketches.size());
  return {};
}

}  // namespace

Result<BlaClasses> parse_bla_classes(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"bla_class", "agents"}));
  BlaClasses classes;
  for (const auto& row : table.rows()) {
    auto& agents = classes[std::string(row["bla_class"])];
    for (const auto agent : split(row["agents"], ';')) agents.emplace_back(trim(agent));
    std::sort(agents.begin(), agents.end());
  }
  return classes;
}

Result<KleborateImport> import_kleborate(const Path& folder, const BlaClasses& classes,
                                         ImportLog& log) {
  KleborateImport result;
  KRES_ASSIGN(result.version, read_version(folder.parent_path() / "version.py"));
  KRES_ASSIGN(result.genes, import_shv(folder, classes, log));
  KRES_ASSIGN(const auto card, read_file(folder / kGenes));
  KRES_ASSIGN(const auto terms, read_file(folder / kClasses));
  KRES_ASSIGN(result.card, parse_card(card, kGenes, terms, kClasses, log));
  KRES_ASSIGN(result.targets, import_targets(folder, log));
  KRES_ASSIGN(result.scheme, import_scheme(folder, result.version, log));
  KRES_TRY(import_sketches(folder / kSketches, result, log));
  result.files = {kGenes, kClasses, kAlleles, kProfiles, kSketches};
  result.files.insert(result.files.end(), std::begin(kTargetFiles), std::end(kTargetFiles));
  return result;
}

}  // namespace kres::genome

#include "genome/reference/import_ncbi.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "genome/reference/import_ncbi_cds.h"
#include "genome/reference/import_ncbi_dna.h"

namespace kres::genome {

namespace {

constexpr std::string_view kDnaPrefix = "AMR_DNA-";

// Names of the files in a layout.
struct Layout {
  NcbiLayout layout;
  const char *proteins, *cds, *families, *mutations, *susceptible, *suppress;
  const char *fasta_ending, *table_ending;
};
constexpr Layout kLayouts[] = {
    {NcbiLayout::tsv, "AMRProt.fa", "AMR_CDS.fa", "fam.tsv", "AMRProt-mutation.tsv",
     "AMRProt-susceptible.tsv", "AMRProt-suppress.tsv", ".fa", ".tsv"},
    {NcbiLayout::tab, "AMRProt", "AMR_CDS", "fam.tab", "AMRProt-mutation.tab",
     "AMRProt-susceptible.tab", "AMRProt-suppress", "", ".tab"},
};

Result<Layout> recognise(const Path& folder) {
  std::error_code code;
  for (const auto& layout : kLayouts)
    if (std::filesystem::exists(folder / layout.proteins, code)) return layout;
  return bad_input("holds neither AMRProt.fa nor AMRProt", folder.string(), 0,
                   "name the folder of an NCBI AMRFinderPlus release");
}

// Reads files of the release and notes which.
class Release {
 public:
  Release(Path folder, NcbiImport& result) : folder_(std::move(folder)), result_(result) {}

  Result<std::string> read(const std::string& file) {
    result_.files.push_back(file);
    return read_file(folder_ / file);
  }
  std::string path(const std::string& file) const { return (folder_ / file).string(); }

 private:
  Path folder_;
  NcbiImport& result_;
};

Result<void> add_proteins(Release& release, const Layout& layout, const NcbiKnowledge& knowledge,
                          NcbiImport& result, ImportLog& log) {
  KRES_ASSIGN(const auto family_text, release.read(layout.families));
  KRES_ASSIGN(const auto hierarchy,
              NcbiFamilies::parse(family_text, release.path(layout.families)));
  log.count("ncbi", layout.families, "nodes", hierarchy.size());
  KRES_ASSIGN(const auto mutation_text, release.read(layout.mutations));
  KRES_ASSIGN(const auto mutations,
              parse_ncbi_mutations(mutation_text, release.path(layout.mutations), layout.layout,
                                   knowledge.subclasses, log));
  KRES_ASSIGN(const auto susceptible_text, release.read(layout.susceptible));
  KRES_ASSIGN(const auto susceptible,
              parse_ncbi_susceptible(susceptible_text, release.path(layout.susceptible),
                                     knowledge.subclasses, log));
  KRES_ASSIGN(const auto suppress_text, release.read(layout.suppress));
  KRES_ASSIGN(result.tables["ncbi/suppress.tsv"],
              parse_ncbi_suppress(suppress_text, release.path(layout.suppress), log));
  KRES_ASSIGN(const auto protein_text, release.read(layout.proteins));
  KRES_ASSIGN(
      result.proteins,
      parse_ncbi_proteins(protein_text, release.path(layout.proteins), layout.layout, hierarchy,
                          target_scopes(mutations, susceptible), knowledge, log));
  result.tables["ncbi/mutations.tsv"] = mutation_table(mutations);
  result.tables["ncbi/susceptible.tsv"] = susceptible_table(susceptible);
  return {};
}

// Taxgroups that have a nucleotide reference, sorted.
std::vector<std::string> dna_scopes(const Path& folder, const Layout& layout) {
  std::vector<std::string> scopes;
  std::error_code code;
  for (const auto& item : std::filesystem::directory_iterator(folder, code)) {
    const std::string name = item.path().filename().string();
    if (!name.starts_with(kDnaPrefix) || !name.ends_with(layout.table_ending)) continue;
    scopes.push_back(name.substr(
        kDnaPrefix.size(),
        name.size() - kDnaPrefix.size() - std::string_view(layout.table_ending).size()));
  }
  std::sort(scopes.begin(), scopes.end());
  return scopes;
}

Result<void> add_dna(const Path& folder, Release& release, const Layout& layout,
                     const NcbiKnowledge& knowledge, NcbiImport& result, ImportLog& log) {
  std::vector<NcbiDnaMutation> all;
  for (const auto& scope : dna_scopes(folder, layout)) {
    const std::string stem = std::string(kDnaPrefix) + scope;
    const std::string fasta = stem + layout.fasta_ending, table = stem + layout.table_ending;
    KRES_ASSIGN(const auto fasta_text, release.read(fasta));
    KRES_ASSIGN(auto references, parse_ncbi_dna_references(fasta_text, release.path(fasta), log));
    KRES_ASSIGN(const auto table_text, release.read(table));
    KRES_ASSIGN(auto mutations, parse_ncbi_dna_mutations(table_text, release.path(table), scope,
                                                         references, knowledge.subclasses, log));
    std::move(mutations.begin(), mutations.end(), std::back_inserter(all));
    std::move(references.begin(), references.end(), std::back_inserter(result.nucleotide_targets));
  }
  if (!all.empty()) result.tables["ncbi/dna_mutations.tsv"] = dna_mutation_table(all);
  return {};
}

Result<NcbiImport> begin(const Path& folder, const Layout& layout) {
  NcbiImport result{.layout = layout.layout};
  Release release(folder, result);
  KRES_ASSIGN(const auto version, release.read("version.txt"));
  result.version = trim(version);
  if (result.version.empty()) return bad_input("names no version", release.path("version.txt"));
  return result;
}

}  // namespace

Result<NcbiImport> import_ncbi(const Path& folder, const NcbiKnowledge& knowledge, bool with_dna,
                               ImportLog& log) {
  KRES_ASSIGN(const auto layout, recognise(folder));
  KRES_ASSIGN(auto result, begin(folder, layout));
  Release release(folder, result);
  KRES_TRY(add_proteins(release, layout, knowledge, result, log));
  KRES_ASSIGN(const auto cds, release.read(layout.cds));
  KRES_ASSIGN(result.genes,
              parse_ncbi_cds(cds, release.path(layout.cds), layout.layout, result.proteins, log));
  if (with_dna) KRES_TRY(add_dna(folder, release, layout, knowledge, result, log));
  return result;
}

Result<NcbiImport> import_ncbi_dna(const Path& folder, const NcbiKnowledge& knowledge,
                                   ImportLog& log) {
  KRES_ASSIGN(const auto layout, recognise(folder));
  KRES_ASSIGN(auto result, begin(folder, layout));
  Release release(folder, result);
  KRES_TRY(add_dna(folder, release, layout, knowledge, result, log));
  if (result.nucleotide_targets.empty())
    return bad_input("holds no AMR_DNA-* files", folder.string(), 0,
                     "name a release that has them: those until 2024 do");
  return result;
}

}  // namespace kres::genome

// The two real releases of NCBI's reference, against plain counting in their files.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "genome/reference/import_ncbi.h"
#include "genome/reference/releases_for_test.h"

namespace kres::genome {
namespace {

struct ReleaseFiles {
  const char *folder, *proteins, *cds, *fam, *mutations;
  int accession;  // field of the protein header
};
constexpr ReleaseFiles kReleases[] = {
    {"2024-07-22.1", "AMRProt", "AMR_CDS", "fam.tab", "AMRProt-mutation.tab", 1},
    {"2025-12-03.1", "AMRProt.fa", "AMR_CDS.fa", "fam.tsv", "AMRProt-mutation.tsv", 0}};

std::string text_of(const char* table) {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data" / table);
  return text ? *text : std::string();
}

std::vector<std::string> cells(const std::string& line, char separator) {
  std::vector<std::string> result;
  for (const auto cell : split(line, separator)) result.emplace_back(cell);
  return result;
}

class NcbiReleases : public testing::TestWithParam<ReleaseFiles> {
 protected:
  ImportLog log_;
  Path folder_;
  NcbiImport release_;

  void SetUp() override {
    const auto found = shared_release(std::string("ncbi-amrfinderplus/") + GetParam().folder);
    if (!found) GTEST_SKIP() << "shared/reference/ncbi-amrfinderplus is absent";
    folder_ = *found;
    const auto families = GeneFamilies::parse(text_of("gene_families.tsv"), "gene_families.tsv");
    const auto subclasses =
        NcbiSubclasses::parse(text_of("ncbi_subclasses.tsv"), "ncbi_subclasses.tsv");
    ASSERT_TRUE(families && subclasses);
    auto release = import_ncbi(folder_, {*families, *subclasses}, true, log_);
    ASSERT_TRUE(release) << release.error().text();
    release_ = std::move(*release);
  }

  std::uint64_t noted(const std::string& file, const std::string& what) const {
    std::uint64_t count = 0;
    for (const auto& note : log_.notes())
      if (note.file == file && note.what == what)
        count += note.item.empty() ? std::stoull(note.detail) : 1;
    return count;
  }

  // Nodes whose type is AMR, by cutting columns 1 and 14.
  std::set<std::string> resistance_nodes() const {
    std::set<std::string> nodes;
    count_lines(folder_ / GetParam().fam, [&](const std::string& line) {
      const auto row = cells(line, '\t');
      if (row[13] == "AMR") nodes.insert(row[0]);
      return false;
    });
    return nodes;
  }
};

TEST_P(NcbiReleases, EveryProteinIsKeptOrSetAsideForANamedReason) {
  const auto& files = GetParam();
  const auto nodes = resistance_nodes();
  const Path path = folder_ / files.proteins;
  const auto field = [&](const std::string& line, int index) {
    return cells(line, '|')[static_cast<std::size_t>(files.accession + index)];
  };
  const auto header = [](const std::string& line) { return line.starts_with('>'); };
  const auto mutant = [&](const std::string& line) {
    return header(line) && field(line, 0).find(':') != std::string::npos;
  };
  const auto target = [&](const std::string& line) {
    return header(line) && !mutant(line) &&
           (field(line, 5) == "mutation" || field(line, 5) == "susceptible");
  };
  const auto gene = [&](const std::string& line) {
    return header(line) && !mutant(line) && !target(line) && nodes.count(field(line, 4)) > 0;
  };
  const auto second_part = [&](const std::string& line) {
    return gene(line) && field(line, 1) == "2";
  };
  EXPECT_EQ(noted(files.proteins, "records"), count_lines(path, header));
  EXPECT_EQ(noted(files.proteins, "mutant_form"), count_lines(path, mutant));
  EXPECT_EQ(noted(files.proteins, "part_of_fused_protein"), count_lines(path, second_part));
  std::size_t genes = 0, targets = 0, aliases = 0;
  for (const auto& protein : release_.proteins) {
    (protein.kind == ProteinKind::gene ? genes : targets) += 1;
    aliases += protein.aliases.size();
  }
  EXPECT_EQ(targets, count_lines(path, target));
  EXPECT_EQ(genes + aliases, count_lines(path, gene) - count_lines(path, second_part));
}

TEST_P(NcbiReleases, EveryMutationStandsInTheTableAndOnItsResidues) {
  const auto& files = GetParam();
  const auto rows = count_lines(folder_ / files.mutations,
                                [](const std::string& line) { return !line.starts_with('#'); });
  EXPECT_EQ(noted(files.mutations, "records"), rows);
  EXPECT_EQ(noted(files.mutations, "kept"), rows);
  std::map<std::string, std::string> targets;
  for (const auto& protein : release_.proteins)
    if (protein.kind == ProteinKind::target)
      targets[protein.id.substr(5, protein.id.find(":target") - 5)] = protein.sequence;
  std::size_t checked = 0;
  for (const auto& line : cells(release_.tables.at("ncbi/mutations.tsv"), '\n')) {
    const auto row = cells(line, '\t');
    if (row.size() < 10 || row[0] == "scope") continue;
    ASSERT_EQ(targets.count(row[1]), 1u) << line;
    const auto at = static_cast<std::size_t>(std::stoi(row[5])) - 1;
    const auto wild_type = row[6].substr(0, row[6].find_first_of("0123456789"));
    EXPECT_EQ(targets[row[1]].substr(at, wild_type.size()), wild_type) << line;
    ++checked;
  }
  EXPECT_EQ(checked, rows);
}

TEST_P(NcbiReleases, EveryCodingSequenceIsKeptOrSetAsideForANamedReason) {
  const auto& files = GetParam();
  const auto records = count_lines(folder_ / files.cds,
                                   [](const std::string& line) { return line.starts_with('>'); });
  EXPECT_EQ(noted(files.cds, "records"), records);
  EXPECT_EQ(noted(files.cds, "kept"), release_.genes.size());
  EXPECT_EQ(noted(files.cds, "kept") + noted(files.cds, "out_of_scope") +
                noted(files.cds, "part_of_fused_protein") + noted(files.cds, "duplicate_sequence"),
            records);
  EXPECT_GT(release_.genes.size(), records * 3 / 4);
}

TEST_P(NcbiReleases, KnownSubclassesNameAgentsOfTheVocabulary) {
  EXPECT_EQ(noted(GetParam().proteins, "unknown_subclass"), 0u);
  EXPECT_EQ(noted(GetParam().mutations, "unknown_subclass"), 0u);
  std::set<std::string> agents;
  for (const auto& line : cells(text_of("agents.tsv"), '\n')) agents.insert(cells(line, '\t')[0]);
  for (const auto& protein : release_.proteins)
    for (const auto& agent : protein.agents)
      EXPECT_EQ(agents.count(agent), 1u) << protein.id << " " << agent;
}

// blaKPC-2, OXA-48 and mcr-1.1 by their RefSeq accessions.
TEST_P(NcbiReleases, WellKnownGenesAreCritical) {
  std::map<std::string, const NewProtein*> by_name;
  for (const auto& protein : release_.proteins) by_name.emplace(protein.name, &protein);
  const std::map<std::string, std::string> expected = {{"blaKPC-2", "carbapenemase"},
                                                       {"blaNDM-1", "carbapenemase"},
                                                       {"blaOXA-48", "carbapenemase"},
                                                       {"mcr-1.1", "mcr"},
                                                       {"vanA", "van"}};
  for (const auto& [name, family] : expected) {
    ASSERT_EQ(by_name.count(name), 1u) << name;
    EXPECT_EQ(by_name[name]->critical_family, family) << name;
  }
  EXPECT_EQ(by_name["blaKPC-2"]->id, "ncbi:WP_004199234.1");
}

TEST_P(NcbiReleases, NucleotideReferencesAreThoseOfTheOlderLayout) {
  std::size_t references = 0, mutations = 0;
  for (const auto& item : std::filesystem::directory_iterator(folder_)) {
    const std::string name = item.path().filename().string();
    if (!name.starts_with("AMR_DNA-")) continue;
    const bool table = name.ends_with(".tab");
    const auto lines = count_lines(item.path(), [&](const std::string& line) {
      return table ? !line.starts_with('#') : line.starts_with('>');
    });
    (table ? mutations : references) += lines;
  }
  EXPECT_EQ(release_.nucleotide_targets.size(), references);
  const auto table = release_.tables.find("ncbi/dna_mutations.tsv");
  const auto rows =
      table == release_.tables.end() ? 0 : cells(table->second, '\n').size() - 2;  // header, end
  EXPECT_EQ(rows, mutations);
}

INSTANTIATE_TEST_SUITE_P(BothLayouts, NcbiReleases, testing::ValuesIn(kReleases),
                         [](const auto& name) {
                           return std::string(name.param.folder).substr(0, 4);
                         });

}  // namespace
}  // namespace kres::genome

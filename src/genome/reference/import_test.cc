// Importers, on a small database with every oddity of the real releases.
#include <gtest/gtest.h>

#include "base/folder_for_test.h"
#include "genome/reference/fasta_records.h"
#include "genome/reference/import_kleborate.h"
#include "genome/reference/import_resfinder.h"
#include "genome/reference/index_builder.h"
#include "genome/reference/releases_for_test.h"

namespace kres::genome {
namespace {

constexpr const char* kGene = "ATGAAACGTTTAGGCCATTGGACCTGA";  // complete: 9 codons

class ResFinder : public testing::Test {
 protected:
  const FolderForTest folder_;
  ImportLog log_;

  void SetUp() override {
    store("config", "# comment\nbeta-lactam\tBeta-lactam\tx\nquinolone\tQuinolone\tx\n");
    store("history.txt", "# dates since 2018/01/01\n2022-05-24 Added:\n2022-05-06 Added:\n");
    store("phenotypes.txt",
          "Gene_accession no.\tClass\tPhenotype\tPMID\n"
          "blaA-1_1_X\tBeta-lactam\tAmpicillin, Meropenem\t1\n"
          "blaA-1_1_X\tQuinolone\tCiprofloxacin\n"
          "blaGone-1_1_Y\tBeta-lactam\tAmpicillin\t1\n");
    store("beta-lactam.fsa",
          std::string(">blaA-1_1_X\n") + kGene + "\n> blaB-1_2_NG_048048 \nACGTRACGTACGTACG\n");
    store("quinolone.fsa", std::string(">blaA-1_1_X\n") + kGene + "\n");
  }
  void store(const std::string& name, const std::string& text) {
    ASSERT_TRUE(write_file_atomic(folder_ / name, text));
  }
  Result<ResFinderImport> import() {
    const auto families = GeneFamilies::parse(
        "pattern\tcritical\tadd_agents\tsource\nblaB*\tcarbapenemase\tertapenem\tx\n", "f");
    return import_resfinder(folder_.path(),
                            {{"Ampicillin", "ampicillin"}, {"Ciprofloxacin", "ciprofloxacin"}},
                            families.value(), log_);
  }
};

TEST_F(ResFinder, EverySequenceIsAnEntryOrAnAliasAndOdditiesAreLogged) {
  const auto result = import();
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_EQ(result->version, "2022-05-24");
  ASSERT_EQ(result->entries.size(), 2u);
  const auto totals = log_.totals("resfinder");
  EXPECT_EQ(totals.at("records"), 3u);
  EXPECT_EQ(totals.at("kept"), 2u);
  EXPECT_EQ(totals.at("set_aside"), 1u);
  EXPECT_EQ(totals.at("duplicate_sequence"), 1u);
  EXPECT_EQ(totals.at("unknown_agent"), 1u);  // Meropenem is not among the agents given
  EXPECT_EQ(totals.at("phenotype_without_sequence"), 1u);
  EXPECT_EQ(totals.at("id_without_phenotype"), 1u);
  EXPECT_EQ(totals.at("id_with_white_space"), 1u);
  EXPECT_EQ(totals.at("ambiguous_bases"), 1u);
  EXPECT_EQ(totals.at("not_coding"), 1u);
  EXPECT_EQ(totals.at("repeated_id"), 1u);
}

TEST_F(ResFinder, AgentsOfAllRowsOfAnIdAreJoinedUnderOurNames) {
  const auto result = import();
  ASSERT_TRUE(result);
  const auto& entry = result->entries[0];
  EXPECT_EQ(entry.id, "resfinder:blaA-1_1_X");
  EXPECT_EQ(entry.name, "blaA-1");
  EXPECT_EQ(entry.gene, "blaA");
  EXPECT_EQ(entry.agents, (std::vector<std::string>{"ampicillin", "ciprofloxacin"}));
  EXPECT_EQ(result->entries[1].name, "blaB-1");
  EXPECT_EQ(result->entries[1].critical_family, "carbapenemase");
  EXPECT_EQ(result->entries[1].agents, std::vector<std::string>{"ertapenem"});
}

TEST_F(ResFinder, AFileThatTheReleaseDoesNotListIsNamedInTheLog) {
  store("new-class.fsa", ">blaC-1_1_X\nACGT\n");
  ASSERT_TRUE(import());
  EXPECT_EQ(log_.totals("resfinder").at("file_not_listed"), 1u);
  EXPECT_NE(log_.tsv().find("file_not_listed\tnew-class.fsa"), std::string::npos);
}

TEST_F(ResFinder, AMissingFileIsNamed) {
  std::filesystem::remove(folder_ / "quinolone.fsa");
  const auto result = import();
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().file.find("quinolone.fsa"), std::string::npos);
}

TEST_F(ResFinder, AProteinInASequenceFileIsRefusedWithItsLine) {
  store("quinolone.fsa", ">qnr_1_X\nMKLEIP\n");
  const auto result = import();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().line, 2u);
}

// What keeps every importer from losing a record without a line in the log.
TEST(RecordTally, ARecordThatIsNeitherKeptNorSetAsideIsRefused) {
  ImportLog log;
  RecordTally whole(log, "s", "folder/f.fsa"), lost(log, "s", "folder/f.fsa");
  for (auto* tally : {&whole, &lost}) {
    tally->keep();
    tally->set_aside("duplicate_sequence", "a");
    tally->leave_out("other_family");
  }
  EXPECT_TRUE(whole.close(3));
  EXPECT_EQ(log.totals("s").at("set_aside"), 2u);
  EXPECT_EQ(log.totals("s").at("other_family"), 1u);
  const auto refused = lost.close(4);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::internal);
  EXPECT_EQ(refused.error().file, "folder/f.fsa");
}

TEST(FastaRecords, HeadersAreCountedWithoutReadingRecords) {
  EXPECT_EQ(count_fasta_headers(">a\nAC>GT\n>b\r\nGG\n\n>\n"), 3u);
  EXPECT_EQ(count_fasta_headers("a\n >b\n"), 0u);
  EXPECT_EQ(count_fasta_headers(""), 0u);
}

class Kleborate : public testing::Test {
 protected:
  const FolderForTest root_;
  const Path folder_ = root_ / "data";
  ImportLog log_;

  void SetUp() override {
    std::filesystem::create_directories(folder_);
    ASSERT_TRUE(write_file_atomic(root_ / "version.py", "__version__ = '2.2.0'\n"));
    const std::string head = "a,b,c,d,e,seqID,accession,h,i,j,k,l,class\n";
    ASSERT_TRUE(write_file_atomic(folder_ / "CARD_AMR_clustered.csv",
                                  head + "x,SHV-1,c,d,e,1,ARO_1,h,i,j,k,l,Bla_chr\n"));
  }
  Error refusal_of(const std::string& genes) {
    EXPECT_TRUE(write_file_atomic(folder_ / "CARD_v3.1.13.fasta", genes));
    const auto result = import_kleborate(folder_, {{"Bla_chr", {"ampicillin"}}}, log_);
    EXPECT_FALSE(result);
    return result ? Error{} : result.error();
  }
};

TEST_F(Kleborate, AHeaderOfAnotherShapeIsRefusedWithItsLine) {
  const auto error = refusal_of(">1__SHV-OKP-LEN_Bla__SHV-1__1\nACGT\n>1__SHV-OKP-LEN_Bla\nAC\n");
  EXPECT_EQ(error.line, 3u);
  EXPECT_NE(error.file.find("CARD_v3.1.13.fasta"), std::string::npos);
}

TEST_F(Kleborate, AnAlleleThatStandsTwiceIsRefusedWithItsLine) {
  const auto error = refusal_of(
      ">1__SHV-OKP-LEN_Bla__SHV-1__1\nACGT\n>2__TEM_Bla__TEM-1__2\nAC\n"
      ">1__SHV-OKP-LEN_Bla__SHV-1__1\nACGA\n");
  EXPECT_EQ(error.line, 5u);
  EXPECT_NE(error.message.find("SHV-1"), std::string::npos);
}

TEST(ResFinderNames, TheGeneStandsBeforeTheVariantNumber) {
  EXPECT_EQ(resfinder_gene_name("blaKPC-2_1_AY034847"), "blaKPC-2");
  EXPECT_EQ(resfinder_gene_name("aph(3')-Ia_4_AF498082"), "aph(3')-Ia");
  EXPECT_EQ(resfinder_gene_name("qacL_1_NG_048048"), "qacL");
  EXPECT_EQ(resfinder_gene_name("plain"), "plain");
}

TEST(FastaRecords, LowerCaseAndLineEndsDoNotMatter) {
  const auto records = parse_fasta_records(">a x\r\nacg\r\nTT\r\n>b\nGG\n", "f.fsa");
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2u);
  EXPECT_EQ((*records)[0].header, "a x");
  EXPECT_EQ((*records)[0].sequence, "ACGTT");
  EXPECT_EQ((*records)[1].line, 4u);
}

TEST(FastaRecords, ARecordWithoutSequenceIsRefused) {
  const auto records = parse_fasta_records(">a\n>b\nGG\n", "f.fsa");
  ASSERT_FALSE(records);
  EXPECT_EQ(records.error().line, 1u);
}

TEST(Coding, CompleteOpenAndNone) {
  EXPECT_EQ(coding_of("ATGAAATAA"), Coding::complete);
  EXPECT_EQ(coding_of("GTGAAATGA"), Coding::complete);
  EXPECT_EQ(coding_of("ATGAAAAAA"), Coding::open);
  EXPECT_EQ(coding_of("AAAAAATAA"), Coding::open);
  EXPECT_EQ(coding_of("ATGTAAAAA"), Coding::none);
  EXPECT_EQ(coding_of("ATGAAATA"), Coding::none);
}

// The release that Debian installs; figures counted with grep and awk on the same files.
TEST(RealReleases, ResFinderAndKleborateAreImportedWithoutLoss) {
  const Path resfinder = "/usr/share/resfinder/db",
             kleborate = "/usr/lib/python3/dist-packages/kleborate/data";
  if (!std::filesystem::exists(resfinder) || !std::filesystem::exists(kleborate))
    GTEST_SKIP() << "packages resfinder-db and kleborate are not installed";
  ImportLog log;
  const auto genes = import_resfinder(resfinder, {}, GeneFamilies{}, log);
  ASSERT_TRUE(genes) << genes.error().text();
  const auto totals = log.totals("resfinder");
  EXPECT_EQ(totals.at("records"), 3153u);  // grep -c '>' over all class files
  EXPECT_EQ(totals.at("kept") + totals.at("set_aside"), 3153u);
  EXPECT_EQ(totals.at("entries"), totals.at("kept"));
  EXPECT_EQ(totals.at("duplicate_sequence"), totals.at("set_aside"));
  EXPECT_EQ(totals.at("phenotype_rows"), 3146u);  // wc -l without the header
  EXPECT_EQ(totals.at("ambiguous_bases"), 12u);
  const auto rest = import_kleborate(kleborate, {}, log);
  ASSERT_TRUE(rest) << rest.error().text();
  const auto left = log.totals("kleborate");
  const auto records = [&](const char* file, const char* pattern) {
    return count_lines(kleborate / file, [&](const std::string& line) {
      return line.starts_with('>') && line.find(pattern) != std::string::npos;
    });
  };
  const auto card = records("CARD_v3.1.13.fasta", "");
  EXPECT_EQ(card, 2693u);  // grep -c '>'
  EXPECT_EQ(left.at("records"), card + 6);
  EXPECT_EQ(left.at("kept"), records("CARD_v3.1.13.fasta", "__SHV-OKP-LEN") + 6);
  EXPECT_EQ(left.at("other_families_not_imported"), left.at("set_aside"));
  EXPECT_EQ(left.at("alleles"), 3017u);  // grep -c '>'
  EXPECT_EQ(rest->scheme.loci.size(), 7u);
  EXPECT_EQ(rest->sketches.size(), 4533u);  // mash info
  EXPECT_EQ(rest->sketch_kmer_size, 21u);
  EXPECT_EQ(rest->sketches.front().hashes.size(), 1000u);
  EXPECT_EQ(rest->targets.size(), 6u);
}

TEST(Contained, AnEntryInsideALongerOneIsMarked) {
  const std::string inner = "ATGAAACGTTTAGGCCATTGGACCGATTACAGCTAA", outer = "GGG" + inner + "CCC";
  SequenceIndexBuilder builder(
      {{.id = "inner", .name = "inner", .gene = "inner", .sequence = inner},
       {.id = "outer", .name = "outer", .gene = "outer", .sequence = outer}});
  builder.build();
  EXPECT_EQ(builder.contained(),
            (std::vector<std::pair<std::string, std::string>>{{"inner", "outer"}}));
}

}  // namespace
}  // namespace kres::genome

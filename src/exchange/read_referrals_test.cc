// Referral sheets: what is read, and what is said about each row.
#include "exchange/read_referrals.h"

#include <gtest/gtest.h>

#include "base/digest.h"

namespace kres::exchange {
namespace {

constexpr std::string_view kGenome = ">contig1\nACGTACGTACGTACGTACGTACGTACGTACGT\n";

class ReferralSheet : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("referral_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    write("genome.fna", kGenome);
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  void write(const std::string& name, std::string_view content) {
    ASSERT_TRUE(write_file_atomic(directory_ / name, content));
  }
  ReferralBatch read(const Path& path) {
    static const auto agents =
        AgentTable::parse(*read_file(Path(KRES_SOURCE_DIR) / "data/agents.tsv"), "agents.tsv");
    auto batch = read_referrals(path, {{"UNN", "HUS"}, {2026, 11, 21}}, *agents);
    EXPECT_TRUE(batch) << batch.error().text();
    return std::move(*batch);
  }
  // Messages without their folder.
  std::vector<std::string> complaints(const std::string& sheet) {
    write("referral.tsv", sheet);
    std::vector<std::string> texts;
    for (const auto& message : read(directory_).messages)
      texts.push_back(replace(message.printed()));
    return texts;
  }
  std::string replace(std::string text) {
    for (auto at = text.find(directory_.string()); at != std::string::npos;
         at = text.find(directory_.string()))
      text.erase(at, directory_.string().size() + 1);
    return text;
  }

  Path directory_;
};
using Texts = std::vector<std::string>;

const std::string kHead = "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n";

const std::string kReadsHead =
    "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\treads_1\treads_2\treads_1_"
    "sha256\n";

TEST_F(ReferralSheet, ReadsComeByLaneAndMateBesideAnAssembly) {
  for (const auto* name : {"a_R1.fq", "a_R2.fq", "b_R1.fq", "b_R2.fq"})
    write(name, std::string("@") + name + "\nACGT\n+\nIIII\n");
  write("referral.tsv", kReadsHead +
                            "UNN\ta\tCPO\t2026-11-20\tgenome.fna\ta_R1.fq|b_R1.fq\t"
                            "a_R2.fq | b_R2.fq\t" +
                            sha256_hex("@a_R1.fq\nACGT\n+\nIIII\n") + "|" +
                            sha256_hex("@b_R1.fq\nACGT\n+\nIIII\n") + "\n");
  const auto batch = read(directory_);
  ASSERT_FALSE(batch.has_errors()) << batch.messages.front().printed();
  std::string places;
  for (const auto& file : batch.referrals.front().genomes)
    places += file.path.filename().string() + " " +
              std::string(laboratory::name_of(file.place.role)) + " " +
              std::to_string(file.place.lane) + "; ";
  EXPECT_EQ(places,
            "genome.fna assembly 0; a_R1.fq reads_1 1; b_R1.fq reads_1 2; a_R2.fq reads_2 1; "
            "b_R2.fq reads_2 2; ");
}

TEST_F(ReferralSheet, HalfAPairIsNoLibrary) {
  write("R1.fq", "@r\nACGT\n+\nIIII\n");
  write("R2.fq", "@s\nACGT\n+\nIIII\n");
  const auto row = [](const std::string& cells) {
    return kReadsHead + "UNN\ta\tCPO\t2026-11-20\t" + cells + "\n";
  };
  EXPECT_EQ(complaints(row("\tR1.fq\t\t")).size(), 1u) << "the mates are missing";
  EXPECT_EQ(complaints(row("\tR1.fq\tR1.fq\t")).size(), 1u) << "the same file twice";
  EXPECT_EQ(complaints(row("\tR1.fq|R2.fq\tR2.fq\t")).size(), 1u);
  EXPECT_EQ(complaints(row("\tgenome.fna\tR2.fq\t")).size(), 1u) << "FASTA is no reads";
  EXPECT_EQ(complaints(row("R1.fq\t\t\t")).size(), 1u) << "FASTQ is no assembly";
  EXPECT_EQ(complaints(row("\tR1.fq\tR2.fq\tabc")).size(), 1u) << "another checksum";
  EXPECT_EQ(complaints(row("\tR1.fq\tR2.fq\t" + std::string(64, 'a') + "|x")).size(), 1u);
  EXPECT_TRUE(complaints(row("\tR1.fq\tR2.fq\t")).empty());
}

TEST_F(ReferralSheet, ADirectoryIsReadWhole) {
  write("referral.tsv",
        "# sent by Tromsø\n"
        "laboratory\tsender_id\tsuspected_group\treceived\tsampled\tgenome_file\tgenome_sha256\t"
        "age\tsex\tinfection_or_carriage\ttravel\tpatient\n"
        "UNN\tL-1\tCPO\t2026-11-20\t2026-11-18\tgenome.fna\t" +
            sha256_hex(kGenome) + "\t71\tKvinne\tinfeksjon\tHellas\tP-17\n");
  write("susceptibility.tsv",
        "isolate\torganism\tagent\tmethod\tsign\tvalue\tprovenance\n"
        "L-1\tKlebsiella pneumoniae\tmeropenem\tbmd\t=\t8\tconstructed\n");
  const auto batch = read(directory_);
  EXPECT_TRUE(batch.messages.empty()) << batch.messages.front().printed();
  ASSERT_EQ(batch.referrals.size(), 1u);
  const auto& sent = batch.referrals[0];
  EXPECT_EQ(sent.referral.patient.age, 71);
  EXPECT_EQ(sent.referral.patient.sex, "female");
  EXPECT_EQ(sent.referral.clinical.infection_or_carriage, "infection");
  EXPECT_EQ(sent.referral.sampled, (Date{2026, 11, 18}));
  EXPECT_EQ(sent.referral.organism, "Klebsiella pneumoniae");
  EXPECT_EQ(sent.genomes.at(0).sha256, sha256_hex(kGenome));
  EXPECT_EQ(sent.measurements.at(0).provenance, "constructed");
  EXPECT_EQ(sent.line, 3u);
}

TEST_F(ReferralSheet, ACommaSeparatedSheetReadsTheSame) {
  write("sheet.csv",
        "laboratory,sender_id,suspected_group,received,reason\n"
        "UNN,L-1,CPO,2026-11-20,\"resistant, again\"\n");
  const auto batch = read(directory_ / "sheet.csv");
  ASSERT_EQ(batch.referrals.size(), 1u);
  EXPECT_EQ(batch.referrals[0].referral.reason, "resistant, again");
}

TEST_F(ReferralSheet, EveryRowIsChecked) {
  EXPECT_EQ(complaints(kHead + "XXX\tL-1\tCPO\t2026-11-20\t\n"
                               "UNN\t\tMRSA\t20.11.2026\t\n"
                               "UNN\tL-3\tCPO\t2026-11-22\t\n"
                               "UNN\tL-3\tCPO\t2026-11-20\t\n"),
            (Texts{"referral.tsv:2: error: laboratory: 'XXX' is not a known laboratory",
                   "referral.tsv:3: error: sender_id: is empty",
                   "referral.tsv:3: error: suspected_group: 'MRSA' is none of CPO, ColR, VRE, LRE",
                   "referral.tsv:3: error: received: '20.11.2026' is no date; write it as "
                   "2026-11-21",
                   "referral.tsv:4: error: received: is in the future",
                   "referral.tsv:5: error: sender_id: stands in line 4 too"}));
}

TEST_F(ReferralSheet, WhatASpreadsheetRewroteIsCaught) {
  EXPECT_EQ(
      complaints(kHead + "UNN\tOCT-1\tCPO\t1-Mar\t\n"),
      (Texts{"referral.tsv:2: error: sender_id: a spreadsheet has turned this cell into a date",
             "referral.tsv:2: error: received: a spreadsheet has turned this cell into a "
             "date"}));
}

TEST_F(ReferralSheet, AnIdentityNumberIsRefusedAndNotRepeated) {
  const auto texts = complaints(
      "laboratory\tsender_id\tsuspected_group\treceived\tpatient\n"
      "UNN\tL-1\tCPO\t2026-11-20\t13097248022\n");
  EXPECT_EQ(texts, (Texts{"referral.tsv:2: error: patient: holds a national identity number; send "
                          "a pseudonym instead"}));
}

TEST_F(ReferralSheet, AnIdentityNumberInTheSusceptibilityTableIsRefusedAndNotRepeated) {
  write("susceptibility.tsv",
        "isolate\torganism\tagent\tmethod\tsign\tvalue\tsystem\n"
        "L-1\tKlebsiella pneumoniae\tmeropenem\tbmd\t=\t8\t130972-48022\n");
  EXPECT_EQ(complaints(kHead + "UNN\tL-1\tCPO\t2026-11-20\t\n"),
            (Texts{"susceptibility.tsv:2: error: holds a national identity number; send a "
                   "pseudonym instead"}));
}

TEST_F(ReferralSheet, ACellLikeAnIdentityNumberIsNotRepeated) {
  const std::string number = "13097248023";
  write("susceptibility.tsv",
        "isolate\torganism\tagent\tmethod\tsign\tvalue\n"
        "L-1\tKlebsiella pneumoniae\t" +
            number + "\tbmd\t=\t8\n");
  const auto texts =
      complaints(kHead + number + "\tL-1\t" + number + "\t" + number + "\t" + number + ".fna\n");
  ASSERT_EQ(texts.size(), 5u);
  for (const auto& text : texts) EXPECT_EQ(text.find(number), std::string::npos) << text;
}

TEST_F(ReferralSheet, FilesAreOpenedBeforeAnythingIsStored) {
  write("empty.fna", "");
  write("protein.fna",
        ">p\nMKLVVVGAGGVGKSALTIQLIQNHFVDEYDPTIEDSYRKQVVIDGETCLLDILDTAGQEEYSAMRDQYMR\n");
  write("cut.fna.gz", std::string_view("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b", 11));
  write("junk.fna", std::string_view("\x00\x01\x02\x03\xff\xfe junk", 11));
  const auto texts = complaints(kHead +
                                "UNN\ta\tCPO\t2026-11-20\tempty.fna\n"
                                "UNN\tb\tCPO\t2026-11-20\tprotein.fna\n"
                                "UNN\tc\tCPO\t2026-11-20\tcut.fna.gz\n"
                                "UNN\td\tCPO\t2026-11-20\tjunk.fna\n"
                                "UNN\te\tCPO\t2026-11-20\tmissing.fna\n"
                                "UNN\tf\tCPO\t2026-11-20\t../genome.fna\n");
  ASSERT_EQ(texts.size(), 6u);
  const Texts names{"empty.fna", "protein.fna", "cut.fna.gz", "junk.fna", "missing.fna", "outside"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_NE(texts[i].find(names[i]), std::string::npos) << texts[i];
    EXPECT_EQ(texts[i].find("referral.tsv:" + std::to_string(i + 2) + ": error: genome_file:"), 0u)
        << texts[i];
  }
}

TEST_F(ReferralSheet, ALinkOutOfTheFolderIsRefusedAndOneWithinItIsFollowed) {
  const auto outside = Path(directory_.string() + "_outside");
  std::filesystem::create_directories(outside);
  ASSERT_TRUE(write_file_atomic(outside / "genome.fna", kGenome));
  std::filesystem::create_symlink(outside / "genome.fna", directory_ / "file.fna");
  std::filesystem::create_directory_symlink(outside, directory_ / "sub");
  std::filesystem::create_symlink("genome.fna", directory_ / "within.fna");
  const auto texts = complaints(kHead +
                                "UNN\ta\tCPO\t2026-11-20\tfile.fna\n"
                                "UNN\tb\tCPO\t2026-11-20\tsub/genome.fna\n"
                                "UNN\tc\tCPO\t2026-11-20\twithin.fna\n");
  std::filesystem::remove_all(outside);
  EXPECT_EQ(texts, (Texts{"referral.tsv:2: error: genome_file: names a file outside the sheet's "
                          "folder",
                          "referral.tsv:3: error: genome_file: names a file outside the sheet's "
                          "folder"}));
}

TEST_F(ReferralSheet, AFileThatIsNotTheStatedOneIsRefused) {
  EXPECT_EQ(complaints("laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\t"
                       "genome_sha256\nUNN\ta\tCPO\t2026-11-20\tgenome.fna\t" +
                       std::string(64, 'a') + "\n"),
            (Texts{"referral.tsv:2: error: genome_sha256: is not the digest of the file; it was "
                   "changed or cut on its way"}));
}

TEST_F(ReferralSheet, AWrongSusceptibilityTableIsNamedWithItsLine) {
  const auto with = [&](const std::string& table) {
    write("susceptibility.tsv", table);
    const auto texts = complaints(kHead + "UNN\tL-1\tCPO\t2026-11-20\t\n");
    return texts.empty() ? "" : texts.front();
  };
  const std::string head = "isolate\torganism\tagent\tmethod\tsign\tvalue\tunit\n";
  const std::string kp = "L-1\tKlebsiella pneumoniae\t";
  EXPECT_EQ(with(head + kp + "meropenem\tbmd\t=\t8\tmg/L\n"), "");
  EXPECT_EQ(with("isolate\torganism\tdrug\n" + kp + "\n").find("susceptibility.tsv:1: error: "),
            0u);
  for (const auto* row : {"meropenem\tbmd\t=\t8\tug\n", "meropenum\tbmd\t=\t8\tmg/L\n",
                          "meropenem\tbmd\t=>\t8\tmg/L\n", "meropenem\tbmd\t=\t7\tmg/L\n"})
    EXPECT_EQ(with(head + kp + row).find("susceptibility.tsv:2: error: "), 0u)
        << with(head + kp + row);
  EXPECT_EQ(with(head + "L-9\tKlebsiella pneumoniae\tmeropenem\tbmd\t=\t8\tmg/L\n"),
            "susceptibility.tsv:2: error: isolate 'L-9' is not a sender_id of referral.tsv");
}

TEST_F(ReferralSheet, WhatIsNotASheetIsSaidSo) {
  EXPECT_EQ(complaints("").size(), 1u);
  EXPECT_EQ(complaints(kHead), Texts{"referral.tsv: error: holds no referral"});
  EXPECT_EQ(complaints("a\tb\n1\t2\n").size(), 1u);
  const auto missing = read_referrals(directory_ / "nothing.tsv", ReferralRules{}, AgentTable());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace kres::exchange

// What is read as an assembly, whatever way it was written, and what is refused and how.
#include "sequence/assembly.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/digest.h"
#include "sequence/compressed_for_test.h"

namespace kres::sequence {
namespace {

Assembly read(std::string_view text) {
  auto assembly = parse_assembly(text, "x.fna");
  EXPECT_TRUE(assembly) << assembly.error().text();
  return assembly ? std::move(*assembly) : Assembly{};
}

std::string refusal(std::string_view text, const AssemblyLimits& limits = {}) {
  const auto assembly = parse_assembly(text, "x.fna", limits);
  EXPECT_FALSE(assembly) << "was accepted";
  return assembly ? "" : assembly.error().text();
}

#define EXPECT_REFUSED(text, reason) EXPECT_THAT_REFUSED(refusal(text), reason)
#define EXPECT_THAT_REFUSED(message, reason) \
  EXPECT_NE((message).find(reason), std::string::npos) << (message)

TEST(Assembly, NameEndsAtTheFirstWhiteSpace) {
  const auto assembly = read(">contig_1 length=8\tdepth=1.0x\nACGT\nacgt\n>b\nNNAC\n");
  ASSERT_EQ(assembly.contigs.size(), 2U);
  EXPECT_EQ(assembly.contigs[0].name, "contig_1");
  EXPECT_EQ(assembly.contigs[0].description, "length=8\tdepth=1.0x");
  EXPECT_EQ(assembly.contigs[0].bases, "ACGTACGT");
  EXPECT_EQ(assembly.contigs[1].bases, "NNAC");
  EXPECT_EQ(assembly.path, "x.fna");
}

TEST(Assembly, WindowsFilesBlankLinesAndAMissingNewlineAreRead) {
  const auto assembly = read("\xef\xbb\xbf\r\n>a b\r\nACGT  \r\n\r\nTT\r\n>c\r\nGG");
  ASSERT_EQ(assembly.contigs.size(), 2U);
  EXPECT_EQ(assembly.contigs[0].description, "b");
  EXPECT_EQ(assembly.contigs[0].bases, "ACGTTT");
  EXPECT_EQ(assembly.contigs[1].bases, "GG");
}

TEST(Assembly, AmbiguityCodesBecomeNAndAreCounted) {
  const auto assembly = read(">a\nACGTACGTACGTACGTUuRyN\n");
  EXPECT_EQ(assembly.contigs[0].bases, "ACGTACGTACGTACGTTTNNN");
  EXPECT_EQ(assembly.ambiguous_bases, 2U);  // R and y; an N was an N already
}

TEST(Assembly, DigestIsOfTheFileAsGiven) {
  const std::string zipped = testing::gzipped(">a\nACGT\n");
  EXPECT_EQ(read(zipped).sha256, sha256_hex(zipped));
  EXPECT_EQ(read(zipped).contigs[0].bases, "ACGT");
}

TEST(Assembly, CircularContigsAreToldByTheirHeaders) {
  const auto circular = [](const std::string& description) {
    return read(">a " + description + "\nACGT\n").contigs[0].circular;
  };
  EXPECT_TRUE(circular("length=5333942 depth=1.00x circular=true"));
  EXPECT_TRUE(circular("[organism=Klebsiella pneumoniae] [topology=circular]"));
  EXPECT_TRUE(circular("Klebsiella pneumoniae NTUH-K2044 DNA, complete genome"));
  EXPECT_TRUE(circular("Klebsiella pneumoniae plasmid pKPHS2, complete sequence"));
  EXPECT_FALSE(circular("plasmid pX, complete sequence [topology=linear]"));
  EXPECT_FALSE(circular("length=5333942 depth=1.00x circular=false"));
  EXPECT_FALSE(circular("contig 12, whole genome shotgun sequence"));
}

TEST(Assembly, EmptyFilesAreRefused) {
  EXPECT_REFUSED("", "x.fna: holds no sequence");
  EXPECT_REFUSED("\n \r\n", "holds no sequence");
}

TEST(Assembly, HeadersWithoutSequenceOrNameAreRefusedWithTheirLine) {
  EXPECT_REFUSED(">a\nACGT\n>b\n>c\nACGT\n", "x.fna:3: contig 'b' has no sequence");
  EXPECT_REFUSED(">a\nACGT\n>b\n", "x.fna:3: contig 'b' has no sequence");
  EXPECT_REFUSED(">a\nACGT\n> b\nACGT\n", "x.fna:3: header without a name");
}

TEST(Assembly, RepeatedNamesAreRefusedWithBothLines) {
  EXPECT_REFUSED(">a 1\nACGT\n>b\nAC\n>a 2\nACGT\n",
                 "x.fna:5: contig name 'a' was used in line 1 already");
}

TEST(Assembly, ProteinIsRecognised) {
  EXPECT_REFUSED(">KPC-2\nMSLYRRLVLLSCLSWPLAGFSATALTNLVAEPFAKLEQDFGGSIGVYAMDTGSGATVSYR\n",
                 "x.fna:2: looks like protein");
  // Every letter of this peptide is a nucleotide code too.
  EXPECT_REFUSED(">p\nMKVASTGDHNYRWMKVASTGDHNYRW\n", "looks like protein");
}

TEST(Assembly, ASingleWrongLetterIsNotCalledProtein) {
  EXPECT_REFUSED(">a\nACGTACGTACGTACGTACGT\nACGTACGTACGTACGTACGTACEGTACGT\n",
                 "x.fna:3: 'E' in column 23 is not a nucleotide code");
  EXPECT_REFUSED(">a\nACGT-ACGT\n", "x.fna:2: '-' in column 5 is not a nucleotide code");
}

TEST(Assembly, OtherFormatsAreNamed) {
  EXPECT_REFUSED("@read1\nACGT\n+\nIIII\n", "is FASTQ (reads), not an assembly");
  EXPECT_REFUSED("LOCUS       CP003200\n", "is a GenBank record");
  EXPECT_REFUSED("BZh91AY", "bzip2");
  EXPECT_REFUSED(testing::gzipped(testing::gzipped(">a\nACGT\n")), "compressed twice");
  EXPECT_REFUSED("\nACGT\n>a\nACGT\n", "x.fna:2: text before the first header");
  EXPECT_REFUSED("\n >a\nACGT\n", "x.fna:2: text before the first header");
}

TEST(Assembly, BinaryDataAreRefused) {
  using namespace std::string_literals;
  EXPECT_REFUSED(
      "\x7f"
      "ELF\x02\x01\0\0"s,
      "not a text file: binary data at byte 1");
  EXPECT_REFUSED(">a\nAC\0GT\n"s, "x.fna:2: binary data in the sequence");
  EXPECT_REFUSED(">a\x01\nACGT\n", "x.fna:1: binary data in a header");
  EXPECT_REFUSED(">\xff\xfe\nACGT\n", "x.fna:1: binary data in a header");
}

TEST(Assembly, DescriptionsInLatin1DoNotBreakTheResult) {
  EXPECT_EQ(read(">a Troms\xf8\nACGT\n").contigs[0].description, "Troms?");
}

TEST(Assembly, LimitsAreStated) {
  EXPECT_THAT_REFUSED(refusal(">a\nACGTACGT\n", {.bases = 7}), "x.fna:2: more than 7 bases");
  EXPECT_THAT_REFUSED(refusal(">a\nA\n>b\nA\n", {.contigs = 1}), "x.fna:3: more than 1 contigs");
  EXPECT_THAT_REFUSED(refusal(testing::gzipped(">a\nACGT\n"), {.content_bytes = 7}),
                      "decompressed content is larger than 7 bytes");
}

TEST(Assembly, AMissingFileIsNamed) {
  const auto assembly = read_assembly("no/such/file.fna");
  ASSERT_FALSE(assembly);
  EXPECT_EQ(assembly.error().code, ErrorCode::not_found);
  EXPECT_EQ(assembly.error().file, "no/such/file.fna");
}

std::string written(const std::vector<std::string>& contigs, std::size_t width, const char* end) {
  std::string text;
  for (std::size_t i = 0; i < contigs.size(); ++i) {
    text += ">c" + std::to_string(i) + end;
    for (std::size_t at = 0; at < contigs[i].size(); at += width)
      text += contigs[i].substr(at, width) + end;
  }
  return text;
}

RC_GTEST_PROP(AssemblyProperty, TheWayAFileIsWrittenDoesNotMatter, ()) {
  const auto bases = rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("AACCGGTTN"))));
  const auto contigs = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(bases));
  const auto width = *rc::gen::inRange<std::size_t>(1, 100);
  std::string text = written(contigs, width, *rc::gen::element("\n", "\r\n"));
  if (*rc::gen::arbitrary<bool>())
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (*rc::gen::arbitrary<bool>()) text.erase(text.find_last_not_of("\r\n") + 1);
  const auto encode = *rc::gen::element(
      +[](std::string_view plain) { return std::string(plain); }, &testing::gzipped,
      &testing::xz_compressed, &testing::zstd_compressed);
  const auto assembly = parse_assembly(encode(text), "x");
  RC_ASSERT(assembly.has_value());
  RC_ASSERT(assembly->contigs.size() == contigs.size());
  for (std::size_t i = 0; i < contigs.size(); ++i)
    RC_ASSERT(assembly->contigs[i].bases == contigs[i]);
}

}  // namespace
}  // namespace kres::sequence

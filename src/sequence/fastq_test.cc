// Reads as sequencers write them come out as they are; every damage is named, never half a result.
#include "sequence/fastq.h"

#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "base/digest.h"
#include "sequence/compressed_for_test.h"
#include "sequence/compression.h"

namespace kres::sequence {
namespace {

using testing::gzipped;
using testing::xz_compressed;
using testing::zstd_compressed;

struct Read {
  std::string name, bases, qualities;
  bool operator==(const Read&) const = default;
};

Result<std::vector<Read>> read_all(std::string bytes, const FastqLimits& limits = {}) {
  KRES_ASSIGN(auto reader, FastqReader::of(std::move(bytes), "reads.fq", limits));
  std::vector<Read> reads;
  while (true) {
    KRES_ASSIGN(const auto records, reader.next());
    if (records.empty()) break;
    for (const FastqRecord& record : records)
      reads.push_back(
          {std::string(record.name), std::string(record.bases), std::string(record.qualities)});
    EXPECT_EQ(reader.records(), reads.size());
  }
  EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
  return reads;
}

std::string refusal(std::string bytes, const FastqLimits& limits = {}) {
  const auto reads = read_all(std::move(bytes), limits);
  return reads ? "accepted " + std::to_string(reads->size()) + " reads" : reads.error().text();
}

std::vector<Read> made_reads(std::size_t count, std::size_t longest, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::vector<Read> reads(count);
  for (std::size_t i = 0; i < count; ++i) {
    reads[i].name = "run:1:" + std::to_string(i) + "/1";
    for (auto bases = random() % (longest + 1); bases > 0; --bases) {
      reads[i].bases += "ACGTN"[random() % 5];
      reads[i].qualities += static_cast<char>('!' + random() % 94);
    }
  }
  return reads;
}

std::string fastq(const std::vector<Read>& reads, const std::string& end = "\n") {
  std::string text;
  for (const Read& read : reads)
    text +=
        "@" + read.name + " 1:N:0:ACGT" + end + read.bases + end + "+" + end + read.qualities + end;
  return text;
}

void expect_reads(std::string bytes, const std::vector<Read>& expected,
                  const FastqLimits& limits = {}) {
  const auto reads = read_all(std::move(bytes), limits);
  ASSERT_TRUE(reads) << reads.error().text();
  EXPECT_TRUE(*reads == expected) << reads->size() << " reads of " << expected.size();
}

TEST(Fastq, RecordsComeOutAsTheyStandInTheFile) {
  const auto reads = read_all("@r1/1 1:N:0:1\nACGT\n+\nI@+!\n@r2\nnRyu\n+r2 again\n~~~~\n");
  ASSERT_TRUE(reads) << reads.error().text();
  EXPECT_EQ(*reads, (std::vector<Read>{{"r1/1", "ACGT", "I@+!"}, {"r2", "nRyu", "~~~~"}}));
}

TEST(Fastq, ANameEndsAtWhiteSpaceOnly) {
  expect_reads("@pr\xc3\xb8ve1\tx\nA\n+\nI\n@\nC\n+\nI\n@~\nG\n+\nI\n",
               {{"pr\xc3\xb8ve1", "A", "I"}, {"", "C", "I"}, {"~", "G", "I"}});
}

TEST(Fastq, EveryCompressionGivesTheSameReads) {
  const auto reads = made_reads(5000, 150);
  const std::string text = fastq(reads);
  for (const auto& bytes : {text, gzipped(text), xz_compressed(text), zstd_compressed(text)})
    expect_reads(bytes, reads);
}

TEST(Fastq, BlocksMayEndAnywhere) {
  const auto reads = made_reads(60, 150);
  for (const char* end : {"\n", "\r\n"}) {
    const std::string text = fastq(reads, end);
    const std::string whole = gzipped(text),
                      member = gzipped(std::string_view(text).substr(0, 5000)) +
                               gzipped(std::string_view(text).substr(5000));
    for (const auto& bytes : {text, whole, member, xz_compressed(text), zstd_compressed(text)})
      for (std::size_t block = 64; block < 400; block += block < 80 ? 1 : 13)
        expect_reads(bytes, reads, {.block_bytes = block, .piece_bytes = block});
  }
}

TEST(Fastq, MembersMayEndAnywhereInARecord) {
  const auto reads = made_reads(300, 200);
  const std::string text = fastq(reads);
  std::mt19937 random(2);
  for (const auto encode : {gzipped, xz_compressed, zstd_compressed}) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = random() % 3000;
      bytes += encode(std::string_view(text).substr(at, size));
      at += size;
    }
    expect_reads(bytes, reads);
  }
}

TEST(Fastq, LongReadsPassWholeThroughAnyBlock) {
  for (const std::size_t longest : {100'000, 3'000'000}) {
    const auto reads = made_reads(6, longest, 3);
    expect_reads(gzipped(fastq(reads)), reads);
  }
}

TEST(Fastq, LineEndsOfOtherSystemsAndAMissingLastOneAreFine) {
  const auto reads = made_reads(1000, 150);
  expect_reads(fastq(reads, "\r\n"), reads);
  expect_reads("\xef\xbb\xbf@r\nAC\n+\nII\n\n\n", {{"r", "AC", "II"}});
  expect_reads("@r\nAC\n+\nII", {{"r", "AC", "II"}});
  expect_reads("@r\r\nAC\r\n+\r\nII\r", {{"r", "AC", "II"}});
}

TEST(Fastq, LineEndsOfCarriageReturnsAloneAreNamedWithTheWayToConvertThem) {
  const auto text = fastq(made_reads(1000, 150), "\r");
  for (const auto& bytes : {text, gzipped(text), std::string("@r\rAC\r+\rII\r")}) {
    const auto words = refusal(bytes);
    EXPECT_NE(words.find("carriage returns alone"), std::string::npos) << words;
    EXPECT_NE(words.find("tr '\\r' '\\n'"), std::string::npos) << words;
  }
}

// Where the first block ends does not matter: the return may stand in it or behind it.
TEST(Fastq, ACarriageReturnInsideALongNameIsNotTakenForALineEnd) {
  const std::string text = "@r " + std::string(100, 'k') + "\rmore\nAC\n+\nII\n";
  for (const std::size_t block : {64, 100, 105, 110, 4096}) {
    auto reader = FastqReader::of(text, "r.fq", {.block_bytes = block, .piece_bytes = block});
    ASSERT_TRUE(reader) << block;
    const auto records = reader->next();
    ASSERT_TRUE(records) << block << ": " << records.error().text();
    ASSERT_EQ(records->size(), 1U);
    EXPECT_EQ(records->front().bases, "AC");
  }
}

TEST(Fastq, LongNamesBeforeCarriageReturnsAloneAreNamedAsSuchToo) {
  const std::string name = "@r " + std::string(100, 'k');
  const std::string once = name + "\rAC\r+\rII\r";
  std::string much;
  while (much.size() < 100'000) much += once;
  for (const auto& text : {once, much})
    for (const std::size_t block : {64, 4096}) {
      auto reader = FastqReader::of(
          text, "r.fq", {.record_bytes = 20'000, .block_bytes = block, .piece_bytes = block});
      ASSERT_TRUE(reader) << block;
      const auto records = reader->next();
      ASSERT_FALSE(records);
      EXPECT_NE(records.error().text().find("carriage returns alone"), std::string::npos)
          << records.error().text();
    }
}

TEST(Fastq, AMissingFileIsNamedWithARemedy) {
  const auto reader = FastqReader::open("no/such/reads.fq");
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::not_found);
  EXPECT_NE(reader.error().text().find("check the file's name"), std::string::npos)
      << reader.error().text();
}

TEST(Fastq, ReadsOfNothingButNAndWithoutBasesAreReads) {
  expect_reads("@n\nNNNN\n+\n!!!!\n@empty\n\n+\n\n@r\nA\n+\n@\n",
               {{"n", "NNNN", "!!!!"}, {"empty", "", ""}, {"r", "A", "@"}});
}

TEST(Fastq, TheDigestIsThatOfTheFileAsGivenWhetherOrNotItIsTakenBetweenRecords) {
  const std::string text = fastq(made_reads(20'000, 150));
  const std::string half = gzipped(text.substr(0, text.size() / 2));
  for (const auto& bytes :
       {text, half + gzipped(text.substr(text.size() / 2)), xz_compressed(text)})
    for (const std::size_t step : {0, 1, 64, 1000, 1'000'000}) {
      auto reader = FastqReader::of(bytes, "reads.fq.gz");
      ASSERT_TRUE(reader);
      for (auto records = reader->next(); !records.value().empty(); records = reader->next())
        for (int i = 0; i < 3; ++i) reader->digest_some(step);
      EXPECT_EQ(reader->sha256(), sha256_hex(bytes)) << step;
    }
}

TEST(Fastq, EveryTruncationIsFound) {
  const std::string text = fastq(made_reads(12, 30));
  for (const auto encode : {gzipped, xz_compressed, zstd_compressed}) {
    const std::string whole = encode(text);
    for (std::size_t size = 0; size < whole.size(); ++size)
      for (const std::size_t block : {64, 100, 100'000})
        ASSERT_FALSE(read_all(whole.substr(0, size), {.block_bytes = block, .piece_bytes = block}))
            << size << " of " << whole.size() << " in blocks of " << block;
  }
  EXPECT_EQ(
      refusal(gzipped(text).substr(0, 200)),
      "reads.fq: the gzip data are cut short at byte 200 (transfer the file again and compare "
      "its checksum)");
}

TEST(Fastq, ACutRecordIsNamed) {
  const std::string record = "@r\nACGT\n+\nIIII\n";
  for (std::size_t size = 1; size < record.size() - 1; ++size) {
    const std::string said = refusal(record + record.substr(0, size));
    EXPECT_NE(said.find("record 2 "), std::string::npos) << size << said;
  }
  EXPECT_EQ(refusal(record + "@r\nACGT\n+\nII"),
            "reads.fq:8: record 2 is cut short: the file ends inside it (transfer the file again "
            "and compare its checksum)");
}

TEST(Fastq, DamageOfTheContentIsNamedWithItsLine) {
  const std::string good = "@r\nACGT\n+\nIIII\n";
  const auto said = [&](const std::string& bad) {
    const std::string first = refusal(good + bad + good);
    EXPECT_EQ(refusal(good + bad + good, {.block_bytes = 64, .piece_bytes = 64}), first);
    return first;
  };
  EXPECT_NE(said("@r\nACGT\n+\nIII\n").find("reads.fq:8: record 2 has 4 bases but 3 qualities"),
            std::string::npos);
  EXPECT_NE(said("@r\nACGT\n+\n\n").find("reads.fq:8: record 2 has no qualities"),
            std::string::npos);
  EXPECT_NE(said("@r\nACGT\n@r\nACGT\n").find("reads.fq:7: record 2 has no line with '+'"),
            std::string::npos);
  EXPECT_NE(said("@r\nACGT\nACGT\n+\nIIIIIIII\n")
                .find("reads.fq:7: record 2 has a sequence of several lines"),
            std::string::npos);
  EXPECT_NE(said("r\nACGT\n+\nIIII\n").find("reads.fq:5: record 2 does not begin with '@'"),
            std::string::npos);
  EXPECT_NE(said("\n").find("reads.fq:5: a blank line stands before record 2"), std::string::npos);
  EXPECT_NE(
      said("@r\nACET\n+\nIIII\n").find("reads.fq:6: record 2 holds the letter 'E' among its bases"),
      std::string::npos);
  EXPECT_NE(said("@r\nA GT\n+\nIIII\n").find("reads.fq:6: record 2 holds a space among its bases"),
            std::string::npos);
  EXPECT_NE(said("@r\nACGT\n+\nI\x01II\n")
                .find("reads.fq:8: record 2 holds the byte 0x01 among its qualities"),
            std::string::npos);
  EXPECT_NE(said("@r\nACGT\n+\nI\xc3II\n").find("the byte 0xc3"), std::string::npos);
}

TEST(Fastq, DamageOfALongReadIsNamedToo) {
  const std::string good = "@r\nACGT\n+\nIIII\n", bases(500'000, 'A'), scores(500'000, 'I');
  const auto said = [&](const std::string& bad) { return refusal(good + bad + good); };
  EXPECT_NE(said("@l\n" + bases + "\n+\n" + scores.substr(1) + "\n")
                .find("reads.fq:8: record 2 has 500000 bases but 499999 qualities"),
            std::string::npos);
  EXPECT_NE(said("@l\n" + bases + "E\n+\n" + scores + "I\n")
                .find("reads.fq:6: record 2 holds the letter 'E'"),
            std::string::npos);
  EXPECT_NE(said("@l\n" + bases + "\n+\n" + scores.substr(1) + "\x7f\n")
                .find("reads.fq:8: record 2 holds the byte 0x7f"),
            std::string::npos);
}

TEST(Fastq, OtherFormatsAreNamed) {
  EXPECT_EQ(refusal(""), "reads.fq: is empty (give reads as FASTQ)");
  EXPECT_EQ(refusal(gzipped("")), "reads.fq: holds no reads (give reads as FASTQ)");
  EXPECT_EQ(refusal("\n\n"), "reads.fq: holds no reads (give reads as FASTQ)");
  EXPECT_NE(refusal(">contig\nACGT\n").find("is FASTA, not FASTQ"), std::string::npos);
  EXPECT_NE(refusal("@HD\tVN:1.6\n").find("is SAM, not FASTQ"), std::string::npos);
  EXPECT_NE(refusal(gzipped(std::string("BAM\1\0\0", 6))).find("is BAM, not FASTQ"),
            std::string::npos);
  EXPECT_NE(refusal(gzipped(gzipped("@r\nA\n+\nI\n"))).find("compressed twice"), std::string::npos);
  EXPECT_NE(refusal(std::string("\x7f"
                                "ELF\0\0\0",
                                7))
                .find("binary data at byte 1"),
            std::string::npos);
  EXPECT_NE(refusal("name,species\n").find("does not begin with a FASTQ record"),
            std::string::npos);
  EXPECT_NE(refusal("@p\nMKLVEF\n+\nIIIIII\n").find("the letter 'L' among its bases"),
            std::string::npos);
}

TEST(Fastq, AWrongChecksumIsFoundAtTheEnd) {
  const std::string text = fastq(made_reads(3000, 150));
  std::string gzip = gzipped(text);
  gzip[gzip.size() - 8] ^= 1;
  EXPECT_NE(refusal(gzip).find("damaged (wrong CRC)"), std::string::npos);
  EXPECT_NE(refusal(gzipped(text) + gzip).find("damaged (wrong CRC)"), std::string::npos);
  std::string zstd = zstd_compressed(text);
  zstd.back() ^= 1;
  EXPECT_NE(refusal(zstd).find("wrong checksum"), std::string::npos);
}

// ISA-L would take them; what a file is does not hang on which library looks at it.
TEST(Fastq, ReservedFlagsOfAMemberAreRefusedWhereverItBegins) {
  const auto reads = made_reads(40, 60);
  const std::string member = gzipped(fastq(reads));
  for (const std::size_t before : {0, 1, 7})
    for (const std::size_t padding : {0, 9})
      for (const std::size_t block : {64, 67, 1 << 17}) {
        const FastqLimits limits{.block_bytes = block, .piece_bytes = block};
        std::string bytes;
        for (std::size_t i = 0; i < before; ++i) bytes += member;
        const auto flags = bytes.size() + 3;
        bytes += member + std::string(padding, '\0');
        EXPECT_TRUE(read_all(bytes, limits));
        bytes[flags] = static_cast<char>(bytes[flags] | 0x40);
        EXPECT_NE(refusal(bytes, limits).find("unknown flags in its header"), std::string::npos)
            << before << " " << padding << " " << block << ": " << refusal(bytes, limits);
        const auto whole = decompress(bytes, Compression::gzip, "reads.fq", 1 << 20);
        EXPECT_FALSE(whole) << before << " " << padding;
      }
}

TEST(Fastq, DamagedCompressionIsNamedRatherThanTheRecordItSpoils) {
  std::string gzip = gzipped(fastq(made_reads(3000, 150)));
  for (std::size_t at = 20'000; at < gzip.size(); at += 20'000) {
    std::string damaged = gzip;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    EXPECT_NE(refusal(damaged).find("the gzip data are damaged"), std::string::npos) << at;
  }
}

TEST(Fastq, ARecordBeyondTheLimitIsRefusedBeforeItIsHeld) {
  const std::string bases(3'000'000, 'A'), qualities(3'000'000, 'I');
  const std::string text = "@r\nA\n+\nI\n@long\n" + bases + "\n+\n" + qualities + "\n";
  EXPECT_EQ(read_all(gzipped(text)).value().size(), 2U);
  EXPECT_NE(refusal(gzipped(text), {.record_bytes = 2'000'000})
                .find("reads.fq:5: record 2 is longer than 2000000 bytes"),
            std::string::npos);
  EXPECT_NE(refusal(gzipped(text), {.content_bytes = 5'000'000}).find("larger than 5000000 bytes"),
            std::string::npos);
}

}  // namespace
}  // namespace kres::sequence

// gzip, bgzip, xz and zstd: all members are read, damage is found, bombs are stopped.
#include "sequence/compression.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sequence/compressed_for_test.h"
#include "sequence/decoders.h"

namespace kres::sequence {
namespace {

using testing::gzipped;
using testing::xz_compressed;
using testing::zstd_compressed;

constexpr std::uint64_t kLimit = 1 << 24;

struct Format {
  const char* name;
  Compression compression;
  std::string (*encode)(std::string_view);
};
constexpr Format kFormats[] = {{"gzip", Compression::gzip, gzipped},
                               {"xz", Compression::xz, xz_compressed},
                               {"zstd", Compression::zstd, zstd_compressed}};

Result<std::string> decoded(const std::string& bytes, std::uint64_t limit = kLimit) {
  return decompress(bytes, compression_of(bytes), "genome", limit);
}

std::string genome_like(std::size_t size) {
  std::string text;
  for (std::uint32_t x = 1; text.size() < size; x = x * 1664525 + 1013904223)
    text.push_back("ACGT"[x >> 30]);
  return text;
}

// The end-of-file block of bgzip, as the SAM specification (section 4.1.2) prints it.
const std::string kBgzipEnd(
    "\x1f\x8b\x08\x04\0\0\0\0\0\xff\x06\0\x42\x43\x02\0\x1b\0\x03\0\0\0\0\0\0\0\0\0", 28);

TEST(Compression, IsToldByTheFirstBytes) {
  for (const Format& format : kFormats)
    EXPECT_EQ(compression_of(format.encode(">a\nACGT\n")), format.compression) << format.name;
  EXPECT_EQ(compression_of(">a\nACGT\n"), Compression::none);
  EXPECT_EQ(compression_of(""), Compression::none);
}

TEST(Compression, AllMembersOfAFileAreRead) {
  const std::string first = genome_like(100'000), second = genome_like(70'001);
  for (const Format& format : kFormats) {
    const auto content = decoded(format.encode(first) + format.encode(second));
    ASSERT_TRUE(content) << format.name << ": " << content.error().text();
    EXPECT_EQ(*content, first + second) << format.name;
  }
}

TEST(Compression, BgzipEndBlockAndZeroPaddingAddNothing) {
  const auto content = decoded(gzipped("ACGT") + kBgzipEnd + std::string(512, '\0'));
  ASSERT_TRUE(content) << content.error().text();
  EXPECT_EQ(*content, "ACGT");
}

TEST(Compression, EveryTruncationIsFound) {
  for (const Format& format : kFormats) {
    const std::string whole = format.encode(genome_like(3'000));
    for (std::size_t size = 6; size < whole.size(); ++size)
      ASSERT_FALSE(decoded(whole.substr(0, size))) << format.name << " cut to " << size;
  }
}

TEST(Compression, TruncationNamesFileAndByte) {
  const std::string whole = gzipped(genome_like(3'000));
  const auto content = decoded(whole.substr(0, 700));
  ASSERT_FALSE(content);
  EXPECT_EQ(content.error().code, ErrorCode::bad_input);
  EXPECT_EQ(content.error().file, "genome");
  EXPECT_EQ(content.error().message, "the gzip data are cut short at byte 700");
}

// ISA-L hands back bytes of an earlier call here, which once was taken for a huge count.
TEST(Compression, AMemberCutInsideItsTrailerIsFound) {
  const std::string member = gzipped(">be\nGGCC\n");
  const auto content = decoded(member.substr(0, member.size() - 3));
  ASSERT_FALSE(content);
  EXPECT_NE(content.error().message.find("cut short"), std::string::npos);
}

TEST(Compression, AWrongChecksumIsFound) {
  std::string gzip = gzipped(genome_like(3'000));
  gzip[gzip.size() - 8] ^= 1;  // first byte of the CRC
  const auto content = decoded(gzip);
  ASSERT_FALSE(content);
  EXPECT_NE(content.error().message.find("wrong CRC"), std::string::npos);
  std::string zstd = zstd_compressed(genome_like(3'000));
  zstd.back() ^= 1;
  ASSERT_FALSE(decoded(zstd));
  EXPECT_NE(decoded(zstd).error().message.find("wrong checksum"), std::string::npos);
}

TEST(Compression, BytesAfterTheEndAreDamage) {
  for (const Format& format : kFormats)
    EXPECT_FALSE(decoded(format.encode("ACGT") + "trailing text")) << format.name;
}

TEST(Compression, ABombStopsAtTheLimit) {
  const std::string zeros(10'000'000, 'A');
  for (const Format& format : kFormats) {
    const std::string bomb = format.encode(zeros);
    const auto content = decoded(bomb, zeros.size() - 1);
    ASSERT_FALSE(content) << format.name;
    EXPECT_EQ(content.error().code, ErrorCode::too_large) << format.name;
    EXPECT_TRUE(decoded(bomb, zeros.size())) << format.name;
  }
}

// Damage to the ten bytes of the header is left out: ISA-L ignores its reserved bits.
RC_GTEST_PROP(CompressionProperty, IsalAndZlibAgreeOnDamagedFiles, (const std::string& text)) {
  std::string bytes = gzipped(text + text);
  const auto position = *rc::gen::inRange<std::size_t>(10, bytes.size());
  bytes[position] = static_cast<char>(bytes[position] ^ *rc::gen::inRange(0, 256));
  bytes += gzipped(text);
  const auto fast = decode_gzip(bytes, "x", kLimit);
  const auto plain = decode_gzip_with_zlib(bytes, "x", kLimit);
  RC_ASSERT(fast.has_value() == plain.has_value());
  if (fast) RC_ASSERT(*fast == *plain);
}

}  // namespace
}  // namespace kres::sequence

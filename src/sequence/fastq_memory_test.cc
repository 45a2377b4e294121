// Files that are small until they are read are read, or refused, in little memory.
#include <sys/resource.h>

#include <gtest/gtest.h>

#include "sequence/compressed_for_test.h"
#include "sequence/fastq.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // they reserve the address space for themselves
#else
constexpr bool kSanitized = false;
#endif

namespace kres::sequence {
namespace {

using testing::gzipped;

constexpr rlim_t kMemory = rlim_t{512} << 20;  // bytes, the whole process
constexpr std::size_t kMember = std::size_t{16} << 20, kMembers = 128;

std::string repeated(const std::string& member) {
  std::string file;
  for (std::size_t i = 0; i < kMembers; ++i) file += member;
  return file;
}

// Reads a file with the memory of the process capped, then ends it: 0 if the reads are as many as
// expected, 1 if not, 2 if the file is refused as too large, 3 if refused otherwise.
[[noreturn]] void read_in_little_memory(std::string bytes, std::uint64_t expected) {
  const rlimit limit{kMemory, kMemory};
  if (setrlimit(RLIMIT_AS, &limit) != 0) _exit(9);
  auto reader = FastqReader::of(std::move(bytes), "bomb.fq.gz");
  while (reader) {
    const auto records = reader->next();
    if (!records) _exit(records.error().code == ErrorCode::too_large ? 2 : 3);
    if (records->empty()) _exit(reader->records() == expected ? 0 : 1);
  }
  _exit(3);
}

TEST(FastqMemory, GigabytesOfOneBaseAreReadInLittleMemory) {
  if (kSanitized) GTEST_SKIP() << "memory cannot be capped under a sanitizer";
  const std::string record =
      "@r\n" + std::string(150, 'A') + "\n+\n" + std::string(150, 'I') + "\n";
  std::string text;
  while (text.size() < kMember) text += record;
  const std::uint64_t reads = kMembers * (text.size() / record.size());
  const std::string bomb = repeated(gzipped(text));  // 2 GB of text in a few MB
  EXPECT_EXIT(read_in_little_memory(bomb, reads), ::testing::ExitedWithCode(0), "");
}

TEST(FastqMemory, ALineOfGigabytesIsRefusedInLittleMemory) {
  if (kSanitized) GTEST_SKIP() << "memory cannot be capped under a sanitizer";
  const std::string line = gzipped("@r\n") + repeated(gzipped(std::string(kMember, 'A')));
  EXPECT_EXIT(read_in_little_memory(line, 0), ::testing::ExitedWithCode(2), "");
}

TEST(FastqMemory, GigabytesOfBlankLinesAreReadInLittleMemory) {
  if (kSanitized) GTEST_SKIP() << "memory cannot be capped under a sanitizer";
  const std::string file = gzipped("@r\nA\n+\nI\n") + repeated(gzipped(std::string(kMember, '\n')));
  EXPECT_EXIT(read_in_little_memory(file, 1), ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace kres::sequence

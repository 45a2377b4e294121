// Stored files are what was put in, or an error.
#include "storage/blobs/directory_blob_store.h"

#include <gtest/gtest.h>

#include "base/digest.h"

namespace kres::storage {
namespace {

class Blobs : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("blobs_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  Path directory_;
};

// The digest of "abc" is printed in FIPS 180-2.
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_F(Blobs, AreNamedByTheirDigest) {
  auto store = *DirectoryBlobStore::open(directory_);
  const auto blob = store.put("abc", "text/plain", "letters.txt");
  ASSERT_TRUE(blob) << blob.error().text();
  EXPECT_EQ(blob->sha256, kAbc);
  EXPECT_EQ(blob->size, 3u);
  EXPECT_TRUE(std::filesystem::exists(directory_ / "ba" / "78" / kAbc));
  EXPECT_EQ(*store.read(kAbc), "abc");
}

TEST_F(Blobs, TheSameBytesAreStoredOnce) {
  auto store = *DirectoryBlobStore::open(directory_);
  ASSERT_TRUE(store.put("abc", "text/plain", "a"));
  ASSERT_TRUE(store.put("abc", "text/plain", "b"));
  EXPECT_EQ(store.list()->size(), 1u);
}

TEST_F(Blobs, ADamagedFileIsNeverGivenOut) {
  auto store = *DirectoryBlobStore::open(directory_);
  ASSERT_TRUE(store.put("abc", "text/plain", "a"));
  ASSERT_TRUE(write_file_atomic(directory_ / "ba" / "78" / kAbc, "abd"));
  const auto bytes = store.read(kAbc);
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, ErrorCode::corrupt);
  EXPECT_FALSE(store.locate(kAbc));
  ASSERT_TRUE(store.put("abc", "text/plain", "a"));
  EXPECT_EQ(*store.read(kAbc), "abc");
}

TEST_F(Blobs, AFileIsCopiedOrTakenAndLeavesNoOtherTrace) {
  auto store = *DirectoryBlobStore::open(directory_);
  const auto sent = directory_ / "sent.txt";
  ASSERT_TRUE(write_file_atomic(sent, "abc"));
  const auto copied = store.put_file(sent, "text/plain");
  ASSERT_TRUE(copied) << copied.error().text();
  EXPECT_EQ(copied->sha256, kAbc);
  EXPECT_EQ(copied->size, 3u);
  EXPECT_EQ(copied->original_name, "sent.txt");
  ASSERT_TRUE(write_file_atomic(sent, std::string(200'000, 'x')));
  const auto taken = store.take_file(sent, "text/plain", "x.txt");
  ASSERT_TRUE(taken) << taken.error().text();
  std::filesystem::remove(sent);
  EXPECT_EQ(*store.read(taken->sha256), std::string(200'000, 'x'));
  EXPECT_EQ(taken->original_name, "x.txt");
  EXPECT_EQ(store.list()->size(), 2u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_), {}), 2)
      << "two folders of digests, no temporary file";
}

TEST_F(Blobs, OnlyDigestsAreOpened) {
  const auto store = *DirectoryBlobStore::open(directory_);
  EXPECT_FALSE(store.read("../../../../etc/passwd"));
  EXPECT_FALSE(store.locate(""));
  EXPECT_EQ(store.read(std::string(64, 'a')).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace kres::storage

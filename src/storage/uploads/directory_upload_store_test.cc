// Parts become part of a file whole or not at all.
#include "storage/uploads/directory_upload_store.h"

#include <sys/resource.h>

#include <csignal>

#include <gtest/gtest.h>

#include "base/digest.h"

namespace kres::storage {
namespace {

using laboratory::UploadId;

constexpr UploadId kUpload{7};

class UploadFiles : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("uploads_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    store_.emplace(*DirectoryUploadStore::open(directory_));
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  Result<void> append(std::uint64_t offset, std::string_view bytes) {
    KRES_ASSIGN(const auto lock, store_->lock(kUpload));
    KRES_ASSIGN(const auto part, store_->begin_part());
    KRES_TRY(part->write(bytes));
    return store_->append(kUpload, 1, offset, *part);
  }
  std::string content() { return *read_file(store_->path_of(kUpload, 1)); }

  Path directory_;
  std::optional<DirectoryUploadStore> store_;
};

TEST_F(UploadFiles, GrowPartByPart) {
  ASSERT_TRUE(append(0, "ACGT"));
  ASSERT_TRUE(append(4, "TTTT"));
  EXPECT_EQ(content(), "ACGTTTTT");
  ASSERT_TRUE(append(6, "G"));
  EXPECT_EQ(content(), "ACGTTTG") << "what stood behind the offset was never acknowledged";
  EXPECT_EQ(append(9, "A").error().code, ErrorCode::corrupt) << "no holes";
  EXPECT_EQ(content(), "ACGTTTG");
}

TEST_F(UploadFiles, APartLeavesNothingUntilItIsAppended) {
  {
    const auto part = std::move(*store_->begin_part());
    ASSERT_TRUE(part->write("AC"));
    ASSERT_TRUE(part->write("GT"));
    EXPECT_EQ(part->size(), 4u);
    EXPECT_EQ(part->sha256(), sha256_hex("ACGT"));
    EXPECT_TRUE(std::filesystem::is_empty(directory_)) << "no name, so nothing stays after a kill";
  }
  EXPECT_TRUE(store_->list()->empty());
}

TEST_F(UploadFiles, OneAtATimeWorksOnAnUpload) {
  auto first = store_->lock(kUpload);
  ASSERT_TRUE(first);
  EXPECT_EQ(store_->lock(kUpload).error().code, ErrorCode::conflict);
  EXPECT_TRUE(store_->lock({8}));
  first->reset();
  EXPECT_TRUE(store_->lock(kUpload));
}

TEST_F(UploadFiles, AreRemovedTogether) {
  ASSERT_TRUE(append(0, "ACGT"));
  EXPECT_EQ(*store_->list(), std::vector<UploadId>{kUpload});
  ASSERT_TRUE(store_->remove(kUpload));
  ASSERT_TRUE(store_->remove(kUpload));
  EXPECT_TRUE(store_->list()->empty());
}

TEST_F(UploadFiles, AFullDiskIsSaidAndNothingIsHalf) {
  ASSERT_TRUE(append(0, std::string(50'000, 'A')));
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit tight{60'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &tight);  // stands in for a disk without room
  const auto failed = append(50'000, std::string(20'000, 'C'));
  setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::environment);
  EXPECT_EQ(failed.error().remedy, "free some disk space and try again");
  EXPECT_EQ(content(), std::string(50'000, 'A'));
}

}  // namespace
}  // namespace kres::storage

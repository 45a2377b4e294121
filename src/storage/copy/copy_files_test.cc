// Files are copied whole, with their rights, and digested on the way.
#include "storage/copy/copy_files.h"

#include <unistd.h>

#include <gtest/gtest.h>

namespace kres::storage {
namespace {

class CopiedFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = Path(testing::TempDir()) / ("copy_files_" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "from" / "keys");
    ASSERT_TRUE(write_file_atomic(folder_ / "from" / "b.txt", "abc"));
    ASSERT_TRUE(write_file_atomic(folder_ / "from" / "keys" / "a", std::string(200'000, 'x')));
    std::filesystem::permissions(folder_ / "from" / "keys" / "a", std::filesystem::perms{0600});
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  Path folder_;
};

TEST_F(CopiedFiles, AreNamedWithSizeAndDigest) {
  const auto copied = *copy_folder(folder_ / "from", folder_ / "to");
  ASSERT_EQ(copied.size(), 2u);
  EXPECT_EQ(copied[0].path, "b.txt");
  EXPECT_EQ(copied[0].size, 3u);
  // FIPS 180-2, appendix B.1
  EXPECT_EQ(copied[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(copied[1].path, "keys/a");
  EXPECT_EQ(*read_file(folder_ / "to" / "keys" / "a"), std::string(200'000, 'x'));
  EXPECT_EQ(std::filesystem::status(folder_ / "to" / "keys" / "a").permissions(),
            std::filesystem::perms{0600});
}

TEST_F(CopiedFiles, OfAFolderThatIsNotThereAreNone) {
  EXPECT_TRUE(copy_folder(folder_ / "nothing", folder_ / "to")->empty());
}

}  // namespace
}  // namespace kres::storage

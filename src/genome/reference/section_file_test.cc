// The container of the indexes refuses what is cut or changed.
#include "genome/reference/section_file.h"

#include <gtest/gtest.h>

#include "base/folder_for_test.h"

namespace kres::genome {
namespace {

class Sections : public testing::Test {
 protected:
  const FolderForTest folder_;
  const Path path_ = folder_ / "sections_test.index";
  std::string whole() {
    SectionWriter writer;
    writer.add(1, std::vector<std::uint32_t>{7, 8, 9});
    writer.add_text(2, "text");
    return writer.finish();
  }
  void store(const std::string& bytes) { ASSERT_TRUE(write_file_atomic(path_, bytes)); }
};

TEST_F(Sections, WhatIsWrittenIsRead) {
  store(whole());
  const auto file = SectionFile::open(path_, true);
  ASSERT_TRUE(file) << file.error().text();
  const auto numbers = file->section<std::uint32_t>(1);
  ASSERT_TRUE(numbers);
  EXPECT_EQ((std::vector<std::uint32_t>(numbers->begin(), numbers->end())),
            (std::vector<std::uint32_t>{7, 8, 9}));
  EXPECT_EQ(file->text(2).value(), "text");
  EXPECT_FALSE(file->section<std::uint64_t>(1)) << "another item size is another section";
  EXPECT_FALSE(file->text(3));
}

TEST_F(Sections, EveryTruncationIsRefusedByName) {
  const std::string bytes = whole();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    store(bytes.substr(0, length));
    const auto file = SectionFile::open(path_, false);
    ASSERT_FALSE(file) << length;
    EXPECT_EQ(file.error().code, ErrorCode::corrupt);
    EXPECT_EQ(file.error().file, path_.string());
  }
}

TEST_F(Sections, EveryChangedBitIsFoundByVerifying) {
  const std::string bytes = whole();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    store(changed);
    EXPECT_FALSE(SectionFile::open(path_, true)) << at;
  }
}

}  // namespace
}  // namespace kres::genome

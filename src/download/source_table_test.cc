// Which tables of addresses are taken.
#include "download/source_table.h"

#include <gtest/gtest.h>

#include "download/address.h"

namespace kres::download {
namespace {

constexpr const char* kHead = "source\trelease\tfile\taddress\tsha256\tlicence\tnote\n";

std::string refusal(const std::string& rows) {
  const auto sources = parse_sources(kHead + rows, "t.tsv");
  return sources ? "accepted" : sources.error().text();
}

TEST(Sources, FilesOfOneReleaseAreKeptTogether) {
  const auto sources = parse_sources(std::string(kHead) +
                                         "a\t1.0\tx.fa\thttps://h/x\t\tCC0\t\n"
                                         "b\tday\ty/z.fa\thttps://h/z\t\tMIT\t\n"
                                         "a\t1.0\ty.fa\thttps://h/y\t\tCC0\t\n",
                                     "t.tsv");
  ASSERT_TRUE(sources) << sources.error().text();
  ASSERT_EQ(sources->size(), 2U);
  EXPECT_EQ(sources->at(0).files.size(), 2U);
  EXPECT_EQ(sources->at(1).files[0].file, "y/z.fa");
}

TEST(Sources, OnlyHttpsIsReadFromElsewhere) {
  for (const char* address :
       {"https://ftp.example.org/x", "http://127.0.0.1:8000/x", "http://localhost/x"})
    EXPECT_TRUE(is_allowed_address(address)) << address;
  for (const char* address :
       {"http://ftp.example.org/x", "file:///etc/passwd", "ftp://h/x", "https://", "/etc/passwd",
        "http://127.0.0.1@example.org/x", "http://127.0.0.1.example.org/x", "http://localhost.x/"})
    EXPECT_FALSE(is_allowed_address(address)) << address;
  EXPECT_NE(refusal("a\t1\tx\tfile:///x\t\tCC0\t\n").find("t.tsv:2: 'file:///x' is not an https"),
            std::string::npos);
}

TEST(Sources, PathsStayInTheirFolder) {
  for (const char* path : {"../x", "/x", "a/../../x", "a//x", ".x", "a\\x", "a/.x"})
    EXPECT_NE(refusal(std::string("a\t1\t") + path + "\thttps://h/x\t\tCC0\t\n")
                  .find("is not a file inside a folder"),
              std::string::npos)
        << path;
  EXPECT_NE(refusal("..\t1\tx\thttps://h/x\t\tCC0\t\n").find("names of folders"),
            std::string::npos);
}

TEST(Sources, ContradictionsAreRefused) {
  const std::string row = "a\t1\tx\thttps://h/x\t\tCC0\t\n";
  EXPECT_NE(refusal(row + row).find("'x' is named twice"), std::string::npos);
  EXPECT_NE(refusal(row + "a\t2\ty\thttps://h/y\t\tCC0\t\n").find("differ in release"),
            std::string::npos);
  EXPECT_NE(refusal("a\t1\tx\thttps://h/x\tabc\tCC0\t\n").find("'abc' is not a SHA-256"),
            std::string::npos);
}

}  // namespace
}  // namespace kres::download

// The table of texts: complete, in both languages, and with words for every code.
#include "report/answer_texts.h"

#include <filesystem>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "base/tsv.h"
#include "report/answer_examples.h"
#include "report/answer_text_keys.h"

namespace kres::report {
namespace {

std::string source(const Path& path) { return read_file(Path(KRES_SOURCE_DIR) / path).value(); }

std::set<std::string> column(const Path& path, const std::string& name) {
  const auto table = TsvTable::parse(source(path), path.string(), {name}, {}, true);
  std::set<std::string> values;
  for (const TsvRow& row : table.value().rows())
    if (!row[name].empty()) values.emplace(row[name]);
  return values;
}

// Every word inside {braces}.
std::set<std::string> placeholders(const std::string& text) {
  static const std::regex kPlaceholder(R"(\{(\w+)\})");
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), kPlaceholder), end; at != end; ++at)
    names.insert((*at)[1]);
  return names;
}

TEST(AnswerTexts, BothLanguagesFillInTheSameValues) {
  const auto table = TsvTable::parse(source("data/texts/answer.tsv"), "", {"key", "nb", "en"});
  for (const TsvRow& row : table.value().rows())
    EXPECT_EQ(placeholders(std::string(row["nb"])), placeholders(std::string(row["en"])))
        << row["key"];
}

TEST(AnswerTexts, EveryKeyTheSourcesAskForIsRequired) {
  const std::set<std::string_view> required(std::begin(kAnswerTextKeys), std::end(kAnswerTextKeys));
  static const std::regex kUse(
      R"re((?:text|label|print_heading|texts)[(\[](?:print, )?"([a-z_.]*[a-z_])"[,)\]])re");
  int uses = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(Path(KRES_SOURCE_DIR) / "src/report")) {
    if (entry.path().extension() != ".cc" || entry.path().string().ends_with("_test.cc")) continue;
    const std::string code = read_file(entry.path()).value();
    for (std::sregex_iterator at(code.begin(), code.end(), kUse), end; at != end; ++at, ++uses)
      EXPECT_TRUE(required.contains((*at)[1].str())) << (*at)[1] << " in " << entry.path();
  }
  EXPECT_GT(uses, 40);
}

TEST(AnswerTexts, AMissingKeyIsRefusedByName) {
  const auto texts = AnswerTexts::parse(
      "key\tnb\ten\ntitle\tSvar\tReport\ntitle_preliminary\tSvar\tReport\n", "answer.tsv");
  ASSERT_FALSE(texts);
  EXPECT_NE(texts.error().message.find("'version'"), std::string::npos);
}

TEST(AnswerTexts, AnEmptyOrRepeatedTextIsRefusedWithItsLine) {
  EXPECT_EQ(AnswerTexts::parse("key\tnb\ten\ntitle\tSvar\t\n", "t").error().line, 2u);
  EXPECT_EQ(AnswerTexts::parse("key\tnb\ten\na\tb\tc\na\tb\tc\n", "t").error().line, 3u);
}

TEST(AnswerTexts, EveryAgentClassAndIndicationHasWords) {
  const AnswerTexts texts = examples::texts();
  for (const std::string& name : column("data/agents.tsv", "class"))
    EXPECT_TRUE(texts.contains("class." + name)) << name;
  for (const std::string& name : column("data/breakpoints/eucast_v16.0.tsv", "indication"))
    EXPECT_TRUE(texts.contains("indication." + name)) << name;
}

// The reasons and flags are listed in the comment of the header that defines them.
TEST(AnswerTexts, EveryReasonAndFlagOfAnInterpretationHasWords) {
  const AnswerTexts texts = examples::texts();
  std::string header = source("src/susceptibility/interpretation.h");
  header = header.substr(header.find("Why category is empty"));
  header = header.substr(0, header.find("std::vector<std::string> flags"));
  static const std::regex kCode(
      R"(\b([a-z]+(?:_[a-z]+)+|ie|dash|note|bracketed|atu)\b(?=[,. ]|$))");
  int codes = 0;
  for (std::sregex_iterator at(header.begin(), header.end(), kCode), end; at != end; ++at, ++codes)
    EXPECT_TRUE(texts.contains("remark." + (*at)[1].str())) << (*at)[1];
  EXPECT_GE(codes, 15);
}

}  // namespace
}  // namespace kres::report

// The JSON form of the answer.
#include "report/answer_json.h"

#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "report/answer_examples.h"

namespace kres::report {
namespace {

using Json = nlohmann::json;

TEST(AnswerJson, SaysWhatTheAnswerSays) {
  const Json json = Json::parse(answer_json(examples::document(examples::kpc())));
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["answer"]["state"], "signed");
  EXPECT_EQ(json["constructed"], true);
  EXPECT_EQ(json["susceptibility"][0]["agent"], "meropenem");
  EXPECT_EQ(json["susceptibility"][0]["sign"], ">");
  EXPECT_EQ(json["susceptibility"][0]["category"], "R");
  EXPECT_EQ(json["susceptibility"][0]["provenance"], "constructed");
  EXPECT_EQ(json["findings"][0]["symbol"], "blaKPC-2");
  EXPECT_EQ(json["verdict"]["cases"][0]["state"], "met");
  EXPECT_EQ(json["request"]["sampled"], "2026-11-12");
  EXPECT_EQ(json["people"][2]["time"], "2026-11-21T13:05:00.000Z");
}

TEST(AnswerJson, WithoutACategoryTheCategoryIsNull) {
  const Json json = Json::parse(answer_json(examples::document(examples::kpc())));
  const Json& last = json["susceptibility"].back();
  EXPECT_EQ(last["agent"], "tigecycline");
  EXPECT_TRUE(last["category"].is_null());
  EXPECT_EQ(last["reason"], "ie");
}

TEST(AnswerJson, EqualDocumentsGiveEqualBytes) {
  EXPECT_EQ(answer_json(examples::document(examples::mcr())),
            answer_json(examples::document(examples::mcr())));
}

TEST(AnswerJson, AnAnswerWithoutAGenomeSaysNull) {
  AnswerInput input = examples::wild_type();
  input.genome.reset();
  const Json json = Json::parse(answer_json(examples::document(input)));
  EXPECT_TRUE(json["genome"].is_null());
  EXPECT_TRUE(json["findings"].empty());
  EXPECT_EQ(json["no_genome"]["text"]["en"].get<std::string>().substr(0, 25),
            "No genome has been read. ");
  EXPECT_EQ(json["no_genome"]["reason"], "");
  EXPECT_TRUE(
      Json::parse(answer_json(examples::document(examples::wild_type())))["no_genome"].is_null());
}

void collect_keys(const Json& json, std::set<std::string>& keys) {
  for (const auto& item : json.items()) {
    if (json.is_object()) keys.insert(item.key());
    if (item.value().is_structured()) collect_keys(item.value(), keys);
  }
}

TEST(AnswerJson, EveryKeyIsDocumented) {
  const std::string page = read_file(Path(KRES_SOURCE_DIR) / "docs/formats/answer.md").value();
  std::set<std::string> keys;
  collect_keys(Json::parse(answer_json(examples::document(examples::kpc()))), keys);
  EXPECT_GT(keys.size(), 60u);
  for (const std::string& key : keys)
    EXPECT_NE(page.find("`" + key + "`"), std::string::npos) << key;
}

}  // namespace
}  // namespace kres::report

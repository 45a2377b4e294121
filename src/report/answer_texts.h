// The words of the answer in both languages, from data/texts/answer.tsv (key, nb, en).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/error.h"
#include "report/answer_document.h"

namespace kres::report {

class AnswerTexts {
 public:
  // Fails, with line, on a repeated key, an empty text, or a missing key of kAnswerTextKeys.
  static Result<AnswerTexts> parse(std::string_view text, std::string name);

  // Requires: key is one of kAnswerTextKeys (answer_text_keys.h), or contains(key).
  const BilingualText& operator[](std::string_view key) const;
  const std::string& in(Language language, std::string_view key) const;
  bool contains(std::string_view key) const;
  // The text of key, or `fallback` in both languages: for codes of an open list.
  BilingualText or_code(std::string_view key, std::string_view fallback) const;

 private:
  std::map<std::string, BilingualText, std::less<>> texts_;
};

}  // namespace kres::report

// Reads the table of texts and answers by key.
#include "report/answer_texts.h"

#include <fmt/format.h>

#include "base/tsv.h"
#include "report/answer_text_keys.h"

namespace kres::report {

Result<AnswerTexts> AnswerTexts::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"key", "nb", "en"}));
  AnswerTexts texts;
  for (const TsvRow& row : table.rows()) {
    const BilingualText value{std::string(row["nb"]), std::string(row["en"])};
    if (row["key"].empty() || value.nb.empty() || value.en.empty())
      return bad_input("a key or one of its two texts is empty", name, row.line());
    if (!texts.texts_.emplace(row["key"], value).second)
      return bad_input(fmt::format("key '{}' is repeated", row["key"]), name, row.line());
  }
  for (const std::string_view key : kAnswerTextKeys)
    if (!texts.contains(key)) return bad_input(fmt::format("key '{}' is missing", key), name);
  return texts;
}

const BilingualText& AnswerTexts::operator[](std::string_view key) const {
  return texts_.find(key)->second;
}

const std::string& AnswerTexts::in(Language language, std::string_view key) const {
  return (*this)[key].in(language);
}

bool AnswerTexts::contains(std::string_view key) const { return texts_.contains(key); }

BilingualText AnswerTexts::or_code(std::string_view key, std::string_view fallback) const {
  if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
  return {std::string(fallback), std::string(fallback)};
}

}  // namespace kres::report

// Reads the words of the validation report.
#include <algorithm>

#include "base/tsv.h"
#include "validation/report/report.h"

namespace kres::validation {

Result<ReportTexts> ReportTexts::parse(std::string_view text, const std::string& name,
                                       std::string_view language) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"key", "nb", "en"}));
  if (language != "nb" && language != "en")
    return bad_input("no texts in language '" + std::string(language) + "'", name);
  ReportTexts texts;
  texts.norwegian_ = language == "nb";
  for (const auto& row : table.rows()) texts.texts_.emplace_back(row["key"], row[language]);
  return texts;
}

const std::string& ReportTexts::in(const std::string& key) const {
  const auto found = std::find_if(texts_.begin(), texts_.end(),
                                  [&](const auto& text) { return text.first == key; });
  return found == texts_.end() ? key : found->second;
}

std::vector<std::string> ReportTexts::limitations() const {
  std::vector<std::string> texts;
  for (const auto& [key, text] : texts_)
    if (key.starts_with("limitation.")) texts.push_back(text);
  return texts;
}

}  // namespace kres::validation

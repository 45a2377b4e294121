// The two languages of pages and answers, and a text that exists in both.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kres {

enum class Language { nb, en };

inline std::string_view code_of(Language language) {
  return language == Language::nb ? "nb" : "en";
}

inline std::optional<Language> parse_language(std::string_view code) {
  if (code == "nb") return Language::nb;
  if (code == "en") return Language::en;
  return std::nullopt;
}

struct BilingualText {
  std::string nb;
  std::string en;

  const std::string& in(Language language) const { return language == Language::nb ? nb : en; }
  bool operator==(const BilingualText&) const = default;
};

}  // namespace kres

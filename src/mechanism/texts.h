// The words of explanations in nb and en: templates by key, read from data/texts/*.tsv.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/language.h"

namespace kres::mechanism {

class Texts {
 public:
  // Columns key, nb, en; several tables may be added. Fails on a repeated key, an empty text, or
  // placeholders {name} that differ between the two languages.
  Result<void> add(std::string_view text, std::string name);

  bool has(std::string_view key) const;
  // The text of a key with its placeholders filled; a key without text gives the key itself, which
  // a test of the tables rules out.
  BilingualText get(
      std::string_view key,
      std::initializer_list<std::pair<std::string_view, BilingualText>> values = {}) const;

 private:
  std::map<std::string, BilingualText, std::less<>> texts_;
};

}  // namespace kres::mechanism

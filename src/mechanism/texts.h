// The words of explanations in nb and en: templates by key, read from data/texts/*.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/language.h"

namespace kres::mechanism {

class Texts {
 public:
  using Values = std::vector<std::pair<std::string, BilingualText>>;

  // Adds a table with columns key, nb, en; `name` stands in errors. Fails on a repeated key, an
  // empty text, or placeholders {name} that differ between the two languages.
  Result<void> add(std::string_view text, std::string name);

  bool has(std::string_view key) const;
  // The text of a key with its placeholders filled. A key without text gives the key itself: the
  // tables' tests rule it out, and a reader sees at once what is missing.
  BilingualText get(std::string_view key, const Values& values = {}) const;

 private:
  std::map<std::string, BilingualText, std::less<>> texts_;
};

// The same words in both languages: symbols, numbers, names.
BilingualText plain(std::string text);
BilingualText operator+(const BilingualText& a, const BilingualText& b);
// "a, b og c" / "a, b and c".
BilingualText listed(const std::vector<BilingualText>& items, const Texts& texts);
// First letter upper case, a-z and the Norwegian letters.
BilingualText capitalised(BilingualText text);

}  // namespace kres::mechanism

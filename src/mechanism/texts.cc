#include "mechanism/texts.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::mechanism {

namespace {

constexpr std::pair<std::string_view, std::string_view> kNorwegian[] = {
    {"æ", "Æ"}, {"ø", "Ø"}, {"å", "Å"}};

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    names.emplace(text.substr(open + 1, close - open - 1));
  }
  return names;
}

// One pass over the template, so that a value may hold braces.
std::string filled(std::string_view text, const Texts::Values& values, Language language) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) return out + std::string(text.substr(open));
    const auto name = text.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : values)
      if (key == name) out += value.in(language);
    text.remove_prefix(close + 1);
  }
  return out;
}

void capitalise(std::string& text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  for (const auto& [small, capital] : kNorwegian)
    if (text.starts_with(small)) text.replace(0, small.size(), capital);
}

}  // namespace

Result<void> Texts::add(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"key", "nb", "en"}));
  for (const auto& row : table.rows()) {
    BilingualText entry{std::string(row["nb"]), std::string(row["en"])};
    if (row["key"].empty() || entry.nb.empty() || entry.en.empty())
      return bad_input("a text needs a key and words in nb and en", name, row.line());
    if (placeholders(entry.nb) != placeholders(entry.en))
      return bad_input(fmt::format("'{}' has other placeholders in nb than in en", row["key"]),
                       name, row.line());
    if (!texts_.emplace(std::string(row["key"]), std::move(entry)).second)
      return bad_input(fmt::format("text '{}' occurs twice", row["key"]), name, row.line());
  }
  return {};
}

bool Texts::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

BilingualText Texts::get(std::string_view key, const Values& values) const {
  const auto at = texts_.find(key);
  if (at == texts_.end()) return plain(std::string(key));
  return {filled(at->second.nb, values, Language::nb), filled(at->second.en, values, Language::en)};
}

BilingualText plain(std::string text) { return {text, text}; }

BilingualText operator+(const BilingualText& a, const BilingualText& b) {
  return {a.nb + b.nb, a.en + b.en};
}

BilingualText listed(const std::vector<BilingualText>& items, const Texts& texts) {
  BilingualText out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0)
      out = out + (i + 1 < items.size() ? plain(", ") : plain(" ") + texts.get("and") + plain(" "));
    out = out + items[i];
  }
  return out;
}

BilingualText capitalised(BilingualText text) {
  capitalise(text.nb);
  capitalise(text.en);
  return text;
}

}  // namespace kres::mechanism

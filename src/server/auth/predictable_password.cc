#include "server/auth/predictable_password.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace kres {

namespace {

// Words that stand in passwords more often than any others, in Norwegian and in English, and those
// that lie nearest in a laboratory. Figures and signs are letters here: see plain().
constexpr std::array<std::string_view, 92> kWords{
    "password",   "passord",       "passwort", "welcome",    "velkommen",  "letmein",
    "changeme",   "administrator", "admin",    "secret",     "hemmelig",   "master",
    "monkey",     "dragon",        "sunshine", "princess",   "iloveyou",   "jegelskerdeg",
    "football",   "fotball",       "baseball", "superman",   "batman",     "trustno",
    "starwars",   "computer",      "internet", "login",      "access",     "test",
    "testing",    "user",          "guest",    "gjest",      "default",    "norge",
    "norway",     "oslo",          "bergen",   "tromsø",     "tromso",     "trondheim",
    "stavanger",  "bodø",          "bodo",     "liverpool",  "arsenal",    "chelsea",
    "rosenborg",  "brann",         "sommer",   "summer",     "vinter",     "winter",
    "høst",       "autumn",        "vår",      "spring",     "januar",     "january",
    "februar",    "february",      "mars",     "march",      "april",      "juni",
    "june",       "juli",          "july",     "august",     "september",  "oktober",
    "october",    "november",      "desember", "december",   "mandag",     "monday",
    "fredag",     "friday",        "hospital", "sykehus",    "laboratory", "laboratorium",
    "kres",       "bacteria",      "bakterie", "klebsiella", "coli",       "resistens",
    "resistance", "mikrobiologi"};

constexpr std::array<std::string_view, 8> kWalks{"abcdefghijklmnopqrstuvwxyzæøå",
                                                 "qwertyuiopå",
                                                 "asdfghjkløæ",
                                                 "zxcvbnm",
                                                 "01234567890",
                                                 "qwertzuiop",
                                                 "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                                                 "qazwsxedcrfvtgbyhnujm"};
constexpr std::size_t kShortestRun = 3, kShortestWalk = 3, kShortestRepeat = 3;

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U)
      points += static_cast<char32_t>(byte < 0x80 ? byte : byte & 0x1FU);
    else if (!points.empty())
      points.back() = points.back() << 6U | (byte & 0x3FU);
  }
  return points;
}

// In lower case, the letters Æ, Ø and Å too.
std::u32string lower(std::u32string text) {
  for (auto& c : text)
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) c += 32;
  return text;
}

// With the usual figures for letters taken for these.
std::u32string plain(std::u32string text) {
  constexpr std::u32string_view kFigures = U"0134567@$!", kLetters = U"oieasbtasi";
  for (auto& c : text)
    if (const auto at = kFigures.find(c); at != std::u32string_view::npos) c = kLetters[at];
  return text;
}

std::size_t run_at(const std::u32string& text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && text[end] == text[from]) ++end;
  return end - from >= kShortestRun ? end - from : 0;
}

// The longest piece of a walk, in either direction, that the text goes on with.
std::size_t walk_at(const std::u32string& text, std::size_t from,
                    const std::vector<std::u32string>& walks) {
  std::size_t longest = 0;
  for (const auto& walk : walks)
    for (std::size_t start = 0; start < walk.size(); ++start) {
      std::size_t length = 0;
      while (start + length < walk.size() && from + length < text.size() &&
             walk[start + length] == text[from + length])
        ++length;
      longest = std::max(longest, length);
    }
  return longest >= kShortestWalk ? longest : 0;
}

std::size_t year_at(const std::u32string& text, std::size_t from) {
  constexpr std::size_t kDigits = 4;
  if (from + kDigits > text.size()) return 0;
  const auto year = text.substr(from, kDigits);
  const bool digits =
      std::all_of(year.begin(), year.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
  return digits && (year.starts_with(U"19") || year.starts_with(U"20")) ? kDigits : 0;
}

std::size_t repeat_at(const std::u32string& text, std::size_t from) {
  std::size_t longest = 0;
  for (std::size_t before = 0; before < from; ++before) {
    std::size_t length = 0;
    while (before + length < from && from + length < text.size() &&
           text[before + length] == text[from + length])
      ++length;
    longest = std::max(longest, length);
  }
  return longest >= kShortestRepeat ? longest : 0;
}

std::vector<std::u32string> walks_both_ways() {
  std::vector<std::u32string> walks;
  for (const auto walk : kWalks) {
    walks.push_back(code_points(walk));
    walks.emplace_back(walks.back().rbegin(), walks.back().rend());
  }
  return walks;
}

std::vector<std::u32string> words() {
  std::vector<std::u32string> words;
  for (const auto word : kWords) words.push_back(code_points(word));
  return words;
}

}  // namespace

int unpredictable_parts(std::string_view password) {
  static const auto kEveryWalk = walks_both_ways();
  static const auto kEveryWord = words();
  const auto text = lower(code_points(password)), seen_through = plain(text);
  std::vector<int> parts(text.size() + 1);  // of what stands before each place
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = static_cast<int>(i);
  const auto take = [&](std::size_t from, std::size_t length) {
    parts[from + length] = std::min(parts[from + length], parts[from] + 1);
  };
  for (std::size_t from = 0; from < text.size(); ++from) {
    take(from, 1);
    for (const auto longest : {run_at(text, from), walk_at(text, from, kEveryWalk),
                               repeat_at(text, from), year_at(text, from)})
      for (std::size_t length = kShortestRun; length <= longest; ++length) take(from, length);
    for (const auto& word : kEveryWord)
      if (text.compare(from, word.size(), word) == 0 ||
          seen_through.compare(from, word.size(), word) == 0)
        take(from, word.size());
  }
  return parts.back();
}

}  // namespace kres

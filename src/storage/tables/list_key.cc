#include "storage/tables/list_key.h"

#include <algorithm>

namespace kres::storage {

namespace {
using laboratory::IsolateState;

constexpr Date kNever{9999, 12, 31};

// Later days give smaller texts.
std::string backwards(Date date) {
  auto text = date.iso();
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c == '-' ? c : static_cast<char>('9' - (c - '0')); });
  return text;
}
}  // namespace

std::string list_key(const laboratory::Isolate& isolate) {
  // What is not here yet has no time that runs out: after all that is, before what is answered.
  // Nor has what was answered and is taken up again.
  const bool untimed = isolate.state == IsolateState::expected || isolate.answered.has_value();
  const auto due = untimed ? kNever : isolate.due;
  const bool over = isolate.answered && isolate.state == IsolateState::answered;
  const auto rank = over ? "1|" + backwards(*isolate.answered) : "0|" + due.iso();
  return rank + "|" + isolate.accession;
}

std::string open_keys_end(Date day) { return "0|" + day.iso(); }

bool is_list_key(std::string_view text) {
  return text.size() > 13 && (text.starts_with("0|") || text.starts_with("1|")) && text[12] == '|';
}

}  // namespace kres::storage

#include "laboratory/sender_query.h"

#include <array>

#include "base/text.h"
#include "laboratory/enum_names.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<QueryState>, 3> kStates{{{QueryState::open, "open"},
                                                      {QueryState::answered, "answered"},
                                                      {QueryState::withdrawn, "withdrawn"}}};
}  // namespace

std::string_view name_of(QueryState state) { return name_in(kStates, state); }
std::optional<QueryState> query_state_from(std::string_view name) {
  return value_in<QueryState>(kStates, name);
}

Result<void> check_query_text(const std::string& text) {
  if (trim(text).empty()) return bad_input("The text is empty");
  if (text.size() > kLongestQueryText) return bad_input("The text is longer than 1000 bytes");
  if (!is_valid_utf8(text)) return bad_input("The text is not UTF-8");
  if (contains_national_identity_number(text))
    return bad_input("The text holds a national identity number", {}, 0,
                     "use the patient's pseudonym");
  return {};
}

Result<SenderQuery> closed_as(SenderQuery query, QueryState state, const std::string& text,
                              const std::string& person, Instant now) {
  KRES_TRY(check_query_text(text));
  if (query.state != QueryState::open)
    return fail({.code = ErrorCode::conflict,
                 .message = query.state == QueryState::answered ? "The question has been answered"
                                                                : "The question has been withdrawn",
                 .file = {},
                 .remedy = {}});
  query.state = state;
  query.closed_by = person;
  query.closed = now;
  query.closing = text;
  return query;
}

SenderQuery as_asked(SenderQuery query) {
  query.state = QueryState::open;
  query.closed_by.clear();
  query.closed.reset();
  query.closing.clear();
  return query;
}

}  // namespace kres::laboratory

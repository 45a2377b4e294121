// A question to the laboratory that referred an isolate: open until it is answered or withdrawn.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

using SenderQueryId = Id<struct SenderQuery>;

enum class QueryState { open, answered, withdrawn };
std::string_view name_of(QueryState state);
std::optional<QueryState> query_state_from(std::string_view name);

inline constexpr std::size_t kLongestQueryText = 1000;  // bytes

// What was asked never changes; how it ended is written once.
struct SenderQuery {
  SenderQueryId id;
  IsolateId isolate;
  std::string accession;
  std::string laboratory;  // code
  std::string sender_id;
  std::string criterion;  // of the submission criteria; empty: a person asked in own words
  std::string field;      // of the referral that is asked for, may be empty
  std::string question_nb, question_en;
  std::string asked_by;
  Instant asked{};
  QueryState state = QueryState::open;
  std::string closed_by;
  std::optional<Instant> closed;
  std::string closing;  // the sender's answer, or why it was withdrawn
};

// `conflict` unless it is open; `bad_input` for an empty text, one that is too long or holds a
// national identity number.
Result<SenderQuery> closed_as(SenderQuery query, QueryState state, const std::string& text,
                              const std::string& person, Instant now);

// As it was before it ended.
SenderQuery as_asked(SenderQuery query);

// Of a question or an answer in somebody's own words.
Result<void> check_query_text(const std::string& text);

}  // namespace kres::laboratory

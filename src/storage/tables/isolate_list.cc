// Lists of isolates: filters, pages, counts.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "storage/tables/columns.h"
#include "storage/tables/isolate_index.h"
#include "storage/tables/isolate_row.h"
#include "storage/tables/isolate_table.h"
#include "storage/tables/list_key.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::IsolateCounts;
using laboratory::IsolateFilter;
using laboratory::IsolatePage;
using laboratory::IsolateState;

namespace {

constexpr int kLargestPage = 500;

int page_size(const IsolateFilter& filter) { return std::clamp(filter.limit, 1, kLargestPage); }

// Text in lower case as a LIKE pattern; '\\' makes its wildcards literal.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

// A search within a scope that is not whole looks at what the sender knows itself, the first two
// lines of the words: what the laboratory has found is not told before it is signed.
constexpr std::string_view kNarrowOnSqlite =
    "substr(words, 1, instr(words, char(10)) + instr(substr(words, instr(words, char(10)) + 1), "
    "char(10)))";
constexpr std::string_view kNarrowOnPostgresql =
    "substr(words, 1, strpos(words, chr(10)) + strpos(substr(words, strpos(words, chr(10)) + 1), "
    "chr(10)))";

// Words that were stored before they were folded have their letters beyond ASCII as they were
// written, and are found as they were written.
std::string has_text(std::string_view words, bool as_written) {
  const auto folded = fmt::format("{} like :text escape '\\'", words);
  if (!as_written) return folded;
  return fmt::format("({} or {} like :written escape '\\')", folded, words);
}

// Codes of the laboratories whose code or name has the text in it.
Result<std::vector<std::string>> laboratories_with(Session& session, const std::string& folded) {
  KRES_ASSIGN(const auto rows, session.query("select code, name from laboratory"));
  std::vector<std::string> codes;
  for (const auto& row : rows)
    if (fold_case(row.text(0)).find(folded) != std::string::npos ||
        fold_case(row.text(1)).find(folded) != std::string::npos)
      codes.push_back(row.text(0));
  return codes;
}

// Nor is what the laboratory does with an isolate after its answer was signed: it stays answered.
constexpr std::string_view kNarrowAnswered =
    "exists (select 1 from isolate as done where done.id = isolate_search.isolate and "
    "done.answered "
    "is not null)";

struct Condition {
  std::string sql = "where 1 = 1";
  Parameters parameters;
  void add(std::string_view condition, Parameter parameter) {
    sql += fmt::format(" and {}", condition);
    parameters.push_back(std::move(parameter));
  }
};

bool asks_for_signed(const IsolateFilter& filter, const laboratory::Scope& scope) {
  return filter.state == IsolateState::answered && !scope.whole();
}

Result<void> add_search(const std::string& text, const laboratory::Scope& scope, Session& session,
                        Condition& condition) {
  const auto folded = fold_case(text), written = to_lower(text);
  const bool as_written = folded != written;
  if (as_written) condition.parameters.push_back({"written", like_pattern(written)});
  auto found = has_text("words", as_written);
  if (scope.whole()) {
    KRES_ASSIGN(const auto codes, laboratories_with(session, folded));
    if (!codes.empty())
      found = fmt::format("({} or laboratory in ({}))", found,
                          value_list("named", codes, condition.parameters));
  } else {
    const auto known = session.dialect() == Dialect::sqlite ? kNarrowOnSqlite : kNarrowOnPostgresql;
    found += " and " + has_text(known, as_written);
  }
  condition.add(found, {"text", like_pattern(folded)});
  return {};
}

Result<Condition> condition_of(const IsolateFilter& filter, const laboratory::Scope& scope,
                               Session& session) {
  Condition condition;
  const auto narrow = within(scope);
  condition.sql += narrow.sql;
  condition.parameters = narrow.parameters;
  if (asks_for_signed(filter, scope))
    condition.sql += fmt::format(" and {}", kNarrowAnswered);
  else if (filter.state)
    condition.add("state = :state", {"state", laboratory::name_of(*filter.state)});
  if (filter.overdue_on)
    condition.add("list_key < :overdue", {"overdue", open_keys_end(*filter.overdue_on)});
  if (!filter.text.empty()) KRES_TRY(add_search(filter.text, scope, session, condition));
  return condition;
}

Result<std::int64_t> count_of(Session& session, const Condition& condition) {
  KRES_ASSIGN(const auto rows, session.query("select count(*) from isolate_search " + condition.sql,
                                             condition.parameters));
  return rows.front().integer(0);
}

// What a search asks of the words; `codes` of the laboratories it names.
WordQuestion question_of(const IsolateFilter& filter, const laboratory::Scope& scope,
                         std::vector<std::string> codes) {
  WordQuestion question{.texts = {fold_case(filter.text)},
                        .scope = scope,
                        .laboratories = std::move(codes),
                        .state = filter.state,
                        .before = filter.overdue_on ? open_keys_end(*filter.overdue_on) : "",
                        .after = filter.cursor,
                        .limit = static_cast<std::size_t>(page_size(filter)) + 1};
  if (auto written = to_lower(filter.text); written != question.texts.front())
    question.texts.push_back(std::move(written));
  return question;
}

}  // namespace

// Nothing where the database is to be asked.
Result<std::optional<IsolatePage>> IsolateTable::search(const IsolateFilter& filter) {
  const bool in_words = words_ != nullptr && !filter.text.empty() &&
                        !asks_for_signed(filter, scope_) &&
                        filter.text.find('\0') == std::string::npos;
  if (!in_words) return std::nullopt;
  std::vector<std::string> codes;
  if (scope_.whole()) {
    KRES_ASSIGN(codes, laboratories_with(session_, fold_case(filter.text)));
  }
  KRES_ASSIGN(auto found, words_->find(session_, question_of(filter, scope_, std::move(codes))));
  if (!found) return std::nullopt;
  IsolatePage page{.isolates = {}, .total = found->total};
  if (found->list_keys.size() > static_cast<std::size_t>(page_size(filter))) {
    found->list_keys.pop_back();
    page.next_cursor = found->list_keys.back();
  }
  if (found->list_keys.empty()) return page;
  Parameters parameters;
  const auto keys = value_list("key", found->list_keys, parameters);
  KRES_ASSIGN(const auto rows,
              session_.query(
                  fmt::format("{}where list_key in ({}) order by list_key", kSelectIsolate, keys),
                  parameters));
  page.isolates = every<laboratory::Isolate>(rows, isolate_of);
  return page;
}

Result<std::int64_t> IsolateTable::total_of(const IsolateFilter& filter) {
  if (filter.text.empty() && !filter.overdue_on && !asks_for_signed(filter, scope_)) {
    KRES_ASSIGN(const auto counts, IsolateIndex(session_).by_state(scope_));
    std::int64_t total = 0;
    for (const auto& [state, count] : counts)
      if (!filter.state || state == *filter.state) total += count;
    return total;
  }
  KRES_ASSIGN(const auto condition, condition_of(filter, scope_, session_));
  return count_of(session_, condition);
}

std::string statement_of_a_page(std::string_view condition) {
  return fmt::format(
      "{}where list_key in (select list_key from isolate_search {} order by list_key limit :limit) "
      "order by list_key",
      kSelectIsolate, condition);
}

Result<IsolatePage> IsolateTable::list(const IsolateFilter& filter) {
  if (!filter.cursor.empty() && !is_list_key(filter.cursor))
    return bad_input("the cursor is not one of this list");
  KRES_ASSIGN(auto searched, search(filter));
  if (searched) return *std::move(searched);
  KRES_ASSIGN(auto condition, condition_of(filter, scope_, session_));
  const auto of_all_pages = condition;
  if (!filter.cursor.empty()) condition.add("list_key > :cursor", {"cursor", filter.cursor});
  const int limit = page_size(filter);
  condition.parameters.push_back({"limit", limit + 1});
  KRES_ASSIGN(auto rows, session_.query(statement_of_a_page(condition.sql), condition.parameters));
  IsolatePage page{.isolates = {}, .total = static_cast<std::int64_t>(rows.size())};
  const bool more = rows.size() > static_cast<std::size_t>(limit);
  if (more) {
    rows.pop_back();
    page.next_cursor = rows.back().text(kListKeyColumn);
  }
  // A first page that holds all has counted itself.
  if (more || !filter.cursor.empty()) {
    KRES_ASSIGN(page.total,
                filter.text.empty() ? total_of(filter) : count_of(session_, of_all_pages));
  }
  page.isolates = every<laboratory::Isolate>(rows, isolate_of);
  return page;
}

Result<IsolateCounts> IsolateTable::counts(Date today) {
  IsolateCounts counts;
  KRES_ASSIGN(counts.by_state, IsolateIndex(session_).by_state(scope_));
  for (const auto state : {IsolateState::expected, IsolateState::received, IsolateState::analysing,
                           IsolateState::awaiting_genome, IsolateState::ready, IsolateState::draft,
                           IsolateState::validated, IsolateState::answered, IsolateState::failed})
    counts.by_state.try_emplace(state, 0);
  KRES_ASSIGN(counts.overdue, total_of({.overdue_on = today}));
  return counts;
}

Result<std::map<int, std::int64_t>> IsolateTable::days_to_answer() {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query("select days_to_answer, count(*) from isolate where days_to_answer is "
                             "not null" +
                                 scope.sql + " group by days_to_answer",
                             scope.parameters));
  std::map<int, std::int64_t> days;
  for (const auto& row : rows) days[row.small(0)] = row.integer(1);
  return days;
}

}  // namespace kres::storage

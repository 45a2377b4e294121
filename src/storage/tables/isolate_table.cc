#include "storage/tables/isolate_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/accession.h"
#include "storage/tables/accession_counter.h"
#include "storage/tables/columns.h"
#include "storage/tables/list_key.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::Isolate;
using laboratory::IsolateCounts;
using laboratory::IsolateFilter;
using laboratory::IsolateId;
using laboratory::IsolatePage;
using laboratory::IsolateState;

namespace {

constexpr std::string_view kSelect =
    "select id, accession, referral, laboratory, sender_id, suspected_group, received, due, "
    "answered, state, constructed, species, st, key_findings, case_definitions, current_analysis, "
    "current_explanation, revision, list_key, sample from isolate ";

Isolate isolate_of(const Row& row) {
  return {
      .id = {row.integer(0)},
      .accession = row.text(1),
      .referral = {row.integer(2)},
      .laboratory = row.text(3),
      .sender_id = row.text(4),
      .suspected_group =
          laboratory::microbe_group_from(row.text(5)).value_or(laboratory::MicrobeGroup::CPO),
      .received = row.date(6),
      .due = row.date(7),
      .sample =
          laboratory::sample_state_from(row.text(19)).value_or(laboratory::SampleState::received),
      .answered = row.optional_date(8),
      .state = laboratory::isolate_state_from(row.text(9)).value_or(IsolateState::failed),
      .constructed = row.flag(10),
      .summary = {.species = row.text(11),
                  .st = row.text(12),
                  .key_findings = separated(row.text(13)),
                  .case_definitions = separated(row.text(14))},
      .current_analysis = {row.integer(15)},
      .current_explanation = {row.integer(16)},
      .revision = row.integer(17)};
}

// What add() and update() write.
Parameters changing_parameters(const Isolate& isolate) {
  return {{"received", isolate.received},
          {"due", isolate.due},
          {"sample", laboratory::name_of(isolate.sample)},
          {"answered", isolate.answered},
          {"state", laboratory::name_of(isolate.state)},
          {"constructed", isolate.constructed},
          {"species", isolate.summary.species},
          {"st", isolate.summary.st},
          {"key_findings", joined(isolate.summary.key_findings)},
          {"case_definitions", joined(isolate.summary.case_definitions)},
          reference("current_analysis", isolate.current_analysis),
          reference("current_explanation", isolate.current_explanation),
          {"revision", isolate.revision},
          {"list_key", list_key(isolate)}};
}

// The text to look for as a LIKE pattern; '\' makes its wildcards literal.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : to_lower(text)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

struct Condition {
  std::string sql = "where 1 = 1";
  Parameters parameters;
  void add(std::string_view condition, Parameter parameter) {
    sql += fmt::format(" and {}", condition);
    parameters.push_back(std::move(parameter));
  }
};

// A search within a scope that is not whole looks at what the sender knows itself: what the
// laboratory has found is not told before it is signed.
constexpr std::string_view kSearch =
    "(lower(accession) like :text escape '\\' or lower(sender_id) like :text escape '\\' or "
    "lower(species) like :text escape '\\' or lower(st) like :text escape '\\' or "
    "lower(key_findings) like :text escape '\\' or lower(case_definitions) like :text escape "
    "'\\' or laboratory in (select code from laboratory where lower(code) like :text escape "
    "'\\' or lower(name) like :text escape '\\'))";
constexpr std::string_view kNarrowSearch =
    "(lower(accession) like :text escape '\\' or lower(sender_id) like :text escape '\\')";

Condition condition_of(const IsolateFilter& filter, const laboratory::Scope& scope) {
  Condition condition;
  const auto narrow = within(scope);
  condition.sql += narrow.sql;
  condition.parameters = narrow.parameters;
  if (filter.state) condition.add("state = :state", {"state", laboratory::name_of(*filter.state)});
  if (filter.overdue_on)
    condition.add("list_key < :overdue", {"overdue", open_keys_end(*filter.overdue_on)});
  if (!filter.text.empty())
    condition.add(scope.whole() ? kSearch : kNarrowSearch, {"text", like_pattern(filter.text)});
  return condition;
}

}  // namespace

Result<Isolate> IsolateTable::add(Isolate isolate) {
  if (!scope_.includes(isolate.laboratory))
    return fail({.code = ErrorCode::not_found,
                 .message = "there is no such laboratory to refer isolates for",
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(const auto number,
              next_accession_number(session_, isolate.received.year, isolate.suspected_group));
  isolate.accession =
      laboratory::make_accession(isolate.received.year, isolate.suspected_group, number);
  isolate.revision = 1;
  auto parameters = changing_parameters(isolate);
  for (auto& parameter :
       Parameters{{"accession", isolate.accession},
                  {"referral", isolate.referral.value},
                  {"laboratory", isolate.laboratory},
                  {"sender_id", isolate.sender_id},
                  {"suspected_group", laboratory::name_of(isolate.suspected_group)}})
    parameters.push_back(parameter);
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          "insert into isolate (accession, referral, laboratory, sender_id, suspected_group, "
          "received, due, sample, answered, state, constructed, species, st, key_findings, "
          "case_definitions, current_analysis, current_explanation, revision, list_key) values "
          "(:accession, :referral, :laboratory, :sender_id, :suspected_group, :received, :due, "
          ":sample, :answered, :state, :constructed, :species, :st, :key_findings, "
          ":case_definitions, "
          ":current_analysis, :current_explanation, :revision, :list_key) returning id",
          parameters));
  isolate.id = {rows.front().integer(0)};
  return isolate;
}

Result<Isolate> IsolateTable::update(Isolate isolate) {
  const auto expected = isolate.revision++;
  auto parameters = changing_parameters(isolate);
  parameters.push_back({"id", isolate.id.value});
  parameters.push_back({"expected", expected});
  KRES_ASSIGN(
      const auto changed,
      session_.execute(
          "update isolate set received = :received, due = :due, sample = :sample, answered = "
          ":answered, state = :state, constructed = :constructed, "
          "species = :species, st = :st, key_findings = :key_findings, case_definitions = "
          ":case_definitions, current_analysis = :current_analysis, current_explanation = "
          ":current_explanation, revision = :revision, list_key = :list_key where id = :id and "
          "revision = :expected",
          parameters));
  if (changed == 1) return isolate;
  return fail({.code = ErrorCode::conflict,
               .message = fmt::format("{} was changed by someone else", isolate.accession),
               .file = {},
               .remedy = "look at it again"});
}

Result<std::optional<Isolate>> IsolateTable::find_where(const std::string& condition,
                                                        Parameters parameters) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + condition + scope.sql,
                                              scope.with(std::move(parameters))));
  return first<Isolate>(rows, isolate_of);
}

Result<std::optional<Isolate>> IsolateTable::find(IsolateId id) {
  return find_where("where id = :id", {{"id", id.value}});
}

Result<std::optional<Isolate>> IsolateTable::find(const std::string& accession) {
  return find_where("where accession = :accession", {{"accession", accession}});
}

Result<std::optional<Isolate>> IsolateTable::of_referral(laboratory::ReferralId referral) {
  return find_where("where referral = :referral", {{"referral", referral.value}});
}

Result<std::vector<Isolate>> IsolateTable::of_patient(const std::string& laboratory,
                                                      const std::string& pseudonym) {
  if (pseudonym.empty()) return std::vector<Isolate>{};
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where referral in (select id from referral where laboratory = "
                                 ":laboratory and pseudonym = :pseudonym)" +
                                 scope.sql + " order by received, id",
                             scope.with({{"laboratory", laboratory}, {"pseudonym", pseudonym}})));
  return every<Isolate>(rows, isolate_of);
}

Result<std::vector<Isolate>> IsolateTable::measured_on(Date day, const std::string& agent,
                                                       const std::string& method) {
  const auto scope = within(scope_);
  KRES_ASSIGN(
      const auto rows,
      session_.query(std::string(kSelect) +
                         "where id in (select isolate from measurement where measured = :day and "
                         "agent = :agent and method = :method and not exists (select 1 from "
                         "measurement as later where later.predecessor = measurement.id))" +
                         scope.sql + " order by id",
                     scope.with({{"day", day}, {"agent", agent}, {"method", method}})));
  return every<Isolate>(rows, isolate_of);
}

Result<IsolatePage> IsolateTable::list(const IsolateFilter& filter) {
  if (!filter.cursor.empty() && !is_list_key(filter.cursor))
    return bad_input("the cursor is not one of this list");
  auto condition = condition_of(filter, scope_);
  IsolatePage page;
  KRES_ASSIGN(const auto total, session_.query("select count(*) from isolate " + condition.sql,
                                               condition.parameters));
  page.total = total.front().integer(0);
  if (!filter.cursor.empty()) condition.add("list_key > :cursor", {"cursor", filter.cursor});
  const int limit = std::clamp(filter.limit, 1, 500);
  condition.parameters.push_back({"limit", limit + 1});
  KRES_ASSIGN(auto rows, session_.query(std::string(kSelect) + condition.sql +
                                            " order by list_key limit :limit",
                                        condition.parameters));
  if (rows.size() > static_cast<std::size_t>(limit)) {
    rows.pop_back();
    page.next_cursor = rows.back().text(18);
  }
  page.isolates = every<Isolate>(rows, isolate_of);
  return page;
}

Result<IsolateCounts> IsolateTable::counts(Date today) {
  IsolateCounts counts;
  for (const auto state : {IsolateState::expected, IsolateState::received, IsolateState::analysing,
                           IsolateState::ready, IsolateState::draft, IsolateState::validated,
                           IsolateState::answered, IsolateState::failed})
    counts.by_state[state] = 0;
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query("select state, count(*) from isolate where 1 = 1" +
                                                  scope.sql + " group by state",
                                              scope.parameters));
  for (const auto& row : rows)
    if (const auto state = laboratory::isolate_state_from(row.text(0)))
      counts.by_state[*state] = row.integer(1);
  KRES_ASSIGN(const auto overdue,
              session_.query("select count(*) from isolate where list_key < :end" + scope.sql,
                             scope.with({{"end", open_keys_end(today)}})));
  counts.overdue = overdue.front().integer(0);
  return counts;
}

}  // namespace kres::storage

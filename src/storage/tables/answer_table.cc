#include "storage/tables/answer_table.h"

#include <fmt/format.h>

#include "laboratory/sample.h"
#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::Answer;
using laboratory::AnswerId;
using laboratory::AnswerState;
using laboratory::Frozen;
using laboratory::Step;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, (select accession from isolate where isolate.id = answer.isolate), "
    "version, state, language, analysis, explanation, created_by, created, created_comment, "
    "validated_by, validated, validated_comment, approved_by, approved, approved_comment, reason, "
    "predecessor, pdf_sha256, json_sha256, signature, public_key, audit_event, revision, "
    "preliminary, without_genome from answer ";

// Three columns from `column`: person, time, comment.
std::optional<Step> step_of(const Row& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return Step{
      .person = row.text(column), .time = row.instant(column + 1), .comment = row.text(column + 2)};
}

std::optional<Frozen> frozen_of(const Row& row) {
  if (row.is_null(19)) return std::nullopt;
  return Frozen{.pdf_sha256 = row.text(19),
                .json_sha256 = row.text(20),
                .signature = row.text(21),
                .public_key = row.text(22),
                .audit_event = row.text(23)};
}

Answer answer_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .accession = row.text(2),
          .version = row.small(3),
          .state = laboratory::answer_state_from(row.text(4)).value_or(AnswerState::draft),
          .preliminary = row.integer(25) != 0,
          .language = parse_language(row.text(5)).value_or(Language::nb),
          .analysis = {row.integer(6)},
          .explanation = {row.integer(7)},
          .without_genome = row.text(26),
          .created = step_of(row, 8).value_or(Step{}),
          .validated = step_of(row, 11),
          .approved = step_of(row, 14),
          .reason = row.text(17),
          .predecessor = {row.integer(18)},
          .frozen = frozen_of(row),
          .revision = row.integer(24)};
}

// Of the isolates of a scope; unless it is whole, signed ones only.
ScopeCondition answers_within(const laboratory::Scope& scope) {
  auto condition = isolate_within(scope);
  if (!scope.whole()) condition.sql += " and state = 'signed'";
  return condition;
}

template <class Member>
std::optional<std::string> frozen_text(const Answer& answer, Member member) {
  if (!answer.frozen) return std::nullopt;
  return (*answer.frozen).*member;
}

void add_step(Parameters& parameters, const std::string& name, const std::optional<Step>& step) {
  using Text = std::optional<std::string>;
  parameters.push_back({name + "_by", step ? Text(step->person) : Text()});
  parameters.push_back({name, step ? std::optional(step->time) : std::nullopt});
  parameters.push_back({name + "_comment", step ? Text(step->comment) : Text()});
}

// What an update may change.
Parameters changing_parameters(const Answer& answer) {
  Parameters parameters{{"state", laboratory::name_of(answer.state)},
                        {"revision", answer.revision},
                        {"preliminary", answer.preliminary ? 1 : 0},
                        {"language", code_of(answer.language)},
                        reference("analysis", answer.analysis),
                        {"explanation", answer.explanation.value},
                        {"without_genome", answer.without_genome},
                        {"pdf_sha256", frozen_text(answer, &Frozen::pdf_sha256)},
                        {"json_sha256", frozen_text(answer, &Frozen::json_sha256)},
                        {"signature", frozen_text(answer, &Frozen::signature)},
                        {"public_key", frozen_text(answer, &Frozen::public_key)},
                        {"audit_event", frozen_text(answer, &Frozen::audit_event)}};
  add_step(parameters, "validated", answer.validated);
  add_step(parameters, "approved", answer.approved);
  return parameters;
}

}  // namespace

Result<AnswerId> AnswerTable::add(const Answer& answer) {
  Parameters parameters{{"isolate", answer.isolate.value},
                        {"version", answer.version},
                        {"state", laboratory::name_of(answer.state)},
                        {"preliminary", answer.preliminary ? 1 : 0},
                        {"language", code_of(answer.language)},
                        reference("analysis", answer.analysis),
                        {"explanation", answer.explanation.value},
                        {"without_genome", answer.without_genome},
                        {"reason", answer.reason},
                        reference("predecessor", answer.predecessor)};
  add_step(parameters, "created", answer.created);
  KRES_ASSIGN(
      const auto rows,
      session_.query("insert into answer (isolate, version, state, language, analysis, "
                     "explanation, created_by, created, created_comment, reason, "
                     "predecessor, preliminary, without_genome, revision) values (:isolate, "
                     ":version, :state, :language, :analysis, :explanation, :created_by, :created, "
                     ":created_comment, :reason, :predecessor, :preliminary, :without_genome, 1) "
                     "returning id",
                     parameters));
  return AnswerId{rows.front().integer(0)};
}

Result<Answer> AnswerTable::update(Answer answer) {
  const auto expected = answer.revision++;
  auto parameters = changing_parameters(answer);
  parameters.push_back({"id", answer.id.value});
  parameters.push_back({"expected", expected});
  KRES_ASSIGN(
      const auto changed,
      session_.execute("update answer set state = :state, preliminary = :preliminary, language = "
                       ":language, analysis = :analysis, "
                       "explanation = :explanation, without_genome = :without_genome, validated_by "
                       "= :validated_by, validated "
                       "= :validated, validated_comment = :validated_comment, approved_by = "
                       ":approved_by, approved = :approved, approved_comment = :approved_comment, "
                       "pdf_sha256 = :pdf_sha256, json_sha256 = :json_sha256, signature = "
                       ":signature, public_key = :public_key, audit_event = :audit_event, revision "
                       "= :revision where id = :id and revision = :expected",
                       parameters));
  if (changed == 1) return answer;
  return fail({.code = ErrorCode::conflict,
               .message = fmt::format("answer {} of {} was changed by someone else", answer.version,
                                      answer.accession),
               .file = {},
               .remedy = "look at it again"});
}

Result<std::optional<Answer>> AnswerTable::find(AnswerId id) {
  const auto scope = answers_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where id = :id" + scope.sql,
                                              scope.with({{"id", id.value}})));
  return first<Answer>(rows, answer_of);
}

Result<std::vector<Answer>> AnswerTable::of(laboratory::IsolateId isolate) {
  const auto scope = answers_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where isolate = :isolate" +
                                                  scope.sql + " order by version desc",
                                              scope.with({{"isolate", isolate.value}})));
  return every<Answer>(rows, answer_of);
}

Result<std::vector<Answer>> AnswerTable::of_each(
    const std::vector<laboratory::IsolateId>& isolates) {
  if (isolates.empty()) return std::vector<Answer>{};
  auto scope = answers_within(scope_);
  const auto list = value_list("isolate", isolates, scope.parameters);
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("{}where isolate in ({}){} order by isolate, version desc",
                                         kSelect, list, scope.sql),
                             scope.parameters));
  return every<Answer>(rows, answer_of);
}

Result<std::vector<Answer>> AnswerTable::all_signed() {
  const auto scope = answers_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where state = 'signed'" +
                                                  scope.sql + " order by id",
                                              scope.parameters));
  return every<Answer>(rows, answer_of);
}

Result<std::vector<Answer>> AnswerTable::explained_anew(AnswerId after, int limit) {
  const auto scope = answers_within(scope_);
  KRES_ASSIGN(
      const auto rows,
      session_.query(std::string(kSelect) +
                         "where id > :after and state = 'signed' and explanation <> (select "
                         "current_explanation from isolate where isolate.id = answer.isolate) and "
                         "not exists (select 1 from answer later where later.isolate = "
                         "answer.isolate and later.version > answer.version and later.state = "
                         "'signed')" +
                         scope.sql + " order by id limit :limit",
                     scope.with({{"after", after.value}, {"limit", limit}})));
  return every<Answer>(rows, answer_of);
}

Result<std::vector<Answer>> AnswerTable::signed_since(Instant since) {
  const auto scope = answers_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) +
                                                  "where state = 'signed' and approved >= :since" +
                                                  scope.sql + " order by id",
                                              scope.with({{"since", since}})));
  return every<Answer>(rows, answer_of);
}

Result<std::vector<laboratory::AnsweredTimes>> AnswerTable::first_answers(Date since) {
  const auto scope = answers_within(scope_);
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          "select (select suspected_group from isolate where isolate.id = answer.isolate), "
          "(select received from isolate where isolate.id = answer.isolate), "
          "(select min(entered) from measurement where measurement.isolate = answer.isolate), "
          "(select min(time) from audit_event where event = 'file.attached' and subject = "
          "(select accession from isolate where isolate.id = answer.isolate)), "
          "(select created from explanation where explanation.id = answer.explanation), "
          "validated, approved, "
          "(select sample from isolate where isolate.id = answer.isolate), "
          "coalesce((select detail from audit_event where event = 'isolate.cultured' and subject = "
          "(select "
          "accession from isolate where isolate.id = answer.isolate) order by sequence desc limit "
          "1), '') "
          "from answer where state = 'signed' and approved >= :since and "
          "version = "
          "(select min(version) from answer first where first.isolate = answer.isolate and "
          "first.preliminary = 0)" +
              scope.sql + " order by approved, id",
          scope.with({{"since", since}})));
  return every<laboratory::AnsweredTimes>(rows, [](const Row& row) {
    return laboratory::AnsweredTimes{
        .group =
            laboratory::microbe_group_from(row.text(0)).value_or(laboratory::MicrobeGroup::CPO),
        .received = row.date(1),
        .tube = row.text(7) == name_of(laboratory::SampleState::received),
        .cultured = Date::parse(row.text(8)),
        .measured = row.optional_instant(2),
        .sequenced = row.optional_instant(3),
        .explained = row.optional_instant(4),
        .validated = row.optional_instant(5),
        .approved = row.optional_instant(6)};
  });
}

}  // namespace kres::storage

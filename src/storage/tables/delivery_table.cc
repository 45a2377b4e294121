#include "storage/tables/delivery_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::AnswerId;
using laboratory::AnswerOpening;
using laboratory::ChangeChoice;
using laboratory::ChangeDecision;

namespace {

AnswerOpening opening_of(const Row& row) {
  return {.answer = {row.integer(0)},
          .person = row.text(1),
          .form = row.text(2),
          .time = row.instant(3)};
}

ChangeDecision decision_in(const Row& row) {
  return {.answer = {row.integer(0)},
          .version = row.text(1),
          .choice = laboratory::change_choice_from(row.text(2)).value_or(ChangeChoice::keep),
          .reason = row.text(3),
          .person = row.text(4),
          .time = row.instant(5)};
}

}  // namespace

Result<void> DeliveryTable::add(const AnswerOpening& opening) {
  KRES_TRY(session_.execute(
      "insert into answer_opening (answer, person, form, time) values (:answer, :person, :form, "
      ":time)",
      {{"answer", opening.answer.value},
       {"person", opening.person},
       {"form", opening.form},
       {"time", opening.time}}));
  return {};
}

Result<std::vector<AnswerOpening>> DeliveryTable::openings_of(AnswerId answer) {
  KRES_ASSIGN(const auto rows, session_.query("select answer, person, form, time from "
                                              "answer_opening where answer = :answer order by id",
                                              {{"answer", answer.value}}));
  return every<AnswerOpening>(rows, opening_of);
}

Result<void> DeliveryTable::add(const ChangeDecision& decision) {
  KRES_TRY(session_.execute(
      "insert into change_decision (answer, version, choice, reason, person, time) values "
      "(:answer, :version, :choice, :reason, :person, :time)",
      {{"answer", decision.answer.value},
       {"version", decision.version},
       {"choice", laboratory::name_of(decision.choice)},
       {"reason", decision.reason},
       {"person", decision.person},
       {"time", decision.time}}));
  return {};
}

Result<std::optional<ChangeDecision>> DeliveryTable::decision_of(AnswerId answer,
                                                                 const std::string& version) {
  KRES_ASSIGN(const auto rows,
              session_.query("select answer, version, choice, reason, person, time from "
                             "change_decision where answer = :answer and version = :version",
                             {{"answer", answer.value}, {"version", version}}));
  return first<ChangeDecision>(rows, decision_in);
}

}  // namespace kres::storage

#include "storage/tables/referral_table.h"

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::Referral;
using laboratory::ReferralId;

namespace {

constexpr std::string_view kSelect =
    "select id, laboratory, sender_id, suspected_group, organism, reason, question, "
    "infection_or_carriage, material, travel, hospital_abroad, known_contact, ward, pseudonym, "
    "age, sex, municipality, sampled, received, sends from referral ";

Referral referral_of(const Row& row) {
  return {.id = {row.integer(0)},
          .laboratory = row.text(1),
          .sender_id = row.text(2),
          .suspected_group =
              laboratory::microbe_group_from(row.text(3)).value_or(laboratory::MicrobeGroup::CPO),
          .organism = row.text(4),
          .reason = row.text(5),
          .question = row.text(6),
          .clinical = {.infection_or_carriage = row.text(7),
                       .material = row.text(8),
                       .travel = row.text(9),
                       .hospital_abroad = row.text(10),
                       .known_contact = row.text(11),
                       .ward = row.text(12)},
          .patient = {.pseudonym = row.text(13),
                      .age = row.optional_integer(14),
                      .sex = row.text(15),
                      .municipality = row.text(16)},
          .sampled = row.optional_date(17),
          .received = row.date(18),
          .sends = laboratory::sends_from(row.text(19)).value_or(laboratory::Sends::unstated)};
}

Parameters parameters_of(const Referral& referral) {
  return {{"laboratory", referral.laboratory},
          {"sender_id", referral.sender_id},
          {"suspected_group", laboratory::name_of(referral.suspected_group)},
          {"organism", referral.organism},
          {"reason", referral.reason},
          {"question", referral.question},
          {"infection_or_carriage", referral.clinical.infection_or_carriage},
          {"material", referral.clinical.material},
          {"travel", referral.clinical.travel},
          {"hospital_abroad", referral.clinical.hospital_abroad},
          {"known_contact", referral.clinical.known_contact},
          {"ward", referral.clinical.ward},
          {"pseudonym", referral.patient.pseudonym},
          {"age", referral.patient.age},
          {"sex", referral.patient.sex},
          {"municipality", referral.patient.municipality},
          {"sampled", referral.sampled},
          {"received", referral.received},
          {"sends", laboratory::name_of(referral.sends)}};
}

}  // namespace

Result<ReferralId> ReferralTable::add(const Referral& referral) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          "insert into referral (laboratory, sender_id, suspected_group, organism, reason, "
          "question, infection_or_carriage, material, travel, hospital_abroad, known_contact, "
          "ward, pseudonym, age, sex, municipality, sampled, received, sends) values (:laboratory, "
          ":sender_id, :suspected_group, :organism, :reason, :question, :infection_or_carriage, "
          ":material, :travel, :hospital_abroad, :known_contact, :ward, :pseudonym, :age, :sex, "
          ":municipality, :sampled, :received, :sends) returning id",
          parameters_of(referral)));
  return ReferralId{rows.front().integer(0)};
}

Result<std::optional<Referral>> ReferralTable::find(ReferralId id) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where id = :id" + scope.sql,
                                              scope.with({{"id", id.value}})));
  return first<Referral>(rows, referral_of);
}

Result<std::optional<Referral>> ReferralTable::find(const std::string& laboratory,
                                                    const std::string& sender_id) {
  const auto scope = within(scope_);
  KRES_ASSIGN(
      const auto rows,
      session_.query(std::string(kSelect) +
                         "where laboratory = :laboratory and sender_id = :sender_id" + scope.sql,
                     scope.with({{"laboratory", laboratory}, {"sender_id", sender_id}})));
  return first<Referral>(rows, referral_of);
}

}  // namespace kres::storage

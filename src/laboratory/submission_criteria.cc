#include "laboratory/submission_criteria.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::laboratory {

namespace {

Result<int> year_in(const TsvRow& row, std::string_view column, int if_empty,
                    const std::string& name) {
  if (row[column].empty()) return if_empty;
  const auto year = parse_int(row[column]);
  if (!year || *year < 2000 || *year > 9999)
    return bad_input(fmt::format("'{}' is no year", row[column]), name, row.line());
  return static_cast<int>(*year);
}

Result<SubmissionCriterion> criterion_in(const TsvRow& row, const std::string& name) {
  SubmissionCriterion criterion{.id = std::string(row["criterion"]),
                                .organism = std::string(row["organism"]),
                                .field = std::string(row["field"]),
                                .question_nb = std::string(row["question_nb"]),
                                .question_en = std::string(row["question_en"]),
                                .source = std::string(row["source"])};
  KRES_ASSIGN(criterion.first_year, year_in(row, "first_year", 2000, name));
  KRES_ASSIGN(criterion.last_year, year_in(row, "last_year", 9999, name));
  if (criterion.last_year < criterion.first_year)
    return bad_input("ends before it begins", name, row.line());
  if (!row["group"].empty()) {
    criterion.group = microbe_group_from(row["group"]);
    if (!criterion.group)
      return bad_input(fmt::format("'{}' is no group", row["group"]), name, row.line());
  }
  if (!field_of({}, criterion.field))
    return bad_input(fmt::format("a referral has no field '{}'", criterion.field), name,
                     row.line());
  for (const auto* text : {&criterion.id, &criterion.question_nb, &criterion.question_en})
    if (text->empty()) return bad_input("lacks its name or a question", name, row.line());
  return criterion;
}

bool overlap(const SubmissionCriterion& a, const SubmissionCriterion& b) {
  return a.id == b.id && a.first_year <= b.last_year && b.first_year <= a.last_year;
}

}  // namespace

bool SubmissionCriterion::applies_to(const Referral& referral) const {
  const int year = referral.received.year;
  return year >= first_year && year <= last_year &&
         (!group || *group == referral.suspected_group) && referral.organism.starts_with(organism);
}

const std::string& SubmissionCriterion::question(Language language) const {
  return language == Language::nb ? question_nb : question_en;
}

Result<SubmissionCriteria> SubmissionCriteria::parse(std::string_view text,
                                                     const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"criterion", "first_year", "last_year", "group", "organism", "field",
                               "question_nb", "question_en", "source"}));
  SubmissionCriteria criteria;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto criterion, criterion_in(row, name));
    for (const auto& earlier : criteria.criteria_)
      if (overlap(earlier, criterion))
        return bad_input(fmt::format("'{}' stands twice for one year", criterion.id), name,
                         row.line());
    criteria.criteria_.push_back(std::move(criterion));
  }
  return criteria;
}

std::vector<SubmissionCriterion> SubmissionCriteria::missing(const Referral& referral) const {
  std::vector<SubmissionCriterion> missing;
  std::copy_if(criteria_.begin(), criteria_.end(), std::back_inserter(missing),
               [&](const SubmissionCriterion& criterion) {
                 return criterion.applies_to(referral) &&
                        field_of(referral, criterion.field).value_or("").empty();
               });
  return missing;
}

std::optional<std::string> field_of(const Referral& referral, std::string_view field) {
  const auto& clinical = referral.clinical;
  const auto& patient = referral.patient;
  if (field == "organism") return referral.organism;
  if (field == "reason") return referral.reason;
  if (field == "sampled") return referral.sampled ? referral.sampled->iso() : "";
  if (field == "material") return clinical.material;
  if (field == "infection_or_carriage") return clinical.infection_or_carriage;
  if (field == "travel") return clinical.travel;
  if (field == "hospital_abroad") return clinical.hospital_abroad;
  if (field == "known_contact") return clinical.known_contact;
  if (field == "ward") return clinical.ward;
  if (field == "patient") return patient.pseudonym;
  if (field == "age") return patient.age ? std::to_string(*patient.age) : "";
  if (field == "sex") return patient.sex;
  if (field == "municipality") return patient.municipality;
  return std::nullopt;
}

}  // namespace kres::laboratory

#include "storage/tables/patient_table.h"

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::IsolateId;
using laboratory::KnownPatient;
using laboratory::PatientId;
using laboratory::PatientLink;

namespace {

constexpr std::string_view kSelect =
    "select id, laboratory, lookup, key_name, sealed, created, created_by from patient ";

// The newest row of an isolate says whose it is.
constexpr std::string_view kCurrent =
    "(select max(newest.id) from isolate_patient as newest where newest.isolate = "
    "isolate_patient.isolate)";

KnownPatient patient_of(const Row& row) {
  return {.id = {row.integer(0)},
          .laboratory = row.text(1),
          .lookup = row.text(2),
          .key = row.text(3),
          .sealed = row.text(4),
          .created = row.instant(5),
          .created_by = row.text(6)};
}

PatientLink link_of(const Row& row) {
  return {.first = {row.integer(0)},
          .second = {row.integer(1)},
          .reason = row.text(2),
          .linked = row.instant(3),
          .linked_by = row.text(4)};
}

}  // namespace

Result<PatientId> PatientTable::add(const KnownPatient& patient) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into patient (laboratory, lookup, key_name, sealed, created, "
                             "created_by) values (:laboratory, :lookup, :key_name, :sealed, "
                             ":created, :created_by) returning id",
                             {{"laboratory", patient.laboratory},
                              {"lookup", patient.lookup},
                              {"key_name", patient.key},
                              {"sealed", patient.sealed},
                              {"created", patient.created},
                              {"created_by", patient.created_by}}));
  return PatientId{rows.front().integer(0)};
}

Result<std::optional<KnownPatient>> PatientTable::find(PatientId id) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where id = :id" + scope.sql,
                                              scope.with({{"id", id.value}})));
  return first<KnownPatient>(rows, patient_of);
}

Result<std::optional<KnownPatient>> PatientTable::find(const std::string& laboratory,
                                                       const std::string& lookup) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where laboratory = :laboratory and lookup = :lookup" + scope.sql,
                             scope.with({{"laboratory", laboratory}, {"lookup", lookup}})));
  return first<KnownPatient>(rows, patient_of);
}

Result<std::vector<KnownPatient>> PatientTable::with_lookup(const std::string& lookup) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where lookup = :lookup" +
                                                  scope.sql + " order by id",
                                              scope.with({{"lookup", lookup}})));
  return every<KnownPatient>(rows, patient_of);
}

Result<void> PatientTable::tie(IsolateId isolate, PatientId patient, const std::string& person,
                               Instant now) {
  KRES_TRY(
      session_.execute("insert into isolate_patient (isolate, patient, entered, entered_by) "
                       "values (:isolate, :patient, :entered, :entered_by)",
                       {{"isolate", isolate.value},
                        {"patient", patient.value},
                        {"entered", now},
                        {"entered_by", person}}));
  return {};
}

Result<std::optional<KnownPatient>> PatientTable::of_isolate(IsolateId isolate) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where id = (select patient from isolate_patient where isolate = "
                                 ":isolate order by id desc limit 1)" +
                                 scope.sql,
                             scope.with({{"isolate", isolate.value}})));
  return first<KnownPatient>(rows, patient_of);
}

Result<std::vector<std::string>> PatientTable::accessions_of(PatientId patient) {
  const auto scope = within(scope_, "isolate.laboratory");
  KRES_ASSIGN(const auto rows,
              session_.query("select isolate.accession from isolate_patient join isolate on "
                             "isolate.id = isolate_patient.isolate where isolate_patient.patient = "
                             ":patient and isolate_patient.id = " +
                                 std::string(kCurrent) + scope.sql + " order by isolate.id",
                             scope.with({{"patient", patient.value}})));
  return every<std::string>(rows, [](const Row& row) { return row.text(0); });
}

Result<void> PatientTable::link(const PatientLink& link) {
  KRES_TRY(
      session_.execute("insert into patient_link (first, second, reason, linked, linked_by) "
                       "values (:first, :second, :reason, :linked, :linked_by)",
                       {{"first", link.first.value},
                        {"second", link.second.value},
                        {"reason", link.reason},
                        {"linked", link.linked},
                        {"linked_by", link.linked_by}}));
  return {};
}

Result<std::vector<PatientLink>> PatientTable::links_of(PatientId patient) {
  KRES_ASSIGN(const auto rows,
              session_.query("select first, second, reason, linked, linked_by from patient_link "
                             "where first = :patient or second = :patient order by id",
                             {{"patient", patient.value}}));
  return every<PatientLink>(rows, link_of);
}

}  // namespace kres::storage

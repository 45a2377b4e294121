#include "storage/tables/record_census_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::RecordKind;

namespace {

// Whole statements, so that each can be searched for.
const char* statement_for(RecordKind kind) {
  switch (kind) {
    case RecordKind::person:
      return "select id from person order by id";
    case RecordKind::api_token:
      return "select id from api_token order by id";
    case RecordKind::patient:
      return "select id from patient order by id";
    case RecordKind::referral:
      return "select id from referral order by id";
    case RecordKind::isolate:
      return "select id from isolate order by id";
    case RecordKind::measurement:
      return "select id from measurement order by id";
    case RecordKind::test_result:
      return "select id from test_result order by id";
    case RecordKind::qc_result:
      return "select id from qc_result order by id";
    case RecordKind::qc_decision:
      return "select id from qc_decision order by id";
    case RecordKind::analysis:
      return "select id from analysis order by id";
    case RecordKind::interpretation:
      return "select id from interpretation order by id";
    case RecordKind::explanation:
      return "select id from explanation order by id";
    case RecordKind::answer:
      return "select id from answer order by id";
    case RecordKind::strain:
      return "select id from strain order by id";
    case RecordKind::lot:
      return "select id from lot order by id";
    case RecordKind::lot_check:
      return "select id from lot_check order by id";
    case RecordKind::vial:
      return "select id from vial order by id";
    case RecordKind::sender_query:
      return "select id from sender_query order by id";
    case RecordKind::isolate_patient:
      return "select id from isolate_patient order by id";
    case RecordKind::patient_link:
      return "select id from patient_link order by id";
    case RecordKind::answer_opening:
      return "select id from answer_opening order by id";
    case RecordKind::change_decision:
      return "select id from change_decision order by id";
    case RecordKind::shipment:
      return "select id from shipment order by id";
    case RecordKind::scan:
      return "select id from scan order by id";
  }
  return "";
}

}  // namespace

Result<std::vector<std::int64_t>> RecordCensusTable::numbers(RecordKind kind) {
  KRES_ASSIGN(const auto rows, session_.query(statement_for(kind)));
  return every<std::int64_t>(rows, [](const Row& row) { return row.integer(0); });
}

}  // namespace kres::storage

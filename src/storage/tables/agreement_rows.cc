// Agreements, the part of StrainRequestTable that stands before requests.
#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/strain_request_table.h"

namespace kres::storage {

using laboratory::Agreement;
using laboratory::AgreementId;

namespace {

constexpr std::string_view kSelect =
    "select agreement.id, institution, reference, valid_from, valid_until, entered_by, entered, "
    "agreement_document.sha256 from agreement left join agreement_document on "
    "agreement_document.agreement = agreement.id ";

Agreement agreement_of(const Row& row) {
  return {.id = {row.integer(0)},
          .institution = row.text(1),
          .reference = row.text(2),
          .valid_from = row.date(3),
          .valid_until = row.date(4),
          .entered_by = row.text(5),
          .entered = row.instant(6),
          .sha256 = row.text(7)};
}

}  // namespace

Result<AgreementId> StrainRequestTable::add_agreement(const Agreement& agreement) {
  const auto rows = session_.query(
      "insert into agreement (institution, reference, valid_from, valid_until, entered_by, "
      "entered) values (:institution, :reference, :valid_from, :valid_until, :entered_by, "
      ":entered) returning id",
      {{"institution", agreement.institution},
       {"reference", agreement.reference},
       {"valid_from", agreement.valid_from},
       {"valid_until", agreement.valid_until},
       {"entered_by", agreement.entered_by},
       {"entered", agreement.entered}});
  if (!rows && rows.error().code == ErrorCode::conflict)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("There is an agreement '{}' with {} already",
                                        agreement.reference, agreement.institution),
                 .file = {},
                 .remedy = "a renewed agreement has a reference of its own"});
  if (!rows) return fail(rows.error());
  return AgreementId{rows->front().integer(0)};
}

Result<void> StrainRequestTable::attach_document(AgreementId agreement, const std::string& sha256) {
  const auto stored = session_.execute(
      "insert into agreement_document (agreement, sha256) values (:agreement, :sha256)",
      {{"agreement", agreement.value}, {"sha256", sha256}});
  if (!stored && stored.error().code == ErrorCode::conflict)
    return fail({.code = ErrorCode::conflict,
                 .message = "The agreement has its document already",
                 .file = {},
                 .remedy = "enter a renewed agreement with its own"});
  if (!stored) return fail(stored.error());
  return {};
}

Result<std::vector<Agreement>> StrainRequestTable::agreements() {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "order by valid_until desc, agreement.id"));
  return every<Agreement>(rows, agreement_of);
}

Result<std::optional<Agreement>> StrainRequestTable::find_agreement(AgreementId id) {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where agreement.id = :id",
                                              {{"id", id.value}}));
  return first<Agreement>(rows, agreement_of);
}

}  // namespace kres::storage

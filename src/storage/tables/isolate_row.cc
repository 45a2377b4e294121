#include "storage/tables/isolate_row.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::Isolate;
using laboratory::IsolateState;

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

}  // namespace kres::storage

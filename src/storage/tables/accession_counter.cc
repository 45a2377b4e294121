#include "storage/tables/accession_counter.h"

namespace kres::storage {

Result<std::int64_t> next_accession_number(Session& session, int year,
                                           laboratory::MicrobeGroup unit) {
  KRES_ASSIGN(
      const auto rows,
      session.query("insert into accession_counter (year, unit, last) values (:year, :unit, "
                    "1) on conflict (year, unit) do update set last = "
                    "accession_counter.last + 1 returning last",
                    {{"year", year}, {"unit", laboratory::name_of(unit)}}));
  return rows.front().integer(0);
}

}  // namespace kres::storage

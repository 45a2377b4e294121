#include "storage/tables/bank_counter.h"

namespace kres::storage {

Result<std::int64_t> next_bank_number(Session& session, std::string_view name) {
  KRES_ASSIGN(const auto rows,
              session.query("insert into bank_counter (name, last) values (:name, 1) on conflict "
                            "(name) do update set last = bank_counter.last + 1 returning last",
                            {{"name", name}}));
  return rows.front().integer(0);
}

}  // namespace kres::storage

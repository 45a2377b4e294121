#include "storage/tables/laboratory_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::Laboratory;

namespace {
Laboratory laboratory_of(const Row& row) {
  return {.code = row.text(0), .name = row.text(1), .health_region = row.text(2)};
}
}  // namespace

Result<void> LaboratoryTable::save(const Laboratory& laboratory) {
  KRES_TRY(session_.execute(
      "insert into laboratory (code, name, health_region) values (:code, :name, :health_region) "
      "on conflict (code) do update set name = excluded.name, "
      "health_region = excluded.health_region",
      {{"code", laboratory.code},
       {"name", laboratory.name},
       {"health_region", laboratory.health_region}}));
  return {};
}

Result<std::optional<Laboratory>> LaboratoryTable::find(const std::string& code) {
  KRES_ASSIGN(const auto rows,
              session_.query("select code, name, health_region from laboratory where code = :code",
                             {{"code", code}}));
  return first<Laboratory>(rows, laboratory_of);
}

Result<std::vector<Laboratory>> LaboratoryTable::all() {
  KRES_ASSIGN(const auto rows,
              session_.query("select code, name, health_region from laboratory order by code"));
  return every<Laboratory>(rows, laboratory_of);
}

}  // namespace kres::storage

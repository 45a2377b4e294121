#include "storage/tables/isolate_file_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::FileRole;
using laboratory::IsolateFile;

Result<void> IsolateFileTable::attach(laboratory::IsolateId isolate, const IsolateFile& file) {
  KRES_TRY(session_.execute(
      "insert into isolate_file (isolate, sha256, position, media_type, original_name, role, lane, "
      "delivery) values (:isolate, :sha256, (select count(*) from isolate_file where isolate = "
      ":isolate), :media_type, :original_name, :role, :lane, :delivery) on conflict (isolate, "
      "sha256) do nothing",
      {{"isolate", isolate.value},
       {"sha256", file.blob.sha256},
       {"media_type", file.blob.media_type},
       {"original_name", file.blob.original_name},
       {"role", laboratory::name_of(file.place.role)},
       {"lane", file.place.lane},
       {"delivery", file.delivery}}));
  return {};
}

Result<std::vector<IsolateFile>> IsolateFileTable::of(laboratory::IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query("select isolate_file.sha256, blob.size, isolate_file.media_type, "
                             "isolate_file.original_name, role, lane, delivery from isolate_file "
                             "join blob on blob.sha256 = isolate_file.sha256 where isolate = "
                             ":isolate order by position",
                             {{"isolate", isolate.value}}));
  return every<IsolateFile>(rows, [](const Row& row) {
    return IsolateFile{
        .blob = {.sha256 = row.text(0),
                 .size = static_cast<std::uint64_t>(row.integer(1)),
                 .media_type = row.text(2),
                 .original_name = row.text(3)},
        .place = {laboratory::file_role_from(row.text(4)).value_or(FileRole::reads), row.small(5)},
        .delivery = row.small(6)};
  });
}

}  // namespace kres::storage

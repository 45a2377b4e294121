#include "storage/tables/isolate_file_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::Blob;

Result<void> IsolateFileTable::attach(laboratory::IsolateId isolate, const Blob& blob) {
  KRES_TRY(session_.execute(
      "insert into isolate_file (isolate, sha256, position, media_type, original_name) values "
      "(:isolate, :sha256, (select count(*) from isolate_file where isolate = :isolate), "
      ":media_type, :original_name) on conflict (isolate, sha256) do nothing",
      {{"isolate", isolate.value},
       {"sha256", blob.sha256},
       {"media_type", blob.media_type},
       {"original_name", blob.original_name}}));
  return {};
}

Result<std::vector<Blob>> IsolateFileTable::of(laboratory::IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query("select isolate_file.sha256, blob.size, isolate_file.media_type, "
                             "isolate_file.original_name from isolate_file join blob on "
                             "blob.sha256 = isolate_file.sha256 where isolate = :isolate order by "
                             "position",
                             {{"isolate", isolate.value}}));
  return every<Blob>(rows, [](const Row& row) {
    return Blob{.sha256 = row.text(0),
                .size = static_cast<std::uint64_t>(row.integer(1)),
                .media_type = row.text(2),
                .original_name = row.text(3)};
  });
}

}  // namespace kres::storage

#include "storage/tables/blob_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::Blob;

namespace {
Blob blob_of(const Row& row) {
  return {.sha256 = row.text(0),
          .size = static_cast<std::uint64_t>(row.integer(1)),
          .media_type = row.text(2),
          .original_name = row.text(3)};
}
}  // namespace

Result<void> BlobTable::add(const Blob& blob) {
  KRES_TRY(session_.execute(
      "insert into blob (sha256, size, media_type, original_name) values (:sha256, :size, "
      ":media_type, :original_name) on conflict (sha256) do nothing",
      {{"sha256", blob.sha256},
       {"size", blob.size},
       {"media_type", blob.media_type},
       {"original_name", blob.original_name}}));
  return {};
}

Result<std::optional<Blob>> BlobTable::find(const std::string& sha256) {
  KRES_ASSIGN(const auto rows,
              session_.query("select sha256, size, media_type, original_name from blob where "
                             "sha256 = :sha256",
                             {{"sha256", sha256}}));
  return first<Blob>(rows, blob_of);
}

Result<std::vector<Blob>> BlobTable::all() {
  KRES_ASSIGN(const auto rows, session_.query("select sha256, size, media_type, original_name from "
                                              "blob order by sha256"));
  return every<Blob>(rows, blob_of);
}

}  // namespace kres::storage

#include "storage/tables/upload_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::FileRole;
using laboratory::Upload;
using laboratory::UploadFile;
using laboratory::UploadId;
using laboratory::UploadState;

namespace {

Upload upload_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .accession = row.text(2),
          .created_by = row.text(3),
          .state = laboratory::upload_state_from(row.text(4)).value_or(UploadState::expired),
          .created = row.instant(5),
          .changed = row.instant(6),
          .job = {row.integer(7)},
          .files = {}};
}

UploadFile file_of(const Row& row) {
  return {
      .number = row.small(0),
      .place = {laboratory::file_role_from(row.text(1)).value_or(FileRole::reads), row.small(2)},
      .name = row.text(3),
      .size = static_cast<std::uint64_t>(row.integer(4)),
      .sha256 = row.text(5),
      .received = static_cast<std::uint64_t>(row.integer(6))};
}

Result<void> only_if_changed(std::int64_t changed, UploadId id) {
  if (changed == 1) return {};
  return fail({.code = ErrorCode::conflict,
               .message = fmt::format("upload {} is not where it was", id.value),
               .file = {},
               .remedy = {}});
}

}  // namespace

Result<Upload> UploadTable::add(Upload upload) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into upload (isolate, created_by, state, created, changed, "
                             "job) values (:isolate, :created_by, :state, :created, :changed, "
                             "null) returning id",
                             {{"isolate", upload.isolate.value},
                              {"created_by", upload.created_by},
                              {"state", laboratory::name_of(upload.state)},
                              {"created", upload.created},
                              {"changed", upload.changed}}));
  upload.id = {rows.front().integer(0)};
  int number = 0;
  for (auto& file : upload.files) {
    file.number = ++number;
    KRES_TRY(session_.execute(
        "insert into upload_file (upload, number, role, lane, name, size, sha256, received) values "
        "(:upload, :number, :role, :lane, :name, :size, :sha256, :received)",
        {{"upload", upload.id.value},
         {"number", file.number},
         {"role", laboratory::name_of(file.place.role)},
         {"lane", file.place.lane},
         {"name", file.name},
         {"size", file.size},
         {"sha256", file.sha256},
         {"received", file.received}}));
  }
  return upload;
}

Result<std::optional<Upload>> UploadTable::find(UploadId id) {
  KRES_ASSIGN(auto found, select("and id = :id", {{"id", id.value}}));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

Result<std::vector<Upload>> UploadTable::open_of(laboratory::IsolateId isolate) {
  return select("and isolate = :isolate and state = 'open' order by id desc",
                {{"isolate", isolate.value}});
}

Result<std::vector<Upload>> UploadTable::all_open() {
  return select("and state = 'open' order by id", {});
}

Result<void> UploadTable::advance(UploadId id, int file, std::uint64_t from, std::uint64_t to,
                                  Instant now) {
  KRES_ASSIGN(const auto touched, session_.execute("update upload set changed = :now where id = "
                                                   ":id and state = 'open'",
                                                   {{"now", now}, {"id", id.value}}));
  KRES_TRY(only_if_changed(touched, id));
  KRES_ASSIGN(
      const auto advanced,
      session_.execute("update upload_file set received = :to where upload = :upload and "
                       "number = :number and received = :from",
                       {{"to", to}, {"upload", id.value}, {"number", file}, {"from", from}}));
  return only_if_changed(advanced, id);
}

Result<void> UploadTable::finish(const Upload& upload) {
  KRES_ASSIGN(const auto changed,
              session_.execute("update upload set state = :state, changed = :changed, job = :job "
                               "where id = :id and state = 'open'",
                               {{"state", laboratory::name_of(upload.state)},
                                {"changed", upload.changed},
                                reference("job", upload.job),
                                {"id", upload.id.value}}));
  KRES_TRY(only_if_changed(changed, upload.id));
  for (const auto& file : upload.files)
    KRES_TRY(session_.execute(
        "update upload_file set sha256 = :sha256 where upload = :upload and "
        "number = :number",
        {{"sha256", file.sha256}, {"upload", upload.id.value}, {"number", file.number}}));
  return {};
}

Result<std::vector<Upload>> UploadTable::select(std::string_view rest,
                                                const Parameters& parameters) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("select id, isolate, (select accession from isolate where "
                                         "isolate.id = upload.isolate), created_by, state, "
                                         "created, changed, job from upload where 1 = 1{} {}",
                                         scope.sql, rest),
                             scope.with(parameters)));
  auto uploads = every<Upload>(rows, upload_of);
  for (auto& upload : uploads) KRES_TRY(load_files(upload));
  return uploads;
}

Result<void> UploadTable::load_files(Upload& upload) {
  KRES_ASSIGN(const auto rows,
              session_.query("select number, role, lane, name, size, sha256, received from "
                             "upload_file where upload = :upload order by number",
                             {{"upload", upload.id.value}}));
  upload.files = every<UploadFile>(rows, file_of);
  return {};
}

}  // namespace kres::storage

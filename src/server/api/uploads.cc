// Uploads: announce the files of a delivery, send them in parts, complete or cancel.
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/isolate_status.h"
#include "workflow/upload_part.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::Upload;
using laboratory::UploadFile;

constexpr std::size_t kLongestText = 200;
constexpr std::size_t kPartLimit = std::size_t{16} << 20;  // bytes; UploadLimits says the same

Json file_value(const UploadFile& file) {
  return {{"number", file.number},    {"role", name_of(file.place.role)},
          {"lane", file.place.lane},  {"name", file.name},
          {"size", file.size},        {"sha256", file.sha256},
          {"received", file.received}};
}

Json upload_value(const Upload& upload) {
  Json files = Json::array();
  for (const auto& file : upload.files) files.push_back(file_value(file));
  return {{"id", upload.id.value},
          {"accession", upload.accession},
          {"created_by", upload.created_by},
          {"state", name_of(upload.state)},
          {"created", iso_utc(upload.created)},
          {"changed", iso_utc(upload.changed)},
          {"size", upload.size()},
          {"received", upload.received()},
          {"job", upload.job ? Json(upload.job.value) : Json(nullptr)},
          {"files", std::move(files)}};
}

http::Response answer(const Upload& upload, int status = 200) {
  return http::json_response(status, upload_value(upload).dump());
}

Result<std::int64_t> whole_number(const nlohmann::json& object, std::string_view name) {
  const auto field = object.find(name);
  if (field == object.end() || !field->is_number_integer() || *field < 0)
    return bad_input(fmt::format("The field '{}' is not a whole number", name));
  if (*field > std::numeric_limits<std::int64_t>::max())
    return bad_input(fmt::format("The field '{}' is too large", name));
  return field->get<std::int64_t>();
}

Result<UploadFile> file_of(const nlohmann::json& object) {
  if (!object.is_object()) return bad_input("A file is not a JSON object");
  UploadFile file;
  KRES_ASSIGN(const auto role, required_text(object, "role", kLongestText));
  const auto known = laboratory::file_role_from(role);
  if (!known) return bad_input("A file has a role that is not among its own");
  KRES_ASSIGN(const auto lane, whole_number(object, "lane"));
  if (lane > laboratory::kMostLanes) return bad_input("There are not that many lanes");
  file.place = {*known, static_cast<int>(lane)};
  KRES_ASSIGN(file.name, required_text(object, "name", kLongestText));
  KRES_ASSIGN(const auto size, whole_number(object, "size"));
  file.size = static_cast<std::uint64_t>(size);
  KRES_ASSIGN(file.sha256, optional_text(object, "sha256", kLongestText));
  return file;
}

Result<std::vector<UploadFile>> files_of(const nlohmann::json& body) {
  const auto list = body.find("files");
  if (list == body.end() || !list->is_array()) return bad_input("The field 'files' is no list");
  std::vector<UploadFile> files;
  for (const auto& object : *list) {
    KRES_ASSIGN(auto file, file_of(object));
    files.push_back(std::move(file));
  }
  return files;
}

laboratory::UploadId id_of(const Call& call) { return {parse_int(call.path["id"]).value_or(0)}; }

Result<http::Response> begin_upload(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(auto files, files_of(body));
  KRES_ASSIGN(const auto upload,
              workflow::begin_upload(services.uploads, call.path["accession"], std::move(files),
                                     call.caller->person.username));
  return answer(upload, 201).with("Location", fmt::format("/api/v1/uploads/{}", upload.id.value));
}

Result<http::Response> list_uploads(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
  KRES_ASSIGN(const auto uploads, work->uploads().open_of(isolate.id));
  Json items = Json::array();
  for (const auto& upload : uploads) items.push_back(upload_value(upload));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Result<http::Response> read_upload(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto upload, workflow::upload_numbered(*work, id_of(call)));
  return answer(upload);
}

class PartBody : public BodyHandler {
 public:
  explicit PartBody(workflow::PartReception part) : part_(std::move(part)) {}
  Result<void> take(std::string_view piece) override { return part_.take(piece); }
  Result<http::Response> finish() override {
    KRES_ASSIGN(const auto upload, part_.finish());
    return answer(upload);
  }

 private:
  workflow::PartReception part_;
};

// Of a file within its upload: 1, 2, ...
Result<int> file_number(std::int64_t stated) {
  if (stated > 0 && stated <= std::numeric_limits<int>::max()) return static_cast<int>(stated);
  return fail({ErrorCode::not_found, "There is no such file in the upload", {}, 0, {}});
}

Result<std::unique_ptr<BodyHandler>> open_part(Services& services, const Call& call) {
  const auto offset = parse_int(http::text_parameter(call.request.target, "offset", ""));
  if (!offset || *offset < 0) return bad_input("State the offset of the part");
  KRES_ASSIGN(const auto file, file_number(parse_int(call.path["file"]).value_or(0)));
  KRES_ASSIGN(auto part, workflow::PartReception::begin(
                             services.uploads,
                             {.upload = id_of(call),
                              .file = file,
                              .offset = static_cast<std::uint64_t>(*offset),
                              .sha256 = http::text_parameter(call.request.target, "sha256", "")}));
  return std::make_unique<PartBody>(std::move(part));
}

Result<http::Response> complete_upload(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  std::map<int, std::string> stated;
  const auto files = body.find("files");
  if (files != body.end() && !files->is_array()) return bad_input("The field 'files' is no list");
  if (files != body.end())
    for (const auto& object : *files) {
      if (!object.is_object()) return bad_input("A file is not a JSON object");
      KRES_ASSIGN(const auto number, whole_number(object, "number"));
      KRES_ASSIGN(const auto file, file_number(number));
      KRES_ASSIGN(stated[file], required_text(object, "sha256", kLongestText));
    }
  KRES_ASSIGN(const auto upload, workflow::complete_upload(services.uploads, id_of(call), stated,
                                                           call.caller->person.username));
  services.job_added();
  return answer(upload);
}

Result<http::Response> cancel_upload(Services& services, const Call& call) {
  KRES_ASSIGN(const auto upload,
              workflow::cancel_upload(services.uploads, id_of(call), call.caller->person.username));
  return answer(upload);
}

Endpoint part_endpoint() {
  return {
      .route = {.method = http::Method::put,
                .pattern = "/api/v1/uploads/{id}/files/{file}",
                .id = "send_part",
                .tag = "uploads",
                .summary = "Adds the next part of a file. It is on disk when this answers; a "
                           "part that was cut or changed on its way leaves nothing.",
                .request_type = "application/octet-stream",
                .response_schema = "Upload",
                .query = {{"offset", "string", "Where the part begins: bytes received so far", {}},
                          {"sha256", "string", "SHA-256 of the part, hexadecimal", {}}},
                .body_limit = kPartLimit},
      .access = deliverers(),
      .open = open_part};
}

}  // namespace

std::vector<Endpoint> upload_endpoints() {
  return {{.route = {.method = http::Method::post,
                     .pattern = "/api/v1/isolates/{accession}/uploads",
                     .id = "begin_upload",
                     .tag = "uploads",
                     .summary = "Announces the files of one delivery: an assembly, or the reads "
                                "of a library.",
                     .request_schema = "UploadAnnouncement",
                     .response_schema = "Upload",
                     .status = 201},
           .access = deliverers(),
           .handler = begin_upload},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/isolates/{accession}/uploads",
                     .id = "list_uploads",
                     .tag = "uploads",
                     .summary = "The open uploads of an isolate, newest first.",
                     .response_schema = "UploadList"},
           .access = deliverers(),
           .handler = list_uploads},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/uploads/{id}",
                     .id = "read_upload",
                     .tag = "uploads",
                     .summary = "How far an upload has come.",
                     .response_schema = "Upload"},
           .access = deliverers(),
           .handler = read_upload},
          part_endpoint(),
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/uploads/{id}/completion",
                     .id = "complete_upload",
                     .tag = "uploads",
                     .summary = "Verifies every file against its SHA-256, gives them to the "
                                "isolate and asks for its analysis.",
                     .request_schema = "UploadCompletion",
                     .response_schema = "Upload"},
           .access = deliverers(),
           .handler = complete_upload},
          {.route = {.method = http::Method::del,
                     .pattern = "/api/v1/uploads/{id}",
                     .id = "cancel_upload",
                     .tag = "uploads",
                     .summary = "Ends an upload; its bytes are removed.",
                     .response_schema = "Upload"},
           .access = deliverers(),
           .handler = cancel_upload}};
}

}  // namespace kres::api

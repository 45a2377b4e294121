// What is printed for isolates at the bench: labels of their tubes and plates.
#include <fmt/format.h>

#include "base/text.h"
#include "server/api/print_response.h"
#include "server/http/query.h"
#include "workflow/isolate_status.h"

namespace kres::api {

namespace {

constexpr std::size_t kMostIsolates = 400;
constexpr std::size_t kLongestList = 8000;  // bytes, room for as many accessions
constexpr int kMostCopies = 20;

// The sender's number helps whoever has the tube in the hand; nothing of the patient is printed.
report::labels::Label label_of(const laboratory::Isolate& isolate) {
  return {isolate.accession,
          {fmt::format("{} {}", isolate.laboratory, isolate.sender_id),
           fmt::format("{} {}", name_of(isolate.suspected_group), isolate.received.iso())}};
}

Result<http::Response> print_labels(Services& services, const Call& call) {
  const auto& target = call.request.target;
  const auto accessions = http::text_parameter(target, "accessions", "");
  const auto names = split(accessions, ',');
  const int copies = http::integer_parameter(target, "copies", 1);
  if (names.size() > kMostIsolates)
    return bad_input(
        fmt::format("There are more than {} isolates; print them in parts", kMostIsolates));
  KRES_ASSIGN(const auto work, services.registry().read());
  std::vector<report::labels::Label> labels;
  for (const auto name : names) {
    KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, std::string(trim(name))));
    labels.insert(labels.end(), static_cast<std::size_t>(copies), label_of(isolate));
  }
  return label_response(services, call, "a4_65", std::string(trim(names.front())), labels);
}

}  // namespace

std::vector<Endpoint> isolate_print_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/isolate-labels",
                     .id = "print_isolate_labels",
                     .tag = "isolates",
                     .summary = "Labels with the accession numbers of isolates on a sheet, to "
                                "print at full size.",
                     .response_type = "application/pdf",
                     .query = {{.name = "accessions",
                                .type = "string",
                                .summary = "Accessions with commas between",
                                .values = {},
                                .longest = kLongestList},
                               {"copies", "integer", "Labels of each", {}, 1, kMostCopies},
                               sheet_parameter(),
                               first_parameter(),
                               {"lang", "string", "Language of the print", {"nb", "en"}}}},
           .access = staff(),
           .handler = print_labels}};
}

}  // namespace kres::api

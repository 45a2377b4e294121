#include "server/api/print_response.h"

#include <fmt/format.h>

#include "server/api/call_language.h"
#include "server/http/query.h"

namespace kres::api {

report::pdf::Metadata print_metadata(const Services& services, std::string title,
                                     Language language) {
  return {.title = std::move(title),
          .author = "K-res",
          .subject = {},
          .language = language == Language::nb ? "nb-NO" : "en-GB",
          .created = services.clock().now()};
}

http::Response pdf_response(std::string bytes, std::string_view name) {
  http::Response response{
      .status = 200, .content_type = "application/pdf", .body = std::move(bytes), .headers = {}};
  return response.with("Content-Disposition", fmt::format("inline; filename=\"{}.pdf\"", name));
}

http::QueryParameter sheet_parameter() {
  return {"sheet", "string", "Id of a sheet of labels", {}};
}
http::QueryParameter first_parameter() {
  return {"first", "integer", "First free label of the sheet", {}, 1, 2500};
}

Result<http::Response> label_response(const Services& services, const Call& call,
                                      std::string_view sheet, std::string title,
                                      const std::vector<report::labels::Label>& labels) {
  const auto& target = call.request.target;
  const auto* found =
      services.label_sheets.find(http::text_parameter(target, "sheet", std::string(sheet)));
  if (found == nullptr) return bad_input("There is no such sheet of labels");
  const auto metadata = print_metadata(services, title, language_of(call));
  KRES_ASSIGN(auto pdf, report::labels::label_pdf(
                            *found, labels, http::integer_parameter(target, "first", 1), metadata));
  return pdf_response(std::move(pdf), "labels-" + title);
}

}  // namespace kres::api

// What every PDF that is printed for the bench has in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/labels/label_pdf.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"

namespace kres::api {

report::pdf::Metadata print_metadata(const Services& services, std::string title,
                                     Language language);
http::Response pdf_response(std::string bytes, std::string_view name);  // name: without ".pdf"

// The parameters of a sheet of labels: `sheet` and `first`.
http::QueryParameter sheet_parameter();
http::QueryParameter first_parameter();

// The labels on the sheet the request names, `sheet` if it names none. Errors: as label_pdf(), and
// bad_input for an unknown sheet.
Result<http::Response> label_response(const Services& services, const Call& call,
                                      std::string_view sheet, std::string title,
                                      const std::vector<report::labels::Label>& labels);

}  // namespace kres::api

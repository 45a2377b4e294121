#include "server/api/schemas.h"

#include "base/embedded.h"

extern "C" const kres::EmbeddedRow kres_api_schemas[];

namespace kres::api {

std::vector<std::string_view> schema_files() {
  std::vector<std::string_view> texts;
  for (const auto& file : embedded_files(kres_api_schemas)) texts.push_back(file.content);
  return texts;
}

}  // namespace kres::api

#include "resources/resources.h"

#include "base/embedded.h"

extern "C" const kres::EmbeddedRow kres_embedded_data[];
extern "C" const kres::EmbeddedRow kres_embedded_web[];

namespace kres {

namespace {

std::vector<Resource> read_table(const EmbeddedRow* table) {
  std::vector<Resource> resources;
  for (const auto& file : embedded_files(table)) resources.push_back({file.path, file.content});
  return resources;
}

}  // namespace

const std::vector<Resource>& data_resources() {
  static const auto resources = read_table(kres_embedded_data);
  return resources;
}

const std::vector<Resource>& web_resources() {
  static const auto resources = read_table(kres_embedded_web);
  return resources;
}

std::optional<std::string_view> data_resource(std::string_view path) {
  for (const auto& resource : data_resources())
    if (resource.path == path) return resource.content;
  return std::nullopt;
}

}  // namespace kres

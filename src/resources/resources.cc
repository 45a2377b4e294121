#include "resources/resources.h"

namespace {

// The table that cmake/Embed.cmake writes: ends with a row of zeroes.
struct Entry {
  const char* path;
  const char* begin;
  const char* end;
};

std::vector<kres::Resource> read_table(const Entry* entry) {
  std::vector<kres::Resource> resources;
  for (; entry->path != nullptr; ++entry)
    resources.push_back(
        {entry->path, {entry->begin, static_cast<std::size_t>(entry->end - entry->begin)}});
  return resources;
}

}  // namespace

extern "C" const Entry kres_embedded_data[];
extern "C" const Entry kres_embedded_web[];

namespace kres {

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

// Files compiled into the program: curated tables (data/...) and the web page (web/...).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kres {

struct Resource {
  std::string_view path;     // "breakpoints/eucast_v16.0.tsv"
  std::string_view content;  // bytes, valid for the life of the program
};

std::optional<std::string_view> data_resource(std::string_view path);  // a file of data/
const std::vector<Resource>& data_resources();                         // all of data/
const std::vector<Resource>& web_resources();  // the built web page, may be empty

}  // namespace kres

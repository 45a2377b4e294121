#include "batch/output_names.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "batch/find_inputs.h"

namespace kres::batch {

namespace {

constexpr std::size_t kLongestStem = 180;  // bytes; file systems allow names of 255

std::string file_name_of(const Path& file) {
  std::string stem = stem_of(file);
  std::replace_if(
      stem.begin(), stem.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/'; }, '_');
  if (stem.starts_with('.')) stem.front() = '_';
  return stem.empty() ? "_" : stem;
}

std::string with_digits(const std::string& stem, const Path& file) {
  std::error_code unknown;
  const Path absolute = std::filesystem::absolute(file, unknown).lexically_normal();
  return fmt::format("{}.{}", stem.substr(0, kLongestStem),
                     sha256_hex(absolute.string()).substr(0, 8));
}

}  // namespace

std::vector<std::string> output_names(const std::vector<Path>& files) {
  std::vector<std::string> names;
  std::map<std::string, std::size_t> uses;
  for (const auto& file : files) {
    names.push_back(file_name_of(file));
    ++uses[to_lower(names.back())];
  }
  for (std::size_t i = 0; i < files.size(); ++i)
    if (names[i].size() > kLongestStem || uses[to_lower(names[i])] > 1)
      names[i] = with_digits(names[i], files[i]);
  return names;
}

}  // namespace kres::batch

#include "app/reference_diff_command.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/reference_location.h"
#include "app/report_error.h"
#include "genome/reference/diff.h"
#include "genome/reference/reference_store.h"

namespace kres::app {

namespace {

using Json = nlohmann::ordered_json;
using Changes = std::vector<genome::ReferenceChange>;

Result<Path> find_set(const std::string& root, const std::string& name) {
  std::error_code code;
  if (std::filesystem::is_directory(name, code)) return Path(name);
  KRES_ASSIGN(const auto sets, genome::list_reference_sets(reference_root(root)));
  std::vector<Path> found;
  for (const auto& set : sets)
    if (set.filename().string().starts_with(name)) found.push_back(set);
  if (found.size() == 1) return found.front();
  return bad_input(found.empty() ? "no reference set has this digest"
                                 : "several reference sets have digests that begin so",
                   name, 0, "see 'kres reference list'");
}

Json list(const Changes& changes) {
  Json json = Json::array();
  for (const auto& change : changes)
    json.push_back({{"item", change.item}, {"before", change.before}, {"after", change.after}});
  return json;
}

void print_json(const genome::ReferenceDiff& diff) {
  Json sources = Json::array(), parts = Json::array();
  for (const auto& source : diff.sources)
    sources.push_back({{"name", source.name}, {"before", source.before}, {"after", source.after}});
  for (const auto& part : diff.parts)
    parts.push_back({{"name", part.name},
                     {"counts",
                      {{"added", part.added.size()},
                       {"removed", part.removed.size()},
                       {"changed", part.changed.size()}}},
                     {"added", list(part.added)},
                     {"removed", list(part.removed)},
                     {"changed", list(part.changed)}});
  fmt::print(
      "{}\n",
      Json({{"before", diff.before}, {"after", diff.after}, {"sources", sources}, {"parts", parts}})
          .dump());
}

void print_changes(char sign, const Changes& changes) {
  for (const auto& change : changes) {
    fmt::print("  {} {}\t{}", sign, change.item, change.before);
    if (!change.before.empty() && !change.after.empty()) fmt::print(" -> ");
    fmt::print("{}\n", change.after);
  }
}

void print_text(const genome::ReferenceDiff& diff) {
  fmt::print("{} -> {}\n", diff.before, diff.after);
  for (const auto& source : diff.sources)
    fmt::print("source {}: {} -> {}\n", source.name, source.before.empty() ? "none" : source.before,
               source.after.empty() ? "none" : source.after);
  for (const auto& part : diff.parts) {
    fmt::print("{}: {} added, {} removed, {} changed\n", part.name, part.added.size(),
               part.removed.size(), part.changed.size());
    print_changes('+', part.added);
    print_changes('-', part.removed);
    print_changes('~', part.changed);
  }
}

}  // namespace

int run_reference_diff(const std::string& root, const std::string& before, const std::string& after,
                       bool json) {
  const auto old_set = find_set(root, before);
  if (!old_set) return report_error(old_set.error(), json);
  const auto new_set = find_set(root, after);
  if (!new_set) return report_error(new_set.error(), json);
  const auto diff = genome::diff_reference_sets(*old_set, *new_set);
  if (!diff) return report_error(diff.error(), json);
  if (json)
    print_json(*diff);
  else
    print_text(*diff);
  return 0;
}

}  // namespace kres::app

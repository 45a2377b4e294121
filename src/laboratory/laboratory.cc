#include "laboratory/laboratory.h"

#include <set>

#include <fmt/format.h>

#include "base/tsv.h"

namespace kres::laboratory {

Result<std::vector<Laboratory>> parse_laboratories(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"code", "name", "health_region"}));
  static const std::set<std::string_view> regions{"nord", "midt", "vest", "sor-ost"};
  std::vector<Laboratory> laboratories;
  std::set<std::string_view> codes;
  for (const auto& row : table.rows()) {
    if (row["code"].empty()) return bad_input("a laboratory without code", name, row.line());
    if (!codes.insert(row["code"]).second)
      return bad_input(fmt::format("laboratory '{}' is listed twice", row["code"]), name,
                       row.line());
    if (!regions.contains(row["health_region"]))
      return bad_input(fmt::format("unknown health region '{}'", row["health_region"]), name,
                       row.line(), "use nord, midt, vest or sor-ost");
    laboratories.push_back({.code = std::string(row["code"]),
                            .name = std::string(row["name"]),
                            .health_region = std::string(row["health_region"])});
  }
  return laboratories;
}

}  // namespace kres::laboratory

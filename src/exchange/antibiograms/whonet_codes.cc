#include "exchange/antibiograms/whonet_codes.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::exchange {

Result<WhonetCodes> WhonetCodes::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"kind", "code", "name"}));
  WhonetCodes out;
  for (const auto& row : table.rows()) {
    Names* names = row["kind"] == "organism"   ? &out.organisms_
                   : row["kind"] == "agent"    ? &out.agents_
                   : row["kind"] == "specimen" ? &out.specimens_
                                               : nullptr;
    if (names == nullptr)
      return bad_input(fmt::format("kind '{}' is none of organism, agent, specimen", row["kind"]),
                       name, row.line());
    if (row["code"].empty() || row["name"].empty())
      return bad_input("a code or a name is empty", name, row.line());
    if (!names->emplace(to_lower(row["code"]), std::string(row["name"])).second)
      return bad_input(fmt::format("{} '{}' stands twice", row["kind"], row["code"]), name,
                       row.line());
  }
  return out;
}

const std::string& WhonetCodes::find(const Names& names, std::string_view code) {
  static const std::string none;
  const auto at = names.find(to_lower(trim(code)));
  return at == names.end() ? none : at->second;
}

}  // namespace kres::exchange

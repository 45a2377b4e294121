#include "genome/findings/van_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres::genome {

namespace {

constexpr std::array<std::pair<VanRole, const char*>, 7> kRoles{{
    {VanRole::ligase, "ligase"},
    {VanRole::dehydrogenase, "dehydrogenase"},
    {VanRole::dipeptidase, "dipeptidase"},
    {VanRole::racemase, "racemase"},
    {VanRole::regulator, "regulator"},
    {VanRole::sensor, "sensor"},
    {VanRole::accessory, "accessory"},
}};

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!trim(item).empty() && trim(item) != "-") items.emplace_back(trim(item));
  return items;
}

// A number of bases: no cluster and no entry is longer than the largest plasmids.
std::optional<int> length_of(std::string_view cell) {
  return parse_int_within(cell, 1, 10'000'000);
}

std::vector<VanRole> having(const VanType& type, std::initializer_list<VanRole> roles) {
  std::vector<VanRole> found;
  std::copy_if(roles.begin(), roles.end(), std::back_inserter(found),
               [&](VanRole role) { return type.genes.count(role) > 0; });
  return found;
}

Result<VanType> parse_type(const TsvRow& row, const std::string& name) {
  VanType type{.name = std::string(row["type"]), .intrinsic_in = list(row["intrinsic"])};
  const auto span = length_of(row["span"]), reach = length_of(row["reach"]);
  if (!span || !reach) return bad_input("columns span and reach are not lengths", name, row.line());
  type.span = static_cast<std::uint64_t>(*span);
  type.reach = static_cast<std::uint64_t>(*reach);
  for (const auto& [role, column] : kRoles)
    if (auto genes = list(row[column]); !genes.empty()) type.genes[role] = std::move(genes);
  if (type.genes.count(VanRole::ligase) == 0)
    return bad_input(fmt::format("type '{}' has no ligase", type.name), name, row.line());
  if (row["promoter"] == "-") return type;
  const auto promoter = length_of(row["promoter"]);
  if (!promoter) return bad_input("column promoter is not a length", name, row.line());
  type.promoter = static_cast<std::uint64_t>(*promoter);
  return type;
}

Result<VanPart> parse_part(const TsvRow& row, const std::string& name) {
  const auto start = length_of(row["start"]), end = length_of(row["end"]);
  if (!start || !end || *end <= *start || (*end - *start + 1) % 3 != 0)
    return bad_input("start and end are not whole codons of the entry", name, row.line());
  return VanPart{std::string(row["gene"]), static_cast<std::uint32_t>(*start - 1),
                 static_cast<std::uint32_t>(*end)};
}

}  // namespace

std::string_view name_of(VanRole role) {
  for (const auto& [key, name] : kRoles)
    if (key == role) return name;
  return "accessory";
}

std::vector<VanRole> VanType::ligase_set() const {
  return having(*this,
                {VanRole::ligase, VanRole::dehydrogenase, VanRole::dipeptidase, VanRole::racemase});
}

std::vector<VanRole> VanType::regulators() const {
  return having(*this, {VanRole::regulator, VanRole::sensor});
}

// What all names that a pattern of the types matches begin with.
std::string VanTable::common_prefix() const {
  std::optional<std::string> common;
  for (const auto& type : types_)
    for (const auto& [role, patterns] : type.genes)
      for (const auto& pattern : patterns) {
        const std::string literal = pattern.substr(0, pattern.find_first_of("*?"));
        if (!common) common = literal;
        const auto differ =
            std::mismatch(common->begin(), common->end(), literal.begin(), literal.end());
        common->erase(differ.first, common->end());
      }
  return common.value_or("");
}

Result<VanTable> VanTable::parse(std::string_view clusters, const std::string& clusters_name,
                                 std::string_view parts, const std::string& parts_name) {
  VanTable table;
  KRES_ASSIGN(const auto types, TsvTable::parse(clusters, clusters_name,
                                                {"type", "span", "reach", "ligase", "dehydrogenase",
                                                 "dipeptidase", "racemase", "regulator", "sensor",
                                                 "accessory", "promoter", "intrinsic", "source"}));
  for (const auto& row : types.rows()) {
    KRES_ASSIGN(auto type, parse_type(row, clusters_name));
    table.types_.push_back(std::move(type));
  }
  table.prefix_ = table.common_prefix();
  KRES_ASSIGN(const auto rows,
              TsvTable::parse(parts, parts_name, {"entry", "gene", "start", "end"}));
  for (const auto& row : rows.rows()) {
    KRES_ASSIGN(auto part, parse_part(row, parts_name));
    if (!table.find(part.gene))
      return bad_input(fmt::format("gene '{}' is in no cluster", part.gene), parts_name,
                       row.line());
    table.parts_[std::string(row["entry"])].push_back(std::move(part));
  }
  return table;
}

std::optional<VanTable::Place> VanTable::find(std::string_view gene) const {
  if (!gene.starts_with(prefix_)) return std::nullopt;
  for (const auto& type : types_)
    for (const auto& [role, patterns] : type.genes)
      if (std::any_of(patterns.begin(), patterns.end(),
                      [&](const auto& pattern) { return glob_match(pattern, gene); }))
        return Place{&type, role};
  return std::nullopt;
}

const std::vector<VanPart>& VanTable::parts(std::string_view entry) const {
  static const std::vector<VanPart> kNone;
  const auto found = parts_.find(entry);
  return found == parts_.end() ? kNone : found->second;
}

}  // namespace kres::genome

#include "genome/reference/import_ncbi_fam.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/import_ncbi_table.h"

namespace kres::genome {

namespace {

Result<double> per_cent(const TsvRow& row, std::string_view column, const std::string& file) {
  const auto value = parse_double(row[column]);
  if (!value || *value < 0 || *value > 100)
    return bad_input(fmt::format("{} '{}' is not a percentage", column, row[column]), file,
                     row.line());
  return *value;
}

// Columns of a rule that is not curated hold 0.
Result<void> read_cut_offs(const TsvRow& row, const std::string& file, NcbiCutOffs& cut_offs) {
  KRES_ASSIGN(const double complete, per_cent(row, "blastrule_complete_ident", file));
  KRES_ASSIGN(const double complete_coverage,
              per_cent(row, "blastrule_complete_br_coverage", file));
  KRES_ASSIGN(const double partial, per_cent(row, "blastrule_partial_ident", file));
  KRES_ASSIGN(const double partial_coverage, per_cent(row, "blastrule_partial_br_coverage", file));
  if (complete > 0) cut_offs.complete_identity = complete;
  if (complete_coverage > 0) cut_offs.complete_coverage = complete_coverage;
  if (partial > 0) cut_offs.partial_identity = partial;
  if (partial_coverage > 0) cut_offs.partial_coverage = partial_coverage;
  return {};
}

Result<NcbiFamily> read_family(const TsvRow& row, const std::string& file) {
  NcbiFamily family{.node = std::string(row["node_id"]),
                    .parent = std::string(row["parent_node_id"]),
                    .symbol = std::string(row["gene_symbol"]),
                    .type = std::string(row["type"])};
  if (family.node.empty()) return bad_input("node has no name", file, row.line());
  if (family.symbol == "-") family.symbol.clear();
  const auto reportable = parse_int(row["reportable"]);
  if (!reportable || *reportable < 0 || *reportable > 2)
    return bad_input(fmt::format("reportable '{}' is not 0, 1 or 2", row["reportable"]), file,
                     row.line());
  family.reportable = static_cast<int>(*reportable);
  KRES_TRY(read_cut_offs(row, file, family.cut_offs));
  return family;
}

}  // namespace

Result<NcbiFamilies> NcbiFamilies::parse(std::string_view text, const std::string& file) {
  KRES_ASSIGN(const auto table,
              parse_ncbi_table(text, file,
                               {"node_id", "parent_node_id", "gene_symbol", "type", "reportable",
                                "blastrule_complete_ident", "blastrule_complete_br_coverage",
                                "blastrule_partial_ident", "blastrule_partial_br_coverage"}));
  NcbiFamilies result;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto family, read_family(row, file));
    const std::string node = family.node;
    if (!result.families_.emplace(node, std::move(family)).second)
      return bad_input(fmt::format("node '{}' stands twice", node), file, row.line());
  }
  for (const auto& [node, family] : result.families_) {
    std::size_t steps = 0;
    for (const auto* at = &family; !at->parent.empty(); ++steps) {
      const auto parent = result.families_.find(at->parent);
      if (parent == result.families_.end())
        return bad_input(fmt::format("parent '{}' of '{}' is no node", at->parent, at->node), file);
      if (steps > result.families_.size())
        return bad_input(fmt::format("node '{}' stands below itself", node), file);
      at = &parent->second;
    }
  }
  return result;
}

const NcbiFamily* NcbiFamilies::find(std::string_view node) const {
  const auto found = families_.find(node);
  return found == families_.end() ? nullptr : &found->second;
}

}  // namespace kres::genome

#include "susceptibility/guideline_differences.h"

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/withhold.h"

namespace kres::susceptibility {

Result<GuidelineDifferences> GuidelineDifferences::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"guideline", "agent", "reason", "note_nb", "note_en"}));
  GuidelineDifferences out;
  for (const auto& row : table.rows()) {
    for (const auto* column : {"guideline", "agent", "reason"})
      if (row[column].empty())
        return bad_input(std::string(column) + " is empty", name, row.line());
    out.rows_.push_back({std::string(row["guideline"]),
                         std::string(row["agent"]),
                         std::string(row["reason"]),
                         {std::string(row["note_nb"]), std::string(row["note_en"])}});
  }
  return out;
}

void GuidelineDifferences::apply(Interpretation& i) const {
  const auto& m = i.measurement;
  if (m.unit == Unit::mm || m.guideline.empty()) return;
  for (const auto& row : rows_)
    if (row.agent == m.agent && iequals(row.guideline, m.guideline)) withhold(i, row.reason);
}

}  // namespace kres::susceptibility

#include "susceptibility/breakpoint_text.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::susceptibility {

namespace {

std::string method_cell(const BreakpointRow& row) {
  if (!row.method) return {};
  return fmt::format("{}:{}", row.only_this_method ? "only" : "reference", name_of(*row.method));
}

std::string range_cell(const std::optional<Uncertainty>& range) {
  return range ? range->text : std::string();
}

std::string row_text(const BreakpointRow& row) {
  return join({row.id,
               row.kind == RowKind::screen ? "screen" : "breakpoint",
               row.group,
               join(row.species, ";"),
               join(row.except, ";"),
               row.agent,
               row.route,
               row.indication,
               row.mic_s.text(),
               row.mic_r.text(),
               range_cell(row.mic_atu),
               row.disk_ug,
               row.zone_s.text(),
               row.zone_r.text(),
               range_cell(row.zone_atu),
               row.bracketed ? "Y" : "",
               row.is_default ? "Y" : "",
               method_cell(row),
               row.note.nb,
               row.note.en},
              "\t") +
         "\n";
}

}  // namespace

std::string breakpoint_text(const BreakpointVersion& version,
                            const std::vector<BreakpointRow>& rows) {
  std::string text =
      fmt::format("# version: {}\n# valid_from: {}\n# source: {}\n", version.name,
                  version.valid_from.iso(), version.source) +
      "row\tkind\tgroup\tspecies\texcept\tagent\troute\tindication\tmic_s\tmic_r\tmic_atu\t"
      "disk_ug\tzone_s\tzone_r\tzone_atu\tbracketed\tdefault\tmethod\tnote_nb\tnote_en\n";
  for (const auto& row : rows) text += row_text(row);
  return text;
}

}  // namespace kres::susceptibility

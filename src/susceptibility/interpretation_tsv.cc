#include "susceptibility/interpretation_tsv.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::susceptibility {

std::string tsv_header() {
  return "isolate\torganism\tagent\tmethod\tsign\tvalue\tunit\tindication\tcategory\treason\tflags"
         "\t"
         "s\tr\tbreakpoint_row\tbreakpoint_indication\tbreakpoint_version\tecoff\twild_type\t"
         "provenance\tsystem\tdisk_ug\tguideline\tdate\tline\texpert_rule\n";
}

std::string to_tsv(const Interpretation& i, std::size_t line) {
  const auto& m = i.measurement;
  const AppliedBreakpoint none;
  const auto& b = i.breakpoint ? *i.breakpoint : none;
  const std::string wild_type = i.wild_type ? (*i.wild_type ? "true" : "false") : "";
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                     m.isolate, m.organism, m.agent, name_of(m.method), name_of(m.sign),
                     concentration_text(m.value), name_of(m.unit), m.indication,
                     i.category ? name_of(*i.category) : "", i.reason, join(i.flags, ";"), b.s, b.r,
                     b.row, b.indication, b.version, i.ecoff ? concentration_text(*i.ecoff) : "",
                     wild_type, m.provenance) +
         fmt::format("\t{}\t{}\t{}\t{}\t{}\t{}\n", m.system, m.disk_ug, m.guideline,
                     m.date ? m.date->iso() : "", line == 0 ? "" : std::to_string(line),
                     i.expert_rule ? i.expert_rule->id : "");
}

}  // namespace kres::susceptibility

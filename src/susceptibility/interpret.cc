#include "susceptibility/interpret.h"

#include <cmath>

#include "base/text.h"
#include "susceptibility/categorise.h"
#include "susceptibility/select_row.h"

namespace kres::susceptibility {

namespace {

// The half of a row (MIC or zone) that a measurement is read against.
struct Half {
  const Bound& s;
  const Bound& r;
  const std::optional<Uncertainty>& atu;
};
Half half_of(const BreakpointRow& row, Unit unit) {
  if (unit == Unit::mm) return {row.zone_s, row.zone_r, row.zone_atu};
  return {row.mic_s, row.mic_r, row.mic_atu};
}

std::string scope_text(const BreakpointRow& row) {
  std::string text = join(row.species, ", ");
  if (!row.except.empty())
    text += (text.empty() ? row.group : std::string()) + " except " + join(row.except, ", ");
  return text;
}

AppliedBreakpoint applied(const BreakpointRow& row, const Half& half, Unit unit,
                          const std::string& version) {
  return {.version = version,
          .row = row.id,
          .s = half.s.text(),
          .r = half.r.text(),
          .atu = half.atu ? half.atu->text : std::string(),
          .unit = std::string(name_of(unit)),
          .indication = row.indication,
          .route = row.route,
          .species_scope = scope_text(row),
          .note = row.note,
          .bracketed = row.bracketed};
}

// Reason of a row half without numbers.
std::string_view reason_of(BoundKind kind) {
  switch (kind) {
    case BoundKind::insufficient_evidence:
      return "ie";
    case BoundKind::note:
      return "note";
    case BoundKind::not_applicable:
      return "not_applicable";
    case BoundKind::in_preparation:
      return "in_preparation";
    case BoundKind::not_given:
      return "not_given";
    case BoundKind::dash:
      return "dash";
    case BoundKind::blank:
    case BoundKind::value:
      return "no_row";
  }
  return {};
}

bool in_uncertainty(const Measurement& m, const Span& span, const Uncertainty& atu) {
  if (!span.is_point()) return false;
  if (m.unit == Unit::mm) return m.value >= atu.low && m.value <= atu.high;
  return *span.low >= log2_index(atu.low) && *span.low <= log2_index(atu.high);
}

// Adds a flag; the first one also becomes the reason.
void mind(Interpretation& out, std::string_view flag, bool is_reason = true) {
  out.flags.emplace_back(flag);
  if (is_reason && out.reason.empty()) out.reason = flag;
}

void categorise(Interpretation& out, const BreakpointRow& row, const Half& half, const Span& span) {
  const auto& m = out.measurement;
  out.category = category_of(span, half.s, half.r, m.unit);
  if (!out.category) out.reason = "not_interpretable";
  const bool off_scale = m.unit == Unit::mm ? is_off_scale_zone(half.s) : is_off_scale_mic(half.s);
  if (row.bracketed) mind(out, "bracketed");
  if (half.atu && in_uncertainty(m, span, *half.atu)) mind(out, "atu");
  if (off_scale) mind(out, "off_scale_s");
  if (!span.is_point()) return;
  if (!off_scale) out.above_s = *span.low - place_of(half.s, m.unit);
  out.above_r = *span.low - place_of(half.r, m.unit);
}

void show_row(Interpretation& out, const RowChoice& choice, const std::string& version) {
  const Unit unit = out.measurement.unit;
  out.breakpoint = applied(*choice.row, half_of(*choice.row, unit), unit, version);
  if (choice.indication_assumed) mind(out, "indication_assumed", false);
  if (choice.route_assumed) mind(out, "route_assumed", false);
}

void apply_row(Interpretation& out, const BreakpointRow& row, const Span& span) {
  const auto& m = out.measurement;
  const Half half = half_of(row, m.unit);
  if (row.indication == kScreenIndication) {
    out.reason = "screen_only";
  } else if (half.s.kind == BoundKind::dash) {
    out.category = Category::R;
    mind(out, "dash");
  } else if (!half.s.is_value()) {
    out.reason = reason_of(half.s.kind);
  } else if (m.unit == Unit::mm && !may_be_same_disk(m.disk_ug, row.disk_ug)) {
    out.reason = "wrong_disk";
  } else if (m.unit != Unit::mm && row.only_this_method && m.method != *row.method) {
    out.reason = "wrong_method";
  } else {
    categorise(out, row, half, span);
    if (m.unit != Unit::mm && row.method && m.method != *row.method)
      mind(out, "method_not_reference", false);
  }
}

void apply_ecoff(Interpretation& out, const Organism& organism, const EcoffTable& ecoffs,
                 const Span& span) {
  const Ecoff* row =
      organism.ecoff_as.empty() ? nullptr : ecoffs.find(organism.ecoff_as, out.measurement.agent);
  if (row == nullptr) return;
  const Unit unit = out.measurement.unit;
  if (unit == Unit::mm && !may_be_same_disk(out.measurement.disk_ug, row->disk_ug)) return;
  out.ecoff = unit == Unit::mm ? row->zone : row->mic;
  if (!out.ecoff) return;
  out.ecoff_source = ecoffs.version();
  out.wild_type = is_within(span, place_of({BoundKind::value, *out.ecoff}, unit));
}

// Negative up to the S bound, positive beyond the R bound, undecided between or across them.
void apply_screen(Interpretation& out, const Organism& organism, const BreakpointTable& table,
                  const Span& span) {
  const Unit unit = out.measurement.unit;
  const auto* row = select_screen(table, organism, out.measurement.agent, unit);
  if (row == nullptr) return;
  const Half half = half_of(*row, unit);
  if (half.s.kind == BoundKind::not_given) mind(out, "screening_not_given", false);
  if (!half.s.is_value()) return;
  if (unit == Unit::mm && !may_be_same_disk(out.measurement.disk_ug, row->disk_ug)) {
    if (out.reason == "screen_only") out.reason = "wrong_disk";
    return;
  }
  if (is_within(span, place_of(half.s, unit)) == true) {
    if (out.reason == "screen_only") mind(out, "screening_negative", false);
  } else if (is_within(span, place_of(half.r, unit)) == false) {
    mind(out, "screening_positive", false);
  } else {
    mind(out, "screening_undecided", false);
  }
  if (row->indication == kScreenIndication && half.atu &&
      in_uncertainty(out.measurement, span, *half.atu))
    mind(out, "atu", false);
}

}  // namespace

Interpretation interpret(const Measurement& measurement, const Standard& standard) {
  Interpretation out;
  out.measurement = measurement;
  const auto organism = standard.organisms.resolve(measurement.organism);
  if (!organism) {
    out.reason = "unknown_organism";
    return out;
  }
  const Span span = span_of(measurement);
  if (span.rounded_up) mind(out, "gradient_rounded_up", false);
  if (organism->genus_only) mind(out, "extrapolated_species", false);
  const auto choice = select_breakpoint(standard.breakpoints, *organism, measurement);
  if (choice.row != nullptr) show_row(out, choice, standard.breakpoints.version());
  if (standard.expected.holds(*organism, measurement.agent)) {
    out.category = Category::R;
    mind(out, "expected_resistance");
  } else if (choice.row != nullptr) {
    apply_row(out, *choice.row, span);
  } else {
    out.reason = choice.reason;
  }
  apply_ecoff(out, *organism, standard.ecoffs, span);
  apply_screen(out, *organism, standard.breakpoints, span);
  return out;
}

std::vector<Interpretation> interpret_all(const std::vector<Measurement>& measurements,
                                          const Standard& standard) {
  std::vector<Interpretation> all;
  all.reserve(measurements.size());
  for (const auto& measurement : measurements) all.push_back(interpret(measurement, standard));
  return all;
}

}  // namespace kres::susceptibility

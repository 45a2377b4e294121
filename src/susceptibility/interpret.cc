#include "susceptibility/interpret.h"

#include <cmath>
#include <unordered_map>

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

// Everything that is the same for every value of an organism, agent, indication, route and unit.
struct Reading {
  std::optional<Organism> organism;
  RowChoice choice;
  std::optional<AppliedBreakpoint> shown;
  bool expected = false;
  bool maybe_expected = false;  // of some species that the organism may be
  const Ecoff* ecoff = nullptr;
  const BreakpointRow* screen = nullptr;
};

// Whether a species that the organism may be resists the agent by nature.
bool maybe_expected(const Organism& organism, std::string_view agent, const Standard& standard) {
  if (organism.names_species() && !organism.genus_only) return false;
  const auto species = standard.organisms.species_of(organism);
  return std::any_of(species.begin(), species.end(),
                     [&](const Organism& one) { return standard.expected.holds(one, agent); });
}

Reading reading_of(const Measurement& m, std::optional<Organism> organism,
                   const Standard& standard) {
  Reading reading;
  reading.organism = std::move(organism);
  if (!reading.organism) return reading;
  const auto& table = standard.breakpoints;
  reading.choice = select_breakpoint(table, *reading.organism, m);
  if (const auto* row = reading.choice.row)
    reading.shown = applied(*row, half_of(*row, m.unit), m.unit, table.version());
  reading.expected = standard.expected.holds(*reading.organism, m.agent);
  reading.maybe_expected =
      !reading.expected && maybe_expected(*reading.organism, m.agent, standard);
  if (!reading.organism->ecoff_as.empty())
    reading.ecoff = standard.ecoffs.find(reading.organism->ecoff_as, m.agent);
  reading.screen = select_screen(table, *reading.organism, m.agent, m.unit);
  return reading;
}

void apply_ecoff(Interpretation& out, const Ecoff& row, const std::string& version,
                 const Span& span) {
  const Unit unit = out.measurement.unit;
  if (unit == Unit::mm && !may_be_same_disk(out.measurement.disk_ug, row.disk_ug)) return;
  out.ecoff = unit == Unit::mm ? row.zone : row.mic;
  if (!out.ecoff) return;
  out.ecoff_source = version;
  out.wild_type = is_within(span, place_of({BoundKind::value, *out.ecoff}, unit));
}

// Negative up to the S bound, positive beyond the R bound, undecided between or across them.
void apply_screen(Interpretation& out, const BreakpointRow& row, const Span& span) {
  const Unit unit = out.measurement.unit;
  const Half half = half_of(row, unit);
  if (half.s.kind == BoundKind::not_given) mind(out, "screening_not_given", false);
  if (!half.s.is_value()) return;
  if (unit == Unit::mm && !may_be_same_disk(out.measurement.disk_ug, row.disk_ug)) {
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
  if (row.indication == kScreenIndication && half.atu &&
      in_uncertainty(out.measurement, span, *half.atu))
    mind(out, "atu", false);
}

Interpretation read(const Measurement& measurement, const Reading& reading,
                    const Standard& standard) {
  Interpretation out;
  out.measurement = measurement;
  if (!reading.organism) {
    out.reason = "unknown_organism";
    return out;
  }
  const Span span = span_of(measurement);
  if (span.rounded_up) mind(out, "gradient_rounded_up", false);
  if (reading.organism->genus_only) mind(out, "extrapolated_species", false);
  out.breakpoint = reading.shown;
  if (reading.choice.indication_assumed) mind(out, "indication_assumed", false);
  if (reading.choice.route_assumed) mind(out, "route_assumed", false);
  if (reading.expected) {
    out.category = Category::R;
    mind(out, "expected_resistance");
  } else if (reading.choice.row != nullptr) {
    apply_row(out, *reading.choice.row, span);
    if (reading.maybe_expected && out.category && out.category != Category::R) {
      out.category.reset();
      out.reason = "species_needed";
    }
  } else {
    out.reason = reading.choice.reason;
  }
  if (reading.ecoff != nullptr) apply_ecoff(out, *reading.ecoff, standard.ecoffs.version(), span);
  if (reading.screen != nullptr) apply_screen(out, *reading.screen, span);
  standard.differences.apply(out);
  return out;
}

}  // namespace

struct Interpreter::Known {
  const Standard& standard;
  std::unordered_map<std::string, std::optional<Organism>> organisms;
  std::unordered_map<std::string, Reading> readings;
  std::string key;  // kept, so that building it allocates once
};

Interpreter::Interpreter(const Standard& standard) : known_(new Known{standard, {}, {}, {}}) {}
Interpreter::~Interpreter() = default;

Interpretation Interpreter::operator()(const Measurement& m) {
  auto& key = known_->key;
  key = m.organism;
  for (const auto& part : {std::string_view(m.agent), std::string_view(m.indication),
                           std::string_view(m.route), name_of(m.unit)})
    key.append(1, '\n').append(part);
  auto at = known_->readings.find(key);
  if (at == known_->readings.end()) {
    const auto& standard = known_->standard;
    auto organism = known_->organisms.find(m.organism);
    if (organism == known_->organisms.end())
      organism =
          known_->organisms.emplace(m.organism, standard.organisms.resolve(m.organism)).first;
    at = known_->readings.emplace(key, reading_of(m, organism->second, standard)).first;
  }
  return read(m, at->second, known_->standard);
}

Interpretation interpret(const Measurement& measurement, const Standard& standard) {
  auto organism = standard.organisms.resolve(measurement.organism);
  return read(measurement, reading_of(measurement, std::move(organism), standard), standard);
}

std::vector<Interpretation> interpret_isolate(const std::vector<Measurement>& measurements,
                                              const Standard& standard) {
  std::vector<Interpretation> all;
  all.reserve(measurements.size());
  Interpreter interpreter(standard);
  for (const auto& measurement : measurements) all.push_back(interpreter(measurement));
  apply_expert_rules(all, standard.expert_rules, standard.organisms);
  return all;
}

}  // namespace kres::susceptibility

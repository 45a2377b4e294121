// What a measurement means under one breakpoint version: category, why, wild type.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "susceptibility/measurement.h"

namespace kres::susceptibility {

enum class Category { S, I, R };

// The breakpoint row that was applied, with its values as text ("2", "-", "IE", "Note").
struct AppliedBreakpoint {
  std::string version;        // "EUCAST v16.0"
  std::string row;            // row id within the version, "ENT-MEM-1"
  std::string s, r;           // S <= / R > for a MIC, S >= / R < for a zone
  std::string atu;            // "16" or "19-20", empty if none
  std::string unit;           // mg/L | mm
  std::string indication;     // of the row, empty if it has none
  std::string route;          // iv | oral, empty if it has none
  std::string species_scope;  // in words, empty for the whole group
  BilingualText note;         // the project's own words on what the row demands
  bool bracketed = false;
  bool operator==(const AppliedBreakpoint&) const = default;
};

// The rule by which the result of another agent decided, from data/expert_rules.tsv.
struct AppliedExpertRule {
  std::string id;
  BilingualText note;
  bool operator==(const AppliedExpertRule&) const = default;
};

struct Interpretation {
  Measurement measurement;
  std::optional<Category> category;
  // Why category is empty: no_row, no_row_for_indication, species_needed, unknown_organism, ie,
  // note, not_applicable, in_preparation, not_given, screen_only, wrong_method, wrong_disk,
  // not_interpretable. Or what to mind about it: dash (R without testing), expected_resistance (R
  // whatever was measured), expert_rule (R because of another agent), bracketed, atu, off_scale_s.
  // Empty if there is nothing.
  std::string reason;
  // Everything to mind: dash, expected_resistance, bracketed, atu, off_scale_s, indication_assumed,
  // route_assumed, gradient_rounded_up, method_not_reference, extrapolated_species,
  // screening_positive, screening_undecided, screening_negative (of a value that is for screening
  // only), screening_not_given.
  std::vector<std::string> flags;
  std::optional<AppliedBreakpoint> breakpoint;
  std::optional<double> ecoff;  // highest wild-type MIC or smallest wild-type zone, in unit
  std::string ecoff_source;
  std::optional<bool> wild_type;  // empty if there is no ECOFF or the sign leaves it open
  std::optional<AppliedExpertRule> expert_rule;  // only with reason expert_rule
  // Two-fold dilutions (or mm) above the S and above the R bound, <= 0 if within it; negative is
  // more susceptible. Empty for a censored value or a row without numbers.
  std::optional<int> above_s, above_r;

  bool has_flag(std::string_view flag) const;
  // qc_rejected, or qc_out until a person has decided: the value does not count. Otherwise empty.
  std::string_view held_by_quality_control() const;
  bool operator==(const Interpretation&) const = default;
};

std::string_view name_of(Category);  // S, I, R
std::optional<Category> parse_category(std::string_view text);

}  // namespace kres::susceptibility

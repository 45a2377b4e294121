#include "mechanism/classify.h"

namespace kres::mechanism {

namespace {

using genome::Prediction;

using genome::RuleEffect;

bool has_finding(const AgentFacts& facts) { return facts.finding_is_firm || facts.finding_is_open; }

bool is_below_threshold(const AgentFacts& facts) {
  return facts.strongest == RuleEffect::below_threshold && facts.finding_is_firm;
}

Judgement of_uncertain_non_wild_type(const AgentFacts& facts) {
  if (is_below_threshold(facts)) return {Fit::hidden, "below_threshold"};
  if (facts.finding_is_open) return {Fit::hidden, "incomplete"};
  if (facts.finding_is_firm) return {Fit::agree, "mechanism_plausible"};
  return {Fit::hidden, "not_assessable"};
}

// A carbapenemase (van, mcr) with a value just above the wild type, or far within S, is expressed
// little or is not what it seems: the agreement would hide it.
Judgement of_named_mechanism(const AgentFacts& facts) {
  if (!facts.finding_is_critical || !facts.measured.well_within_s)
    return {Fit::agree, "mechanism_named"};
  if (facts.measured.near_cut) return {Fit::edge, "at_cut"};
  return {Fit::silent, "low_value"};
}

Judgement of_non_wild_type(const AgentFacts& facts) {
  if (facts.shown_by_test && !facts.mixture && !facts.species_differs)
    return {Fit::unexplained, "test_positive"};
  if (facts.predicted == Prediction::non_wild_type) return of_named_mechanism(facts);
  if (facts.predicted == Prediction::uncertain) return of_uncertain_non_wild_type(facts);
  // What every isolate of the species has does not explain a value beyond the wild type.
  if (facts.intrinsic && !facts.has_ecoff) return {Fit::agree, "intrinsic"};
  // A genotype table tells of no whole gene: what it is silent about stands beside the class.
  if (facts.predicted == Prediction::no_rule && !facts.loss_unreported)
    return {Fit::rule_gap, facts.unread ? "not_read" : "no_rule"};
  if (facts.mixture) return {Fit::contamination_suspected, "mixture_without_mechanism"};
  if (facts.species_differs) return {Fit::contamination_suspected, "species_differs"};
  if (facts.minor_allele) return {Fit::hidden, "minor_allele"};
  if (facts.unclassified_change) return {Fit::rule_gap, "unclassified_change"};
  if (facts.measured.near_cut) return {Fit::edge, "above_cut"};
  return {Fit::unexplained, "no_mechanism"};
}

// The species needs no mechanism of its own to be resistant; one that is there is named.
Judgement of_expected(const AgentFacts& facts) {
  if (facts.predicted == Prediction::non_wild_type) return {Fit::agree, "mechanism_named"};
  return {Fit::agree, facts.intrinsic ? "intrinsic" : "expected"};
}

// A mechanism that should show, and a measurement that does not show it.
Judgement of_mechanism_without_effect(const AgentFacts& facts) {
  if (facts.mixture) return {Fit::contamination_suspected, "mixture"};
  if (facts.species_differs) return {Fit::contamination_suspected, "species_differs"};
  if (facts.measured.state == MeasuredState::compatible)
    return {Fit::edge, "sign_open_with_mechanism"};
  if (facts.measured.near_cut) return {Fit::edge, "at_cut"};
  return {Fit::silent, "mechanism_silent"};
}

Judgement of_uncertain_wild_type(const AgentFacts& facts) {
  if (facts.mixture && facts.finding_is_minor) return {Fit::contamination_suspected, "mixture"};
  if (is_below_threshold(facts)) return {Fit::hidden, "below_threshold_wild_type"};
  if (facts.strongest == RuleEffect::latent && facts.finding_is_firm)
    return of_mechanism_without_effect(facts);
  if (facts.finding_is_open) return {Fit::hidden, "incomplete_wild_type"};
  if (facts.finding_is_firm) return {Fit::agree, "weak_mechanism_wild_type"};
  return {Fit::hidden, "not_assessable"};
}

Judgement of_wild_type(const AgentFacts& facts) {
  const bool clear = facts.measured.state == MeasuredState::wild_type;
  switch (facts.predicted) {
    case Prediction::wild_type:
      if (facts.minor_allele) return {Fit::hidden, "minor_allele_wild_type"};
      return {Fit::agree, clear ? "wild_type" : "compatible"};
    case Prediction::no_rule:
      return {Fit::rule_gap, facts.unread ? "not_read_wild_type" : "no_rule"};
    case Prediction::uncertain:
      return of_uncertain_wild_type(facts);
    case Prediction::non_wild_type:
      break;
  }
  return of_mechanism_without_effect(facts);
}

Judgement of_open(const AgentFacts& facts) {
  if (facts.predicted == Prediction::no_rule) return {Fit::rule_gap, "no_rule"};
  return {Fit::edge, has_finding(facts) ? "sign_open_with_mechanism" : "sign_open"};
}

}  // namespace

Judgement classify(const AgentFacts& facts) {
  if (!facts.held_by_control.empty())
    return {Fit::test_suspected, std::string(facts.held_by_control)};
  if (facts.implausible) return {Fit::test_suspected, "implausible_pattern"};
  if (facts.measured.methods_disagree) return {Fit::test_suspected, "methods_disagree"};
  if (!facts.has_genome) return {Fit::rule_gap, "no_genome"};
  switch (facts.measured.state) {
    case MeasuredState::wrong_method:
      return {Fit::test_suspected, "wrong_method"};
    case MeasuredState::expected:
      return of_expected(facts);
    case MeasuredState::no_cut:
      return {Fit::rule_gap, has_finding(facts) ? "no_rule_with_mechanism" : "no_cut"};
    case MeasuredState::open:
      return of_open(facts);
    case MeasuredState::non_wild_type:
      return of_non_wild_type(facts);
    case MeasuredState::wild_type:
    case MeasuredState::susceptible:
    case MeasuredState::compatible:
      return of_wild_type(facts);
  }
  return {Fit::rule_gap, "no_cut"};
}

}  // namespace kres::mechanism

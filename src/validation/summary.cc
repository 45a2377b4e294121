#include "validation/summary.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::validation {

namespace {

template <class Hit>
Figure figure(std::string key, const std::vector<Outcome>& outcomes, Hit hit) {
  const auto hits = std::count_if(outcomes.begin(), outcomes.end(), hit);
  return {std::move(key), {static_cast<std::size_t>(hits), outcomes.size()}};
}

Tally& tally_of(std::vector<Tally>& tallies, const std::string& name) {
  const auto found = std::find_if(tallies.begin(), tallies.end(),
                                  [&](const Tally& tally) { return tally.name == name; });
  if (found != tallies.end()) return *found;
  return tallies.emplace_back(Tally{name, {}, {}});
}

void add(Proportion& proportion, const Outcome& outcome) {
  ++proportion.total;
  if (outcome.fault.empty()) ++proportion.count;
}

void add_figures(Summary& summary, const Outcomes& outcomes) {
  const auto as_expected = [](const Outcome& outcome) { return outcome.fault.empty(); };
  auto present = outcomes.damage;
  present.insert(present.end(), outcomes.breaks.begin(), outcomes.breaks.end());
  if (!outcomes.damage.empty())
    summary.figures.push_back(figure("function_state", outcomes.damage, as_expected));
  if (!outcomes.breaks.empty())
    summary.figures.push_back(figure("random_breaks", outcomes.breaks, as_expected));
  if (!present.empty()) {
    summary.figures.push_back(
        figure("wrong_exact", present, [](const Outcome& o) { return !o.wrong_exact; }));
    summary.figures.push_back(
        figure("sensitivity", present, [](const Outcome& o) { return o.found; }));
    summary.figures.push_back(
        figure("specificity_others", present, [](const Outcome& o) { return o.others.empty(); }));
  }
  if (!outcomes.absent.empty())
    summary.figures.push_back(figure("specificity_absent", outcomes.absent, as_expected));
  if (!outcomes.damage_again.empty()) {
    Figure again{"repeatability", {0, outcomes.damage.size()}};
    for (std::size_t i = 0; i < outcomes.damage.size(); ++i)
      again.proportion.count += outcomes.damage[i].digest == outcomes.damage_again[i].digest;
    summary.figures.push_back(again);
  }
}

}  // namespace

bool Summary::kept() const {
  return std::all_of(figures.begin(), figures.end(), [](const Figure& f) { return f.kept(); });
}

Summary summarise(const Outcomes& outcomes) {
  Summary summary;
  add_figures(summary, outcomes);
  for (const auto& outcome : outcomes.damage) {
    add(tally_of(summary.families, outcome.family).damage, outcome);
    add(tally_of(summary.cases, outcome.case_name).damage, outcome);
  }
  for (const auto& outcome : outcomes.breaks)
    add(tally_of(summary.families, outcome.family).breaks, outcome);
  for (const auto* run : {&outcomes.damage, &outcomes.breaks, &outcomes.absent})
    for (const auto& outcome : *run) {
      if (!outcome.fault.empty())
        summary.faults.push_back(fmt::format("{} {} {}: {}", outcome.family, outcome.case_name,
                                             outcome.detail, outcome.fault));
      for (const auto& other : outcome.others)
        summary.faults.push_back(fmt::format("{} {} {}: also says {}", outcome.family,
                                             outcome.case_name, outcome.detail, other));
    }
  return summary;
}

}  // namespace kres::validation

#include "laboratory/count_cases.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace kres::laboratory {

namespace {

struct Case {
  std::size_t number = 0;
  std::size_t patient = 0;
  std::string species;
  std::set<std::string> genes;
  std::string kind;
  Date first, latest;
};

bool same_species(const Case& known, const CountedIsolate& isolate, const CaseRule& rule) {
  return !rule.species_apart || known.species == isolate.species;
}

bool in_episode(const Case& known, const CountedIsolate& isolate, const CaseRule& rule) {
  const auto from = rule.from_latest ? known.latest : known.first;
  return !rule.episode_days || days_between(from, isolate.day) <= *rule.episode_days;
}

bool no_new_gene(const Case& known, const CountedIsolate& isolate, const CaseRule& rule) {
  return !rule.genes_apart || known.genes.empty() ||
         std::all_of(isolate.genes.begin(), isolate.genes.end(),
                     [&](const auto& gene) { return known.genes.contains(gene); });
}

bool same_kind(const Case& known, const CountedIsolate& isolate, const CaseRule& rule) {
  return !rule.kinds_apart || known.kind.empty() || isolate.kind.empty() ||
         known.kind == isolate.kind;
}

// What an isolate must share with a case to belong to it, in the order in which it is asked.
struct Step {
  std::string_view why;
  bool (*fits)(const Case&, const CountedIsolate&, const CaseRule&);
};
constexpr Step kSteps[] = {
    {"species", same_species}, {"episode", in_episode}, {"gene", no_new_gene}, {"kind", same_kind}};

class Counter {
 public:
  explicit Counter(const CaseRule& rule) : rule_(rule) {}

  CaseRow place(const CountedIsolate& isolate) {
    CaseRow row{.isolate = isolate, .unknown_patient = isolate.pseudonym.empty()};
    row.patient = patient_of(isolate);
    auto [known, why] = find_case(row.patient, isolate);
    if (known == nullptr) {
      row.begins = std::move(why);
      cases_.push_back({.number = cases_.size() + 1,
                        .patient = row.patient,
                        .species = isolate.species,
                        .genes = {},
                        .kind = {},
                        .first = isolate.day,
                        .latest = isolate.day});
      known = &cases_.back();
    }
    known->latest = isolate.day;
    known->genes.insert(isolate.genes.begin(), isolate.genes.end());
    if (known->kind.empty()) known->kind = isolate.kind;
    row.case_number = known->number;
    return row;
  }

  Date begun(std::size_t case_number) const { return cases_[case_number - 1].first; }

 private:
  std::size_t patient_of(const CountedIsolate& isolate) {
    if (isolate.pseudonym.empty()) return ++patients_;
    const auto [at, added] = known_.emplace(std::pair(isolate.laboratory, isolate.pseudonym), 0);
    if (added) at->second = ++patients_;
    return at->second;
  }

  // The case begun latest that the isolate belongs to, or the first thing that keeps it from all.
  std::pair<Case*, std::string> find_case(std::size_t patient, const CountedIsolate& isolate) {
    std::vector<Case*> left;
    for (auto& known : cases_)
      if (known.patient == patient) left.push_back(&known);
    if (left.empty()) return {nullptr, "first"};
    for (const auto& [why, fits] : kSteps) {
      std::erase_if(left, [&](const Case* known) { return !fits(*known, isolate, rule_); });
      if (left.empty()) return {nullptr, std::string(why)};
    }
    return {left.back(), {}};
  }

  const CaseRule& rule_;
  std::vector<Case> cases_;  // in the order they began
  std::map<std::pair<std::string, std::string>, std::size_t> known_;
  std::size_t patients_ = 0;
};

}  // namespace

CaseCount count_cases(std::vector<CountedIsolate> isolates, const CaseRule& rule, Date from,
                      Date to) {
  std::erase_if(isolates, [&](const CountedIsolate& isolate) { return to < isolate.day; });
  std::sort(isolates.begin(), isolates.end(), [](const auto& a, const auto& b) {
    return std::tie(a.day, a.isolate) < std::tie(b.day, b.isolate);
  });
  Counter counter(rule);
  CaseCount count;
  std::set<std::size_t> patients, begun, continued;
  for (const auto& isolate : isolates) {
    auto row = counter.place(isolate);
    if (isolate.day < from) continue;
    patients.insert(row.patient);
    (counter.begun(row.case_number) < from ? continued : begun).insert(row.case_number);
    count.unknown_patients += row.unknown_patient ? 1 : 0;
    count.rows.push_back(std::move(row));
  }
  count.isolates = count.rows.size();
  count.patients = patients.size();
  count.cases = begun.size();
  count.continued = continued.size();
  return count;
}

}  // namespace kres::laboratory

#include "mechanism/rule_check.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::mechanism {

namespace {

using genome::Rule;
using genome::RuleEffect;

// Letters to insert, delete or change to make one word the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, change});
    }
  }
  return row.back();
}

std::string similar_agent(const std::string& name, const AgentTable& agents) {
  std::string best;
  std::size_t distance = 4;
  for (const auto& agent : agents.agents())
    if (const auto d = edit_distance(name, agent.name); d < distance) {
      distance = d;
      best = agent.name;
    }
  return best.empty() ? "names are in data/agents.tsv" : fmt::format("did you mean {}?", best);
}

// "ENT-CARB-001"
bool is_id(std::string_view id) {
  const auto parts = split(id, '-');
  const auto all = [](std::string_view part, auto test) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [&](char c) {
      return test(static_cast<unsigned char>(c)) != 0;
    });
  };
  return parts.size() == 3 && parts[0].size() == 3 && all(parts[0], ::isupper) &&
         all(parts[1], ::isupper) && parts[2].size() == 3 && all(parts[2], ::isdigit);
}

// A citation that somebody else can find: a year, and a DOI or volume and page.
bool is_citation(std::string_view text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 4 &&
         (text.find("doi ") != std::string_view::npos || text.find(':') != std::string_view::npos);
}

std::vector<std::string> sorted(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  return list;
}

bool same_conditions(const Rule& a, const Rule& b) {
  return a.conditions == b.conditions && sorted(a.species) == sorted(b.species);
}

class Checker {
 public:
  Checker(const genome::RuleTable& rules, const RuleVocabulary& vocabulary)
      : rules_(rules), vocabulary_(vocabulary) {}

  std::vector<RuleProblem> check() {
    for (const auto& rule : rules_.rules()) {
      rule_ = &rule;
      check_words(rule);
      check_evidence(rule);
      check_twins(rule);
    }
    return std::move(problems_);
  }

 private:
  void severe(std::string message, std::string remedy) {
    problems_.push_back({rule_->line, rule_->id, std::move(message), std::move(remedy), true});
  }
  void doubtful(std::string message, std::string remedy) {
    problems_.push_back({rule_->line, rule_->id, std::move(message), std::move(remedy), false});
  }

  void check_words(const Rule& rule) {
    if (!is_id(rule.id))
      doubtful(fmt::format("the id '{}' has another form", rule.id), "write it as ENT-CARB-001");
    for (const auto& scope : rule.species)
      if (!vocabulary_.organisms.knows(scope))
        severe(fmt::format("species '{}' is unknown, the rule would never hold", scope),
               "use a species, complex, genus, family or group of data/organisms.tsv");
    for (const auto& agent : rule.agents) {
      const auto* found = vocabulary_.agents.find(agent);
      if (found == nullptr || found->name != agent)
        severe(fmt::format("agent '{}' is unknown", agent),
               found == nullptr ? similar_agent(agent, vocabulary_.agents)
                                : fmt::format("write {}", found->name));
    }
    if (!vocabulary_.texts.has("mechanism." + rule.mechanism))
      severe(fmt::format("mechanism '{}' has no words", rule.mechanism),
             fmt::format("add 'mechanism.{}' in nb and en to data/texts/explanation.tsv",
                         rule.mechanism));
    if (!rule.limitation.empty() && !vocabulary_.texts.has("limitation." + rule.limitation))
      severe(fmt::format("limitation '{}' has no words", rule.limitation),
             fmt::format("add 'limitation.{}' in nb and en to data/texts/explanation.tsv",
                         rule.limitation));
  }

  void check_evidence(const Rule& rule) {
    if (!is_citation(rule.literature))
      doubtful(fmt::format("'{}' is hardly enough to find the source", rule.literature),
               "give author, year and DOI, or journal, volume and page");
    if (rule.evidence == "C" && rule.effect >= RuleEffect::non_wild_type)
      severe("plausible evidence (C) cannot make an isolate non-wild type",
             "use the effect uncertain, or better evidence");
  }

  // Another rule, earlier in the table, that asks for the same.
  void check_twins(const Rule& rule) {
    for (const auto& other : rules_.rules()) {
      if (other.line >= rule.line) break;
      if (!same_conditions(rule, other)) continue;
      for (const auto& agent : rule.agents) {
        if (!other.speaks_about(agent)) continue;
        const bool contradicts =
            (rule.effect == RuleEffect::spares) != (other.effect == RuleEffect::spares);
        severe(fmt::format("says {} on {} under the same conditions as {}",
                           contradicts ? "the opposite" : "something", agent, other.id),
               "change one of the two, or leave one out");
      }
    }
  }

  const genome::RuleTable& rules_;
  const RuleVocabulary& vocabulary_;
  const Rule* rule_ = nullptr;
  std::vector<RuleProblem> problems_;
};

}  // namespace

std::vector<RuleProblem> check_rules(const genome::RuleTable& rules,
                                     const RuleVocabulary& vocabulary) {
  return Checker(rules, vocabulary).check();
}

}  // namespace kres::mechanism

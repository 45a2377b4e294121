// Puts the parts of the answer together and refuses an identity that contradicts itself.
#include "report/compose_answer.h"

#include <algorithm>
#include <set>

#include "mechanism/limitations.h"
#include "report/compose_parts.h"

namespace kres::report {
namespace {

const Involved* with_role(const std::vector<Involved>& people, std::string_view role) {
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&](const Involved& person) { return person.role == role; });
  return found == people.end() ? nullptr : &*found;
}

Result<void> check(const AnswerInput& input) {
  const AnswerIdentity& identity = input.identity;
  const bool amends = !identity.predecessor.empty() && !identity.follows_preliminary;
  if (amends == identity.amendment_reason.empty())
    return bad_input("an amended answer names both its predecessor and the reason");
  const Involved* validator = with_role(input.people, "validated");
  const Involved* approver = with_role(input.people, "approved");
  if (identity.status != AnswerStatus::draft && !(validator && validator->time))
    return bad_input("a validated answer names who validated it and when");
  if (identity.status != AnswerStatus::approved) return {};
  if (!(approver && approver->time))
    return bad_input("an approved answer names who approved it and when");
  return {};
}

Verdict compose_verdict(const mechanism::Explanation& explanation) {
  Verdict verdict{.sentence = explanation.verdict, .cases = {}};
  for (const mechanism::CaseFinding& finding : explanation.cases)
    verdict.cases.push_back({.code = finding.definition,
                             .name = finding.title,
                             .met = finding.status == mechanism::CaseStatus::met,
                             .suspected = finding.status == mechanism::CaseStatus::undecided,
                             .notifiable = finding.notifiable,
                             .basis = finding.sentence});
  return verdict;
}

std::vector<TestRow> compose_tests(const mechanism::Explanation& explanation) {
  std::vector<TestRow> rows;
  for (const mechanism::TestFinding& finding : explanation.tests)
    rows.push_back({.test = finding.test,
                    .name = finding.name,
                    .outcome = finding.outcome,
                    .date = finding.date,
                    .sentence = finding.sentence});
  return rows;
}

std::vector<ExplanationItem> compose_explanation(const mechanism::Explanation& explanation,
                                                 const AnswerTexts& texts) {
  std::vector<ExplanationItem> items;
  for (const mechanism::Statement& statement : explanation.statements)
    items.push_back({.fit = std::string(name_of(statement.fit)),
                     .fit_name = statement.fit_reason == "no_genome" ? texts["fit_no_genome"]
                                                                     : title_of(statement.fit),
                     .agents = statement.agents,
                     .sentence = statement.text});
  return items;
}

std::vector<MethodUsed> compose_methods(const AnswerInput& input, const AnswerTexts& texts) {
  std::vector<std::string> codes;
  const auto use = [&](std::string_view code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
  };
  for (const auto& interpretation : input.interpretations)
    use(name_of(interpretation.measurement.method));
  if (input.genome) use("genome_analysis");
  std::vector<MethodUsed> methods;
  for (const std::string& code : codes) {
    const auto& scope = input.accredited_methods;
    methods.push_back({.code = code,
                       .name = texts.or_code("method." + code, code),
                       .accredited = std::find(scope.begin(), scope.end(), code) != scope.end()});
  }
  return methods;
}

std::vector<VersionUsed> compose_versions(const AnswerInput& input) {
  std::vector<VersionUsed> versions;
  const auto add = [&](const char* key, const std::string& value, const std::string& digest = {}) {
    if (!value.empty()) versions.push_back({key, value, digest});
  };
  add("software", input.genome ? input.genome->software : input.software);
  if (input.genome) {
    add("reference", input.genome->reference_name, input.genome->reference_digest);
    add("settings", input.genome->settings_name, input.genome->settings_digest);
  }
  std::set<std::string> breakpoints;
  for (const auto& interpretation : input.interpretations)
    if (interpretation.breakpoint) breakpoints.insert(interpretation.breakpoint->version);
  for (const std::string& version : breakpoints) add("breakpoints", version);
  add("rules", input.explanation.rule_version);
  add("cases", input.explanation.case_version);
  if (input.genome)
    for (const genome::InputFile& file : input.genome->input) add("input", file.path, file.sha256);
  return versions;
}

}  // namespace

Result<AnswerDocument> compose_answer(const AnswerInput& input, const AgentTable& agents,
                                      const AnswerTexts& texts) {
  KRES_TRY(check(input));
  AnswerDocument document;
  document.identity = input.identity;
  document.request = input.request;
  document.verdict = compose_verdict(input.explanation);
  document.susceptibility = compose_susceptibility(input.interpretations, agents, texts);
  if (input.genome) {
    document.genome = compose_genome(*input.genome);
    document.findings = compose_findings(*input.genome, agents, texts);
  } else {
    document.no_genome = NoGenome{texts["no_genome"], input.identity.without_genome};
  }
  document.tests = compose_tests(input.explanation);
  document.explanation = compose_explanation(input.explanation, texts);
  if (input.explanation.context) document.context = *input.explanation.context;
  for (const mechanism::WorkUp& item : input.explanation.work_up)
    document.work_up.push_back(item.text);
  for (const mechanism::AbsentFinding& absent : input.explanation.absent)
    document.negatives.push_back(
        {absent.target, absent.state, absent.basis, absent.entries_searched, absent.text});
  document.limitations = mechanism::limitations_of(input.explanation);
  document.methods = compose_methods(input, texts);
  document.versions = compose_versions(input);
  document.people = input.people;
  document.constructed =
      std::any_of(document.susceptibility.begin(), document.susceptibility.end(),
                  [](const SusceptibilityRow& row) { return row.provenance == "constructed"; });
  return document;
}

}  // namespace kres::report

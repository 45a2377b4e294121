#include "mechanism/explanation_text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "mechanism/limitations.h"

namespace kres::mechanism {

namespace {

std::string heading(Language language, std::string_view nb, std::string_view en) {
  return fmt::format("\n{}\n", language == Language::nb ? nb : en);
}

}  // namespace

std::string to_text(const Explanation& e, Language language) {
  std::string out = fmt::format("{}\n{}\n", e.isolate, e.verdict.in(language));
  if (e.constructed)
    out += language == Language::nb ? "KONSTRUERTE MÅLINGER\n" : "CONSTRUCTED MEASUREMENTS\n";
  if (!e.cases.empty()) out += heading(language, "Kasusdefinisjoner", "Case definitions");
  for (const auto& finding : e.cases) {
    out += fmt::format("  {} {}: {}\n", finding.definition, finding.version,
                       finding.sentence.in(language));
    if (finding.notification)
      out += fmt::format("    {}\n", finding.notification->text.in(language));
  }
  if (!e.statements.empty()) out += heading(language, "Forklaring", "Explanation");
  for (const auto& statement : e.statements)
    out += fmt::format("  [{}] {}\n", name_of(statement.fit), statement.text.in(language));
  if (!e.tests.empty()) out += heading(language, "Bekreftende tester", "Confirmatory tests");
  for (const auto& test : e.tests)
    out += fmt::format("  {}{}: {}\n", test.date ? test.date->iso() + " " : std::string(),
                       test.name.in(language), test.outcome.in(language));
  if (!e.work_up.empty()) out += heading(language, "Neste skritt", "Next steps");
  for (const auto& item : e.work_up)
    out += item.agents.empty()
               ? fmt::format("  {}\n", item.text.in(language))
               : fmt::format("  {} ({})\n", item.text.in(language), join(item.agents, ", "));
  if (!e.absent.empty()) out += heading(language, "Undersøkt og ikke funnet", "Looked for, absent");
  for (const auto& item : e.absent) out += fmt::format("  {}\n", item.text.in(language));
  const auto limitations = limitations_of(e);
  if (!limitations.empty()) out += heading(language, "Begrensninger", "Limitations");
  for (const auto& item : limitations) out += fmt::format("  {}\n", item.in(language));
  if (e.context) out += fmt::format("\n{}\n", e.context->in(language));
  out += fmt::format("\n{} · {} · {}\n", e.breakpoint_version, e.rule_version, e.case_version);
  return out;
}

}  // namespace kres::mechanism

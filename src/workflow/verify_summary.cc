#include "workflow/verify_summary.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "mechanism/explanation_json.h"
#include "workflow/broken_registry.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::IsolateSummary;

namespace {

std::string text_at(const nlohmann::json& object, const char* name) {
  const auto field = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && field != object.end() && field->is_string()
             ? field->get<std::string>()
             : std::string();
}

// Species and type as the analysis document has them.
void read_analysis(const std::string& document, IsolateSummary& summary) {
  const auto json = nlohmann::json::parse(document, nullptr, false);
  if (!json.is_object()) return;
  if (const auto species = json.find("species"); species != json.end())
    summary.species = text_at(*species, "name");
  if (const auto mlst = json.find("mlst"); mlst != json.end() && mlst->is_array() && !mlst->empty())
    summary.st = text_at(mlst->front(), "st");
}

Result<void> read_explanation(const laboratory::ExplanationRecord& record,
                              IsolateSummary& summary) {
  KRES_ASSIGN(const auto explanation,
              mechanism::explanation_from_json(record.document, "stored explanation"));
  if (!record.analysis) summary.species = explanation.organism;
  summary.key_findings = explanation.key_findings;
  for (const auto& finding : explanation.cases)
    if (finding.status == mechanism::CaseStatus::met)
      summary.case_definitions.push_back(finding.definition);
  return {};
}

}  // namespace

Result<void> verify_summary(laboratory::UnitOfWork& work, const Isolate& isolate) {
  KRES_ASSIGN(const auto analyses, work.analyses().of(isolate.id));
  const auto newest = analyses.empty() ? laboratory::AnalysisId{} : analyses.front().id;
  if (isolate.current_analysis != newest)
    return broken(fmt::format("{} does not show its newest analysis", isolate.accession));
  IsolateSummary derived;
  if (isolate.current_analysis) {
    KRES_ASSIGN(const auto analysis, work.analyses().find(isolate.current_analysis));
    if (analysis) read_analysis(analysis->result, derived);
  }
  if (isolate.current_explanation) {
    KRES_ASSIGN(const auto explanation, work.explanations().find(isolate.current_explanation));
    if (!explanation || explanation->isolate != isolate.id)
      return broken(fmt::format("{} shows an explanation that is not its own", isolate.accession));
    KRES_TRY(read_explanation(*explanation, derived));
  }
  if (derived == isolate.summary) return {};
  return broken(
      fmt::format("the summary of {} (species, type, findings, case definitions) is not "
                  "that of its analysis and explanation",
                  isolate.accession));
}

}  // namespace kres::workflow

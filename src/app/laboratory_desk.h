// The laboratory at work: registry, genome engine, tables and texts, put together.
#pragma once

#include <memory>
#include <string>

#include "app/registry_directory.h"
#include "mechanism/knowledge.h"
#include "report/answer_texts.h"
#include "susceptibility/standards.h"
#include "workflow/answers.h"
#include "workflow/examine.h"
#include "workflow/intake_desk.h"

namespace kres::genome {
struct Manifest;
}

namespace kres::app {

class Analyser;

// Usable from several threads; what it gives out lives as long as it does.
class LaboratoryDesk {
 public:
  // `reference`: folder of the reference sets; if empty the registry's setting, then the program's.
  static Result<std::unique_ptr<LaboratoryDesk>> open(const Path& registry,
                                                      const std::string& reference);
  ~LaboratoryDesk();

  RegistryDirectory& registry() { return *registry_; }
  const workflow::Examiner& examiner() const { return *examiner_; }
  const workflow::AnswerDesk& answers() const { return *answers_; }
  const workflow::IntakeDesk& intake() const { return *intake_; }
  const AgentTable& agents() const { return knowledge_.agents; }
  const mechanism::ConfirmatoryTests& tests() const { return knowledge_.tests; }
  const susceptibility::Standards& standards() const { return standards_; }
  const genome::Manifest& reference() const;  // of the set that analyses use

 private:
  LaboratoryDesk(std::unique_ptr<RegistryDirectory> registry, Analyser analyser,
                 susceptibility::Standards standards, mechanism::Knowledge knowledge,
                 report::AnswerTexts texts, laboratory::SubmissionCriteria criteria);
  Result<workflow::RenderedAnswer> render(const report::AnswerInput& input) const;

  std::unique_ptr<RegistryDirectory> registry_;
  std::unique_ptr<Analyser> analyser_;
  susceptibility::Standards standards_;
  mechanism::Knowledge knowledge_;
  report::AnswerTexts texts_;
  laboratory::SubmissionCriteria criteria_;
  std::unique_ptr<workflow::Examiner> examiner_;
  std::unique_ptr<workflow::AnswerDesk> answers_;
  std::unique_ptr<workflow::IntakeDesk> intake_;
};

}  // namespace kres::app

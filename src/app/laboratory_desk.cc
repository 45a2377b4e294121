#include "app/laboratory_desk.h"

#include "app/analyse_delivery.h"
#include "app/analyser.h"
#include "app/project_tables.h"
#include "app/reference_location.h"
#include "app/version.h"
#include "report/answer_json.h"
#include "report/answer_pdf.h"
#include "resources/resources.h"

namespace kres::app {

Result<std::unique_ptr<LaboratoryDesk>> LaboratoryDesk::open(const Path& registry,
                                                             const std::string& reference) {
  KRES_ASSIGN(auto directory, RegistryDirectory::open(registry));
  KRES_TRY(directory->check_signing_key());
  const auto& set = reference.empty() ? directory->settings().reference : reference;
  KRES_ASSIGN(auto analyser, Analyser::open(reference_root(set)));
  KRES_ASSIGN(auto standards, load_standards(registry / "breakpoints"));
  KRES_ASSIGN(auto knowledge, load_knowledge());
  KRES_ASSIGN(auto texts,
              report::AnswerTexts::parse(*data_resource("texts/answer.tsv"), "texts/answer.tsv"));
  KRES_ASSIGN(auto criteria, load_submission_criteria());
  return std::unique_ptr<LaboratoryDesk>(
      new LaboratoryDesk(std::move(directory), std::move(analyser), std::move(standards),
                         std::move(knowledge), std::move(texts), std::move(criteria)));
}

LaboratoryDesk::LaboratoryDesk(std::unique_ptr<RegistryDirectory> registry, Analyser analyser,
                               susceptibility::Standards standards, mechanism::Knowledge knowledge,
                               report::AnswerTexts texts, laboratory::SubmissionCriteria criteria)
    : registry_(std::move(registry)),
      analyser_(std::make_unique<Analyser>(std::move(analyser))),
      standards_(std::move(standards)),
      knowledge_(std::move(knowledge)),
      texts_(std::move(texts)),
      criteria_(std::move(criteria)) {
  const auto analyse = [this](const std::vector<workflow::InputFile>& files,
                              const workflow::ProgressHook& progress) {
    return analyse_delivery(*analyser_, files, progress);
  };
  examiner_.reset(new workflow::Examiner{analyse, standards_.in_force(), knowledge_});
  intake_.reset(new workflow::IntakeDesk{registry_->services(), criteria_});
  answers_.reset(
      new workflow::AnswerDesk{registry_->services(),
                               registry_->signer(),
                               [this](const report::AnswerInput& input) { return render(input); },
                               {.software = std::string(kSoftware),
                                .zone = registry_->settings().zone,
                                .accredited_methods = {}},
                               standards_.in_force().control});
}

LaboratoryDesk::~LaboratoryDesk() = default;

const genome::Manifest& LaboratoryDesk::reference() const {
  return analyser_->reference().manifest();
}

Result<workflow::RenderedAnswer> LaboratoryDesk::render(const report::AnswerInput& input) const {
  KRES_ASSIGN(const auto document, report::compose_answer(input, knowledge_.agents, texts_));
  KRES_ASSIGN(auto pdf, report::answer_pdf(document, texts_));
  return workflow::RenderedAnswer{std::move(pdf), report::answer_json(document)};
}

}  // namespace kres::app

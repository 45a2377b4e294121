#include "workflow/examine.h"

#include "workflow/measurements.h"
#include "workflow/test_results.h"

namespace kres::workflow {

std::string believed_organism(const std::optional<genome::GenomeResult>& genome,
                              const laboratory::Referral& referral) {
  if (!genome) return referral.organism;
  const auto& species = genome->species;
  const bool named = species.rank == "species" && !species.name.empty();
  return named || referral.organism.empty() ? species.name : referral.organism;
}

Result<Examined> examine(const Examiner& examiner, const Records& records,
                         const std::optional<genome::GenomeResult>& genome, Date today) {
  const auto& referral = records.referral;
  Examined examined{
      .organism = believed_organism(genome, referral), .interpretations = {}, .explanation = {}};
  std::vector<susceptibility::Measurement> measured;
  for (const auto& record : records.measurements) {
    KRES_ASSIGN(auto measurement, measurement_of(record, records.accession, examined.organism));
    measured.push_back(std::move(measurement));
  }
  examined.interpretations = interpret_isolate(measured, examiner.standard);
  apply_control(examined.interpretations, records.control);
  const auto& clinical = referral.clinical;
  examined.explanation =
      explain({.isolate = records.accession,
               .organism = referral.organism.empty() ? examined.organism : referral.organism,
               .genome = genome,
               .measured = examined.interpretations,
               .tests = outcomes_of(records.tests),
               .context = {.infection_or_carriage = clinical.infection_or_carriage,
                           .material = clinical.material,
                           .travel = clinical.travel,
                           .hospital_abroad = clinical.hospital_abroad,
                           .known_contact = clinical.known_contact,
                           .ward = clinical.ward,
                           .earlier = records.earlier},
               .today = today},
              examiner.knowledge);
  return examined;
}

}  // namespace kres::workflow

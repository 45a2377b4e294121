#include "workflow/compare_referral.h"

#include <algorithm>

#include <fmt/format.h>

#include "workflow/measurements.h"

namespace kres::workflow {

namespace {

void compare_text(std::string_view field, const std::string& sent, const std::string& stored,
                  Comparison& comparison) {
  if (sent.empty() || sent == stored) return;
  comparison.differences.push_back(
      fmt::format("{}: {} is stored", field, stored.empty() ? "nothing" : "another value"));
}

std::string text_of(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }
std::string text_of(const std::optional<int>& number) {
  return number ? std::to_string(*number) : std::string();
}

void compare_fields(const laboratory::Referral& sent, const laboratory::Referral& stored,
                    Comparison& comparison) {
  const auto text = [&](std::string_view field, const std::string& a, const std::string& b) {
    compare_text(field, a, b, comparison);
  };
  text("suspected_group", std::string(name_of(sent.suspected_group)),
       std::string(name_of(stored.suspected_group)));
  text("organism", sent.organism, stored.organism);
  text("reason", sent.reason, stored.reason);
  text("question", sent.question, stored.question);
  text("infection_or_carriage", sent.clinical.infection_or_carriage,
       stored.clinical.infection_or_carriage);
  text("material", sent.clinical.material, stored.clinical.material);
  text("travel", sent.clinical.travel, stored.clinical.travel);
  text("hospital_abroad", sent.clinical.hospital_abroad, stored.clinical.hospital_abroad);
  text("known_contact", sent.clinical.known_contact, stored.clinical.known_contact);
  text("ward", sent.clinical.ward, stored.clinical.ward);
  text("patient", sent.patient.pseudonym, stored.patient.pseudonym);
  text("age", text_of(sent.patient.age), text_of(stored.patient.age));
  text("sex", sent.patient.sex, stored.patient.sex);
  text("municipality", sent.patient.municipality, stored.patient.municipality);
  text("sampled", text_of(sent.sampled), text_of(stored.sampled));
  text("received", sent.received.iso(), stored.received.iso());
}

void compare_genomes(const exchange::SentReferral& sent, const StoredReferral& stored,
                     Comparison& comparison) {
  for (const auto& genome : sent.genomes) {
    const bool known =
        std::any_of(stored.files.begin(), stored.files.end(),
                    [&](const laboratory::Blob& file) { return file.sha256 == genome.sha256; });
    if (known) continue;
    if (stored.files.empty())
      comparison.new_genomes.push_back(genome);
    else
      comparison.differences.push_back("genome_file: another file is stored");
  }
}

void compare_measurements(const exchange::SentReferral& sent, const StoredReferral& stored,
                          Comparison& comparison) {
  for (const auto& measurement : sent.measurements) {
    const auto record = record_of(measurement);
    const auto known = std::find_if(
        stored.measurements.begin(), stored.measurements.end(), [&](const auto& candidate) {
          return candidate.agent == record.agent && candidate.method == record.method;
        });
    if (known == stored.measurements.end()) {
      comparison.new_measurements.push_back(measurement);
      continue;
    }
    auto same = record;
    same.isolate = known->isolate;
    if (!known->same_measurement(same))
      comparison.differences.push_back(fmt::format("{} by {}: {} is stored, {} was sent",
                                                   record.agent, record.method, known->text(),
                                                   record.text()));
  }
}

}  // namespace

Comparison compare(const exchange::SentReferral& sent, const StoredReferral& stored) {
  Comparison comparison;
  compare_fields(sent.referral, stored.referral, comparison);
  compare_genomes(sent, stored, comparison);
  compare_measurements(sent, stored, comparison);
  return comparison;
}

}  // namespace kres::workflow

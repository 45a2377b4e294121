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

void compare_fields(const exchange::SentReferral& referral, const laboratory::Referral& stored,
                    Comparison& comparison) {
  const auto& sent = referral.referral;
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
  if (referral.sends_stated)
    text("sends", std::string(name_of(sent.sends)), std::string(name_of(stored.sends)));
  if (referral.received_stated) text("received", sent.received.iso(), stored.received.iso());
}

bool is_assembly(const laboratory::FilePlace& place) {
  return place.role == laboratory::FileRole::assembly;
}

bool is_stored(const exchange::GenomeFile& file, const StoredReferral& stored) {
  return std::any_of(stored.files.begin(), stored.files.end(),
                     [&](const auto& known) { return known.blob.sha256 == file.sha256; });
}

// A referral sends an assembly once and reads once; another one is for a person to look at.
void compare_delivery(const std::vector<exchange::GenomeFile>& sent, const StoredReferral& stored,
                      Comparison& comparison) {
  const auto known = [&](const auto& file) { return is_stored(file, stored); };
  if (std::all_of(sent.begin(), sent.end(), known)) return;
  const bool assembly = is_assembly(sent.front().place);
  const bool has_kind =
      std::any_of(stored.files.begin(), stored.files.end(),
                  [&](const auto& file) { return is_assembly(file.place) == assembly; });
  if (!has_kind)
    comparison.new_deliveries.push_back(sent);
  else
    comparison.differences.push_back(assembly ? "genome_file: another file is stored"
                                              : "reads: other files are stored");
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

std::vector<std::vector<exchange::GenomeFile>> deliveries_of(
    const std::vector<exchange::GenomeFile>& genomes) {
  std::vector<exchange::GenomeFile> assembly, reads;
  for (const auto& genome : genomes)
    (is_assembly(genome.place) ? assembly : reads).push_back(genome);
  std::vector<std::vector<exchange::GenomeFile>> deliveries;
  if (!assembly.empty()) deliveries.push_back(std::move(assembly));
  if (!reads.empty()) deliveries.push_back(std::move(reads));
  return deliveries;
}

Comparison compare(const exchange::SentReferral& sent, const StoredReferral& stored) {
  Comparison comparison;
  compare_fields(sent, stored.referral, comparison);
  for (const auto& delivery : deliveries_of(sent.genomes))
    compare_delivery(delivery, stored, comparison);
  compare_measurements(sent, stored, comparison);
  return comparison;
}

}  // namespace kres::workflow

// Sends and examines isolates through the workflow.
#include "tests/api/isolates_for_test.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "tests/api/project_data.h"
#include "workflow/examine.h"
#include "workflow/isolate_status.h"
#include "workflow/receive.h"
#include "workflow/run_jobs.h"
#include "workflow/store_examination.h"

namespace kres::testing {

namespace {

susceptibility::Measurement meropenem(const std::string& isolate) {
  return {.isolate = isolate,
          .organism = "Klebsiella pneumoniae",
          .agent = "meropenem",
          .method = susceptibility::Method::broth_microdilution,
          .system = {},
          .sign = susceptibility::Sign::equal,
          .value = 8,
          .unit = susceptibility::Unit::mg_per_l,
          .indication = {},
          .route = {},
          .provenance = "constructed",
          .date = {}};
}

susceptibility::Interpretation resistant(const std::string& isolate) {
  return {
      .measurement = meropenem(isolate),
      .category = susceptibility::Category::R,
      .reason = {},
      .flags = {},
      .breakpoint =
          susceptibility::AppliedBreakpoint{
              .version = "EUCAST v16.0", .row = "ENT-MEM-1", .s = "2", .r = "8", .unit = "mg/L"},
      .ecoff = 0.125,
      .ecoff_source = "EUCAST 2025",
      .wild_type = false,
      .above_s = 2,
      .above_r = 0};
}

genome::GenomeResult kpc_genome() {
  genome::GenomeResult genome;
  genome.software = "kres test";
  genome.reference_name = "default";
  genome.reference_digest = "11110123456789abcdef";
  genome.quality.verdict = genome::Verdict::pass;
  genome.species.name = "Klebsiella pneumoniae";
  genome.species.rank = "species";
  genome.mlst.push_back({.scheme = "klebsiella", .st = "11", .nearest_st = {}, .alleles = {}});
  genome.determinants.push_back({.symbol = "blaKPC-2", .gene = "blaKPC", .contig = "NC_016846.1"});
  return genome;
}

mechanism::Explanation kpc_explanation(const std::string& accession) {
  mechanism::Explanation explanation;
  explanation.isolate = accession;
  explanation.organism = "Klebsiella pneumoniae";
  explanation.constructed = true;
  explanation.verdict = {"Karbapenemase påvist: blaKPC-2.", "Carbapenemase found: blaKPC-2."};
  explanation.key_findings = {"blaKPC-2"};
  explanation.cases.push_back({.definition = "CPO",
                               .version = "2026.1",
                               .status = mechanism::CaseStatus::met,
                               .basis = {"blaKPC-2"},
                               .notifiable = true,
                               .title = {"CPO", "CPO"},
                               .sentence = {"Kriteriet er oppfylt.", "The criterion is met."}});
  return explanation;
}

void add_laboratories(TestRegistry& registry) {
  const auto work = registry.write();
  ASSERT_TRUE(work->laboratories().save({"UNN", "Universitetssykehuset Nord-Norge", "nord"}));
  ASSERT_TRUE(work->laboratories().save({"OUS", "Oslo universitetssykehus", "sor-ost"}));
  ASSERT_TRUE(work->commit());
}

exchange::ReferralBatch batch_of(TestRegistry& registry, const SentIsolate& sent) {
  const std::string fasta = ">NC_016846.1\nACGTACGTACGT\n";
  const auto path = registry.write_file(sent.sender_id + ".fasta", fasta);
  exchange::ReferralBatch batch;
  exchange::SentReferral referral;
  referral.referral = {.laboratory = sent.laboratory,
                       .sender_id = sent.sender_id,
                       .suspected_group = sent.group,
                       .organism = sent.organism,
                       .reason = "carbapenem resistance",
                       .question = "Carbapenemase?",
                       .clinical = {.material = "blood", .travel = "Greece"},
                       .patient = {.pseudonym = "PSEUDONYM-4711", .age = 61, .sex = "female"},
                       .sampled = add_days(sent.received, -2),
                       .received = sent.received};
  if (sent.with_genome) referral.genomes.push_back({path, sha256_hex(fasta), {}});
  referral.sample = sent.sample;
  referral.measurements = sent.measured;
  if (sent.measured.empty()) referral.measurements.push_back(meropenem(sent.sender_id));
  batch.referrals.push_back(std::move(referral));
  return batch;
}

}  // namespace

std::string receive_isolate(TestRegistry& registry, const SentIsolate& sent) {
  add_laboratories(registry);
  static const laboratory::SubmissionCriteria nothing_asked;
  const auto received =
      workflow::receive({registry.services(), nothing_asked}, batch_of(registry, sent),
                        sent.entered_by, workflow::Mode::store);
  EXPECT_TRUE(received) << received.error().text();
  return received ? received->front().accession : "";
}

void examine_isolate(TestRegistry& registry, const std::string& accession) {
  const auto work = registry.write();
  auto isolate = workflow::isolate_named(*work, accession).value();
  workflow::Examination examination;
  examination.files = work->isolates().files(isolate.id).value();
  examination.genome = kpc_genome();
  examination.measurements = work->measurements().current_of(isolate.id).value();
  examination.examined = {.organism = "Klebsiella pneumoniae",
                          .interpretations = {resistant(accession)},
                          .explanation = kpc_explanation(accession)};
  auto job = work->jobs().take(registry.clock.now(), registry.clock.now()).value();
  ASSERT_TRUE(job);
  auto examined = workflow::store_examination(*work, isolate, examination, registry.clock.now());
  ASSERT_TRUE(examined) << examined.error().text();
  job->state = laboratory::JobState::done;
  job->finished = registry.clock.now();
  ASSERT_TRUE(work->jobs().finish(*job));
  ASSERT_TRUE(workflow::store_with_state(*work, *examined));
  ASSERT_TRUE(work->commit());
}

void run_jobs(TestRegistry& registry, const susceptibility::Standard& standard,
              const std::string& species) {
  const auto analyse = [&](const std::vector<workflow::InputFile>&,
                           const workflow::ProgressHook&) -> Result<genome::GenomeResult> {
    auto genome = kpc_genome();
    genome.species.name = species;
    genome.reference_digest = kReferenceInUse;
    genome.mlst.clear();
    genome.determinants.clear();
    return genome;
  };
  const auto knowledge = project_knowledge();
  const auto ran =
      workflow::run_pending_jobs(registry.services(), {analyse, standard, knowledge}, {});
  ASSERT_TRUE(ran) << ran.error().text();
}

}  // namespace kres::testing

#include "tests/scenario/laboratory/test_laboratory.h"

#include "storage/sql/test_database.h"

#include <cstdio>
#include <cstdlib>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "exchange/read_referrals.h"
#include "laboratory/record_digest.h"
#include "report/answer_json.h"
#include "report/compose_answer.h"
#include "sequence/assembly.h"
#include "tests/support/project_tables.h"

namespace kres::testing {

namespace {

// A test laboratory that cannot be made is of no use to any test.
template <class Value>
Value must(Result<Value> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().text().c_str());
  std::abort();
}

std::string data(const std::string& name) {
  return must(read_file(Path(KRES_SOURCE_DIR) / "data" / name));
}

std::unique_ptr<mechanism::Knowledge> project_knowledge() {
  return std::make_unique<mechanism::Knowledge>(must(read_project_knowledge()));
}

std::unique_ptr<susceptibility::Standard> project_standard() {
  return std::make_unique<susceptibility::Standard>(must(read_project_standard()));
}

}  // namespace

Instant TestClock::now() const {
  if (kind_ == Kind::machine) return system_now();
  return now_ += std::chrono::milliseconds(1);
}

TestLaboratory::TestLaboratory(const Path& directory, Options options)
    : clock(options.clock),
      genome(kpc_genome()),
      directory_(directory),
      options_(options),
      witness_(directory / "audit.head"),
      standard_(project_standard()),
      knowledge_(project_knowledge()) {
  using storage::DirectoryBlobStore, storage::KeyFileSigner, storage::SqlRegistry;
  using storage::TestDatabase;
  const auto begin =
      std::filesystem::exists(directory) ? TestDatabase::Begin::kept : TestDatabase::Begin::emptied;
  must(make_directories(directory).map([] { return 0; }));
  registry_ = must(SqlRegistry::open(TestDatabase(directory / "registry.sqlite", begin),
                                     SqlRegistry::Missing::create, witness_));
  blobs_ =
      std::make_unique<DirectoryBlobStore>(must(DirectoryBlobStore::open(directory / "blobs")));
  signer_ = std::make_unique<KeyFileSigner>(
      must(KeyFileSigner::open(directory / "keys", KeyFileSigner::Missing::create)));
}

std::unique_ptr<storage::Session> TestLaboratory::open_session() const {
  using storage::TestDatabase;
  return TestDatabase(directory_ / "registry.sqlite", TestDatabase::Begin::kept).open();
}

void TestLaboratory::employ() {
  using laboratory::Role;
  auto work = write();
  if (*work->people().find("kari")) return;
  must(work->laboratories().save({"UNN", "Tromsø", "nord"}).map([] { return 0; }));
  must(work->audit().append({.person = "system",
                             .time = clock.now(),
                             .event = "registry.created",
                             .subject = "registry",
                             .after_digest = sha256_hex(signer_->public_key())}));
  const auto employed = [&](const char* username, const char* name, Role role) {
    const laboratory::Person person{.username = username, .name = name, .roles = {role}};
    must(work->people().add(person, "-"));
    must(work->audit().append({.person = "system",
                               .time = clock.now(),
                               .event = "person.added",
                               .subject = username,
                               .after_digest = digest_of(person)}));
  };
  employed("kari", "Kari", Role::bioengineer);
  employed("ola", "Ola", Role::microbiologist);
  must(work->commit().map([] { return 0; }));
}

laboratory::Person TestLaboratory::person(const std::string& username) {
  return must(read()->people().find(username)).value();
}

Result<genome::GenomeResult> TestLaboratory::analyse(const std::vector<workflow::InputFile>& files,
                                                     const workflow::ProgressHook& progress) {
  std::vector<genome::InputFile> inputs;
  for (const auto& [path, place] : files) {
    KRES_ASSIGN(auto digest, sha256_file(path));
    if (place.role == laboratory::FileRole::assembly) KRES_TRY(sequence::read_assembly(path));
    inputs.push_back({path.string(), std::move(digest)});
  }
  std::this_thread::sleep_for(options_.analysis);
  if (while_analysing) std::exchange(while_analysing, {})();
  for (int i = 0; i <= steps; ++i) {
    if (!progress({"reading", static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(steps)}))
      return environment_error("stopped");
    if (steps > 1) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  KRES_ASSIGN(auto result, Result<genome::GenomeResult>(genome));
  result.input = std::move(inputs);
  return result;
}

workflow::Examiner TestLaboratory::examiner() {
  return {[this](const std::vector<workflow::InputFile>& files,
                 const workflow::ProgressHook& progress) { return analyse(files, progress); },
          *standard_, *knowledge_};
}

workflow::AnswerDesk TestLaboratory::desk() {
  const auto render = [this](const report::AnswerInput& input) -> Result<workflow::RenderedAnswer> {
    static const auto texts =
        must(report::AnswerTexts::parse(data("texts/answer.tsv"), "answer.tsv"));
    KRES_ASSIGN(const auto document, report::compose_answer(input, knowledge_->agents, texts));
    std::this_thread::sleep_for(options_.rendering);
    const auto json = report::answer_json(document);
    return workflow::RenderedAnswer{"%PDF " + json, json};
  };
  return {services(),
          *signer_,
          render,
          {.software = "kres test", .accredited_methods = {}},
          standard_->control};
}

Result<std::vector<workflow::ReceivedReferral>> TestLaboratory::import(const Path& sheet,
                                                                       workflow::Mode mode,
                                                                       const std::string& by) {
  KRES_ASSIGN(const auto batch,
              exchange::read_referrals(sheet, {{"UNN"}, clock.today()}, knowledge_->agents));
  if (batch.has_errors()) return bad_input(batch.messages.front().printed());
  static const laboratory::SubmissionCriteria nothing_asked;
  return workflow::receive({services(), nothing_asked}, batch, by, mode);
}

Result<workflow::Verified> TestLaboratory::verify() {
  KRES_ASSIGN(const auto head, witness_.remembered());
  return workflow::verify_registry(services(), {head}, storage::verify_signature);
}

genome::GenomeResult kpc_genome() {
  genome::GenomeResult result;
  result.software = "kres test";
  result.reference_name = "test";
  result.reference_digest = std::string(64, 'd');
  result.quality.verdict = genome::Verdict::pass;
  result.species = {.name = "Klebsiella pneumoniae",
                    .rank = "species",
                    .complex = "Klebsiella pneumoniae complex",
                    .confidence = "high",
                    .ani = 99.4};
  result.mlst = {{.scheme = "klebsiella", .st = "11"}};
  genome::Determinant kpc{.symbol = "blaKPC-2", .gene = "blaKPC", .allele = "blaKPC-2"};
  kpc.drug_class = "beta-lactam";
  kpc.agents = {"meropenem"};
  kpc.contig = "contig1";
  kpc.start = 101;
  kpc.end = 982;
  kpc.identity = 100;
  kpc.coverage = 100;
  kpc.allele_status = genome::AlleleStatus::exact;
  kpc.function = genome::FunctionState::intact;
  kpc.critical_family = "carbapenemase";
  result.determinants = {kpc};
  result.phenotype = {{.agent = "meropenem",
                       .prediction = genome::Prediction::non_wild_type,
                       .rules = {"test"},
                       .determinants = {"blaKPC-2"}}};
  return result;
}

void write_referrals(const Path& folder, const std::string& prefix, int count) {
  must(make_directories(folder).map([] { return 0; }));
  std::string referrals = "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n";
  std::string measurements = "isolate\torganism\tagent\tmethod\tsign\tvalue\tprovenance\n";
  for (int i = 1; i <= count; ++i) {
    const auto id = fmt::format("{}-{}", prefix, i);
    std::string bases;
    for (int base = 0; base < 30'000; ++base)
      bases += "ACGT"[(base * base + base * (i + 7) + static_cast<int>(prefix.size())) / 3 % 4];
    must(write_file_atomic(folder / (id + ".fna"), fmt::format(">{}\n{}\n", id, bases)).map([] {
      return 0;
    }));
    referrals += fmt::format("UNN\t{0}\tCPO\t2026-11-18\t{0}.fna\n", id);
    measurements +=
        fmt::format("{0}\tKlebsiella pneumoniae\tmeropenem\tbmd\t=\t16\tconstructed\n", id);
    measurements += fmt::format("{0}\tKlebsiella pneumoniae\tcolistin\tbmd\t=\t0.5\t\n", id);
  }
  must(write_file_atomic(folder / "referral.tsv", referrals).map([] { return 0; }));
  must(write_file_atomic(folder / "susceptibility.tsv", measurements).map([] { return 0; }));
}

}  // namespace kres::testing

// Migrations of a registry that has rows: none is lost or changed, upwards or downwards.
// Long because each step of the schema has its rows, before and after, in one place.
#include <map>

#include <gtest/gtest.h>

#include "base/text.h"
#include "storage/sql/test_database.h"
#include "storage/tables/sql_registry.h"
#include "tests/support/run_program.h"

namespace kres::storage {
namespace {

const std::vector<std::string> kTables{"laboratory",
                                       "person",
                                       "person_role",
                                       "session",
                                       "blob",
                                       "referral",
                                       "accession_counter",
                                       "isolate",
                                       "isolate_file",
                                       "measurement",
                                       "analysis",
                                       "interpretation",
                                       "explanation",
                                       "explanation_interpretation",
                                       "answer",
                                       "job",
                                       "audit_event"};

class RegistryMigrations : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = kres::testing::fresh_directory(
        std::string("migration_") +
        ::testing::UnitTest::GetInstance()->current_test_info()->name());
    const TestDatabase database(folder_ / "registry.sqlite");
    session_ = database.open();
    migrations_ = *registry_migrations(session_->dialect());
    to(1);
    for (const auto& table : kTables) columns_[table] = columns_of(*session_, table);
    const auto rows = *read_file(Path(KRES_SOURCE_DIR) / "tests/migration/rows_0001.sql");
    for (const auto& statement : statements(rows)) {
      const auto added = session_->execute(statement);
      ASSERT_TRUE(added) << statement << added.error().text();
    }
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::vector<std::string> statements(std::string_view script) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < script.size();) {
      const auto end = std::min(script.find("\n\n", at), script.size());
      found.emplace_back(trim(script.substr(at, end - at)));
      at = end + 2;
    }
    return found;
  }
  void to(int version) {
    const auto done = migrate(*session_, migrations_, version, Instant{});
    ASSERT_TRUE(done) << done.error().text();
  }
  static std::string columns_of(Session& session, const std::string& table) {
    const auto columns = *session.query(
        session.dialect() == Dialect::sqlite
            ? "select name from pragma_table_info('" + table + "') order by cid"
            : "select column_name from information_schema.columns where table_name = '" + table +
                  "' and table_schema = current_schema() order by ordinal_position");
    std::string cells;
    for (const auto& column : columns)
      cells += (cells.empty() ? "" : " || '|' || ") + ("coalesce(cast(" + column.text(0)) +
               " as text), 'null')";
    return cells;
  }
  // Every cell that the tables had at first, as the database itself writes it.
  std::string dump() {
    std::string all;
    for (const auto& table : kTables) {
      const auto rows =
          *session_->query("select " + columns_[table] + " from " + table + " order by 1");
      EXPECT_FALSE(rows.empty()) << table << " has no row to lose";
      for (const auto& row : rows) all += table + ": " + row.text(0) + "\n";
    }
    return all;
  }

  Path folder_;
  std::unique_ptr<Session> session_;
  std::vector<Migration> migrations_;
  std::map<std::string, std::string> columns_;  // of the first schema, by table
};

TEST_F(RegistryMigrations, EveryRowStaysUpwardsAndDownwards) {
  const auto before = dump();
  EXPECT_NE(before.find("referral: 1|UNN|L-1|CPO|Klebsiella pneumoniae|"), std::string::npos)
      << before;
  to(static_cast<int>(migrations_.size()));
  EXPECT_EQ(dump(), before);
  to(1);
  EXPECT_EQ(dump(), before);
}

TEST_F(RegistryMigrations, TheGuardsComeAndGoWithTheirMigration) {
  EXPECT_TRUE(session_->execute("update audit_event set person = 'x'"));
  to(2);
  EXPECT_FALSE(session_->execute("update audit_event set person = 'y'"));
  to(1);
  EXPECT_TRUE(session_->execute("update audit_event set person = 'system'"));
}

TEST_F(RegistryMigrations, FilesOfBeforeAreAssembliesOfOneDelivery) {
  to(3);
  const auto rows = *session_->query("select role, lane, delivery from isolate_file");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].text(0), "assembly");
  EXPECT_EQ(rows[0].integer(1), 0);
  EXPECT_EQ(rows[0].integer(2), 1);
  const auto jobs = *session_->query("select stage, cancelled_by from job");
  EXPECT_EQ(jobs[0].text(0) + jobs[0].text(1), "");
}

TEST_F(RegistryMigrations, ReadsAndCancelledJobsOutliveTheWayDown) {
  to(3);
  ASSERT_TRUE(session_->execute("insert into blob values ('bb', 9, 'text/x-fastq', 'R1.fq')"));
  ASSERT_TRUE(session_->execute(
      "insert into isolate_file values (1, 'bb', 1, 'text/x-fastq', 'R1.fq', 'reads_1', 1, 2)"));
  ASSERT_TRUE(session_->execute("update job set state = 'cancelled', cancelled_by = 'kari'"));
  ASSERT_TRUE(session_->execute(
      "insert into upload values (1, 1, 'kari', 'open', '2026-11-22T09:00:00.000Z', "
      "'2026-11-22T09:00:00.000Z', null)"));
  ASSERT_TRUE(
      session_->execute("insert into upload_file values (1, 1, 'reads_1', 1, 'R1.fq', 9, '', 4)"));
  to(2);
  EXPECT_NE(dump().find("isolate_file: 1|bb|1|text/x-fastq|R1.fq"), std::string::npos);
  EXPECT_NE(dump().find("|cancelled|"), std::string::npos);
  EXPECT_FALSE(session_->execute("delete from isolate_file")) << "the guard of 0002 still stands";
  to(3);
  EXPECT_EQ(session_->query("select role from isolate_file where sha256 = 'bb'")->front().text(0),
            "reads")
      << "their mates are forgotten, but no reads are taken for an assembly";
}

TEST_F(RegistryMigrations, MeasurementsOfBeforeStateNeitherLoadNorGuideline) {
  to(5);
  const auto rows = *session_->query("select disk_ug, guideline from measurement");
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0].text(0) + rows[0].text(1), "");
}

TEST_F(RegistryMigrations, ResultsOfTestsComeAndGoWithTheirTable) {
  to(4);
  ASSERT_TRUE(session_->execute(
      "insert into test_result values (1, 1, 'mcim', 'positive', null, '', 'kari', "
      "'2026-11-22T09:00:00.000Z', null)"));
  ASSERT_TRUE(session_->execute("insert into explanation_test_result values (1, 1)"));
  EXPECT_FALSE(session_->execute("update test_result set outcomes = 'negative'"));
  EXPECT_FALSE(session_->execute("delete from explanation_test_result"));
  const auto before = dump();
  to(3);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select id from test_result"));
  to(4);
  EXPECT_TRUE(session_->query("select id from test_result")->empty());
}

TEST_F(RegistryMigrations, WithoutTheirLaboratoryReferringPeopleHaveNoRoleLeft) {
  to(6);
  const auto before = dump();
  ASSERT_TRUE(session_->execute("insert into person values (9, 'rita', 'Rita', 'hash', 1)"));
  ASSERT_TRUE(session_->execute("insert into person_role values (9, 'referring')"));
  ASSERT_TRUE(session_->execute("insert into person_laboratory values (9, 'UNN', 'region')"));
  to(5);
  EXPECT_TRUE(session_->query("select role from person_role where person = 9")->empty());
  EXPECT_FALSE(session_->query("select reach from person_laboratory"));
  ASSERT_TRUE(session_->execute("delete from person where id = 9"));
  EXPECT_EQ(dump(), before) << "other people keep their roles";
  to(6);
  EXPECT_TRUE(session_->query("select reach from person_laboratory")->empty());
}

TEST_F(RegistryMigrations, TheStrainBankComesAndGoesWithItsTables) {
  to(8);
  for (const auto* row :
       {"insert into storage_place values (1, null, 0, 'site', 'T', 0, 0, 'row_wise', 1)",
        "insert into storage_place values (2, 1, 1, 'box', 'B', 9, 9, 'row_wise', 1)",
        "insert into strain values (1, 'KRS-0001-0', 1, 'kari', '2026-11-22T09:00:00.000Z')",
        "insert into lot values (1, 1, 1, null, 1, '2026-11-22', 'glycerol', '', 'kari', "
        "'2026-11-22T09:00:00.000Z')",
        "insert into vial values (1, 1, 1, 'KRS-0001-1-01-J', 2, 5, 0, 1)",
        "insert into isolate_finding values (1, 'determinant', 'blaKPC-2')",
        "insert into strain_panel values (1, 'KRP-0001-K', 't', '{}', 's', 'd', 'kari', "
        "'2026-11-22T09:00:00.000Z')",
        "insert into strain_panel_member values (1, '34AC', 1, 'g')"}) {
    const auto added = session_->execute(row);
    EXPECT_TRUE(added) << row << added.error().text();
  }
  EXPECT_FALSE(session_->execute("insert into vial values (2, 1, 2, 'x', 2, 5, 0, 1)"))
      << "the position is taken";
  EXPECT_FALSE(session_->execute("update strain_panel_member set strain = 2"));
  to(7);
  EXPECT_EQ(session_->query("select code from vial")->size(), 1u) << "the bank itself stays";
  to(6);
  EXPECT_FALSE(session_->query("select code from vial"));
  to(8);
  EXPECT_TRUE(session_->query("select code from vial")->empty());
}

TEST_F(RegistryMigrations, TokensComeAndGoWithTheirTable) {
  to(9);
  ASSERT_TRUE(session_->execute(
      "insert into api_token values (1, 1, 'LIMS', 'digest', 'read', '2026-11-22T09:00:00.000Z', "
      "'kari', '2026-12-22T09:00:00.000Z', null, '2026-11-23T09:00:00.000Z')"));
  EXPECT_FALSE(session_->execute("update api_token set revoked = null"));
  EXPECT_FALSE(session_->execute("delete from api_token"));
  EXPECT_TRUE(session_->execute("update api_token set last_used = '2026-11-22T10:00:00.000Z'"));
  const auto before = dump();
  to(8);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select id from api_token"));
  to(9);
}

TEST_F(RegistryMigrations, PatientsComeAndGoWithTheirTables) {
  to(10);
  ASSERT_TRUE(
      session_->execute("insert into patient values (1, 'UNN', 'lookup', 'key-1', 'sealed', "
                        "'2026-11-22T09:00:00.000Z', 'kari')"));
  ASSERT_TRUE(session_->execute(
      "insert into isolate_patient values (1, 1, 1, '2026-11-22T09:00:00.000Z', 'kari')"));
  EXPECT_FALSE(session_->execute("update isolate_patient set entered_by = 'ola'"));
  EXPECT_FALSE(session_->execute("delete from isolate_patient"));
  EXPECT_FALSE(session_->execute("delete from patient"));
  EXPECT_TRUE(session_->execute("update patient set key_name = 'key-2', sealed = 'anew'"))
      << "a new key seals anew";
  const auto before = dump();
  to(9);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select id from patient"));
  to(10);
}

TEST_F(RegistryMigrations, IsolatesOfBeforeHaveComeAndExpectedOnesCountAsReceivedOnTheWayDown) {
  to(11);
  const auto isolates = *session_->query("select sample from isolate");
  ASSERT_EQ(isolates.size(), 1u);
  EXPECT_EQ(isolates[0].text(0), "received");
  EXPECT_EQ(session_->query("select sends from referral")->front().text(0), "");
  const auto before = dump();
  ASSERT_TRUE(session_->execute(
      "insert into sender_query values (1, 1, 'UNN', 'material', 'material', 'Hva?', 'What?', "
      "'system', '2026-11-22T09:00:00.000Z', 'open', '', null, '')"));
  ASSERT_TRUE(session_->execute("update sender_query set state = 'answered', closing = 'blood'"));
  EXPECT_FALSE(session_->execute("update sender_query set closing = 'urine'"))
      << "closed is closed";
  EXPECT_FALSE(session_->execute("delete from sender_query"));
  to(10);
  EXPECT_EQ(dump(), before);
  to(11);
  ASSERT_TRUE(session_->execute("update isolate set state = 'expected'"));
  to(10);
  EXPECT_EQ(session_->query("select state from isolate")->front().text(0), "received");
}

TEST_F(RegistryMigrations, AnswersOfBeforeAreFinal) {
  to(11);
  const auto before = dump();
  to(12);
  const auto answers = *session_->query("select preliminary from answer");
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].integer(0), 0);
  to(11);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select preliminary from answer"));
  to(12);
}

TEST_F(RegistryMigrations, QualityControlComesAndGoesWithItsTables) {
  to(13);
  for (const auto* row :
       {"insert into qc_result values (1, '2026-11-20', 'ATCC 25922', 'meropenem', "
        "'broth_microdilution', '', '=', 0.25, 'mg/L', '', 'P-17', '', 0, '', 'beate', "
        "'2026-11-20T09:00:00.000Z', null)",
        "insert into qc_result values (2, '2026-11-20', 'ATCC 25922', 'meropenem', "
        "'broth_microdilution', '', '=', 0.03, 'mg/L', '', 'P-17', '', 0, 'misread', 'bjarne', "
        "'2026-11-20T10:00:00.000Z', 1)",
        "insert into qc_decision values (1, '2026-11-20', 'meropenem', 'broth_microdilution', '', "
        "1, 'the repeat is in', 'magnus', '2026-11-20T10:00:00.000Z', null)",
        "insert into qc_decision_result values (1, 1)"}) {
    const auto added = session_->execute(row);
    EXPECT_TRUE(added) << row << added.error().text();
  }
  EXPECT_FALSE(session_->execute("update qc_result set value = 0.03"));
  EXPECT_FALSE(session_->execute("delete from qc_result"));
  EXPECT_FALSE(session_->execute("update qc_decision set accepted = 0"));
  EXPECT_FALSE(session_->execute("delete from qc_decision_result"));
  const auto before = dump();
  to(12);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select id from qc_result"));
  to(13);
  EXPECT_TRUE(session_->query("select id from qc_result")->empty());
}

TEST_F(RegistryMigrations, IsolatesOfBeforeAreFoundCountedAndTimed) {
  to(13);
  ASSERT_TRUE(session_->execute(
      "update isolate set state = 'answered', received = '2026-02-26', answered = '2026-03-02', "
      "species = 'Klebsiella pneumoniae', key_findings = 'blaKPC-2'"));
  ASSERT_TRUE(
      session_->execute("insert into isolate_finding values (1, 'determinant', 'blaKPC-2')"));
  const auto before = dump();
  to(14);
  const auto found = *session_->query(
      "select isolate, laboratory, state, isolate_search.list_key = (select list_key from isolate) "
      "from isolate_search where words like '%klebsiella%' and words like '%blakpc-2%'");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].integer(0), 1);
  EXPECT_EQ(found[0].text(1), "UNN");
  EXPECT_EQ(found[0].text(2), "answered");
  const auto tally = *session_->query("select laboratory, state, isolates from isolate_tally");
  ASSERT_EQ(tally.size(), 1u);
  EXPECT_EQ(tally[0].text(1), "answered");
  EXPECT_EQ(tally[0].integer(2), 1);
  EXPECT_EQ(session_->query("select days_to_answer from isolate")->front().integer(0), 4);
  EXPECT_EQ(session_->query("select word from isolate_finding")->front().text(0), "blakpc-2");
  to(13);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select isolates from isolate_tally"));
  to(14);
}

TEST_F(RegistryMigrations, CorrectionsOfBeforeSayNoReason) {
  to(14);
  const auto before = dump();
  to(15);
  const auto rows = *session_->query("select reason from measurement");
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) EXPECT_EQ(row.text(0), "");
  to(14);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(session_->query("select reason from measurement"));
  to(15);
}

TEST_F(RegistryMigrations, AnAnswerMayRestOnNoGenomeAndThenTheStepIsNotTakenBack) {
  to(15);
  const auto without = [&](const char* row) { return session_->execute(row).has_value(); };
  const auto* explanation =
      "insert into explanation (id, isolate, rules, document, created, predecessor) values (2, 1, "
      "'r', '{}', '2026-11-22T09:00:00.000Z', 1)";
  EXPECT_FALSE(without(explanation));
  const auto before = dump();
  to(16);
  EXPECT_EQ(session_->query("select without_genome from answer")->front().text(0), "");
  to(15);
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(without(explanation)) << "needed again";
  to(16);
  ASSERT_TRUE(without(explanation));
  ASSERT_TRUE(
      without("insert into answer (id, isolate, version, state, language, explanation, created_by, "
              "created, created_comment, reason, revision, without_genome) values (2, 1, 2, "
              "'draft', 'nb', 2, 'kari', '2026-11-22T09:00:00.000Z', '', '', 1, 'not asked for')"));
  EXPECT_FALSE(without("update explanation set rules = 'other' where id = 2")) << "guards stay";
  EXPECT_FALSE(
      without("insert into explanation (id, isolate, analysis, rules, document, created) "
              "values (3, 1, 99, 'r', '{}', '2026-11-22T09:00:00.000Z')"))
      << "references stay";
  if (session_->dialect() == Dialect::sqlite) {
    EXPECT_EQ(session_->query("pragma integrity_check")->front().text(0), "ok");
    EXPECT_TRUE(session_->query("pragma foreign_key_check")->empty());
  }
  const auto with = dump();
  EXPECT_FALSE(migrate(*session_, migrations_, 15, Instant{}));
  EXPECT_EQ(*schema_version(*session_), 16);
  EXPECT_EQ(dump(), with);
}

TEST_F(RegistryMigrations, ADayOfQualityControlIsFoundWithEitherIndex) {
  to(17);
  ASSERT_TRUE(session_->execute(
      "insert into qc_result values (1,'d','s','a','m','','=',1,'','','','',0,'','k','t',null)"));
  const auto* day = "select id from qc_result where day = 'd' and agent = 'a'";
  for (const int step : {16, 17}) EXPECT_EQ((to(step), session_->query(day)->size()), 1u);
}

TEST_F(RegistryMigrations, WordsOfBeforeAreOfTheFirstRevision) {
  to(17);
  const auto before = dump();
  to(18);
  const auto rows = *session_->query("select revision from isolate_search");
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) EXPECT_EQ(row.integer(0), 0);
  to(17);
  EXPECT_EQ(dump(), before);
  to(18);
}

TEST_F(RegistryMigrations, AFullRegistryCanBeTakenDownToNothing) {
  to(static_cast<int>(migrations_.size()));
  to(0);
  const auto* tables = session_->dialect() == Dialect::sqlite
                           ? "select name from sqlite_master where type = 'table' and name not "
                             "like 'sqlite_%'"
                           : "select tablename from pg_tables where schemaname = current_schema()";
  EXPECT_EQ(session_->query(tables)->size(), 1u) << "only the list of migrations is left";
}

}  // namespace
}  // namespace kres::storage

// Records of a registry are the same wherever they are copied to.
#include "storage/copy/copy_records.h"

#include <functional>
#include <map>

#include "storage/sql/transaction.h"
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;

class CopiedRecords : public RegistryFixture {
 protected:
  void SetUp() override {
    RegistryFixture::SetUp();
    auto work = begin();
    const auto first = add_isolate(*work, "Ærlig\n'L-1'"), second = add_isolate(*work, "L-2");
    for (const double value : {0.1, 1e-3, 1024.0}) {
      const auto added = work->measurements().add(
          {.isolate = first.id, .sign = "<=", .value = value, .unit = "mg/L"});
      ASSERT_TRUE(added);
      last_measurement_ = *added;
    }
    const auto explained =  // without a genome
        work->explanations().add({.isolate = second.id, .document = "{}"}, {});
    ASSERT_TRUE(explained) << explained.error().text();
    ASSERT_TRUE(work->answers().add({.isolate = second.id,
                                     .explanation = *explained,
                                     .without_genome = "ikke bestilt",
                                     .created = {"kari", Instant{}, ""}}));
    ASSERT_TRUE(work->jobs().add({.kind = "analysis", .isolate = second.id}));
    ASSERT_TRUE(work->audit().append({.person = "system", .event = "registry.created"}));
    ASSERT_TRUE(work->commit());
    source_ = open_session();
  }
  void TearDown() override {
    source_.reset();
    RegistryFixture::TearDown();
  }

  // A registry without records in a SQLite file.
  std::unique_ptr<Session> empty_file(const std::string& name) {
    return migrated(std::move(*Session::open_sqlite(directory_ / name)));
  }
  std::unique_ptr<Session> migrated(std::unique_ptr<Session> session) {
    const auto migrations = *registry_migrations(session->dialect());
    EXPECT_TRUE(migrate(*session, migrations, static_cast<int>(migrations.size()), Instant{}));
    return session;
  }
  Result<std::vector<TableSummary>> copy(Session& from, Session& to) {
    KRES_ASSIGN(const auto transaction, Transaction::begin(from, Access::read));
    return copy_records(from, to);
  }

  MeasurementId last_measurement_;
  std::unique_ptr<Session> source_;
};

std::int64_t rows_of(const std::vector<TableSummary>& tables, const std::string& name) {
  for (const auto& table : tables)
    if (table.table == name) return table.rows;
  return -1;
}

TEST_F(CopiedRecords, AreCountedAndReadBackAsTheyWere) {
  const auto target = empty_file("copy.sqlite");
  const auto copied = copy(*source_, *target);
  ASSERT_TRUE(copied) << copied.error().text();
  EXPECT_EQ(rows_of(*copied, "isolate"), 2);
  EXPECT_EQ(rows_of(*copied, "measurement"), 3);
  EXPECT_EQ(rows_of(*copied, "audit_event"), 1);
  EXPECT_EQ(rows_of(*copied, "analysis"), 0);
  EXPECT_EQ(rows_of(*copied, "answer"), 1);
  const auto answers = *target->query("select without_genome from answer where analysis is null");
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].text(0), "ikke bestilt");
  EXPECT_EQ(rows_of(*copied, "schema_migration"), -1);
  const auto rows = *target->query("select value from measurement order by id");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].real(0), 0.1);
  EXPECT_EQ(rows[1].real(0), 1e-3);
  EXPECT_EQ(target->query("select sender_id from isolate where id = 1")->front().text(0),
            "Ærlig\n'L-1'");
}

TEST_F(CopiedRecords, AreCountedForTheServersPlans) {
  const TestDatabase other(directory_ / "counted.sqlite");
  const auto target = migrated(other.open());
  ASSERT_TRUE(copy(*source_, *target));
  ASSERT_TRUE(count_records(*target));
  if (target->dialect() == Dialect::sqlite) return;
  const auto known = *target->query(
      "select reltuples from pg_class where relname = 'measurement' and relnamespace = (select oid "
      "from pg_namespace where nspname = current_schema())");
  EXPECT_EQ(known.front().real(0), 3);
  EXPECT_FALSE(target
                   ->query("select 1 from pg_stats where schemaname = current_schema() and "
                           "tablename = 'measurement' and attname = 'value'")
                   ->empty());
}

TEST_F(CopiedRecords, GoThereAndBackWithoutALoss) {
  const auto file = empty_file("there.sqlite");
  const auto there = copy(*source_, *file);
  ASSERT_TRUE(there) << there.error().text();
  const TestDatabase other(directory_ / "back.sqlite");
  const auto target = migrated(other.open());
  const auto back = copy(*file, *target);
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(*there, *back);
  const auto transaction = *Transaction::begin(*source_, Access::read);
  EXPECT_TRUE(require_same(*summarize_records(*source_), *back, "back"));
}

TEST_F(CopiedRecords, LeaveNewRecordsTheNumbersThatFollow) {
  const TestDatabase other(directory_ / "next.sqlite");
  ASSERT_TRUE(copy(*source_, *migrated(other.open())));
  FakeWitness witness;
  const auto registry = std::move(*SqlRegistry::open(other, SqlRegistry::Missing::fail, witness));
  const auto work = std::move(*registry->write());
  const auto added = work->measurements().add({.isolate = {1}, .sign = "=", .value = 1});
  ASSERT_TRUE(added) << added.error().text();
  EXPECT_EQ(added->value, last_measurement_.value + 1);
}

TEST_F(CopiedRecords, NeverMixWithOthers) {
  const auto target = empty_file("other.sqlite");
  ASSERT_TRUE(target->execute("insert into laboratory values ('X', 'X', 'nord')"));
  EXPECT_EQ(copy(*source_, *target).error().code, ErrorCode::conflict);
  EXPECT_EQ(target->query("select code from laboratory")->size(), 1u);
  EXPECT_TRUE(target->query("select id from isolate")->empty());
}

TEST_F(CopiedRecords, TellHowFarTheyAre) {
  using Told = std::map<std::string, std::int64_t, std::less<>>;
  Told copied, read;
  const auto target = empty_file("watched.sqlite");
  const auto into = [](Told& told) {
    return [&told](std::string_view table, std::int64_t rows) { told[std::string(table)] = rows; };
  };
  const auto transaction = *Transaction::begin(*source_, Access::read);
  ASSERT_TRUE(copy_records(*source_, *target, into(copied), into(read)));
  EXPECT_EQ(copied.at("measurement"), 3);
  EXPECT_EQ(copied.at("analysis"), 0);
  EXPECT_EQ(copied, read);
}

TEST_F(CopiedRecords, ThatAreChangedAreNamed) {
  const auto target = empty_file("changed.sqlite");
  const auto copied = *copy(*source_, *target);
  ASSERT_TRUE(target->execute("update isolate set species = 'E. coli' where id = 2"));
  const auto compared = require_same(copied, *summarize_records(*target), "changed.sqlite");
  ASSERT_FALSE(compared);
  EXPECT_EQ(compared.error().code, ErrorCode::corrupt);
  EXPECT_NE(compared.error().message.find("table isolate"), std::string::npos);
}

TEST_F(CopiedRecords, WhoseReferencesLeadNowhereAreRefused) {
  const auto file = empty_file("torn.sqlite");
  ASSERT_TRUE(copy(*source_, *file));
  ASSERT_TRUE(file->execute("pragma foreign_keys = off"));
  ASSERT_TRUE(file->execute("drop trigger referral_is_kept_on_delete"));
  ASSERT_TRUE(file->execute("delete from referral where id = 1"));
  const TestDatabase other(directory_ / "refused.sqlite");
  const auto target = migrated(other.open());
  const auto refused = copy(*file, *target);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_NE(refused.error().text().find("isolate"), std::string::npos) << refused.error().text();
  EXPECT_TRUE(*is_without_records(*target));
  // From then on SQLite looks at references again.
  if (target->dialect() == Dialect::postgresql) return;
  EXPECT_EQ(target->query("pragma foreign_keys")->front().integer(0), 1);
}

}  // namespace
}  // namespace kres::storage

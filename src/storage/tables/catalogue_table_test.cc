// The catalogue: strains found by species, determinants, MICs, year and what is left.
#include "storage/tables/catalogue_table.h"
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;

const Instant kNoon = *parse_instant("2026-11-21T12:00:00Z");

class Catalogue : public RegistryFixture {
 protected:
  void SetUp() override {
    RegistryFixture::SetUp();
    auto work = begin();
    const auto site = *work->storage_places().add({.kind = PlaceKind::site, .name = "T"});
    box_ = *work->storage_places().add(
        {.parent = site, .kind = PlaceKind::box, .name = "1", .box = {9, 9}});
    add(*work, "a", "Escherichia coli", "38", {"blaOXA-244", "carbapenemase"}, "=", 0.5);
    add(*work, "b", "Escherichia coli", "131", {"blaCTX-M-15"}, "<=", 0.125);
    add(*work, "c", "Klebsiella pneumoniae", "258", {"blaKPC-2", "carbapenemase"}, ">", 16);
    ASSERT_TRUE(work->commit());
  }

  // `verdict`: of its analysis; empty if it was never sequenced.
  void add(UnitOfWork& work, const std::string& sender_id, const std::string& species,
           const std::string& st, const std::vector<std::string>& findings, const std::string& sign,
           double meropenem, const std::string& verdict = "pass") {
    auto isolate = add_isolate(work, sender_id);
    isolate.summary.species = species;
    isolate.summary.st = st;
    if (!verdict.empty()) isolate.current_analysis = add_analysis(work, isolate.id, verdict);
    ASSERT_TRUE(work.isolates().update(isolate));
    std::vector<IsolateFinding> found;
    for (const auto& name : findings) found.push_back({"determinant", name});
    ASSERT_TRUE(work.catalogue().keep_findings(isolate.id, found));
    ASSERT_TRUE(work.measurements().add({.isolate = isolate.id,
                                         .agent = "meropenem",
                                         .method = "broth_microdilution",
                                         .sign = sign,
                                         .value = meropenem,
                                         .unit = "mg/L",
                                         .entered_by = "kari",
                                         .entered = kNoon}));
    const auto strain =
        *work.strains().add({.isolate = isolate.id, .banked_by = "kari", .banked = kNoon});
    ASSERT_TRUE(work.strains().add_terms(strain.id, {.entered_by = "kari", .entered = kNoon}));
    const auto lot = *work.strains().add_lot({.strain = strain.id,
                                              .made = {2026, 11, 20},
                                              .medium = "glycerol",
                                              .entered_by = "kari",
                                              .entered = kNoon});
    const int position = static_cast<int>(strain.id.value);
    ASSERT_TRUE(work.vials().add(
        {.lot = lot.id, .number = 1, .code = strain.number + "-1", .spot = Spot{box_, position}}));
    senders_[strain.number] = sender_id;
  }

  static AnalysisId add_analysis(UnitOfWork& work, IsolateId isolate, const std::string& verdict) {
    const std::string genome(64, 'a');
    EXPECT_TRUE(work.blobs().add({genome, 12, "text/plain", "a.fasta"}));
    return *work.analyses().add({.isolate = isolate,
                                 .input_sha256 = genome,
                                 .software = "kres",
                                 .reference_name = "default",
                                 .reference_digest = "1",
                                 .settings_digest = "2",
                                 .verdict = verdict,
                                 .result = "{}",
                                 .created = kNoon});
  }

  // The analysis could not have seen this target.
  void keep_unassessed(UnitOfWork& work, const std::string& sender_id, const std::string& target) {
    const auto entries = *work.catalogue().list({});
    for (const auto& entry : entries) {
      if (senders_[entry.strain.number] != sender_id) continue;
      ASSERT_TRUE(work.catalogue().keep_findings(entry.strain.isolate, {{"unassessed", target}}));
    }
  }

  // Senders' identifiers of what is found, in order: "ab".
  std::string found(const CatalogueFilter& filter) {
    const auto work = begin();
    const auto entries = work->catalogue().list(filter);
    EXPECT_TRUE(entries) << entries.error().text();
    std::string text;
    for (const auto& entry : *entries) text += senders_[entry.strain.number];
    EXPECT_EQ(work->catalogue().count(filter).value(), static_cast<std::int64_t>(text.size()));
    return text;
  }

  StoragePlaceId box_;
  std::map<std::string, std::string> senders_;
};

TEST_F(Catalogue, IsSearchedBySpeciesTypeAndYear) {
  EXPECT_EQ(found({}), "abc");
  EXPECT_EQ(found({.species = "escherichia COLI"}), "ab");
  EXPECT_EQ(found({.species = "Klebsiella"}), "c");
  EXPECT_EQ(found({.species = "K%"}), "") << "a % is a letter like others";
  EXPECT_EQ(found({.st = "131"}), "b");
  EXPECT_EQ(found({.year = 2026}), "abc");
  EXPECT_EQ(found({.year = 2025}), "");
  EXPECT_EQ(found({.text = "krs-0002"}), "b");
}

TEST_F(Catalogue, IsSearchedByWhatIsThereAndWhatIsNot) {
  EXPECT_EQ(found({.present = {"blaOXA-244"}}), "a");
  EXPECT_EQ(found({.present = {"blaOXA*"}}), "a");
  EXPECT_EQ(found({.present = {"blaOXA"}}), "") << "a name is whole unless it ends in a star";
  EXPECT_EQ(found({.present = {"Carbapenemase"}}), "ac");
  EXPECT_EQ(found({.absent = {"carbapenemase"}}), "b");
  EXPECT_EQ(found({.present = {"carbapenemase"}, .absent = {"blaKPC*"}}), "a");
}

TEST_F(Catalogue, ReadsAbsenceFromAGenomeThatCanShowIt) {
  {
    auto work = begin();
    add(*work, "d", "Escherichia coli", "", {}, "=", 0.25, "");
    add(*work, "e", "Escherichia coli", "", {}, "=", 0.25, "fail");
    add(*work, "f", "Escherichia coli", "10", {}, "=", 0.25, "warn");
    add(*work, "h", "Escherichia coli", "73", {}, "=", 0.25);
    add(*work, "i", "Enterococcus faecium", "80", {}, "=", 0.25);
    keep_unassessed(*work, "h", "carbapenemase");
    keep_unassessed(*work, "i", "23S");
    ASSERT_TRUE(work->commit());
  }
  EXPECT_EQ(found({}), "abcdefhi");
  EXPECT_EQ(found({.absent = {"carbapenemase"}}), "bfi")
      << "d was never sequenced, e's assembly failed, h's reads were too few";
  EXPECT_EQ(found({.absent = {"blaKPC*"}}), "abfi") << "a gene of a family that is not covered";
  EXPECT_EQ(found({.absent = {"23S G2576T"}}), "abcfh") << "i's ribosomal RNA could not be judged";
  EXPECT_EQ(found({.present = {"carbapenemase"}}), "ac") << "not looked for is not found";
}

TEST_F(Catalogue, ABoundOfAMicCountsOnlyWhereItsWholeRangeLies) {
  const auto meropenem = [](std::optional<double> from, std::optional<double> to) {
    return CatalogueFilter{.phenotype = PhenotypeTerm{"meropenem", from, to, ""}};
  };
  EXPECT_EQ(found(meropenem({}, 0.5)), "ab") << "<=0.125 is at most 0.5";
  EXPECT_EQ(found(meropenem(0.06, 0.5)), "a") << "<=0.125 may be less than 0.06";
  EXPECT_EQ(found(meropenem(8, {})), "c");
  EXPECT_EQ(found(meropenem({}, 32)), "ab") << ">16 may be more than 32";
  EXPECT_EQ(found({.phenotype = PhenotypeTerm{"colistin", {}, 2, ""}}), "");
}

TEST_F(Catalogue, KnowsWhatIsLeftAndWhatMayBeGiven) {
  {
    auto work = begin();
    auto vial = work->vials().at({box_, 1})->value().vial;
    vial.spot.reset();
    ASSERT_TRUE(work->vials().update(vial));
    const auto closed = work->catalogue().list({.st = "131"})->front().strain.id;
    ASSERT_TRUE(work->strains().add_terms(
        closed, {.distribution = Distribution::closed, .entered_by = "kari", .entered = kNoon}));
    ASSERT_TRUE(work->commit());
  }
  EXPECT_EQ(found({.availability = Availability::in_stock}), "bc");
  EXPECT_EQ(found({.availability = Availability::distributable}), "c");
}

TEST_F(Catalogue, CountsNoVialOfALotThatACheckCondemned) {
  const auto check = [&](const char* st, CheckKind kind, CheckResult result, Date day) {
    auto work = begin();
    const auto strain = work->catalogue().list({.st = st})->front().strain.id;
    ASSERT_TRUE(work->strains().add_check({.lot = work->strains().lots_of(strain)->front().id,
                                           .kind = kind,
                                           .result = result,
                                           .checked = day,
                                           .statement = "looked at",
                                           .entered_by = "kari",
                                           .entered = kNoon}));
    ASSERT_TRUE(work->commit());
  };
  check("38", CheckKind::viability, CheckResult::not_viable, {2026, 11, 21});
  check("131", CheckKind::identity, CheckResult::other_strain, {2026, 11, 21});
  check("258", CheckKind::viability, CheckResult::not_viable, {2026, 11, 20});
  check("258", CheckKind::viability, CheckResult::viable, {2026, 11, 21});
  EXPECT_EQ(found({.availability = Availability::in_stock}), "c");
  EXPECT_EQ(found({.availability = Availability::distributable}), "c");
  EXPECT_EQ(begin()->catalogue().list({.st = "38"})->front().vials, 0);
  EXPECT_EQ(begin()->catalogue().list({.st = "258"})->front().vials, 1);
}

TEST_F(Catalogue, GoesOnAfterTheLastLineOfAPage) {
  auto work = begin();
  const auto first = *work->catalogue().list({.limit = 2});
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].vials, 1);
  const auto second = *work->catalogue().list({.after = first[1].strain.number, .limit = 2});
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(senders_[second[0].strain.number], "c");
}

// What a search costs grows with the bank, not with the registry.
TEST_F(Catalogue, IsSearchedAlongTheStrainsAndNotAlongAllIsolates) {
  const auto session = open_session();
  if (session->dialect() != Dialect::sqlite) GTEST_SKIP() << "PostgreSQL goes by its statistics";
  const auto statement = statement_of_a_count(
      {.present = {"blaOXA-244", "blaCTX*"},
       .phenotype = PhenotypeTerm{.agent = "meropenem", .from = 2, .category = "R"}});
  const auto rows = *session->query("explain query plan " + statement.sql, statement.parameters);
  std::string plan;
  for (const auto& row : rows) plan += row.text(3) + "\n";
  for (const auto* scanned : {"SCAN isolate", "SCAN measurement", "SCAN interpretation"})
    EXPECT_EQ(plan.find(scanned), std::string::npos) << plan;
  EXPECT_NE(plan.find("isolate_finding_by_word (isolate=? AND word=?)"), std::string::npos) << plan;
  EXPECT_NE(plan.find("measurement_by_isolate (isolate=? AND agent=?)"), std::string::npos) << plan;
}

}  // namespace
}  // namespace kres::storage

// The work list: accession numbers, order, filters, pages.
#include "storage/tables/registry_fixture.h"

#include <algorithm>

#include "laboratory/accession.h"
#include "storage/tables/isolate_table.h"

namespace kres::storage {
namespace {

using namespace laboratory;

class WorkList : public RegistryFixture {
 protected:
  std::vector<std::string> senders(const IsolatePage& page) {
    std::vector<std::string> ids;
    for (const auto& isolate : page.isolates) ids.push_back(isolate.sender_id);
    return ids;
  }
};
using Ids = std::vector<std::string>;

TEST_F(WorkList, AccessionsCountPerYearAndUnit) {
  auto work = begin();
  EXPECT_EQ(add_isolate(*work, "a").accession, make_accession(2026, MicrobeGroup::CPO, 1));
  EXPECT_EQ(add_isolate(*work, "b").accession, make_accession(2026, MicrobeGroup::CPO, 2));
  EXPECT_EQ(add_isolate(*work, "c", {2027, 1, 2}).accession,
            make_accession(2027, MicrobeGroup::CPO, 1));
}

TEST_F(WorkList, AnAccessionOfWorkThatDidNotHappenIsGivenAgain) {
  { add_isolate(*begin(), "a"); }
  EXPECT_EQ(add_isolate(*begin(), "b").accession, make_accession(2026, MicrobeGroup::CPO, 1));
}

TEST_F(WorkList, TheLeastTimeLeftComesFirstAndAnsweredOnesLast) {
  auto work = begin();
  auto done = add_isolate(*work, "answered early", {2026, 11, 1});
  auto later = add_isolate(*work, "answered late", {2026, 11, 1});
  add_isolate(*work, "new", {2026, 11, 20});
  add_isolate(*work, "old", {2026, 11, 10});
  done.answered = Date{2026, 11, 5};
  later.answered = Date{2026, 11, 6};
  done.state = later.state = IsolateState::answered;
  ASSERT_TRUE(work->isolates().update(done));
  ASSERT_TRUE(work->isolates().update(later));
  EXPECT_EQ(senders(*work->isolates().list({})),
            (Ids{"old", "new", "answered late", "answered early"}));
  EXPECT_EQ(senders(*work->isolates().list({.overdue_on = Date{2026, 11, 20}})), Ids{"old"});
  EXPECT_EQ(senders(*work->isolates().list({.overdue_on = Date{2026, 11, 17}})), Ids{});
  const auto counts = *work->isolates().counts({2026, 11, 20});
  EXPECT_EQ(counts.overdue, 1);
  EXPECT_EQ(counts.by_state.at(IsolateState::answered), 2);
  EXPECT_EQ(counts.by_state.at(IsolateState::received), 2);
  EXPECT_EQ(counts.by_state.at(IsolateState::failed), 0);
}

TEST_F(WorkList, PagesJoinWithoutGapOrOverlap) {
  auto work = begin();
  Ids all;
  for (int i = 0; i < 7; ++i) all.push_back(add_isolate(*work, "s" + std::to_string(i)).sender_id);
  Ids seen;
  IsolateFilter filter{.limit = 3};
  int pages = 0;
  do {
    const auto page = *work->isolates().list(filter);
    EXPECT_EQ(page.total, 7);
    for (const auto& id : senders(page)) seen.push_back(id);
    filter.cursor = page.next_cursor;
    ++pages;
  } while (!filter.cursor.empty());
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(seen, all);
  EXPECT_EQ(work->isolates().list({.cursor = "x"}).error().code, ErrorCode::bad_input);
}

TEST_F(WorkList, IsSearchedByAnyPartAndSignsAreLiteral) {
  auto work = begin();
  auto isolate = add_isolate(*work, "AB_1");
  add_isolate(*work, "AB%2");
  isolate.summary = {.species = "Klebsiella pneumoniae",
                     .st = "ST11",
                     .key_findings = {"blaKPC-2", "rmtB"},
                     .case_definitions = {"CPO"}};
  isolate.state = IsolateState::ready;
  ASSERT_TRUE(work->isolates().update(isolate));
  const auto search = [&](std::string text) {
    return senders(*work->isolates().list({.text = std::move(text)}));
  };
  EXPECT_EQ(search("PNEUMO"), Ids{"AB_1"});
  EXPECT_EQ(search("ab_"), Ids{"AB_1"});
  EXPECT_EQ(search("%2"), Ids{"AB%2"});
  EXPECT_EQ(search("2026-cpo").size(), 2u);
  EXPECT_EQ(senders(*work->isolates().list({.state = IsolateState::ready})), Ids{"AB_1"});
  EXPECT_EQ((*work->isolates().find(isolate.accession))->summary, isolate.summary);
}

TEST_F(WorkList, ASearchTakesOneLetterAndNorwegianOnesInEitherCase) {
  auto work = begin();
  add_isolate(*work, "Ærø-7");
  add_isolate(*work, "b\\8");
  const auto search = [&](std::string text) {
    return senders(*work->isolates().list({.text = std::move(text)}));
  };
  EXPECT_EQ(search("ø-"), Ids{"Ærø-7"});
  EXPECT_EQ(search("ÆR"), Ids{"Ærø-7"}) << "R in either case";
  EXPECT_EQ(search("\\"), Ids{"b\\8"});
  EXPECT_EQ(search("\\8"), Ids{"b\\8"});
  EXPECT_EQ(search("Ø-"), Ids{"Ærø-7"});
  EXPECT_EQ(search("ærØ"), Ids{"Ærø-7"});
  EXPECT_EQ(search("TROMSØ").size(), 2u);
  EXPECT_EQ(search("tromsø").size(), 2u) << "by the name of the laboratory";
  EXPECT_EQ(search("u").size(), 2u) << "by its code";
}

// The database goes by the order of the list: what a page costs does not grow with the registry.
TEST_F(WorkList, AListOf100000OpensAsFastAsOneOf100) {
  const auto session = open_session();
  const bool sqlite = session->dialect() == Dialect::sqlite;
  if (!sqlite) {
    ASSERT_TRUE(session->execute("set enable_seqscan = off"));
  }
  for (const auto* condition : {"where 1 = 1 and list_key > '1|'", "where 1 = 1 and state = 'x'",
                                "where 1 = 1 and laboratory in ('UNN')"}) {
    const auto rows = session->query(
        (sqlite ? "explain query plan " : "explain ") + statement_of_a_page(condition),
        {{"limit", 51}});
    ASSERT_TRUE(rows) << rows.error().text();
    std::string plan;
    for (const auto& row : *rows) plan += row.text(sqlite ? 3 : 0) + "\n";
    for (const auto* whole_table : {"SCAN", "Seq Scan"})
      EXPECT_EQ(plan.find(whole_table), std::string::npos) << condition << "\n" << plan;
  }
}

TEST_F(WorkList, WhatListsAreCountedFromIsWhatThereIs) {
  auto work = begin();
  auto first = add_isolate(*work, "a", {2026, 11, 1});
  auto second = add_isolate(*work, "b", {2026, 11, 2});
  add_isolate(*work, "c");
  first.answered = Date{2026, 11, 5};
  second.answered = Date{2026, 11, 6};
  first.state = second.state = IsolateState::answered;
  first = *work->isolates().update(first);
  ASSERT_TRUE(work->isolates().update(second));
  first.summary.species = "Escherichia coli";
  ASSERT_TRUE(work->isolates().update(first)) << "a change that leaves the state alone";
  EXPECT_EQ(work->isolates().list({.state = IsolateState::answered, .limit = 1})->total, 2);
  EXPECT_EQ(work->isolates().list({.limit = 1})->total, 3);
  EXPECT_EQ(work->isolates().list({.text = "escherichia"})->total, 1);
  EXPECT_EQ(*work->isolates().days_to_answer(), (std::map<int, std::int64_t>{{4, 2}}));
  ASSERT_TRUE(work->commit());
  const auto session = open_session();
  const auto counted = *session->query("select state, count(*) from isolate group by state");
  const auto kept = *session->query("select state, isolates from isolate_tally where isolates > 0");
  ASSERT_EQ(kept.size(), counted.size());
  for (const auto& row : counted)
    EXPECT_TRUE(std::any_of(kept.begin(), kept.end(), [&](const Row& other) {
      return other.text(0) == row.text(0) && other.integer(1) == row.integer(1);
    })) << row.text(0);
}

TEST_F(WorkList, APageKnowsHowEachOfItsIsolatesStands) {
  auto work = begin();
  const auto bare = add_isolate(*work, "bare");
  const auto measured = add_isolate(*work, "measured");
  ASSERT_TRUE(work->measurements().add({.isolate = measured.id,
                                        .agent = "meropenem",
                                        .method = "gradient",
                                        .sign = "=",
                                        .value = 8,
                                        .unit = "mg/L",
                                        .entered_by = "kari"}));
  std::vector<laboratory::SenderQuery> asked{
      {.isolate = measured.id, .laboratory = "UNN", .question_nb = "Hva?", .question_en = "What?"}};
  ASSERT_TRUE(work->sender_queries().add(asked));
  ASSERT_TRUE(work->jobs().add(
      {.kind = std::string(kAnalysisJob), .isolate = measured.id, .requested_by = "kari"}));
  auto standings = *work->isolates().standings({bare, measured});
  ASSERT_EQ(standings.size(), 2u);
  EXPECT_FALSE(standings[bare.id].has_measurements);
  EXPECT_TRUE(standings[bare.id].all_explained) << "nothing stands that could be left out";
  EXPECT_FALSE(standings[bare.id].analysing);
  EXPECT_EQ(standings[bare.id].open_queries, 0);
  EXPECT_TRUE(standings[measured.id].has_measurements);
  EXPECT_FALSE(standings[measured.id].has_genome);
  EXPECT_FALSE(standings[measured.id].all_explained);
  EXPECT_TRUE(standings[measured.id].analysing);
  EXPECT_EQ(standings[measured.id].open_queries, 1);
  EXPECT_FALSE(standings[measured.id].answer);
}

TEST_F(WorkList, OfTwoWhoChangeOneIsolateTheSecondIsTold) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  EXPECT_EQ(work->isolates().update(isolate)->revision, 2);
  EXPECT_EQ(work->isolates().update(isolate).error().code, ErrorCode::conflict);
}

TEST_F(WorkList, AFileIsAttachedOnce) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  const Blob blob{.sha256 = std::string(64, 'a'),
                  .size = 3,
                  .media_type = "text/x-fasta",
                  .original_name = "g.fna"};
  ASSERT_TRUE(work->blobs().add(blob));
  const IsolateFile file{.blob = blob, .place = {FileRole::reads_2, 3}, .delivery = 2};
  ASSERT_TRUE(work->isolates().attach(isolate.id, file));
  ASSERT_TRUE(work->isolates().attach(isolate.id, file));
  const auto files = *work->isolates().files(isolate.id);
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files[0].blob.original_name, "g.fna");
  EXPECT_EQ(files[0].blob.size, 3u);
  EXPECT_EQ(files[0].place, file.place);
  EXPECT_EQ(files[0].delivery, 2);
}

}  // namespace
}  // namespace kres::storage

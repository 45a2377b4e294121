// The work list: accession numbers, order, filters, pages.
#include "storage/tables/registry_fixture.h"

#include "laboratory/accession.h"

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

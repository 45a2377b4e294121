// Uploads go forward byte by byte and end once.
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;

const Instant kNoon = *parse_instant("2026-11-21T12:00:00Z");
const Instant kLater = *parse_instant("2026-11-21T12:05:00Z");

class Uploads : public RegistryFixture {
 protected:
  Upload begin_pair(UnitOfWork& work, IsolateId isolate) {
    auto upload = work.uploads().add(
        {.isolate = isolate,
         .created_by = "kari",
         .created = kNoon,
         .changed = kNoon,
         .files = {{.place = {FileRole::reads_1, 1}, .name = "R1.fq.gz", .size = 1000},
                   {.place = {FileRole::reads_2, 1},
                    .name = "R2.fq.gz",
                    .size = 6'000'000'000,
                    .sha256 = std::string(64, 'b')}}});
    EXPECT_TRUE(upload) << upload.error().text();
    return *upload;
  }
};

TEST_F(Uploads, AreFoundAsTheyWereMade) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  const auto id = begin_pair(*work, isolate.id).id;
  const auto found = **work->uploads().find(id);
  EXPECT_EQ(found.accession, isolate.accession);
  EXPECT_EQ(found.state, UploadState::open);
  ASSERT_EQ(found.files.size(), 2u);
  EXPECT_EQ(found.files[0].number, 1);
  EXPECT_EQ(found.files[1].place, (FilePlace{FileRole::reads_2, 1}));
  EXPECT_EQ(found.files[1].size, 6'000'000'000u) << "more than 32 bits hold";
  EXPECT_EQ(found.files[1].sha256, std::string(64, 'b'));
  EXPECT_EQ(found.size(), 6'000'001'000u);
  EXPECT_FALSE(*work->uploads().find({id.value + 1}));
}

TEST_F(Uploads, AdvanceOnlyFromWhereTheyAre) {
  auto work = begin();
  const auto id = begin_pair(*work, add_isolate(*work, "a").id).id;
  ASSERT_TRUE(work->uploads().advance(id, 1, 0, 400, kLater));
  EXPECT_EQ(work->uploads().advance(id, 1, 0, 400, kLater).error().code, ErrorCode::conflict);
  EXPECT_FALSE(work->uploads().advance(id, 3, 0, 400, kLater)) << "there is no third file";
  ASSERT_TRUE(work->uploads().advance(id, 1, 400, 1000, kLater));
  const auto found = **work->uploads().find(id);
  EXPECT_EQ(found.files[0].received, 1000u);
  EXPECT_EQ(found.files[1].received, 0u);
  EXPECT_EQ(found.changed, kLater);
  EXPECT_FALSE(found.whole());
}

TEST_F(Uploads, EndOnce) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "a");
  auto upload = begin_pair(*work, isolate.id);
  EXPECT_EQ(work->uploads().open_of(isolate.id)->size(), 1u);
  upload.state = UploadState::cancelled;
  upload.changed = kLater;
  ASSERT_TRUE(work->uploads().finish(upload));
  EXPECT_TRUE(work->uploads().open_of(isolate.id)->empty());
  EXPECT_TRUE(work->uploads().all_open()->empty());
  EXPECT_EQ(work->uploads().finish(upload).error().code, ErrorCode::conflict);
  EXPECT_FALSE(work->uploads().advance(upload.id, 1, 0, 10, kLater));
}

}  // namespace
}  // namespace kres::storage

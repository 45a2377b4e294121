// What belongs together when a genome is sent.
#include "laboratory/isolate_file.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

using enum FileRole;

TEST(Delivery, IsOneAssemblyOrAllMatesOfALibrary) {
  EXPECT_TRUE(check_delivery({{assembly, 0}}));
  EXPECT_TRUE(check_delivery({{reads_1, 1}, {reads_2, 1}}));
  EXPECT_TRUE(check_delivery({{reads_2, 2}, {reads_1, 1}, {reads_2, 1}, {reads_1, 2}}));
  EXPECT_TRUE(check_delivery({{reads, 1}, {reads, 2}}));
  EXPECT_TRUE(check_delivery({{long_reads, 1}}));
  EXPECT_TRUE(check_delivery({{reads_interleaved, 1}}));
}

TEST(Delivery, LacksNothingAndMixesNothing) {
  EXPECT_FALSE(check_delivery({}));
  EXPECT_FALSE(check_delivery({{reads_1, 1}})) << "its mates are missing";
  EXPECT_FALSE(check_delivery({{reads_2, 1}}));
  EXPECT_FALSE(check_delivery({{reads_1, 1}, {reads_2, 2}}));
  EXPECT_FALSE(check_delivery({{reads_1, 1}, {reads_1, 1}}));
  EXPECT_FALSE(check_delivery({{reads, 1}, {reads, 1}}));
  EXPECT_FALSE(check_delivery({{reads, 1}, {long_reads, 2}})) << "two libraries";
  EXPECT_FALSE(check_delivery({{assembly, 0}, {reads, 1}}));
  EXPECT_FALSE(check_delivery({{assembly, 0}, {assembly, 0}}));
  EXPECT_FALSE(check_delivery({{reads, 0}}));
  EXPECT_FALSE(check_delivery({{reads, kMostLanes + 1}}));
}

TEST(Delivery, TheNewestIsTheOneThatIsAnalysed) {
  const auto file = [](const char* name, FileRole role, int lane, int delivery) {
    return IsolateFile{
        .blob = {.original_name = name}, .place = {role, lane}, .delivery = delivery};
  };
  EXPECT_TRUE(newest_delivery({}).empty());
  EXPECT_EQ(next_delivery({}), 1);
  const auto files = newest_delivery({file("old.fna", assembly, 0, 1), file("b2", reads_2, 2, 2),
                                      file("a2", reads_2, 1, 2), file("a1", reads_1, 1, 2),
                                      file("b1", reads_1, 2, 2)});
  std::string names;
  for (const auto& one : files) names += one.blob.original_name + " ";
  EXPECT_EQ(names, "a1 a2 b1 b2 ");
  EXPECT_EQ(next_delivery(files), 3);
}

TEST(Delivery, RolesHaveNamesBothWays) {
  for (const auto role : {assembly, reads_1, reads_2, reads, reads_interleaved, long_reads})
    EXPECT_EQ(file_role_from(name_of(role)), role);
  EXPECT_FALSE(file_role_from("reads_3"));
}

}  // namespace
}  // namespace kres::laboratory

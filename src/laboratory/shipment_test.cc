// Scanning: what is expected, what is not, and when the clock starts.
#include "laboratory/shipment.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

Isolate awaited(std::int64_t id, SampleState sample = SampleState::dispatched) {
  return {.id = {id},
          .received = {2026, 11, 2},
          .due = {2026, 11, 9},
          .sample = sample,
          .state = IsolateState::expected};
}

TEST(Scanning, ATubeOnTheListOfItsBoxIsReceivedAndOneThatIsNotIsUnexpected) {
  const Shipment box{.tubes = {{1}, {2}}};
  EXPECT_EQ(outcome_of(awaited(1), &box), ScanOutcome::received);
  EXPECT_EQ(outcome_of(awaited(3), &box), ScanOutcome::unexpected);
  EXPECT_EQ(outcome_of(awaited(1, SampleState::received), &box), ScanOutcome::already);
  EXPECT_EQ(outcome_of(awaited(1, SampleState::missing), &box), ScanOutcome::received);
}

TEST(Scanning, ATubeThatComesByItselfIsReceivedUnlessOnlyDataWereAnnounced) {
  EXPECT_EQ(outcome_of(awaited(1, SampleState::expected), nullptr), ScanOutcome::received);
  EXPECT_EQ(outcome_of(awaited(1, SampleState::none), nullptr), ScanOutcome::unexpected);
}

TEST(Scanning, TheClockStartsWhenTheTubeComesAndGoesBackWhenTheScanIsUndone) {
  const auto before = awaited(1);
  const auto after = with_tube_received(before, {2026, 11, 20}, false);
  EXPECT_EQ(after.received, (Date{2026, 11, 20}));
  EXPECT_EQ(after.due, (Date{2026, 11, 27}));
  EXPECT_EQ(after.sample, SampleState::received);
  const auto undone =
      with_scan_undone(after, {.sample_before = before.sample, .received_before = before.received});
  EXPECT_EQ(undone.received, before.received);
  EXPECT_EQ(undone.due, before.due);
  EXPECT_EQ(undone.sample, SampleState::dispatched);
}

TEST(Scanning, DataThatCameFirstKeepTheirDay) {
  const auto isolate = awaited(1);
  EXPECT_EQ(with_tube_received(isolate, {2026, 11, 20}, true).received, (Date{2026, 11, 2}));
}

TEST(Scanning, ADraftOfWhatTheSenderMeasuredStartsNoClock) {
  auto isolate = awaited(1);
  isolate.state = IsolateState::draft;
  EXPECT_EQ(with_tube_received(isolate, {2026, 11, 20}, false).received, (Date{2026, 11, 20}));
}

TEST(Shipments, NeedANumberAndTubes) {
  EXPECT_TRUE(check_shipment("B-12", 1));
  EXPECT_FALSE(check_shipment("  ", 1));
  EXPECT_FALSE(check_shipment(std::string(41, 'x'), 1));
  EXPECT_FALSE(check_shipment("B-12", 0));
  EXPECT_FALSE(check_shipment("B-12", 401));
}

}  // namespace
}  // namespace kres::laboratory

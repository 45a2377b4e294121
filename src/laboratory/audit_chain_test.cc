// The audit trail finds what was changed, removed, reordered or cut.
#include "laboratory/audit_chain.h"

#include <vector>

#include <gtest/gtest.h>

#include "base/digest.h"

namespace kres::laboratory {
namespace {

std::vector<AuditEvent> trail(int length) {
  std::vector<AuditEvent> events;
  for (int i = 0; i < length; ++i) {
    AuditEntry entry{.person = "kari",
                     .time = Instant(std::chrono::milliseconds(1000 * i)),
                     .event = "isolate.received",
                     .subject = "2026-CPO-000" + std::to_string(i),
                     .detail = {},
                     .before_digest = {},
                     .after_digest = sha256_hex(std::to_string(i))};
    events.push_back(chain(std::move(entry), events.empty() ? nullptr : &events.back()));
  }
  return events;
}

std::string verify(const std::vector<AuditEvent>& events, const AuditHead& head) {
  AuditVerifier verifier;
  verifier.expect(head, "the kept head");
  for (const auto& event : events)
    if (const auto ok = verifier.next(event); !ok) return ok.error().message;
  const auto finished = verifier.finish();
  return finished ? "" : finished.error().message;
}

AuditHead head_of(const std::vector<AuditEvent>& events) {
  return {events.back().sequence, events.back().hash};
}

TEST(AuditTrail, AnUntouchedTrailHolds) {
  const auto events = trail(5);
  EXPECT_EQ(verify(events, head_of(events)), "");
  EXPECT_EQ(events.front().previous_hash, kGenesisHash);
}

TEST(AuditTrail, AnyChangedFieldIsFound) {
  const auto good = trail(5);
  const auto head = head_of(good);
  const auto changed = [&](auto change) {
    auto events = good;
    change(events[2].entry);
    return verify(events, head);
  };
  const std::string found = "event 3 was changed";
  EXPECT_EQ(changed([](AuditEntry& e) { e.person = "ola"; }), found);
  EXPECT_EQ(changed([](AuditEntry& e) { e.time += std::chrono::milliseconds(1); }), found);
  EXPECT_EQ(changed([](AuditEntry& e) { e.event = "isolate.moved"; }), found);
  EXPECT_EQ(changed([](AuditEntry& e) { e.subject += "x"; }), found);
  EXPECT_EQ(changed([](AuditEntry& e) { e.detail = "x"; }), found);
  EXPECT_EQ(changed([](AuditEntry& e) { e.before_digest = e.after_digest; }), found);
  EXPECT_EQ(changed([](AuditEntry& e) { e.after_digest.clear(); }), found);
}

TEST(AuditTrail, AChangeWithANewHashBreaksTheNextLink) {
  auto events = trail(5);
  events[2].entry.person = "ola";
  events[2].hash = sha256_hex(canonical_text(events[2]));
  EXPECT_EQ(verify(events, head_of(events)), "event 4 does not follow from the one before it");
}

TEST(AuditTrail, ARemovedEventIsFound) {
  auto events = trail(5);
  const auto head = head_of(events);
  events.erase(events.begin() + 1);
  EXPECT_EQ(verify(events, head), "event 2 is missing; the next one is 3");
}

TEST(AuditTrail, SwappedEventsAreFound) {
  auto events = trail(5);
  const auto head = head_of(events);
  std::swap(events[1].entry, events[2].entry);
  EXPECT_EQ(verify(events, head), "event 2 was changed");
  std::swap(events[1], events[2]);
  EXPECT_EQ(verify(events, head), "event 2 is missing; the next one is 3");
}

TEST(AuditTrail, ACutEndIsFoundByTheKeptHead) {
  auto events = trail(5);
  const auto head = head_of(events);
  events.pop_back();
  EXPECT_EQ(verify(events, head),
            "the trail ends at event 4 without the event that the kept head names: it was cut or "
            "rewritten");
}

TEST(AuditTrail, AHeadKeptEarlierStillHolds) {
  const auto events = trail(5);
  EXPECT_EQ(verify(events, {3, events[2].hash}), "");
  EXPECT_EQ(verify(events, {}), "");
  EXPECT_NE(verify(events, {4, events[2].hash}), "");
}

TEST(AuditTrail, AWhollyRewrittenTrailIsFoundByTheKeptHead) {
  const auto head = head_of(trail(5));
  auto other = trail(5);
  other[0] = chain({.person = "x"}, nullptr);
  for (std::size_t i = 1; i < other.size(); ++i) other[i] = chain(other[i].entry, &other[i - 1]);
  EXPECT_NE(verify(other, head), "");
}

// Neighbouring fields cannot trade characters: their lengths are in the text.
TEST(AuditTrail, TwoDifferentEventsNeverHaveTheSameText) {
  AuditEvent a{.sequence = 1, .entry = {.person = "a", .detail = "b\nperson 1:c"}};
  AuditEvent b{.sequence = 1, .entry = {.person = "a", .detail = "b"}};
  EXPECT_NE(canonical_text(a), canonical_text(b));
}

}  // namespace
}  // namespace kres::laboratory

// A changed record has another digest.
#include "laboratory/record_digest.h"

#include <set>

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(RecordDigest, EveryFieldOfAReferralCounts) {
  const Referral base{.laboratory = "UNN", .sender_id = "L-1", .received = {2026, 11, 20}};
  std::set<std::string> digests{digest_of(base)};
  const auto with = [&](auto change) {
    auto changed = base;
    change(changed);
    EXPECT_TRUE(digests.insert(digest_of(changed)).second);
  };
  with([](Referral& r) { r.laboratory = "HUS"; });
  with([](Referral& r) { r.sender_id = "L-2"; });
  with([](Referral& r) { r.suspected_group = MicrobeGroup::VRE; });
  with([](Referral& r) { r.organism = "x"; });
  with([](Referral& r) { r.reason = "x"; });
  with([](Referral& r) { r.question = "x"; });
  with([](Referral& r) { r.clinical.infection_or_carriage = "x"; });
  with([](Referral& r) { r.clinical.material = "x"; });
  with([](Referral& r) { r.clinical.travel = "x"; });
  with([](Referral& r) { r.clinical.hospital_abroad = "x"; });
  with([](Referral& r) { r.clinical.known_contact = "x"; });
  with([](Referral& r) { r.clinical.ward = "x"; });
  with([](Referral& r) { r.patient.pseudonym = "x"; });
  with([](Referral& r) { r.patient.age = 0; });
  with([](Referral& r) { r.patient.sex = "x"; });
  with([](Referral& r) { r.patient.municipality = "x"; });
  with([](Referral& r) { r.sampled = Date{2026, 11, 19}; });
  with([](Referral& r) { r.received = {2026, 11, 21}; });
}

TEST(RecordDigest, TheNumberGivenByTheRegistryDoesNotCount) {
  Referral referral{.laboratory = "UNN"};
  const auto before = digest_of(referral);
  referral.id = {17};
  EXPECT_EQ(digest_of(referral), before);
}

TEST(RecordDigest, ValuesOfMeasurementsCountToTheLastDigit) {
  EXPECT_NE(digest_of(std::vector{MeasurementRecord{.value = 0.06}}),
            digest_of(std::vector{MeasurementRecord{.value = 0.0625}}));
  EXPECT_NE(digest_of(std::vector{MeasurementRecord{}, MeasurementRecord{}}),
            digest_of(std::vector{MeasurementRecord{}}));
}

TEST(RecordDigest, LoadAndGuidelineCountWhereTheyAreStated) {
  const auto of = [](const std::string& disk, const std::string& guideline) {
    return digest_of(std::vector{MeasurementRecord{.disk_ug = disk, .guideline = guideline}});
  };
  EXPECT_NE(of("", ""), of("10", ""));
  EXPECT_NE(of("", ""), of("", "CLSI"));
  EXPECT_NE(of("10", ""), of("30", ""));
}

TEST(RecordDigest, AnExplanationCountsTheInterpretationsItRestsOn) {
  EXPECT_NE(digest_of(ExplanationRecord{}, {{.category = "S"}}, {}),
            digest_of(ExplanationRecord{}, {{.category = "R"}}, {}));
}

}  // namespace
}  // namespace kres::laboratory

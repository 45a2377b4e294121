// Isolates, patients and cases of small collections, counted by hand.
#include "laboratory/count_cases.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const Date kJanuary{2026, 1, 1}, kDecember{2026, 12, 31};

CaseRule thirty_days() { return {.id = "r", .version = "1", .episode_days = 30, .source = "s"}; }

CountedIsolate isolate(const std::string& accession, const std::string& patient, Date day) {
  return {.isolate = accession,
          .laboratory = "UNN",
          .pseudonym = patient,
          .species = "Klebsiella pneumoniae",
          .genes = {"blaKPC"},
          .kind = "infection",
          .day = day};
}

CountedIsolate with_genes(CountedIsolate isolate, std::vector<std::string> genes) {
  isolate.genes = std::move(genes);
  return isolate;
}

CountedIsolate of_kind(CountedIsolate isolate, const std::string& kind) {
  isolate.kind = kind;
  return isolate;
}

// "isolates/patients/cases" of the year 2026.
std::string counts(const std::vector<CountedIsolate>& isolates, const CaseRule& rule) {
  const auto count = count_cases(isolates, rule, kJanuary, kDecember);
  return std::to_string(count.isolates) + "/" + std::to_string(count.patients) + "/" +
         std::to_string(count.cases);
}

std::vector<std::string> reasons(const std::vector<CountedIsolate>& isolates,
                                 const CaseRule& rule) {
  std::vector<std::string> all;
  for (const auto& row : count_cases(isolates, rule, kJanuary, kDecember).rows)
    all.push_back(row.begins);
  return all;
}

using Reasons = std::vector<std::string>;

TEST(CaseCount, TheLastDayOfAnEpisodeBelongsToItAndTheDayAfterDoesNot) {
  // 1 March + 30 days is 31 March.
  const auto first = isolate("1", "a", {2026, 3, 1});
  EXPECT_EQ(counts({first, isolate("2", "a", {2026, 3, 31})}, thirty_days()), "2/1/1");
  EXPECT_EQ(counts({first, isolate("2", "a", {2026, 4, 1})}, thirty_days()), "2/1/2");
  EXPECT_EQ(reasons({first, isolate("2", "a", {2026, 4, 1})}, thirty_days()),
            (Reasons{"first", "episode"}));
}

TEST(CaseCount, AnEpisodeIsCountedFromItsFirstOrFromItsLatestIsolate) {
  const std::vector<CountedIsolate> monthly = {isolate("1", "a", {2026, 3, 1}),
                                               isolate("2", "a", {2026, 3, 25}),
                                               isolate("3", "a", {2026, 4, 20})};
  EXPECT_EQ(counts(monthly, thirty_days()), "3/1/2");
  auto from_latest = thirty_days();
  from_latest.from_latest = true;
  EXPECT_EQ(counts(monthly, from_latest), "3/1/1");
  auto for_ever = thirty_days();
  for_ever.episode_days.reset();
  EXPECT_EQ(counts(monthly, for_ever), "3/1/1");
}

TEST(CaseCount, ALeapDayIsADay) {
  const auto first = isolate("1", "a", {2028, 2, 1});
  const auto rule = thirty_days();
  const auto cases = [&](Date day) {
    return count_cases({first, isolate("2", "a", day)}, rule, {2028, 1, 1}, {2028, 12, 31}).cases;
  };
  EXPECT_EQ(cases({2028, 3, 2}), 1U) << "29 days to the first of March, 30 to the second";
  EXPECT_EQ(cases({2028, 3, 3}), 2U);
}

TEST(CaseCount, AnotherSpeciesIsAnotherCaseOfTheSamePatient) {
  auto second = isolate("2", "a", {2026, 3, 2});
  second.species = "Escherichia coli";
  const std::vector<CountedIsolate> both = {isolate("1", "a", {2026, 3, 1}), second};
  EXPECT_EQ(counts(both, thirty_days()), "2/1/2");
  EXPECT_EQ(reasons(both, thirty_days()), (Reasons{"first", "species"}));
  auto together = thirty_days();
  together.species_apart = false;
  EXPECT_EQ(counts(both, together), "2/1/1");
}

TEST(CaseCount, AGeneTheCaseHasNotShownBeginsANewOne) {
  const auto both = [](const char* id, Date day) {
    return with_genes(isolate(id, "a", day), {"blaNDM", "blaOXA-48-like"});
  };
  const auto only = [](const char* id, Date day, const char* gene) {
    return with_genes(isolate(id, "a", day), {gene});
  };
  // Two genes at once are one case, and either of them alone belongs to it.
  EXPECT_EQ(counts({both("1", {2026, 3, 1}), only("2", {2026, 3, 2}, "blaNDM"),
                    only("3", {2026, 3, 3}, "blaOXA-48-like")},
                   thirty_days()),
            "3/1/1");
  // One gene first: the second gene begins another case.
  const std::vector<CountedIsolate> later = {only("1", {2026, 3, 1}, "blaOXA-48-like"),
                                             both("2", {2026, 3, 2}),
                                             only("3", {2026, 3, 3}, "blaOXA-48-like")};
  EXPECT_EQ(counts(later, thirty_days()), "3/1/2");
  EXPECT_EQ(reasons(later, thirty_days()), (Reasons{"first", "gene", ""}));
  auto together = thirty_days();
  together.genes_apart = false;
  EXPECT_EQ(counts(later, together), "3/1/1");
}

TEST(CaseCount, AGeneThatIsNotKnownBeginsNoCase) {
  EXPECT_EQ(
      counts({with_genes(isolate("1", "a", {2026, 3, 1}), {}), isolate("2", "a", {2026, 3, 2}),
              with_genes(isolate("3", "a", {2026, 3, 3}), {})},
             thirty_days()),
      "3/1/1");
}

TEST(CaseCount, CarriageAndInfectionAreApartOnlyByARuleThatSaysSo) {
  const std::vector<CountedIsolate> three = {of_kind(isolate("1", "a", {2026, 3, 1}), "carriage"),
                                             isolate("2", "a", {2026, 3, 2}),
                                             of_kind(isolate("3", "a", {2026, 3, 3}), "")};
  EXPECT_EQ(counts(three, thirty_days()), "3/1/1");
  auto apart = thirty_days();
  apart.kinds_apart = true;
  EXPECT_EQ(counts(three, apart), "3/1/2");
  EXPECT_EQ(reasons(three, apart), (Reasons{"first", "kind", ""}));
}

TEST(CaseCount, AnUnknownPatientIsAPatientOfTheirOwn) {
  const std::vector<CountedIsolate> unknown = {isolate("1", "", {2026, 3, 1}),
                                               isolate("2", "", {2026, 3, 1}),
                                               isolate("3", "a", {2026, 3, 1})};
  EXPECT_EQ(counts(unknown, thirty_days()), "3/3/3");
  EXPECT_EQ(count_cases(unknown, thirty_days(), kJanuary, kDecember).unknown_patients, 2U);
}

TEST(CaseCount, OnePseudonymInTwoLaboratoriesIsTwoPatients) {
  auto elsewhere = isolate("2", "a", {2026, 3, 2});
  elsewhere.laboratory = "OUS";
  EXPECT_EQ(counts({isolate("1", "a", {2026, 3, 1}), elsewhere}, thirty_days()), "2/2/2");
}

TEST(CaseCount, ACaseBegunBeforeThePeriodIsContinuedNotCountedAgain) {
  const auto count =
      count_cases({isolate("1", "a", {2025, 12, 20}), isolate("2", "a", {2026, 1, 5}),
                   isolate("3", "b", {2026, 1, 1}), isolate("4", "c", {2026, 12, 31}),
                   isolate("5", "d", {2027, 1, 1})},
                  thirty_days(), kJanuary, kDecember);
  EXPECT_EQ(count.isolates, 3U) << "both border days belong to the period";
  EXPECT_EQ(count.patients, 3U);
  EXPECT_EQ(count.cases, 2U);
  EXPECT_EQ(count.continued, 1U);
  EXPECT_EQ(count.rows[0].isolate.isolate, "3");
  EXPECT_EQ(count.rows[1].begins, "");
}

TEST(CaseCount, TheOrderInWhichIsolatesAreGivenIsOfNoMatter) {
  std::vector<CountedIsolate> all = {isolate("3", "a", {2026, 4, 2}),
                                     isolate("1", "a", {2026, 3, 1}),
                                     isolate("2", "a", {2026, 3, 30})};
  EXPECT_EQ(counts(all, thirty_days()), "3/1/2");
  EXPECT_EQ(reasons(all, thirty_days()), (Reasons{"first", "", "episode"}));
}

}  // namespace
}  // namespace kres::laboratory

// Requests: who may take which step, and that nothing leaves without a valid agreement.
#include "laboratory/bank/strain_request.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const Date kToday{2026, 11, 22};

StrainRequest request(RequestState state = RequestState::asked) {
  return {.number = "KRQ-0001-K",
          .institution = "SSI",
          .person = "A. Jensen",
          .contact = "aj@ssi.example",
          .purpose = "method comparison",
          .containment = 2,
          .strains = {{{1}, "KRS-0001-K", 1}},
          .state = state,
          .entered_by = "beate"};
}

Agreement agreement() {
  return {.institution = "SSI",
          .reference = "MTA 14",
          .valid_from = {2026, 1, 1},
          .valid_until = kToday};
}

std::string refusal(const std::vector<CatalogueEntry>& strains,
                    const std::optional<Agreement>& with, Date day = kToday) {
  const auto checked = check_distribution(request(), strains, with, day);
  return checked ? "" : checked.error().message;
}

TEST(StrainRequests, GoFromStepToStep) {
  using enum RequestState;
  EXPECT_TRUE(may_follow(asked, approved));
  EXPECT_FALSE(may_follow(asked, shipped));
  EXPECT_FALSE(may_follow(approved, shipped)) << "it is picked first";
  EXPECT_TRUE(may_follow(picked, shipped));
  EXPECT_FALSE(may_follow(declined, approved));
  EXPECT_FALSE(may_follow(received, asked));
  EXPECT_EQ(check_step(request(shipped), picked, "ola", "").error().message,
            "Request KRQ-0001-K is shipped and cannot become picked");
}

TEST(StrainRequests, WhoEnteredOneDoesNotApproveIt) {
  EXPECT_FALSE(check_step(request(), RequestState::approved, "beate", ""));
  EXPECT_TRUE(check_step(request(), RequestState::approved, "magnus", ""));
  EXPECT_EQ(check_step(request(), RequestState::declined, "magnus", "").error().message,
            "Say why in the comment");
}

TEST(StrainRequests, NothingLeavesWithoutAValidAgreement) {
  const CatalogueEntry open{
      .strain = {.number = "KRS-0001-K"}, .distribution = Distribution::open, .risk_group = 2};
  EXPECT_EQ(refusal({open}, agreement()), "");
  EXPECT_EQ(refusal({open}, {}), "Nothing is sent without an agreement");
  EXPECT_EQ(refusal({open}, agreement(), add_days(kToday, 1)),
            "The agreement MTA 14 is valid from 2026-01-01 to 2026-11-22, not on 2026-11-23");
  auto others = agreement();
  others.institution = "FHI";
  EXPECT_EQ(refusal({open}, others), "The agreement MTA 14 is with FHI, not with SSI");
  auto closed = open;
  closed.distribution = Distribution::closed;
  EXPECT_EQ(refusal({closed}, agreement()), "KRS-0001-K is not given to others");
  auto dangerous = open;
  dangerous.risk_group = 3;
  EXPECT_EQ(refusal({dangerous}, agreement()),
            "KRS-0001-K is of risk group 3, the institution may handle 2");
}

TEST(StrainRequests, AreWhole) {
  EXPECT_TRUE(check_request(request()));
  auto nobody = request();
  nobody.person.clear();
  EXPECT_EQ(check_request(nobody).error().message, "The person is missing");
  auto twice = request();
  twice.strains.push_back(twice.strains.front());
  EXPECT_EQ(check_request(twice).error().message, "KRS-0001-K is named twice");
  auto many = request();
  many.strains.front().vials = 11;
  EXPECT_EQ(check_request(many).error().message, "Ask for 1 to 10 vials of KRS-0001-K");
}

}  // namespace
}  // namespace kres::laboratory

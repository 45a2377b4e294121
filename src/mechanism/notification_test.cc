// What must be reported of a notifiable case.
#include "mechanism/notification.h"

#include "mechanism/explanation_json.h"
#include "mechanism/explanation_text.h"
#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

const CaseFinding& cpo_of(const Explanation& explanation) {
  for (const auto& finding : explanation.cases)
    if (finding.definition == "CPO") return finding;
  ADD_FAILURE() << "CPO was not judged";
  return explanation.cases.front();
}

TEST(Notification, ACpoIsReportedByLaboratoryAndPhysicianWithFullIdentity) {
  const auto e = explained(klebsiella({kpc()}), {measured("meropenem", "=", 16)});
  const auto& notification = cpo_of(e).notification;
  ASSERT_TRUE(notification);
  EXPECT_EQ(notification->group, "A");
  ASSERT_EQ(notification->duties.size(), 2U);
  EXPECT_EQ(notification->duties[0].reporter, "laboratory");
  EXPECT_EQ(notification->duties[0].when.en, "the same day");
  EXPECT_EQ(notification->duties[1].reporter, "physician");
  for (const auto& duty : notification->duties) {
    EXPECT_EQ(duty.particulars.front().en, "full identity of the patient");
    EXPECT_NE(duty.source.find("FOR-2003-06-20-740"), std::string::npos);
  }
}

TEST(Notification, IsOnlyOfACaseThatIsMet) {
  const auto e = explained(klebsiella(), {measured("meropenem", "=", 0.06)});
  EXPECT_FALSE(cpo_of(e).notification);
}

TEST(Notification, StandsInTheTextAndOutlivesTheJsonForm) {
  const auto e = explained(klebsiella({kpc()}), {measured("meropenem", "=", 16)});
  EXPECT_NE(to_text(e, Language::nb).find("Meldes til MSIS, gruppe A. Laboratoriet;"),
            std::string::npos)
      << to_text(e, Language::nb);
  const auto again = explanation_from_json(to_json(e), "e");
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(to_json(*again), to_json(e));
}

TEST(Notification, EveryNotifiableDefinitionHasItsDuties) {
  const auto& knowledge = project_knowledge();
  for (const auto& definition : knowledge.cases.all()) {
    const auto duties =
        notification_of(definition.id, {2026, 11, 22}, knowledge.notification, knowledge.texts);
    EXPECT_EQ(duties.has_value(), definition.notifiable != Notifiable::never) << definition.id;
  }
}

TEST(Notification, ARefusalNamesTheRowAndTheReason) {
  constexpr const char* kHead =
      "id\tversion\tvalid_from\tvalid_to\tdefinitions\tgroup\treporter\twho_nb\twho_en\tto_nb\t"
      "to_en\twhen_nb\twhen_en\tparticulars_nb\tparticulars_en\tsource\n";
  const auto refusal = [&](const std::string& rows) {
    const auto rules = parse_notification_rules(kHead + rows, "n.tsv");
    return rules ? "" : rules.error().text();
  };
  const std::string good =
      "a\t1\t2026-01-01\t\tCPO\tA\tlaboratory\tl\tl\tf\tf\t\t\tx; y\tx; y\ts\n";
  EXPECT_EQ(refusal(good), "");
  EXPECT_EQ(refusal(good + good), "n.tsv:3: 'a' has two versions on one day");
  EXPECT_EQ(refusal("a\t1\t2026-01-01\t\tCPO\tA\tlaboratory\tl\tl\tf\tf\t\t\tx; y\tx\ts\n"),
            "n.tsv:2: the particulars differ in number between the languages");
  EXPECT_EQ(refusal("a\t1\t2026\t\tCPO\tA\tlaboratory\tl\tl\tf\tf\t\t\tx\tx\ts\n"),
            "n.tsv:2: valid_from or valid_to is no date");
}

}  // namespace
}  // namespace kres::mechanism

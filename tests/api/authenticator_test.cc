// Log-in against a real registry, with a clock that the test sets.
#include "server/auth/authenticator.h"

#include <time.h>

#include <algorithm>

#include <gtest/gtest.h>

#include "laboratory/record_digest.h"
#include "server/auth/token.h"
#include "tests/api/test_registry.h"

using namespace kres;
using namespace std::chrono_literals;
using kres::testing::kPassword;
using laboratory::Role;

namespace {

double thread_cpu_seconds() {
  timespec used{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

class LogIn : public ::testing::Test {
 protected:
  LogIn() : registry_("api_authenticator") {
    kari_ = registry_.add_person("kari", "Kari Nordmann", {Role::bioengineer});
    authenticator_ = std::move(*Authenticator::create(registry_.registry(), registry_.clock,
                                                      {.cost = kLeastPasswordCost}));
  }

  Result<std::variant<LoggedIn, MustWait>> attempt(const std::string& username,
                                                   const std::string& password,
                                                   const std::string& address = "10.0.0.1") {
    return authenticator_->log_in(username, password, address);
  }
  std::string token_of(const Result<std::variant<LoggedIn, MustWait>>& outcome) {
    return std::get<LoggedIn>(*outcome).token;
  }
  bool is_known(const std::string& token) { return authenticator_->who(token)->has_value(); }
  std::string last_event() {
    const auto last = registry_.read()->audit().last().value();
    return last ? last->entry.event + " " + last->entry.subject : "none";
  }

  kres::testing::TestRegistry registry_;
  laboratory::Person kari_;
  std::unique_ptr<Authenticator> authenticator_;
};

}  // namespace

TEST_F(LogIn, GivesASessionOfThePerson) {
  const auto outcome = attempt("kari", kPassword);
  ASSERT_TRUE(outcome);
  const auto caller = authenticator_->who(token_of(outcome));
  ASSERT_TRUE(caller && *caller);
  EXPECT_EQ((*caller)->person.username, "kari");
  EXPECT_EQ((*caller)->csrf_token, std::get<LoggedIn>(*outcome).caller.csrf_token);
  EXPECT_EQ(last_event(), "person.logged_in kari");
}

TEST_F(LogIn, StoresOnlyTheDigestOfTheToken) {
  const auto token = token_of(attempt("kari", kPassword));
  EXPECT_FALSE(registry_.read()->sessions().find(token).value());
  EXPECT_TRUE(registry_.read()->sessions().find(token_digest(token)).value());
}

TEST_F(LogIn, EveryLogInHasANewToken) {
  EXPECT_NE(token_of(attempt("kari", kPassword)), token_of(attempt("kari", kPassword)));
}

TEST_F(LogIn, AWrongPasswordAndAnUnknownUserAreToldTheSame) {
  const auto wrong = attempt("kari", "not the password");
  const auto unknown = attempt("nobody", kPassword);
  ASSERT_FALSE(wrong);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(wrong.error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(wrong.error().text(), unknown.error().text());
}

TEST_F(LogIn, AnUnknownUserTakesAsLongAsAWrongPassword) {
  // A hash that takes some 50 ms, so that the work and not the noise is compared.
  const PasswordCost cost{2, std::size_t{32} << 20};
  {
    const auto work = registry_.write();
    ASSERT_TRUE(work->people().set_password_hash(kari_.id, *hash_password(kPassword, cost)));
    ASSERT_TRUE(work->commit());
  }
  const auto slow =
      std::move(*Authenticator::create(registry_.registry(), registry_.clock, {.cost = cost}));
  // Work of this thread, not time on the wall: what else the machine does is not counted.
  const auto work_of = [&](const std::string& username) {
    const double began = thread_cpu_seconds();
    EXPECT_FALSE(slow->log_in(username, "not the password", "10.0.0.1"));
    return thread_cpu_seconds() - began;
  };
  const double known = std::min(work_of("kari"), work_of("kari"));
  const double unknown = std::min(work_of("nobody"), work_of("nobody"));
  EXPECT_GT(unknown, known / 2);
  EXPECT_LT(unknown, known * 2);
}

TEST_F(LogIn, ARefusalIsAuditedWithoutWhatAStrangerTyped) {
  EXPECT_FALSE(attempt("kari", "not the password"));
  EXPECT_EQ(last_event(), "person.log_in_refused kari");
  EXPECT_FALSE(attempt("my secret in the wrong field", "x"));
  EXPECT_EQ(last_event(), "person.log_in_refused unknown");
}

TEST_F(LogIn, GuessingHasToWait) {
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(attempt("kari", "guess"));
  const auto waiting = attempt("kari", kPassword);
  ASSERT_TRUE(waiting);
  EXPECT_EQ(std::get<MustWait>(*waiting).time, 15min);
  EXPECT_TRUE(std::holds_alternative<LoggedIn>(*attempt("kari", kPassword, "10.0.0.2")))
      << "the owner of the name is not locked out elsewhere";
  registry_.clock.advance(15min);
  EXPECT_TRUE(std::holds_alternative<LoggedIn>(*attempt("kari", kPassword)));
}

TEST_F(LogIn, GuessingFromManyAddressesHasToWaitToo) {
  for (int i = 0; i < 20; ++i)
    EXPECT_FALSE(attempt("kari", "guess", "10.0.1." + std::to_string(i)));
  EXPECT_TRUE(std::holds_alternative<MustWait>(*attempt("kari", kPassword, "10.0.2.1")));
}

TEST_F(LogIn, GuessingManyNamesFromOneAddressHasToWaitToo) {
  for (int i = 0; i < 50; ++i) EXPECT_FALSE(attempt("name" + std::to_string(i), "guess"));
  EXPECT_TRUE(std::holds_alternative<MustWait>(*attempt("kari", kPassword)));
}

TEST_F(LogIn, AnIdleSessionEnds) {
  const auto token = token_of(attempt("kari", kPassword));
  registry_.clock.advance(59min);
  EXPECT_TRUE(is_known(token));
  registry_.clock.advance(59min);
  EXPECT_TRUE(is_known(token)) << "using it has prolonged it";
  registry_.clock.advance(60min);
  EXPECT_FALSE(is_known(token));
}

TEST_F(LogIn, NoSessionIsLongerThanAWorkingDay) {
  const auto token = token_of(attempt("kari", kPassword));
  for (int half_hours = 1; half_hours < 24; ++half_hours) {
    registry_.clock.advance(30min);
    EXPECT_TRUE(is_known(token)) << half_hours;
  }
  registry_.clock.advance(30min);
  EXPECT_FALSE(is_known(token));
}

TEST_F(LogIn, LogOutEndsOneSession) {
  const auto here = token_of(attempt("kari", kPassword));
  const auto there = token_of(attempt("kari", kPassword));
  EXPECT_TRUE(authenticator_->log_out(here));
  EXPECT_FALSE(is_known(here));
  EXPECT_TRUE(is_known(there));
  EXPECT_TRUE(authenticator_->log_out(here)) << "twice is fine";
}

TEST_F(LogIn, APersonWhoIsNotActiveIsOutAtOnce) {
  const auto token = token_of(attempt("kari", kPassword));
  kari_.active = false;
  const auto work = registry_.write();
  ASSERT_TRUE(work->people().update(kari_));
  ASSERT_TRUE(work->commit());
  EXPECT_FALSE(is_known(token));
  EXPECT_FALSE(attempt("kari", kPassword));
}

TEST_F(LogIn, ACheaperHashIsMadeAnew) {
  const auto stronger = std::move(*Authenticator::create(registry_.registry(), registry_.clock,
                                                         {.cost = {1, std::size_t{1} << 20}}));
  ASSERT_TRUE(stronger->log_in("kari", kPassword, "10.0.0.1"));
  const auto hash = registry_.read()->people().password_hash(kari_.id).value().value();
  EXPECT_NE(hash.find("$m=1024,t=1,"), std::string::npos) << hash;
  EXPECT_TRUE(verify_password(hash, kPassword));
  const auto events = registry_.read()->audit().of("kari");
  const auto rehashed = std::find_if(events->begin(), events->end(), [](const auto& event) {
    return event.entry.event == "person.password_rehashed";
  });
  ASSERT_NE(rehashed, events->end());
  EXPECT_EQ(rehashed->entry.after_digest, laboratory::digest_of_password(hash));
}

TEST_F(LogIn, NonsenseTokensAreNobody) {
  for (const std::string token : {"", "x", "' or 1=1 --"}) EXPECT_FALSE(is_known(token));
}

// kill -9 at random moments of import, analysis and signing: nothing acknowledged is lost, nothing
// half is seen, and the work is finished afterwards.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kKillsPerPart = 24;  // of three parts, half by time and half by call
constexpr int kIsolatesPerRound = 2;
constexpr milliseconds kNever{-1};

struct DriverRun {
  std::vector<std::string> said;  // after "begin"
  milliseconds lasted{0};         // from "begin" to the end
  bool killed = false;
};

// The driver in a process of its own, with what it says on a pipe.
class Driver {
 public:
  explicit Driver(std::vector<std::string> words) {
    words.insert(words.begin(), std::string(KRES_BINARY_DIR) + "/kres_kill_driver");
    int ends[2];
    if (::pipe(ends) != 0) std::abort();
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      std::vector<char*> arguments;
      for (auto& word : words) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      ::execv(arguments[0], arguments.data());
      std::_Exit(127);
    }
    ::close(ends[1]);
    pipe_ = ends[0];
  }

  // Kills `after` from the begin of its work; never if negative.
  DriverRun run(milliseconds after) {
    read_until("begin\n");
    const auto begin = steady_clock::now();
    if (after.count() >= 0) {
      std::this_thread::sleep_for(after);
      ::kill(child_, SIGKILL);
    }
    read_until({});
    int status = 0;
    ::waitpid(child_, &status, 0);
    ::close(pipe_);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    DriverRun result{.killed = WIFSIGNALED(status)};
    result.lasted = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
    for (std::size_t at = 0, end; (end = heard_.find('\n', at)) != std::string::npos; at = end + 1)
      result.said.push_back(heard_.substr(at, end - at));
    return result;
  }

 private:
  // Until the text is heard, which is then forgotten, or until the end if it is empty.
  void read_until(const std::string& text) {
    char buffer[4096];
    while (text.empty() || heard_.find(text) == std::string::npos) {
      const auto got = ::read(pipe_, buffer, sizeof buffer);
      if (got <= 0) return;
      heard_.append(buffer, static_cast<std::size_t>(got));
    }
    heard_.erase(0, heard_.find(text) + text.size());
  }

  pid_t child_ = -1;
  int pipe_ = -1;
  std::string heard_;
};

class Kills : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory("kills");
    registry_ = folder_ / "registry";
    laboratory().employ();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  TestLaboratory laboratory() {
    return TestLaboratory(registry_, {.clock = TestClock::Kind::machine});
  }
  Path folder_of(int round) { return folder_ / ("in" + std::to_string(round)); }
  DriverRun drive(const std::string& part, int round, milliseconds after, long call = 0) {
    return Driver({registry_.string(), part, folder_of(round).string(), std::to_string(call)})
        .run(after);
  }

  // Rows that would be halves of something.
  std::int64_t halves(storage::Session& session) {
    std::int64_t found = 0;
    for (const auto* sql :
         {"select count(*) from isolate where id not in (select isolate from measurement) or id "
          "not in (select isolate from isolate_file) or id not in (select isolate from job)",
          "select count(*) from referral where id not in (select referral from isolate)",
          "select count(*) from analysis where id not in (select analysis from explanation)",
          "select count(*) from isolate where (current_explanation is null) <> (id not in "
          "(select isolate from explanation))",
          "select count(*) from job where (state = 'done') <> (isolate in (select isolate from "
          "explanation))",
          "select count(*) from answer where (state = 'signed') <> (pdf_sha256 is not null and "
          "json_sha256 is not null and signature is not null and audit_event is not null)",
          "select count(*) from (select isolate from analysis group by isolate having count(*) > "
          "1) as analysed_twice"})
      found += session.query(sql)->front().integer(0);
    return found;
  }

  // After a kill: the trail holds, nothing is half, everything said aloud is there.
  void inspect(const DriverRun& run) {
    auto lab = laboratory();
    const auto verified = lab.verify();
    ASSERT_TRUE(verified) << verified.error().text();
    const auto session = lab.open_session();
    EXPECT_EQ(halves(*session), 0);
    for (const auto& line : run.said) {
      const auto accession = line.substr(line.find(' ') + 1);
      if (line == "ran" || line.starts_with("calls ")) continue;
      const auto isolate = *lab.read()->isolates().find(accession);
      ASSERT_TRUE(isolate) << line;
      const auto files = *lab.read()->isolates().files(isolate->id);
      for (const auto& file : files)
        EXPECT_TRUE(lab.services().blobs.read(file.blob.sha256)) << line;
      if (line.starts_with("validated")) {
        EXPECT_NE(isolate->state, laboratory::IsolateState::draft) << line;
      }
      if (!line.starts_with("signed")) continue;
      EXPECT_EQ(isolate->state, laboratory::IsolateState::answered) << line;
      EXPECT_TRUE(
          workflow::show_answer(lab.desk(), lab.read()->answers().of(isolate->id)->front().id));
    }
  }

  // Of this round's isolates: none or all, never some.
  std::int64_t received(int round) {
    const auto page = *laboratory().read()->isolates().list(
        {.text = "round" + std::to_string(round) + "-", .limit = 500});
    return page.total;
  }

  Path folder_, registry_;
};

// One part of a round.
struct Part {
  std::string name;
  milliseconds usual{0};  // how long it lasts when it is not killed
  long calls = 0;         // and how often it writes to disk
  int kills = 0;
};

void measure(Part& part, const DriverRun& whole) {
  part.usual = whole.lasted;
  part.calls = std::atol(whole.said.back().substr(6).c_str());
}

long any_of(std::mt19937& random, long largest) {
  return std::uniform_int_distribution<long>(1, largest)(random);
}

TEST_F(Kills, AtRandomMomentsLoseNothing) {
  const unsigned seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::vector<Part> parts{{"import"}, {"work"}, {"sign"}};
  const auto missing = [&] {
    for (const auto& part : parts)
      if (part.kills < kKillsPerPart) return true;
    return false;
  };
  int rounds = 0;
  for (; missing() && rounds < 4 * kKillsPerPart; ++rounds) {
    write_referrals(folder_of(rounds), "round" + std::to_string(rounds), kIsolatesPerRound);
    for (auto& part : parts) {
      const auto killed =
          rounds == 0  ? drive(part.name, rounds, kNever)
          : rounds % 2 ? drive(part.name, rounds, kNever, any_of(random, part.calls))
                       : drive(part.name, rounds, milliseconds(any_of(random, part.usual.count())));
      if (rounds == 0) measure(part, killed);
      part.kills += killed.killed;
      inspect(killed);
      if (part.name == "import") {
        const auto present = received(rounds);
        EXPECT_TRUE(present == 0 || present == kIsolatesPerRound) << present;
        if (!killed.said.empty()) {
          EXPECT_EQ(present, kIsolatesPerRound);
        }
      }
      const auto finished = drive(part.name, rounds, kNever);
      EXPECT_FALSE(finished.killed);
      inspect(finished);
      if (HasFailure()) return;
    }
    EXPECT_EQ(received(rounds), kIsolatesPerRound) << "imported again, each isolate is there once";
  }
  for (const auto& part : parts) {
    EXPECT_GE(part.kills, kKillsPerPart) << part.name;
    RecordProperty(part.name + "_kills", part.kills);
  }
  auto lab = laboratory();
  const auto counts = *lab.read()->isolates().counts({2026, 11, 20});
  EXPECT_EQ(counts.by_state.at(laboratory::IsolateState::answered), rounds * kIsolatesPerRound);
  EXPECT_EQ(lab.verify()->answers, rounds * kIsolatesPerRound);
}

}  // namespace
}  // namespace kres::testing

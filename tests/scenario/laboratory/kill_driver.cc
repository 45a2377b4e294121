// Does one part of the laboratory's work and says aloud what it has done; made to be killed.
//
//   kres_kill_driver REGISTRY import|work|sign FOLDER CALL
//
// It ends itself at the CALL-th call that writes to disk; 0 never.
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "tests/scenario/laboratory/kill_at_call.h"
#include "tests/scenario/laboratory/test_laboratory.h"

namespace {

using namespace kres;

// What is said here has been acknowledged: it must survive whatever comes.
void say(const std::string& line) {
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

Result<void> import(testing::TestLaboratory& lab, const Path& folder) {
  KRES_ASSIGN(const auto received, lab.import(folder));
  for (const auto& one : received) say("received " + one.accession);
  return {};
}

Result<void> work(testing::TestLaboratory& lab) {
  while (true) {
    KRES_ASSIGN(const bool ran, workflow::run_next_job(lab.services(), lab.examiner(),
                                                       {.lease = std::chrono::milliseconds(200)}));
    if (ran) {
      say("ran");
      continue;
    }
    KRES_ASSIGN(const auto jobs, lab.read()->jobs().recent(1));
    if (jobs.empty() || jobs.front().finished) return {};
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

// Takes the newest answer of the isolate from where it is to signed.
Result<void> sign(testing::TestLaboratory& lab, const laboratory::Isolate& isolate) {
  const auto desk = lab.desk();
  KRES_ASSIGN(const auto answers, lab.read()->answers().of(isolate.id));
  laboratory::Answer answer;
  if (answers.empty()) {
    KRES_ASSIGN(answer, workflow::draft_answer(desk, isolate.accession, {Language::nb},
                                               lab.person("kari")));
  } else {
    answer = answers.front();
  }
  if (answer.state == laboratory::AnswerState::draft) {
    KRES_ASSIGN(answer, workflow::validate_answer(desk, answer.id, "", lab.person("kari")));
    say("validated " + isolate.accession);
  }
  if (answer.state == laboratory::AnswerState::validated) {
    KRES_ASSIGN(answer, workflow::approve_answer(desk, answer.id, "", lab.person("ola")));
    say("signed " + isolate.accession);
  }
  return {};
}

Result<void> sign_all(testing::TestLaboratory& lab) {
  KRES_ASSIGN(const auto page, lab.read()->isolates().list({.limit = 500}));
  for (const auto& isolate : page.isolates)
    if (!isolate.answered) KRES_TRY(sign(lab, isolate));
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  kres::testing::TestLaboratory lab(argv[1], {.clock = kres::testing::TestClock::Kind::machine,
                                              .analysis = std::chrono::milliseconds(10),
                                              .rendering = std::chrono::milliseconds(10)});
  const std::string_view part = argv[2];
  say("begin");
  kres::testing::kill_at_call(std::atol(argv[4]));
  const auto done = part == "import" ? import(lab, argv[3])
                    : part == "work" ? work(lab)
                                     : sign_all(lab);
  if (done) {
    say("calls " + std::to_string(kres::testing::calls_counted()));
    return 0;
  }
  std::fprintf(stderr, "%s\n", done.error().text().c_str());
  return 1;
}

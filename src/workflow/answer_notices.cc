#include "workflow/answer_notices.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/log.h"
#include "laboratory/person.h"

namespace kres::workflow {

using laboratory::Answer;

namespace {

constexpr std::string_view kEvent = "answer.notified";

struct Untold {
  Answer answer;
  std::string laboratory;
};

std::string detail_of(const Answer& answer) { return fmt::format("answer {}", answer.id.value); }

Result<bool> is_told(laboratory::UnitOfWork& work, const Answer& answer) {
  KRES_ASSIGN(const auto events, work.audit().of(answer.accession));
  return std::any_of(events.begin(), events.end(), [&](const auto& event) {
    return event.entry.event == kEvent && event.entry.detail == detail_of(answer);
  });
}

Result<std::vector<Untold>> untold_answers(const NoticeDesk& desk) {
  const auto since = desk.services.clock.now() - std::chrono::days(kNoticeDays);
  KRES_ASSIGN(auto work, desk.services.registry.read());
  KRES_ASSIGN(const auto answers, work->answers().signed_since(since));
  std::vector<Untold> untold;
  for (const auto& answer : answers) {
    KRES_ASSIGN(const auto isolate, work->isolates().find(answer.isolate));
    if (!isolate || !desk.addresses.contains(isolate->laboratory)) continue;
    KRES_ASSIGN(const bool told, is_told(*work, answer));
    if (!told) untold.push_back({answer, isolate->laboratory});
  }
  return untold;
}

// What the answer is called in a mail.
struct Called {
  std::string_view subject, nb, en;
};
Called called(const Answer& answer) {
  if (answer.preliminary) return {"Foreløpig svar", "Et foreløpig svar", "A preliminary answer"};
  if (!answer.reason.empty()) return {"Endret svar", "Et endret svar", "An amended answer"};
  return {"Svar", "Svaret", "The answer"};
}

laboratory::Mail mail_for(const NoticeDesk& desk, const Answer& answer, const std::string& to) {
  const auto name = called(answer);
  return {.to = to,
          .subject = fmt::format("{} på {}", name.subject, answer.accession),
          .text = fmt::format("{} på {} er klart. Logg inn for å lese det: {}\n\n"
                              "{} to {} is ready. Log in to read it: {}\n",
                              name.nb, answer.accession, desk.page, name.en, answer.accession,
                              desk.page)};
}

Result<void> tell(const NoticeDesk& desk, const Untold& untold) {
  for (const auto& address : desk.addresses.at(untold.laboratory))
    KRES_TRY(desk.mailer.send(mail_for(desk, untold.answer, address)));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_TRY(work->audit().append({.person = std::string(laboratory::kSystemUser),
                                 .time = desk.services.clock.now(),
                                 .event = std::string(kEvent),
                                 .subject = untold.answer.accession,
                                 .detail = detail_of(untold.answer),
                                 .before_digest = {},
                                 .after_digest = {}}));
  return work->commit();
}

}  // namespace

Result<NoticeRound> send_answer_notices(const NoticeDesk& desk) {
  KRES_ASSIGN(const auto untold, untold_answers(desk));
  NoticeRound round;
  for (const auto& one : untold) {
    const auto told = tell(desk, one);
    (told ? round.sent : round.failed) += 1;
    if (!told) log(LogLevel::warning, fmt::format("notice not sent: {}", told.error().message));
  }
  return round;
}

}  // namespace kres::workflow

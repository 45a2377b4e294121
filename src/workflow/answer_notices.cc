#include "workflow/answer_notices.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/log.h"
#include "laboratory/person.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::Isolate;

namespace {

constexpr std::string_view kEvent = "answer.notified";

struct Untold {
  Answer answer;
  std::string laboratory;
};

std::string detail_of(const Answer& answer) { return fmt::format("answer {}", answer.id.value); }

Result<void> add_untold(laboratory::UnitOfWork& work, const Isolate& isolate, Instant since,
                        std::vector<Untold>& untold) {
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  KRES_ASSIGN(const auto events, work.audit().of(isolate.accession));
  for (const auto& answer : answers) {
    if (!answer.frozen || !answer.approved || answer.approved->time < since) continue;
    const bool told = std::any_of(events.begin(), events.end(), [&](const auto& event) {
      return event.entry.event == kEvent && event.entry.detail == detail_of(answer);
    });
    if (!told) untold.push_back({answer, isolate.laboratory});
  }
  return {};
}

// Isolates come with the latest answered first, by the day of their first answer: what was first
// answered long ago is not looked at again, and its amendments are told by hand.
Result<std::vector<Untold>> untold_answers(const NoticeDesk& desk) {
  const auto since = desk.services.clock.now() - std::chrono::days(kNoticeDays);
  const auto oldest = add_days(desk.services.clock.today(), -kFirstAnsweredDays);
  KRES_ASSIGN(auto work, desk.services.registry.read());
  std::vector<Untold> untold;
  laboratory::IsolateFilter filter{.state = laboratory::IsolateState::answered, .limit = 500};
  do {
    KRES_ASSIGN(const auto page, work->isolates().list(filter));
    for (const auto& isolate : page.isolates) {
      if (isolate.answered && *isolate.answered < oldest) return untold;
      if (desk.addresses.contains(isolate.laboratory))
        KRES_TRY(add_untold(*work, isolate, since, untold));
    }
    filter.cursor = page.next_cursor;
  } while (!filter.cursor.empty());
  return untold;
}

laboratory::Mail mail_for(const NoticeDesk& desk, const Answer& answer, const std::string& to) {
  const bool amended = answer.version > 1;
  return {.to = to,
          .subject = fmt::format("{} på {}", amended ? "Endret svar" : "Svar", answer.accession),
          .text = fmt::format("{} på {} er klart. Logg inn for å lese det: {}\n\n"
                              "{} to {} is ready. Log in to read it: {}\n",
                              amended ? "Et endret svar" : "Svaret", answer.accession, desk.page,
                              amended ? "An amended answer" : "The answer", answer.accession,
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

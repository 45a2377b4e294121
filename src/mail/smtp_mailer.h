// Hands mails to a mail server (SMTP).
#pragma once

#include <string>

#include "laboratory/ports/clock.h"
#include "laboratory/ports/mailer.h"

namespace kres::mail {

struct SmtpServer {
  std::string url;   // "smtp://127.0.0.1:25"; "smtps://" or STARTTLS where the server offers it
  std::string from;  // a plain address
};

// Usable from several threads. Requires: the clock outlives it.
class SmtpMailer : public laboratory::Mailer {
 public:
  // `bad_input` for another kind of address, or a sender that is none.
  static Result<SmtpMailer> create(SmtpServer server, const laboratory::Clock& clock);
  Result<void> send(const laboratory::Mail& mail) override;

 private:
  SmtpMailer(SmtpServer server, const laboratory::Clock& clock)
      : server_(std::move(server)), clock_(clock) {}
  SmtpServer server_;
  const laboratory::Clock& clock_;
};

}  // namespace kres::mail

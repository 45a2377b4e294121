// Sends electronic mail.
#pragma once

#include <string>

#include "base/error.h"

namespace kres::laboratory {

struct Mail {
  std::string to;       // one address
  std::string subject;  // one line
  std::string text;     // UTF-8; never anything about a patient
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  // Done when the mail server has taken it. `environment` if it did not.
  virtual Result<void> send(const Mail& mail) = 0;
};

}  // namespace kres::laboratory

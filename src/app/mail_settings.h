// mail.json of a registry: whether and to whom notices of answers are sent
// (docs/formats/registry.md).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "mail/smtp_mailer.h"

namespace kres::app {

struct MailSettings {
  mail::SmtpServer server;
  std::string page;                                           // address of the page for readers
  std::map<std::string, std::vector<std::string>> addresses;  // by code of the laboratory
};

// Nothing if there is no such file: no notices are sent. `bad_input` names what is wrong in it.
Result<std::optional<MailSettings>> read_mail_settings(const Path& registry);

}  // namespace kres::app

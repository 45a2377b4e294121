// What must be reported of a notifiable case, and by whom (data/notification.tsv).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "mechanism/explanation.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

struct NotificationRule {
  std::string id, version;
  Date valid_from;
  std::optional<Date> valid_to;          // last day, open if empty
  std::vector<std::string> definitions;  // case definitions it holds for
  std::string group;                     // of MSIS
  NotificationDuty duty;
};

// Fails, with row and reason, on a missing cell, a bad date, two versions that hold on one day, or
// particulars that differ in number between the languages.
Result<std::vector<NotificationRule>> parse_notification_rules(std::string_view text,
                                                               const std::string& name);

// Every duty that holds on the day; nothing if there is none.
std::optional<Notification> notification_of(const std::string& definition, Date day,
                                            const std::vector<NotificationRule>& rules,
                                            const Texts& texts);

}  // namespace kres::mechanism

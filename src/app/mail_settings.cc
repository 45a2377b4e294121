#include "app/mail_settings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "mail/message.h"

namespace kres::app {

Result<std::optional<MailSettings>> read_mail_settings(const Path& registry) {
  const auto file = registry / "mail.json";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::optional<MailSettings>();
  KRES_ASSIGN(const auto text, read_file(file));
  const auto json = nlohmann::json::parse(text, nullptr, false);
  MailSettings settings;
  try {
    settings.server = {.url = json.at("server"), .from = json.at("from")};
    settings.page = json.at("page");
    settings.addresses = json.at("to").get<decltype(settings.addresses)>();
  } catch (const nlohmann::json::exception&) {
    return bad_input("is not a file of mail settings", file.string(), 0,
                     "server, from and page are texts; to holds lists of addresses by laboratory");
  }
  for (const auto& [laboratory, addresses] : settings.addresses)
    for (const auto& address : addresses)
      if (!mail::is_plain_address(address))
        return bad_input(fmt::format("an address of {} is none", laboratory), file.string());
  return settings;
}

}  // namespace kres::app

#include "mail/smtp_mailer.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "download/libcurl.h"
#include "mail/message.h"

namespace kres::mail {

namespace {

constexpr long kPatience = 30;  // seconds for one mail

struct Unsent {
  std::string_view rest;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* state) {
  auto& rest = static_cast<Unsent*>(state)->rest;
  const auto length = std::min(size * count, rest.size());
  std::memcpy(to, rest.data(), length);
  rest.remove_prefix(length);
  return length;
}

}  // namespace

Result<SmtpMailer> SmtpMailer::create(SmtpServer server, const laboratory::Clock& clock) {
  if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://"))
    return bad_input("the mail server is no smtp:// or smtps:// address");
  if (!is_plain_address(server.from)) return bad_input("the sender of mails is no address");
  return SmtpMailer(std::move(server), clock);
}

Result<void> SmtpMailer::send(const laboratory::Mail& mail) {
  if (!is_plain_address(mail.to)) return bad_input("a recipient of mails is no address");
  KRES_ASSIGN(const auto* curl, download::Libcurl::load());
  const std::unique_ptr<CURL, decltype(curl->easy_cleanup)> handle(curl->easy_init(),
                                                                   curl->easy_cleanup);
  const auto message = message_of(mail, server_.from, clock_.now());
  const std::string from = "<" + server_.from + ">", to = "<" + mail.to + ">";
  const std::unique_ptr<curl_slist, decltype(curl->slist_free_all)> recipients(
      curl->slist_append(nullptr, to.c_str()), curl->slist_free_all);
  Unsent unsent{message};
  curl->easy_setopt(handle.get(), CURLOPT_URL, server_.url.c_str());
  curl->easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl->easy_setopt(handle.get(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
  curl->easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl->easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl->easy_setopt(handle.get(), CURLOPT_READFUNCTION, &give);
  curl->easy_setopt(handle.get(), CURLOPT_READDATA, &unsent);
  curl->easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
  curl->easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl->easy_setopt(handle.get(), CURLOPT_TIMEOUT, kPatience);
  const auto code = curl->easy_perform(handle.get());
  if (code == CURLE_OK) return {};
  return environment_error(
      fmt::format("the mail server did not take a mail: {}", curl->easy_strerror(code)));
}

}  // namespace kres::mail

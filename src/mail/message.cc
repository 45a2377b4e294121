#include "mail/message.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

namespace kres::mail {

namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto rest = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (k < rest ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += k <= rest ? alphabet[group >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

std::string in_lines(const std::string& text) {
  constexpr std::size_t kLine = 76;
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += kLine) lines += text.substr(at, kLine) + "\r\n";
  return lines;
}

// "Sun, 22 Nov 2026 13:05:09 +0000"
std::string header_date(Instant now) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date(day);
  const std::chrono::weekday weekday(day);
  const auto time = iso_utc(now).substr(11, 8);
  return fmt::format(
      "{}, {:02} {} {} {} +0000", days[weekday.c_encoding()], static_cast<unsigned>(date.day()),
      months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()), time);
}

}  // namespace

bool is_plain_address(std::string_view address) {
  const auto at = address.find('@');
  const bool plain = std::all_of(address.begin(), address.end(), [](char c) {
    return c > ' ' && c < 0x7F &&
           std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
  });
  return plain && at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
         address.find('@', at + 1) == std::string_view::npos && address.size() <= 254;
}

std::string message_of(const laboratory::Mail& mail, const std::string& from, Instant now) {
  return fmt::format(
      "Date: {}\r\nFrom: <{}>\r\nTo: <{}>\r\nSubject: =?UTF-8?B?{}?=\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n"
      "Auto-Submitted: auto-generated\r\n\r\n{}",
      header_date(now), from, mail.to, base64(mail.subject), in_lines(base64(mail.text)));
}

}  // namespace kres::mail

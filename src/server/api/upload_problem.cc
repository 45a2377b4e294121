#include "server/api/upload_problem.h"

#include <array>
#include <string_view>

#include "server/http/problem.h"

namespace kres::api {

namespace {

struct Refusal {
  std::string_view key;
  int status;
  std::string_view sentence;  // if the error has none of its own
};

constexpr std::array<Refusal, 11> kRefusals{{
    {"upload.why.offset", 409, "The part is not the next one of the file"},
    {"upload.why.busy", 409, "Another request is at work on this upload; try again in a moment"},
    {"upload.why.over", 409, "The upload is over"},
    {"upload.why.incomplete", 409, "Parts of the files are missing"},
    {"upload.why.known", 409, "Some of the files are stored already"},
    {"upload.why.too_many", 409, "Too many uploads are open; finish or cancel one"},
    {"upload.why.beyond_end", 422, "The part goes beyond the end of the file as announced"},
    {"upload.why.part_checksum", 422, "The part does not match its SHA-256; nothing of it is kept"},
    {"upload.why.whole_checksum", 422, "A file does not match its SHA-256; nothing of it is kept"},
    {"upload.why.not_a_genome", 422, "A file is not what it is said to be; nothing of it is kept"},
    {"upload.why.no_room", 507, "The disk of the server is full; tell who runs it"},
}};

}  // namespace

http::Response upload_problem(const Error& error) {
  for (const auto& [key, status, sentence] : kRefusals)
    if (key == error.message)
      return http::problem(status, key,
                           error.remedy.empty() ? sentence : std::string_view(error.remedy));
  return http::problem(error_kind(error.code).http_status, error.message, error.remedy);
}

}  // namespace kres::api

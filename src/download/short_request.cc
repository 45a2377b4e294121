#include "download/short_request.h"

#include <memory>

#include <fmt/format.h>

#include "download/address.h"
#include "download/libcurl.h"

namespace kres::download {

namespace {

struct Received {
  std::string body;
  std::size_t most = 0;
  bool too_large = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* where) {
  auto& received = *static_cast<Received*>(where);
  received.too_large = received.body.size() + size * count > received.most;
  if (received.too_large) return 0;
  received.body.append(bytes, size * count);
  return size * count;
}

void set_up(const Libcurl& curl, CURL* handle, const ShortRequest& request, Received& received) {
  curl.easy_setopt(handle, CURLOPT_URL, request.address.c_str());
  curl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http");
  curl.easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(handle, CURLOPT_TIMEOUT, request.seconds);
  curl.easy_setopt(handle, CURLOPT_FAILONERROR, 1L);
  curl.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take);
  curl.easy_setopt(handle, CURLOPT_WRITEDATA, &received);
  if (!request.form.empty()) {
    curl.easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form.size()));
    curl.easy_setopt(handle, CURLOPT_POSTFIELDS, request.form.c_str());
  }
  if (!request.user.empty()) {
    curl.easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    curl.easy_setopt(handle, CURLOPT_USERNAME, request.user.c_str());
    curl.easy_setopt(handle, CURLOPT_PASSWORD, request.password.c_str());
  }
}

// 4xx: the service is there and says no.
bool is_refusal(const Libcurl& curl, CURL* handle) {
  long status = 0;
  curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status >= 400 && status < 500;
}

}  // namespace

Result<std::string> fetch_text(const ShortRequest& request) {
  if (!is_allowed_address(request.address))
    return bad_input(fmt::format("'{}' is neither https nor this machine", request.address));
  KRES_ASSIGN(const auto* curl, Libcurl::load());
  const std::unique_ptr<CURL, decltype(curl->easy_cleanup)> handle(curl->easy_init(),
                                                                   curl->easy_cleanup);
  if (!handle) return environment_error("no request can be made");
  Received received{.body = {}, .most = request.most_bytes};
  set_up(*curl, handle.get(), request, received);
  const auto code = curl->easy_perform(handle.get());
  if (received.too_large)
    return fail({ErrorCode::too_large, "the answer is too large", request.address, 0, {}});
  if (code == CURLE_HTTP_RETURNED_ERROR && is_refusal(*curl, handle.get()))
    return fail({ErrorCode::forbidden, "the service refused the request", request.address, 0, {}});
  if (code != CURLE_OK)
    return environment_error(curl->easy_strerror(code), request.address,
                             "try again; ask whoever runs that service");
  return std::move(received.body);
}

}  // namespace kres::download

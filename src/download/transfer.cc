#include "download/transfer.h"

#include <chrono>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "base/text.h"
#include "download/address.h"
#include "download/libcurl.h"

namespace kres::download {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

// One request and what comes back; libcurl hands it to the functions below.
struct Exchange {
  Path part;
  std::uint64_t limit = 0;
  std::uint64_t had = 0;  // bytes that were there before
  File file;
  long status = 0;
  std::string etag;
  std::uint64_t written = 0;
  bool too_large = false, cannot_write = false;
};

Path etag_file(const Path& part) { return part.string() + ".etag"; }

std::uint64_t size_of(const Path& path) {
  std::error_code absent;
  const auto size = std::filesystem::file_size(path, absent);
  return absent ? 0 : size;
}

void forget(const Path& part) {
  std::error_code absent;
  std::filesystem::remove(part, absent);
  std::filesystem::remove(etag_file(part), absent);
}

// A weak ETag says that two versions mean the same, not that their bytes are equal.
bool is_strong(std::string_view etag) { return etag.size() > 2 && etag.starts_with('"'); }

std::size_t take_header(char* data, std::size_t, std::size_t size, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  const std::string_view line = trim({data, size});
  if (line.starts_with("HTTP/")) {  // of a redirect, or of the answer itself
    const auto parts = split(line, ' ');
    exchange.status = parts.size() > 1 ? parse_int(parts[1]).value_or(0) : 0;
    exchange.etag.clear();
  } else if (line.size() > 5 && iequals(line.substr(0, 5), "etag:")) {
    exchange.etag = trim(line.substr(5));
  }
  return size;
}

bool begin(Exchange& exchange) {
  const bool goes_on = exchange.status == 206 && exchange.had > 0;
  if (!goes_on) forget(exchange.part);
  if (is_strong(exchange.etag) && !write_file_atomic(etag_file(exchange.part), exchange.etag))
    return false;
  exchange.written = goes_on ? exchange.had : 0;
  exchange.file.reset(std::fopen(exchange.part.c_str(), goes_on ? "ab" : "wb"));
  return exchange.file != nullptr;
}

// Takes the content of a good answer; the text of an error page is not kept.
std::size_t take_content(char* data, std::size_t, std::size_t size, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  if (exchange.status != 200 && exchange.status != 206) return size;
  if (!exchange.file && !begin(exchange)) {
    exchange.cannot_write = true;
    return 0;
  }
  exchange.written += size;
  exchange.too_large = exchange.written > exchange.limit;
  if (exchange.too_large) return 0;
  exchange.cannot_write = std::fwrite(data, 1, size, exchange.file.get()) != size;
  return exchange.cannot_write ? 0 : size;
}

enum class Next { done, try_again, give_up };

struct Outcome {
  Next next = Next::give_up;
  Error error;
};

Error network_error(std::string message, const std::string& address) {
  return {ErrorCode::environment, std::move(message), address, 0,
          "the same command goes on where it stopped; the files can also be carried in"};
}

Outcome judge_status(const Exchange& exchange, const std::string& address) {
  if (exchange.status == 200 || exchange.status == 206) return {Next::done, {}};
  if (exchange.status == 416) return {Next::try_again, network_error("the file changed", address)};
  if (exchange.status == 404 || exchange.status == 410)
    return {Next::give_up,
            {ErrorCode::not_found, fmt::format("the server has no such file ({})", exchange.status),
             address, 0, "look where the release has moved, and name the address with --sources"}};
  const bool busy = exchange.status >= 500 || exchange.status == 429;
  return {busy ? Next::try_again : Next::give_up,
          network_error(fmt::format("the server answers {}", exchange.status), address)};
}

Outcome judge(CURLcode code, const char* detail, const Exchange& exchange,
              const std::string& address) {
  if (exchange.too_large)
    return {
        Next::give_up,
        {ErrorCode::too_large, fmt::format("more than {} bytes", exchange.limit), address, 0, ""}};
  if (exchange.cannot_write)
    return {Next::give_up,
            {ErrorCode::environment, "cannot write", exchange.part.string(), 0,
             "free some disk space and give the same command again"}};
  if (code == CURLE_OK) return judge_status(exchange, address);
  const bool hopeless = code == CURLE_UNSUPPORTED_PROTOCOL ||
                        code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_URL_MALFORMAT ||
                        code == CURLE_TOO_MANY_REDIRECTS;
  return {hopeless ? Next::give_up : Next::try_again, network_error(detail, address)};
}

}  // namespace

struct Transfer::State {
  const Libcurl* library = nullptr;
  CURL* curl = nullptr;
  TransferLimits limits;
  char detail[CURL_ERROR_SIZE] = {};
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (curl != nullptr) library->easy_cleanup(curl);
  }

  void set_up(const std::string& address, Exchange& exchange) {
    const char* const protocols = is_local_address(address) ? "http,https" : "https";
    const auto set = library->easy_setopt;
    library->easy_reset(curl);
    set(curl, CURLOPT_URL, address.c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, protocols);
    set(curl, CURLOPT_REDIR_PROTOCOLS_STR, protocols);
    set(curl, CURLOPT_FOLLOWLOCATION, 1L);
    set(curl, CURLOPT_MAXREDIRS, 5L);
    set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    set(curl, CURLOPT_NOSIGNAL, 1L);
    set(curl, CURLOPT_CONNECTTIMEOUT, 30L);
    set(curl, CURLOPT_TIMEOUT, limits.seconds);
    set(curl, CURLOPT_LOW_SPEED_LIMIT, 1000L);
    set(curl, CURLOPT_LOW_SPEED_TIME, limits.stalled_seconds);
    set(curl, CURLOPT_USERAGENT, "kres");
    set(curl, CURLOPT_ERRORBUFFER, detail);
    set(curl, CURLOPT_HEADERFUNCTION, take_header);
    set(curl, CURLOPT_HEADERDATA, &exchange);
    set(curl, CURLOPT_WRITEFUNCTION, take_content);
    set(curl, CURLOPT_WRITEDATA, &exchange);
    detail[0] = '\0';
  }

  Outcome attempt(const std::string& address, const Path& part) {
    Exchange exchange{.part = part, .limit = limits.bytes};
    set_up(address, exchange);
    const auto etag = read_file(etag_file(part));
    Headers headers(nullptr, library->slist_free_all);
    exchange.had = size_of(part);
    if (exchange.had > 0 && etag && is_strong(*etag)) {
      headers.reset(library->slist_append(nullptr, ("If-Range: " + *etag).c_str()));
      library->easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
      library->easy_setopt(curl, CURLOPT_RANGE, fmt::format("{}-", exchange.had).c_str());
    } else {
      exchange.had = 0;
    }
    const auto code = library->easy_perform(curl);
    // An empty file has no content that would have begun it.
    if (code == CURLE_OK && exchange.status == 200 && !exchange.file) begin(exchange);
    if (exchange.file && std::fclose(exchange.file.release()) != 0) exchange.cannot_write = true;
    if (exchange.status == 416) forget(part);
    const char* said = *detail != '\0' ? detail : library->easy_strerror(code);
    return judge(code, said, exchange, address);
  }
};

Transfer::Transfer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Transfer::Transfer(Transfer&&) noexcept = default;
Transfer::~Transfer() = default;

Result<Transfer> Transfer::open(const TransferLimits& limits) {
  auto state = std::make_unique<State>();
  KRES_ASSIGN(state->library, Libcurl::load());
  state->curl = state->library->easy_init();
  if (state->curl == nullptr) return environment_error("libcurl cannot start");
  state->limits = limits;
  return Transfer(std::move(state));
}

Result<void> Transfer::complete(const std::string& address, const Path& part) {
  if (!is_allowed_address(address)) return bad_input("is not an https address", address);
  double pause = state_->limits.pause_seconds;
  Outcome outcome;
  for (int attempt = 0; attempt < state_->limits.attempts; ++attempt, pause *= 2) {
    if (attempt > 0) std::this_thread::sleep_for(std::chrono::duration<double>(pause));
    outcome = state_->attempt(address, part);
    if (outcome.next == Next::done) return {};
    if (outcome.next == Next::give_up) break;
  }
  if (outcome.error.code == ErrorCode::not_found) forget(part);
  return fail(outcome.error);
}

}  // namespace kres::download

#include "server/http/connection.h"

#include <array>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <fmt/chrono.h>

#include "base/date.h"
#include "base/text.h"
#include "server/http/problem.h"

namespace kres::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace beast_http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kDrainTime{2};
constexpr std::size_t kDrainBytes = std::size_t{1} << 20;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

int refusal_of(error_code error) {
  if (error == beast_http::error::header_limit) return 431;
  if (error == beast_http::error::body_limit) return 413;
  if (error == beast_http::error::end_of_stream) return 0;
  const auto& malformed = make_error_code(beast_http::error::bad_target).category();
  return error.category() == malformed ? 400 : 0;
}

// The client as the nearest proxy saw it, if there is one that may be believed.
void read_forwarding(Request& request) {
  if (const auto chain = request.header("x-forwarded-for"))
    request.peer = trim(split(*chain, ',').back());
  request.secure = request.header("x-forwarded-proto") == "https";
}

template <class Message>
Request to_request(Message&& message, Target target, const std::string& peer) {
  Request request;
  request.method = parse_method(view(message.method_string()));
  request.target = std::move(target);
  for (const auto& field : message)
    request.headers.push_back(
        {to_lower(view(field.name_string())), std::string(view(field.value()))});
  request.body = std::move(message.body());
  request.peer = peer;
  return request;
}

// A header value must not end the header: bytes below space are dropped.
std::string one_line(std::string value) {
  std::erase_if(value, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return value;
}

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7).
std::string http_date(Instant instant) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(instant)));
}

template <class Message>
void set_headers(Message& message, const Response& response, bool keep_alive) {
  message.set(beast_http::field::server, "kres");
  message.set(beast_http::field::date, http_date(system_now()));
  if (!response.content_type.empty())
    message.set(beast_http::field::content_type, response.content_type);
  for (const auto& header : response.headers) message.insert(header.name, one_line(header.value));
  message.keep_alive(keep_alive);
  if (response.status != 204 && response.status != 304)
    message.content_length(response.body.size());
}

}  // namespace

class Connection::Deadline {
 public:
  Deadline(Socket& socket, std::chrono::milliseconds time) : timer_(socket.get_executor(), time) {
    timer_.async_wait([&socket, passed = passed_](error_code error) {
      if (error || *passed) return;
      *passed = true;
      socket.cancel(error);
    });
  }
  ~Deadline() { *passed_ = true; }  // the handler may be queued already: it must do nothing
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  bool passed() const { return *passed_; }

 private:
  std::shared_ptr<bool> passed_ = std::make_shared<bool>(false);
  asio::steady_timer timer_;
};

Connection::Connection(Socket socket, const ServerOptions& options, Service& service,
                       asio::thread_pool& workers)
    : socket_(std::move(socket)), options_(options), service_(service), workers_(workers) {
  error_code error;
  const auto endpoint = socket_.remote_endpoint(error);
  if (!error) peer_ = endpoint.address().to_string();
}

asio::awaitable<void> Connection::run() {
  bool goes_on = true;
  while (goes_on && !stopping_) {
    goes_on = co_await wait_for_request();
    if (goes_on) goes_on = co_await exchange();
  }
  error_code ignored;
  socket_.shutdown(Socket::shutdown_both, ignored);
  socket_.close(ignored);
}

void Connection::stop() {
  stopping_ = true;
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    error_code ignored;
    if (self->idle_) self->socket_.cancel(ignored);
  });
}

asio::awaitable<bool> Connection::wait_for_request() {
  if (buffer_.size() > 0) co_return true;  // pipelined
  const Deadline deadline(socket_, options_.idle_timeout);
  idle_ = true;
  const auto [error] = co_await socket_.async_wait(Socket::wait_read, kNoThrow);
  idle_ = false;
  co_return !error;
}

asio::awaitable<bool> Connection::exchange() {
  Parser parser;
  auto reading = co_await read_header(parser);
  Result<Target> target = bad_input("no target");
  if (reading.ok) {
    target = parse_target(view(parser.get().target()));
    const auto method = parse_method(view(parser.get().method_string()));
    reading = co_await read_body(parser, target ? service_.body_limit(method, *target) : 0);
  }
  if (!reading.ok) {
    if (reading.refusal != 0) co_await refuse(reading.refusal);
    co_return false;
  }
  const bool keep_alive = parser.get().keep_alive();
  const bool head = parser.get().method() == beast_http::verb::head;
  const auto version = parser.get().version();
  Response response;
  if (target) {
    auto request = to_request(parser.release(), *std::move(target), peer_);
    if (options_.behind_proxy) read_forwarding(request);
    response = co_await answer(request);
  } else {
    response = problem(400, "error.bad_input", target.error().message);
  }
  co_return co_await write(std::move(response), head, keep_alive && !stopping_, version);
}

asio::awaitable<Connection::Reading> Connection::read_header(Parser& parser) {
  const Deadline deadline(socket_, options_.header_timeout);
  parser.header_limit(static_cast<std::uint32_t>(options_.header_limit));
  parser.body_limit(boost::none);  // known when the target is
  const auto [error, bytes] =
      co_await beast_http::async_read_header(socket_, buffer_, parser, kNoThrow);
  if (deadline.passed()) co_return Reading{false, 408};
  if (error) co_return Reading{false, refusal_of(error)};
  co_return Reading{};
}

asio::awaitable<Connection::Reading> Connection::read_body(Parser& parser, std::size_t limit) {
  if (parser.content_length().value_or(0) > limit) co_return Reading{false, 413};
  parser.body_limit(limit);
  const Deadline deadline(socket_, options_.body_timeout);
  if (iequals(view(parser.get()[beast_http::field::expect]), "100-continue")) {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await asio::async_write(socket_, asio::buffer(kContinue), kNoThrow);
  }
  const auto [error, bytes] = co_await beast_http::async_read(socket_, buffer_, parser, kNoThrow);
  if (deadline.passed()) co_return Reading{false, 408};
  if (error) co_return Reading{false, refusal_of(error)};
  co_return Reading{};
}

asio::awaitable<Response> Connection::answer(const Request& request) {
  auto work = [this, &request]() -> asio::awaitable<Response> {
    try {
      co_return service_.respond(request);
    } catch (const std::exception& bug) {
      co_return problem(Error{ErrorCode::internal, bug.what(), {}, 0, {}});
    }
  };
  co_return co_await asio::co_spawn(workers_, std::move(work), asio::use_awaitable);
}

asio::awaitable<bool> Connection::write(Response response, bool head, bool keep_alive,
                                        unsigned version) {
  const Deadline deadline(socket_, options_.write_timeout);
  const auto status = static_cast<unsigned>(response.status);
  if (head) {
    beast_http::response<beast_http::empty_body> message;
    message.result(status);
    message.version(version);
    set_headers(message, response, keep_alive);
    const auto [error, bytes] = co_await beast_http::async_write(socket_, message, kNoThrow);
    co_return !error && keep_alive;
  }
  beast_http::response<beast_http::string_body> message;
  message.result(status);
  message.version(version);
  set_headers(message, response, keep_alive);
  message.body() = std::move(response.body);
  const auto [error, bytes] = co_await beast_http::async_write(socket_, message, kNoThrow);
  co_return !error && keep_alive;
}

asio::awaitable<void> Connection::refuse(int status) {
  const std::string sentence = status == 408   ? "The request came too slowly"
                               : status == 413 ? "The body is larger than this address accepts"
                               : status == 431 ? "The headers are too large"
                                               : "This is not a well-formed HTTP request";
  const std::string key = status == 413 ? "error.too_large" : "error.bad_request";
  co_await write(problem(status, key, sentence), false, false, 11);
  co_await drain();
}

asio::awaitable<void> Connection::drain() {
  error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  const Deadline deadline(socket_, kDrainTime);
  std::array<char, 4096> sink{};
  for (std::size_t total = 0; total < kDrainBytes;) {
    const auto [error, bytes] = co_await socket_.async_read_some(asio::buffer(sink), kNoThrow);
    if (error) co_return;
    total += bytes;
  }
}

}  // namespace kres::http

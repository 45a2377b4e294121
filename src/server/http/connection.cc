#include "server/http/connection.h"

#include <array>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <fmt/chrono.h>

#include "base/date.h"
#include "base/text.h"
#include "server/http/problem.h"
#include "server/http/security_headers.h"

namespace kres::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace beast_http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kDrainTime{2};
constexpr std::size_t kDrainBytes = std::size_t{1} << 20;
constexpr std::size_t kPiece = std::size_t{1} << 16;  // of a body that is not kept in memory

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
Request to_request(const Message& message, Target target, const std::string& peer) {
  Request request;
  request.method = parse_method(view(message.method_string()));
  request.target = std::move(target);
  for (const auto& field : message)
    request.headers.push_back(
        {to_lower(view(field.name_string())), std::string(view(field.value()))});
  request.peer = peer;
  return request;
}

template <class Message>
bool expects_invitation(const Message& message) {
  return iequals(view(message[beast_http::field::expect]), "100-continue");
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

// Of a request that no service sees, which would add them.
Response refusal(int status, std::string_view key, std::string_view detail) {
  auto response = problem(status, key, detail);
  add_security_headers(response, true, false);
  return response;
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
  HeadParser head;
  const auto reading = co_await read_header(head);
  if (!reading.ok) {
    if (reading.refusal != 0) co_await refuse(reading.refusal);
    co_return false;
  }
  auto target = parse_target(view(head.get().target()));
  const auto method = parse_method(view(head.get().method_string()));
  const std::size_t limit = target ? service_.body_limit(method, *target) : 0;
  if (head.content_length().value_or(0) > limit) {
    co_await refuse(413);
    co_return false;
  }
  head.body_limit(limit);
  if (!target) {
    co_await write(refusal(400, "error.bad_input", target.error().message), false, false, 11);
    co_return false;
  }
  auto known = *std::move(target);
  if (service_.streams(method, known))
    co_return co_await exchange_in_pieces(head, std::move(known));
  co_return co_await exchange_whole(head, std::move(known));
}

asio::awaitable<bool> Connection::exchange_whole(HeadParser& head, Target target) {
  const bool is_head = head.get().method() == beast_http::verb::head;
  const auto limit = service_.body_limit(parse_method(view(head.get().method_string())), target);
  WholeParser parser(std::move(head));
  parser.body_limit(limit);
  const auto reading = co_await read_body(parser);
  if (!reading.ok) {
    if (reading.refusal != 0) co_await refuse(reading.refusal);
    co_return false;
  }
  const bool keep_alive = parser.get().keep_alive();
  const auto version = parser.get().version();
  auto request = to_request(parser.get(), std::move(target), peer_);
  request.body = std::move(parser.get().body());
  if (options_.behind_proxy) read_forwarding(request);
  const std::function<Response()> respond = [&] { return service_.respond(request); };
  auto response = co_await answer(respond);
  co_return co_await write(std::move(response), is_head, keep_alive && !stopping_, version);
}

asio::awaitable<bool> Connection::exchange_in_pieces(HeadParser& head, Target target) {
  const auto limit = service_.body_limit(parse_method(view(head.get().method_string())), target);
  PieceParser parser(std::move(head));
  parser.body_limit(limit);
  auto request = to_request(parser.get(), std::move(target), peer_);
  if (options_.behind_proxy) read_forwarding(request);
  Reception reception;
  const std::function<Response()> begin = [&] {
    reception = service_.receive(std::move(request));
    return reception.refusal.value_or(Response{});
  };
  auto refusal = co_await answer(begin);
  if (!reception.receiver) {
    co_await write(std::move(refusal), false, false, 11);
    co_await drain();
    co_return false;
  }
  const auto reading = co_await read_pieces(parser, *reception.receiver);
  if (!reading.ok && reading.refusal != 0) co_await refuse(reading.refusal);
  if (!reading.ok && !reading.enough) co_return false;
  const bool keep_alive = parser.is_done() && parser.get().keep_alive() && !stopping_;
  const std::function<Response()> finish = [&] { return reception.receiver->finish(); };
  auto response = co_await answer(finish);
  const bool goes_on = co_await write(std::move(response), false, keep_alive, 11);
  if (!parser.is_done()) co_await drain();
  co_return goes_on;
}

asio::awaitable<Connection::Reading> Connection::read_header(HeadParser& parser) {
  const Deadline deadline(socket_, options_.header_timeout);
  parser.header_limit(static_cast<std::uint32_t>(options_.header_limit));
  parser.body_limit(boost::none);  // known when the target is
  const auto [error, bytes] =
      co_await beast_http::async_read_header(socket_, buffer_, parser, kNoThrow);
  if (deadline.passed()) co_return Reading{false, 408};
  if (error) co_return Reading{false, refusal_of(error)};
  co_return Reading{};
}

asio::awaitable<void> Connection::invite_body(bool expected) {
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  if (expected) co_await asio::async_write(socket_, asio::buffer(kContinue), kNoThrow);
}

asio::awaitable<Connection::Reading> Connection::read_body(WholeParser& parser) {
  const Deadline deadline(socket_, options_.body_timeout);
  co_await invite_body(expects_invitation(parser.get()));
  const auto [error, bytes] = co_await beast_http::async_read(socket_, buffer_, parser, kNoThrow);
  if (deadline.passed()) co_return Reading{false, 408};
  if (error) co_return Reading{false, refusal_of(error)};
  co_return Reading{};
}

asio::awaitable<Connection::Reading> Connection::read_pieces(PieceParser& parser,
                                                             BodyReceiver& receiver) {
  co_await invite_body(expects_invitation(parser.get()));
  std::string piece(kPiece, '\0');
  while (!parser.is_done()) {
    auto& body = parser.get().body();
    body.data = piece.data();
    body.size = piece.size();
    {
      const Deadline deadline(socket_, options_.body_timeout);  // of this piece
      const auto [error, bytes] =
          co_await beast_http::async_read(socket_, buffer_, parser, kNoThrow);
      if (deadline.passed()) co_return Reading{false, 408};
      if (error && error != beast_http::error::need_buffer)
        co_return Reading{false, refusal_of(error)};
    }
    const std::string_view got(piece.data(), piece.size() - body.size);
    bool wanted = true;
    const std::function<Response()> take = [&] {
      wanted = receiver.take(got);
      return Response{};
    };
    const auto trouble = co_await answer(take);
    if (trouble.status == 500) co_return Reading{false, 0};
    if (!wanted) co_return Reading{.ok = false, .refusal = 0, .enough = true};
  }
  co_return Reading{};
}

asio::awaitable<Response> Connection::answer(const std::function<Response()>& work) {
  auto guarded = [&work]() -> asio::awaitable<Response> {
    try {
      co_return work();
    } catch (const std::exception& bug) {
      auto response = problem(Error{ErrorCode::internal, bug.what(), {}, 0, {}});
      add_security_headers(response, true, false);
      co_return response;
    }
  };
  co_return co_await asio::co_spawn(workers_, std::move(guarded), asio::use_awaitable);
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
  co_await write(refusal(status, key, sentence), false, false, 11);
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

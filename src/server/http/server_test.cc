// Talks to a real server over a socket, in raw bytes.
#include "server/http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <regex>
#include <thread>

#include "server/http/problem.h"

using namespace kres::http;
using namespace std::chrono_literals;

namespace {

// Counts the pieces of a body and says so.
class Pieces : public BodyReceiver {
 public:
  explicit Pieces(std::size_t most) : most_(most) {}
  bool take(std::string_view piece) override {
    largest_ = std::max(largest_, piece.size());
    bytes_ += piece.size();
    return bytes_ <= most_;
  }
  Response finish() override {
    return text_response(bytes_ <= most_ ? 200 : 422,
                         std::to_string(bytes_) + "|" + std::to_string(largest_ <= 65536));
  }

 private:
  std::size_t most_;
  std::size_t bytes_ = 0, largest_ = 0;
};

// Repeats what it was asked; "/slow" takes a while, "/throw" has a bug; bodies up to 1000 bytes.
// "/pieces" takes up to 10 MB in pieces, "/few" stops at 1 MB of them, "/closed" wants none.
class Echo : public Service {
 public:
  std::size_t body_limit(Method, const Target& target) const override {
    return streams(Method::put, target) ? 10'000'000 : 1000;
  }
  bool streams(Method method, const Target& target) const override {
    const auto path = target.path();
    return method == Method::put && (path == "/pieces" || path == "/few" || path == "/closed");
  }
  Reception receive(Request head) override {
    const auto path = head.target.path();
    if (path == "/closed") return {nullptr, problem(403, "error.forbidden", "no")};
    return {std::make_unique<Pieces>(path == "/few" ? 1'000'000 : 10'000'000), std::nullopt};
  }
  Response respond(const Request& request) override {
    if (request.target.path() == "/throw") throw std::runtime_error("a bug");
    if (request.target.path() == "/slow") std::this_thread::sleep_for(300ms);
    auto response = text_response(200, request.target.path() + "|" + request.body + "|" +
                                           request.peer + (request.secure ? "|tls" : ""));
    response.with("X-Method", std::string(method_name(request.method)));
    response.with("X-Two-Lines", "a\r\nSet-Cookie: b=c");
    return response;
  }
};

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view bytes) const {
    ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  void end() const { ::shutdown(socket_, SHUT_WR); }

  // Everything until the server closes.
  std::string read_all() const {
    std::string all;
    char part[4096];
    for (ssize_t n = 0; (n = ::recv(socket_, part, sizeof part, 0)) > 0;)
      all.append(part, static_cast<std::size_t>(n));
    return all;
  }
  std::string read_some() const {
    char part[4096];
    const auto n = ::recv(socket_, part, sizeof part, 0);
    return n > 0 ? std::string(part, static_cast<std::size_t>(n)) : std::string();
  }

 private:
  int socket_;
  bool connected_ = false;
};

class HttpServer : public testing::Test {
 protected:
  void begin(ServerOptions options = {}) {
    auto started = Server::start(options, echo_);
    ASSERT_TRUE(started) << started.error().text();
    server_ = *std::move(started);
  }
  std::string ask(std::string_view bytes) const {
    const Client client(server_->port());
    client.send(bytes);
    return client.read_all();
  }
  Echo echo_;
  std::unique_ptr<Server> server_;
};

std::string status_line(std::string_view answer) {
  return std::string(answer.substr(0, answer.find('\r')));
}

constexpr auto kClose = "Host: localhost\r\nConnection: close\r\n";

}  // namespace

TEST_F(HttpServer, AnswersARequest) {
  begin();
  const auto answer =
      ask(std::string("POST /a%20b?c=d HTTP/1.1\r\nContent-Length: 5\r\n") + kClose + "\r\nhello");
  EXPECT_EQ(status_line(answer), "HTTP/1.1 200 OK");
  EXPECT_TRUE(answer.ends_with("\r\n\r\n/a b|hello|127.0.0.1")) << answer;
  EXPECT_NE(answer.find("X-Method: POST\r\n"), std::string::npos);
  EXPECT_TRUE(std::regex_search(
      answer, std::regex("\r\nDate: (Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z][a-z] \\d{4} "
                         "\\d\\d:\\d\\d:\\d\\d GMT\r\n")))
      << answer;
}

TEST_F(HttpServer, AHeaderValueCannotBeginANewHeader) {
  begin();
  const auto answer = ask(std::string("GET / HTTP/1.1\r\n") + kClose + "\r\n");
  EXPECT_EQ(answer.find("\r\nSet-Cookie"), std::string::npos) << answer;
}

TEST_F(HttpServer, ServesSeveralRequestsOnOneConnectionEvenPipelined) {
  begin();
  const auto answer = ask(std::string("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\n") +
                          kClose + "\r\n");
  EXPECT_NE(answer.find("/one|"), std::string::npos);
  EXPECT_NE(answer.find("/two|"), std::string::npos);
}

TEST_F(HttpServer, AHeadRequestGetsTheLengthWithoutTheBody) {
  begin();
  const auto answer = ask(std::string("HEAD /abc HTTP/1.1\r\n") + kClose + "\r\n");
  EXPECT_NE(answer.find("Content-Length: 15\r\n"), std::string::npos) << answer;  // /abc||127.0.0.1
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(HttpServer, ChunkedBodiesAreRead) {
  begin();
  const auto answer = ask(std::string("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") +
                          kClose + "\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  EXPECT_TRUE(answer.ends_with("/|abcde|127.0.0.1")) << answer;
}

TEST_F(HttpServer, ABodyAboveTheLimitIsRefusedHoweverItIsSent) {
  begin();
  EXPECT_EQ(status_line(ask(std::string("POST / HTTP/1.1\r\nContent-Length: 1001\r\n") + kClose +
                            "\r\n" + std::string(1001, 'x'))),
            "HTTP/1.1 413 Payload Too Large");
  EXPECT_EQ(status_line(ask(std::string("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n") +
                            kClose + "\r\n")),
            "HTTP/1.1 413 Payload Too Large");
  std::string chunks;
  for (int i = 0; i < 11; ++i) chunks += "64\r\n" + std::string(100, 'x') + "\r\n";
  EXPECT_EQ(status_line(ask(std::string("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") +
                            kClose + "\r\n" + chunks + "0\r\n\r\n")),
            "HTTP/1.1 413 Payload Too Large");
}

TEST_F(HttpServer, TooMuchHeaderIsRefused) {
  begin();
  EXPECT_EQ(status_line(ask("GET / HTTP/1.1\r\nX-Long: " + std::string(20'000, 'x') + "\r\n\r\n")),
            "HTTP/1.1 431 Request Header Fields Too Large");
  EXPECT_EQ(status_line(ask("GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n\r\n")),
            "HTTP/1.1 431 Request Header Fields Too Large");
}

TEST_F(HttpServer, MalformedRequestsAreRefused) {
  begin();
  for (const std::string request :
       {"nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nNo colon\r\n\r\n", "GET / HTTP/1.1\r\nA b: c\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET /%zz HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nConnection: close\r\n\r\n"})
    EXPECT_EQ(status_line(ask(request)), "HTTP/1.1 400 Bad Request") << request;
}

TEST_F(HttpServer, WhatIsRefusedBeforeAnyServiceHasTheHeadersOfEveryAnswer) {
  begin({.header_limit = 500, .header_timeout = 100ms});
  for (const auto& [status, request] :
       {std::pair<std::string, std::string>{"400", "GET / HTTP/9\r\n\r\n"},
        {"400", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"413", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n"},
        {"431", "GET / HTTP/1.1\r\nHost: " + std::string(600, 'a') + "\r\n\r\n"},
        {"408", "GET / HTTP/1.1\r\n"}}) {
    const auto told = ask(request);
    EXPECT_EQ(told.substr(0, 12), "HTTP/1.1 " + status) << told;
    for (const auto* header :
         {"Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
          "X-Frame-Options: SAMEORIGIN", "Referrer-Policy: no-referrer", "Cache-Control: no-store"})
      EXPECT_NE(told.find(header), std::string::npos) << status << " lacks " << header;
  }
}

TEST_F(HttpServer, BinaryJunkNeverStopsIt) {
  begin();
  std::string junk;
  for (unsigned i = 0, state = 7; i < 3000; ++i) {
    state = state * 1103515245U + 12345U;
    junk.push_back(static_cast<char>(state >> 16));
  }
  for (std::size_t size = 1; size < junk.size(); size += 97) {
    const Client client(server_->port());
    client.send(std::string_view(junk).substr(0, size));
    client.end();
    client.read_all();
  }
  EXPECT_EQ(status_line(ask(std::string("GET / HTTP/1.1\r\n") + kClose + "\r\n")),
            "HTTP/1.1 200 OK");
}

TEST_F(HttpServer, ASlowClientIsToldAndLeft) {
  begin({.header_timeout = 100ms, .body_timeout = 100ms});
  {
    const Client client(server_->port());
    client.send("GET / HTT");
    EXPECT_EQ(status_line(client.read_all()), "HTTP/1.1 408 Request Timeout");
  }
  const Client client(server_->port());
  client.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(status_line(client.read_all()), "HTTP/1.1 408 Request Timeout");
}

TEST_F(HttpServer, AnIdleConnectionIsClosedWithoutAWord) {
  begin({.idle_timeout = 100ms});
  EXPECT_EQ(Client(server_->port()).read_all(), "");
}

TEST_F(HttpServer, ABugBecomesAnErrorAndTheServerGoesOn) {
  begin();
  const auto answer = ask(std::string("GET /throw HTTP/1.1\r\n") + kClose + "\r\n");
  EXPECT_EQ(status_line(answer), "HTTP/1.1 500 Internal Server Error");
  EXPECT_EQ(answer.find("a bug"), std::string::npos) << "the client must not see the message";
  EXPECT_EQ(status_line(ask(std::string("GET / HTTP/1.1\r\n") + kClose + "\r\n")),
            "HTTP/1.1 200 OK");
}

TEST_F(HttpServer, ALargeBodyIsAwaitedOnlyAfterPermission) {
  begin();
  const Client client(server_->port());
  client.send(
      "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_line(client.read_some()), "HTTP/1.1 100 Continue");
  client.send("ok");
  EXPECT_TRUE(client.read_all().ends_with("/|ok|127.0.0.1"));
}

TEST_F(HttpServer, ALargeBodyIsTakenInPieces) {
  begin();
  const std::string body(3'000'000, 'x');
  const auto put = "PUT /pieces HTTP/1.1\r\nContent-Length: 3000000\r\n";
  const auto answer =
      ask(std::string(put) + "Host: x\r\n\r\n" + body + put + kClose + "\r\n" + body);
  EXPECT_EQ(status_line(answer), "HTTP/1.1 200 OK");
  EXPECT_TRUE(answer.ends_with("3000000|1")) << answer;
  EXPECT_NE(answer.find("3000000|1HTTP/1.1 200 OK"), std::string::npos)
      << "the connection goes on: " << answer;
  EXPECT_TRUE(ask(std::string("PUT /pieces HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") + kClose +
                  "\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                  .ends_with("5|1"));
  EXPECT_TRUE(ask(std::string("PUT /pieces HTTP/1.1\r\nContent-Length: 0\r\n") + kClose + "\r\n")
                  .ends_with("0|1"));
}

TEST_F(HttpServer, ABodyInPiecesHasALimitToo) {
  begin();
  EXPECT_EQ(status_line(ask(std::string("PUT /pieces HTTP/1.1\r\nContent-Length: 10000001\r\n") +
                            kClose + "\r\n")),
            "HTTP/1.1 413 Payload Too Large");
  EXPECT_EQ(status_line(ask(std::string("PUT /pieces HTTP/1.1\r\nTransfer-Encoding: chunked\r\n") +
                            kClose + "\r\nffffffff\r\n" + std::string(100'000, 'x'))),
            "HTTP/1.1 413 Payload Too Large");
}

TEST_F(HttpServer, WhoeverMayNotSendIsToldBeforeTheBody) {
  begin();
  const Client client(server_->port());
  client.send("PUT /closed HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 9000000\r\n\r\n");
  client.end();
  EXPECT_EQ(status_line(client.read_all()), "HTTP/1.1 403 Forbidden");
}

TEST_F(HttpServer, ABodyOfWhichNoMoreIsWantedIsAnsweredAtOnce) {
  begin();
  const Client client(server_->port());
  client.send("PUT /few HTTP/1.1\r\nContent-Length: 9000000\r\n\r\n" + std::string(1'100'000, 'x'));
  client.end();
  EXPECT_EQ(status_line(client.read_all()), "HTTP/1.1 422 Unprocessable Entity");
}

TEST_F(HttpServer, ABodyInPiecesThatIsCutIsNeverFinished) {
  begin();
  const Client client(server_->port());
  client.send("PUT /pieces HTTP/1.1\r\nContent-Length: 9000000\r\n\r\n" +
              std::string(100'000, 'x'));
  client.end();
  const auto answer = client.read_all();
  EXPECT_EQ(status_line(answer), "HTTP/1.1 400 Bad Request");
  EXPECT_EQ(answer.find("100000|"), std::string::npos) << answer;
}

TEST_F(HttpServer, AProxyIsBelievedOnlyWhenToldSo) {
  const std::string request =
      std::string("GET / HTTP/1.1\r\nX-Forwarded-For: 1.1.1.1, 10.0.0.9\r\n") +
      "X-Forwarded-Proto: https\r\n" + kClose + "\r\n";
  begin();
  EXPECT_TRUE(ask(request).ends_with("/||127.0.0.1"));
  begin({.behind_proxy = true});
  EXPECT_TRUE(ask(request).ends_with("/||10.0.0.9|tls"));
}

TEST_F(HttpServer, StoppingLetsARequestInProgressEnd) {
  begin();
  const Client idle(server_->port());
  auto answer = std::async(std::launch::async,
                           [this] { return ask("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"); });
  std::this_thread::sleep_for(100ms);
  const auto began = std::chrono::steady_clock::now();
  server_->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
  EXPECT_NE(answer.get().find("/slow|"), std::string::npos);
  EXPECT_EQ(idle.read_all(), "");
  EXPECT_FALSE(Client(server_->port()).connected());
}

TEST_F(HttpServer, TooManyConnectionsAreToldToComeBack) {
  begin({.most_connections = 2});
  const Client first(server_->port());
  const Client second(server_->port());
  while (server_->connections() < 2) std::this_thread::sleep_for(1ms);
  EXPECT_EQ(status_line(Client(server_->port()).read_all()), "HTTP/1.1 503 Service Unavailable");
}

TEST_F(HttpServer, AnswersManyClientsAtOnce) {
  begin();
  std::vector<std::future<std::string>> answers;
  for (int i = 0; i < 40; ++i)
    answers.push_back(std::async(std::launch::async, [this, i] {
      return ask("GET /" + std::to_string(i) + " HTTP/1.1\r\n" + kClose + "\r\n");
    }));
  for (int i = 0; i < 40; ++i)
    EXPECT_TRUE(answers[static_cast<std::size_t>(i)].get().ends_with("/" + std::to_string(i) +
                                                                     "||127.0.0.1"));
}

TEST(HttpServerStart, SaysWhyItCannotListen) {
  Echo echo;
  EXPECT_FALSE(Server::start({.address = "not an address"}, echo));
  const auto first = Server::start({}, echo);
  ASSERT_TRUE(first);
  const auto second = Server::start({.port = (*first)->port()}, echo);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, kres::ErrorCode::environment);
}

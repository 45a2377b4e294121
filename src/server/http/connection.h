// One client's connection. Only server.cc and connection.cc include this file (Boost is behind it).
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/server_options.h"
#include "server/http/service.h"

namespace kres::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::ip::tcp::socket;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  // Requires: options, service and workers outlive it; socket's executor is a strand of its own.
  Connection(Socket socket, const ServerOptions& options, Service& service,
             boost::asio::thread_pool& workers);

  // Answers requests until the client leaves, breaks a limit, or the server stops.
  boost::asio::awaitable<void> run();

  // May be called from any thread: ends the connection now if it waits for a request, else after
  // the answer in progress.
  void stop();

 private:
  // How reading ended. `refusal` 0 with `ok` false: close without an answer.
  struct Reading {
    bool ok = true;
    int refusal = 0;
  };
  // Cancels what the socket is doing when the time is over; at most one at a time.
  class Deadline;

  boost::asio::awaitable<bool> exchange();  // one request and its answer; false: close
  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<Reading> read_header(Parser& parser);
  boost::asio::awaitable<Reading> read_body(Parser& parser, std::size_t limit);
  boost::asio::awaitable<Response> answer(const Request& request);
  boost::asio::awaitable<bool> write(Response response, bool head, bool keep_alive,
                                     unsigned version);
  boost::asio::awaitable<void> refuse(int status);
  boost::asio::awaitable<void> drain();  // so that the client can read the refusal

  Socket socket_;
  const ServerOptions& options_;
  Service& service_;
  boost::asio::thread_pool& workers_;
  boost::beast::flat_buffer buffer_;
  std::string peer_;
  bool idle_ = false;  // on the strand only
  std::atomic<bool> stopping_ = false;
};

}  // namespace kres::http

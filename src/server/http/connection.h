// One client's connection. Only server.cc and connection.cc include this file (Boost is behind it).
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/server_options.h"
#include "server/http/service.h"

namespace kres::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::ip::tcp::socket;
  using HeadParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;
  using WholeParser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using PieceParser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

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
    bool enough = false;  // not all was read, because no more was wanted
  };
  // Cancels what the socket is doing when the time is over; at most one at a time.
  class Deadline;

  boost::asio::awaitable<bool> exchange();  // one request and its answer; false: close
  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<bool> exchange_whole(HeadParser& head, Target target);
  boost::asio::awaitable<bool> exchange_in_pieces(HeadParser& head, Target target);
  boost::asio::awaitable<Reading> read_header(HeadParser& parser);
  boost::asio::awaitable<Reading> read_body(WholeParser& parser);
  // Gives the body to the receiver.
  boost::asio::awaitable<Reading> read_pieces(PieceParser& parser, BodyReceiver& receiver);
  boost::asio::awaitable<void> invite_body(bool expected);
  // Runs on a thread that may wait for disk and database. An exception becomes status 500.
  boost::asio::awaitable<Response> answer(const std::function<Response()>& work);
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

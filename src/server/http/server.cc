#include "server/http/server.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <fmt/format.h>

#include "server/http/connection.h"

namespace kres::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
    "Connection: close\r\n\r\n";

}  // namespace

class Server::Impl {
 public:
  Impl(const ServerOptions& options, Service& service)
      : options_(options), service_(service), workers_(options.workers), acceptor_(io_) {}

  Result<void> listen() {
    error_code error;
    const auto address = asio::ip::make_address(options_.address, error);
    if (error) return bad_input(fmt::format("'{}' is not an IP address", options_.address));
    const tcp::endpoint endpoint(address, options_.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error)
      return environment_error(fmt::format("cannot listen on {}:{}: {}", options_.address,
                                           options_.port, error.message()),
                               {}, "choose another port with --port");
    port_ = acceptor_.local_endpoint(error).port();
    asio::co_spawn(io_, accept(), asio::detached);
    thread_ = std::thread([this] { io_.run(); });
    return {};
  }

  void stop() {
    if (!thread_.joinable()) return;
    asio::post(io_, [this] {
      error_code ignored;
      acceptor_.close(ignored);
    });
    std::unique_lock lock(mutex_);
    stopping_ = true;
    for (auto* connection : open_) connection->stop();
    all_closed_.wait_for(lock, options_.grace, [this] { return open_.empty(); });
    lock.unlock();
    workers_.join();
    io_.stop();
    thread_.join();
  }

  std::uint16_t port() const { return port_; }

  std::size_t connections() const {
    const std::lock_guard lock(mutex_);
    return open_.size();
  }

 private:
  asio::awaitable<void> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor_.async_accept(asio::make_strand(io_), kNoThrow);
      if (error == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
      if (error) {  // out of descriptors, most likely: let some be closed
        asio::steady_timer pause(io_, std::chrono::milliseconds(100));
        co_await pause.async_wait(kNoThrow);
        continue;
      }
      if (connections() >= options_.most_connections) {
        asio::write(socket, asio::buffer(kFull), error);
        continue;
      }
      socket.set_option(tcp::no_delay(true), error);
      const auto strand = socket.get_executor();
      asio::co_spawn(strand, serve(std::move(socket)), asio::detached);
    }
  }

  asio::awaitable<void> serve(tcp::socket socket) {
    const auto connection =
        std::make_shared<Connection>(std::move(socket), options_, service_, workers_);
    if (!enter(*connection)) co_return;
    co_await connection->run();
    leave(*connection);
  }

  bool enter(Connection& connection) {
    const std::lock_guard lock(mutex_);
    if (!stopping_) open_.insert(&connection);
    return !stopping_;
  }

  void leave(Connection& connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(&connection);
    if (open_.empty()) all_closed_.notify_all();
  }

  const ServerOptions options_;
  Service& service_;
  asio::thread_pool workers_;  // before io_: what waits there for a worker is destroyed first
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  std::thread thread_;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::condition_variable all_closed_;
  std::set<Connection*> open_;
  bool stopping_ = false;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() { stop(); }
std::uint16_t Server::port() const { return impl_->port(); }
std::size_t Server::connections() const { return impl_->connections(); }
void Server::stop() { impl_->stop(); }

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Service& service) {
  auto impl = std::make_unique<Impl>(options, service);
  KRES_TRY(impl->listen());
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

}  // namespace kres::http

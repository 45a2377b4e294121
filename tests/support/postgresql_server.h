// A PostgreSQL server of its own for tests, which can be killed and started again.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace kres::testing {

// Debian's server on a socket in its own folder, as the user "postgres" where the tests run as root
// (it refuses root). Everything is synced to disk as in earnest. What fails here ends the test
// program with a message.
class PostgresqlServer {
 public:
  PostgresqlServer();   // makes a new cluster and starts it
  ~PostgresqlServer();  // stops it and removes the cluster
  PostgresqlServer(const PostgresqlServer&) = delete;
  PostgresqlServer& operator=(const PostgresqlServer&) = delete;

  // Of the server; "&dbname=NAME" is to be appended.
  std::string address() const;
  // From here on it listens on this port of 127.0.0.1 too, where it asks "kres" for the password.
  void ask_for_password(int port, const std::string& password);
  const std::filesystem::path& folder() const { return folder_; }

  void start();  // returns when it answers
  void stop();   // as an administrator would
  void kill();   // SIGKILL to every process of the server

 private:
  std::filesystem::path folder_;
  int port_ = 5432;  // also part of the socket's name
  std::string listen_;
  pid_t postmaster_ = -1;
};

}  // namespace kres::testing

// kres_with_postgresql PROGRAM ARGUMENT...: runs a program beside a PostgreSQL server of its own.
//
// The program finds the server's address in KRES_TEST_POSTGRESQL. Ends as the program does.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/support/postgresql_server.h"

int main(int count, char** words) {
  if (count < 2) return 2;
  const kres::testing::PostgresqlServer server;
  ::setenv("KRES_TEST_POSTGRESQL", server.address().c_str(), 1);
  const pid_t child = ::fork();
  if (child == 0) {
    ::execv(words[1], words + 1);
    std::_Exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

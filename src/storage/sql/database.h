// Which database a registry stands in, and how its SQL is spoken.
#pragma once

#include <string>

namespace kres::storage {

enum class Dialect { sqlite, postgresql };

struct Database {
  Dialect dialect = Dialect::sqlite;
  std::string address;  // a file, or what libpq takes: postgresql://user@host:port/name

  // An address that begins with postgresql:// or postgres:// is a server's, any other a file.
  static Database at(std::string address);
};

}  // namespace kres::storage

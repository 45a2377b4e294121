// Statements that the server has compiled, kept by a connection: most are asked again and again,
// and compiling one costs PostgreSQL as much as answering it. Included by the sources of this
// folder only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include <soci/soci.h>

namespace kres::storage {

// Of one connection, which outlives it.
class KeptStatements {
 public:
  // A statement as it was lent, to be given back when it goes.
  class Lent {
   public:
    Lent(soci::statement& statement, bool& in_use) : statement_(&statement), in_use_(&in_use) {
      in_use = true;
    }
    Lent() = default;
    Lent(Lent&& other) noexcept;
    Lent& operator=(Lent&&) = delete;
    ~Lent();

    explicit operator bool() const { return statement_ != nullptr; }
    soci::statement& statement() const { return *statement_; }

   private:
    soci::statement* statement_ = nullptr;
    bool* in_use_ = nullptr;
  };

  // The compiled statement, nothing bound to it. None the first time a text is asked, for what is
  // not a query or change of rows, and while it is in use. Throws: soci_error.
  Lent lend(soci::session& session, const std::string& sql);

 private:
  struct Kept {
    std::unique_ptr<soci::statement> statement;  // none before the second time
    bool in_use = false;
    std::uint64_t last_asked = 0;
  };

  void make_room();

  std::unordered_map<std::string, Kept> kept_;
  std::uint64_t asked_ = 0;
};

}  // namespace kres::storage

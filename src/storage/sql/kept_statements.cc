#include "storage/sql/kept_statements.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kres::storage {

namespace {

constexpr std::size_t kMostKept =
    500;  // texts; some stand for a list of values of their own length

// Statements that the server compiles apart from running them. What changes the database's shape
// may hold several.
bool can_be_compiled(std::string_view sql) {
  constexpr std::array<std::string_view, 5> kFirstWords{"select ", "insert ", "update ", "delete ",
                                                        "with "};
  return std::any_of(kFirstWords.begin(), kFirstWords.end(),
                     [&](std::string_view word) { return sql.starts_with(word); });
}

}  // namespace

KeptStatements::Lent::Lent(Lent&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      in_use_(std::exchange(other.in_use_, nullptr)) {}

KeptStatements::Lent::~Lent() {
  if (statement_ == nullptr) return;
  statement_->bind_clean_up();
  *in_use_ = false;
}

void KeptStatements::make_room() {
  while (kept_.size() >= kMostKept) {
    auto oldest = kept_.end();
    for (auto kept = kept_.begin(); kept != kept_.end(); ++kept)
      if (!kept->second.in_use &&
          (oldest == kept_.end() || kept->second.last_asked < oldest->second.last_asked))
        oldest = kept;
    if (oldest == kept_.end()) return;
    kept_.erase(oldest);
  }
}

KeptStatements::Lent KeptStatements::lend(soci::session& session, const std::string& sql) {
  if (!can_be_compiled(sql)) return {};
  ++asked_;
  const auto known = kept_.find(sql);
  if (known == kept_.end()) {
    make_room();
    kept_[sql].last_asked = asked_;
    return {};
  }
  auto& kept = known->second;
  kept.last_asked = asked_;
  if (kept.in_use) return {};
  if (!kept.statement) {
    auto statement = std::make_unique<soci::statement>(session);
    statement->alloc();
    statement->prepare(sql, soci::details::st_repeatable_query);
    kept.statement = std::move(statement);
  }
  return {*kept.statement, kept.in_use};
}

}  // namespace kres::storage

#include "storage/sql/database.h"

#include <utility>

namespace kres::storage {

Database Database::at(std::string address) {
  const bool server = address.starts_with("postgresql://") || address.starts_with("postgres://");
  return {server ? Dialect::postgresql : Dialect::sqlite, std::move(address)};
}

}  // namespace kres::storage

// The numbers of all rows of a table.
#pragma once

#include "laboratory/ports/record_census.h"
#include "storage/sql/session.h"

namespace kres::storage {

class RecordCensusTable : public laboratory::RecordCensus {
 public:
  explicit RecordCensusTable(Session& session) : session_(session) {}
  Result<std::vector<std::int64_t>> numbers(laboratory::RecordKind kind) override;

 private:
  Session& session_;
};

}  // namespace kres::storage

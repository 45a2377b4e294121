// Tables isolate_search and isolate_tally: what lists of isolates are searched in and counted from.
//
// A row of isolate is wide and has no order that lists need. Beside it stands a narrow row in the
// order of the lists, with the words it is found by; and for each laboratory and state how many
// isolates there are, so that no list counts them.
#pragma once

#include "laboratory/ports/isolate_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/later_writes.h"
#include "storage/sql/session.h"

namespace kres::storage {

class IsolateIndex {
 public:
  explicit IsolateIndex(Session& session)
      : session_(session), later_(session.waiting(), {"isolate_search", "isolate_tally"}, [this] {
          return write_waiting();
        }) {}

  // Of an isolate that was just stored, or stored anew. What is added is written with others, at
  // the latest before the transaction is committed. Requires: a write transaction.
  Result<void> add(const laboratory::Isolate& isolate);
  Result<void> update(const laboratory::Isolate& isolate);

  Result<std::map<laboratory::IsolateState, std::int64_t>> by_state(
      const laboratory::Scope& scope);  // states without isolates are left out

 private:
  Result<void> write_waiting();
  Result<void> count_more(const std::vector<laboratory::IsolateId>& isolates);

  Session& session_;
  std::vector<laboratory::IsolateId> waiting_;
  std::vector<Parameters> rows_;  // of isolate_search, one for each that waits
  LaterWrites later_;
};

}  // namespace kres::storage

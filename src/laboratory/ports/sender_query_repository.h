// Questions to the laboratories that referred isolates.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/error.h"
#include "laboratory/sender_query.h"

namespace kres::laboratory {

class SenderQueryRepository {
 public:
  virtual ~SenderQueryRepository() = default;
  // Open; gives each its number. Requires: no two of the same isolate and criterion.
  virtual Result<void> add(std::vector<SenderQuery>& queries) = 0;
  virtual Result<std::optional<SenderQuery>> find(SenderQueryId id) = 0;
  // Writes how it ended. `conflict` if it has ended already.
  virtual Result<void> close(const SenderQuery& query) = 0;
  virtual Result<std::vector<SenderQuery>> of(IsolateId isolate) = 0;  // by number
  // How many of each of these isolates are open; nothing of an isolate without one.
  virtual Result<std::map<IsolateId, std::int64_t>> open_of_each(
      const std::vector<IsolateId>& isolates) = 0;
  // Those in this state, or all; newest first.
  virtual Result<std::vector<SenderQuery>> list(std::optional<QueryState> state, int limit) = 0;
};

}  // namespace kres::laboratory

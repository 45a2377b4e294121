// What was read of the registry, kept until the next event: every change of a record leaves an
// event in the audit trail, in its own transaction, so that without a new event a reading gives
// what it gave before.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "laboratory/ports/audit_log.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// Of one registry and one scope; used by several threads. A unit whose changes are not committed
// asks for itself: `work` is one that reads.
template <class Value>
class UntilNextEvent {
 public:
  using Kept = std::shared_ptr<const Value>;

  // `key` says all that the reading depends on besides the registry: its question, and the day if
  // that counts. `read` gives the value as `work` sees it.
  template <class Read>
  Result<Kept> get(laboratory::UnitOfWork& work, const std::string& key, const Read& read) {
    KRES_ASSIGN(const auto last, work.audit().last());
    const std::int64_t event = last ? last->sequence : 0;
    if (auto kept = find(event, key)) return kept;
    KRES_ASSIGN(Value value, read());
    auto fresh = std::make_shared<const Value>(std::move(value));
    keep(event, key, fresh);
    return fresh;
  }

 private:
  static constexpr std::size_t kMostKept = 200;  // questions

  Kept find(std::int64_t event, const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto kept = event == event_ ? kept_.find(key) : kept_.end();
    return kept == kept_.end() ? nullptr : kept->second;
  }

  // What a unit read that saw less than others is not kept.
  void keep(std::int64_t event, const std::string& key, Kept value) {
    const std::lock_guard lock(mutex_);
    if (event < event_) return;
    if (event > event_ || kept_.size() >= kMostKept) kept_.clear();
    event_ = event;
    kept_[key] = std::move(value);
  }

  std::mutex mutex_;
  std::int64_t event_ = 0;  // the last one that the readings have seen
  std::map<std::string, Kept> kept_;
};

}  // namespace kres::workflow

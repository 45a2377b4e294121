#include "storage/sql/later_writes.h"

#include <algorithm>
#include <utility>

namespace kres::storage {

Result<void> WaitingWrites::run_before(const std::string& sql) {
  for (auto* writes : all_)
    if (writes->concerns(sql)) KRES_TRY(writes->run());
  return {};
}

Result<void> WaitingWrites::run_all() {
  for (auto* writes : all_) KRES_TRY(writes->run());
  return {};
}

LaterWrites::LaterWrites(WaitingWrites& others, std::vector<std::string> tables, Write write)
    : others_(others), tables_(std::move(tables)), write_(std::move(write)) {
  others_.all_.push_back(this);
}

LaterWrites::~LaterWrites() { std::erase(others_.all_, this); }

bool LaterWrites::concerns(const std::string& sql) const {
  return std::any_of(tables_.begin(), tables_.end(), [&](const std::string& table) {
    return sql.find(table) != std::string::npos;
  });
}

Result<void> LaterWrites::run() {
  if (running_) return {};
  running_ = true;
  auto written = write_();
  running_ = false;
  return written;
}

}  // namespace kres::storage

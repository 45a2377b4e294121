#include "storage/sql/session_pool.h"

namespace kres::storage {

SessionPool::SessionPool(Open open, std::size_t limit) : open_(std::move(open)), limit_(limit) {}

Result<SessionPool::Lent> SessionPool::borrow() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return !idle_.empty() || opened_ < limit_; });
    if (!idle_.empty()) {
      auto session = std::move(idle_.back());
      idle_.pop_back();
      return lend(std::move(session));
    }
    ++opened_;
  }
  auto session = open_();
  if (!session) {
    const std::lock_guard lock(mutex_);
    --opened_;
    returned_.notify_one();
    return tl::unexpected<Error>(session.error());
  }
  return lend(std::move(*session));
}

SessionPool::Lent SessionPool::lend(std::unique_ptr<Session> session) {
  const auto before = session->statements();
  return Lent(session.release(), [this, before](Session* lent) {
    give_back(std::unique_ptr<Session>(lent), lent->statements() - before);
  });
}

std::int64_t SessionPool::statements() const {
  const std::lock_guard lock(mutex_);
  return statements_;
}

void SessionPool::give_back(std::unique_ptr<Session> session, std::int64_t statements) {
  const std::lock_guard lock(mutex_);
  statements_ += statements;
  if (session->lost())
    --opened_;
  else
    idle_.push_back(std::move(session));
  returned_.notify_one();
}

}  // namespace kres::storage

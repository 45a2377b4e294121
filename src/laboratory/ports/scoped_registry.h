// The registry as one person may see it: every unit of work of it stays within a scope.
#pragma once

#include "laboratory/ports/registry.h"

namespace kres::laboratory {

// Requires: the registry outlives it.
class ScopedRegistry : public Registry {
 public:
  ScopedRegistry(Registry& whole, Scope scope) : whole_(whole), scope_(std::move(scope)) {}

  using Registry::read;
  using Registry::write;
  Result<std::unique_ptr<UnitOfWork>> read(const Scope& scope) override {
    return whole_.read(scope_.narrowed(scope));
  }
  Result<std::unique_ptr<UnitOfWork>> write(const Scope& scope) override {
    return whole_.write(scope_.narrowed(scope));
  }
  // Jobs are taken by the program itself.
  Result<std::unique_ptr<UnitOfWork>> lease() override {
    if (scope_.whole()) return whole_.lease();
    return fail({.code = ErrorCode::forbidden,
                 .message = "jobs of others are not to be had",
                 .file = {},
                 .remedy = {}});
  }

 private:
  Registry& whole_;
  const Scope scope_;
};

}  // namespace kres::laboratory

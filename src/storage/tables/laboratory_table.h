// Table laboratory.
#pragma once

#include "laboratory/ports/laboratory_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class LaboratoryTable : public laboratory::LaboratoryRepository {
 public:
  explicit LaboratoryTable(Session& session) : session_(session) {}

  Result<void> save(const laboratory::Laboratory& laboratory) override;
  Result<std::optional<laboratory::Laboratory>> find(const std::string& code) override;
  Result<std::vector<laboratory::Laboratory>> all() override;

 private:
  Session& session_;
};

}  // namespace kres::storage

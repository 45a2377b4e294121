// The referring laboratories.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/laboratory.h"

namespace kres::laboratory {

class LaboratoryRepository {
 public:
  virtual ~LaboratoryRepository() = default;
  // Inserts or updates by code.
  virtual Result<void> save(const Laboratory& laboratory) = 0;
  virtual Result<std::optional<Laboratory>> find(const std::string& code) = 0;
  virtual Result<std::vector<Laboratory>> all() = 0;  // by code
};

}  // namespace kres::laboratory

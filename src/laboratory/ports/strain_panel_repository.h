// Panels of strains and who opened their keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/strain_panel.h"

namespace kres::laboratory {

class StrainPanelRepository {
 public:
  virtual ~StrainPanelRepository() = default;
  // Gives the number. `conflict` if two members have one code.
  virtual Result<StrainPanel> add(StrainPanel panel, const std::string& salt) = 0;
  virtual Result<std::optional<StrainPanel>> find(const std::string& number) = 0;
  virtual Result<std::vector<StrainPanel>> all() = 0;  // newest first
  // `conflict` if it is open.
  virtual Result<void> open(PanelId panel, const std::string& person, Instant at) = 0;
  virtual Result<std::string> salt_of(PanelId panel) = 0;
};

}  // namespace kres::laboratory

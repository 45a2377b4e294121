// Tables strain_panel, strain_panel_member and strain_panel_opening.
#pragma once

#include "laboratory/ports/strain_panel_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class StrainPanelTable : public laboratory::StrainPanelRepository {
 public:
  explicit StrainPanelTable(Session& session) : session_(session) {}

  Result<laboratory::StrainPanel> add(laboratory::StrainPanel panel,
                                      const std::string& salt) override;
  Result<std::optional<laboratory::StrainPanel>> find(const std::string& number) override;
  Result<std::vector<laboratory::StrainPanel>> all() override;
  Result<void> open(laboratory::PanelId panel, const std::string& person, Instant at) override;
  Result<std::string> salt_of(laboratory::PanelId panel) override;

 private:
  Session& session_;
};

}  // namespace kres::storage

// Table isolate_finding, and the search over strains that goes by it.
#pragma once

#include "laboratory/ports/catalogue_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class CatalogueTable : public laboratory::CatalogueRepository {
 public:
  explicit CatalogueTable(Session& session) : session_(session) {}

  Result<void> keep_findings(laboratory::IsolateId isolate,
                             const std::vector<laboratory::IsolateFinding>& findings) override;
  Result<std::vector<laboratory::IsolateFinding>> findings_of(
      laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::CatalogueEntry>> list(
      const laboratory::CatalogueFilter& filter) override;
  Result<std::int64_t> count(const laboratory::CatalogueFilter& filter) override;

 private:
  Session& session_;
};

struct CatalogueStatement {
  std::string sql;
  Parameters parameters;
};
CatalogueStatement statement_of_a_count(const laboratory::CatalogueFilter& filter);

}  // namespace kres::storage

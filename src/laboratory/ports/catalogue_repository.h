// The bank's catalogue: strains by what was found in their isolates.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/catalogue.h"

namespace kres::laboratory {

// What an analysis found, as the catalogue is searched by it.
struct IsolateFinding {
  std::string kind;  // "determinant", "class"; "unassessed": what it could not have seen
  std::string name;  // "blaOXA-244", "carbapenemase"
};

class CatalogueRepository {
 public:
  virtual ~CatalogueRepository() = default;
  // Takes the place of what an earlier analysis found.
  virtual Result<void> keep_findings(IsolateId isolate,
                                     const std::vector<IsolateFinding>& findings) = 0;
  virtual Result<std::vector<IsolateFinding>> findings_of(IsolateId isolate) = 0;
  // By number. Requires: check_filter() accepts the filter.
  virtual Result<std::vector<CatalogueEntry>> list(const CatalogueFilter& filter) = 0;
  virtual Result<std::int64_t> count(const CatalogueFilter& filter) = 0;  // without `after`
};

}  // namespace kres::laboratory

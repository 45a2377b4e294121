// The breakpoint versions of a laboratory: those of the program, those it imported, and which of
// them is in force from when.
//
// A folder with one table a version (docs/formats/breakpoints.md) and adoptions.tsv. A version
// takes force only by an adoption, which names the digest of its table: a table that was changed
// afterwards is refused.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/files.h"
#include "susceptibility/breakpoint_table.h"

namespace kres::app {

struct StoredVersion {
  std::string name;  // "EUCAST v16.0"
  Date valid_from;
  std::size_t rows = 0;
  std::string digest;  // SHA-256 of the table's text
  std::string file;    // name in the folder, empty for a version of the program
};

struct Adoption {
  std::string version, digest;
  Date from;
  std::string by;
  Instant at{};
};

// "EUCAST v15.0", "eucast_v15.0" and "eucast-15.0" are one version.
std::string version_key(std::string_view name);

class BreakpointDirectory {
 public:
  // The folder need not exist: then there are the program's versions alone.
  explicit BreakpointDirectory(Path folder) : folder_(std::move(folder)) {}

  // The program's own first, then those of the folder by name.
  Result<std::vector<StoredVersion>> versions() const;
  // `not_found` names the versions that there are; `corrupt` if it differs from what was adopted.
  Result<susceptibility::BreakpointTable> load(const std::string& version) const;
  // In the order in which they were recorded.
  Result<std::vector<Adoption>> adoptions() const;
  // The adoption with the latest first day up to this one; the later record of two of one day.
  Result<std::optional<Adoption>> in_force(Date day) const;
  Result<std::optional<Adoption>> in_force_today() const;  // by the calendar of Norway

  // Requires: text was read as a table. `conflict` if there is a version of this name already.
  Result<StoredVersion> add(const std::string& text);
  // `witness` is asked last before the adoption is recorded; if it fails, there is none.
  using Witness = std::function<Result<void>(const Adoption&)>;
  Result<Adoption> adopt(const std::string& version, Date from, const std::string& by, Instant now,
                         const Witness& witness);

 private:
  struct Table {
    StoredVersion stored;
    std::string text;
  };
  Result<std::vector<Table>> tables() const;
  Result<Table> find(const std::string& version) const;
  Path folder_;
};

}  // namespace kres::app

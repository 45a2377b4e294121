// The folder that a run writes to: one result per genome, and the tables over all of them.
#pragma once

#include <string>

#include "base/files.h"
#include "batch/outcome.h"
#include "batch/table_file.h"

namespace kres::batch {

// Held by one program at a time. summary.tsv, errors.tsv and the further table of an earlier run
// are removed when it is opened and appear again in finish(): they are never of another run than
// the results beside them.
class ResultFolder {
 public:
  // Makes the folder if need be. `table` names a further table ("determinants.tsv"), empty for
  // none. Fails with conflict if another program holds the folder, with environment if it cannot be
  // written to.
  static Result<ResultFolder> open(const Path& path, const std::string& table,
                                   const std::string& table_header);
  ResultFolder(ResultFolder&& other) noexcept;
  ResultFolder& operator=(ResultFolder&&) = delete;
  ~ResultFolder();

  Path result_path(const std::string& name) const { return path_ / (name + ".json"); }
  // Adds the genome to the tables; `view` goes to the further table. One call at a time.
  Result<void> add(const Outcome& outcome, const std::string& view);
  Result<void> finish();

 private:
  ResultFolder(Path path, int lock) : path_(std::move(path)), lock_(lock) {}
  Result<void> begin_tables(const std::string& table, const std::string& header);

  Path path_;
  int lock_ = -1;
  std::vector<TableFile> tables_;  // summary, errors, and the further one
  bool has_errors_ = false;
};

}  // namespace kres::batch

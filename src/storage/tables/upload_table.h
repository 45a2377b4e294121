// Tables upload and upload_file: files on their way in.
#pragma once

#include "laboratory/ports/upload_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class UploadTable : public laboratory::UploadRepository {
 public:
  UploadTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::Upload> add(laboratory::Upload upload) override;
  Result<std::optional<laboratory::Upload>> find(laboratory::UploadId id) override;
  Result<std::vector<laboratory::Upload>> open_of(laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::Upload>> all_open() override;
  Result<void> advance(laboratory::UploadId id, int file, std::uint64_t from, std::uint64_t to,
                       Instant now) override;
  Result<void> finish(const laboratory::Upload& upload) override;

 private:
  Result<std::vector<laboratory::Upload>> select(std::string_view rest,
                                                 const Parameters& parameters);
  Result<void> load_files(laboratory::Upload& upload);

  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage

#include "base/temporary_folder.h"

#include <cstdlib>

namespace kres {

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code failure;
  const Path place = std::filesystem::temp_directory_path(failure);
  if (failure)
    return environment_error("there is no place for temporary files", "", "set TMPDIR to a folder");
  std::string name = (place / "kres_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    return environment_error("cannot be written to", place.string(),
                             "set TMPDIR to another folder");
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // nobody can do anything about it here
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace kres

// For tests: a folder of this run alone, so that two runs at a time do not meet; gone afterwards.
#pragma once

#include <stdlib.h>

#include <cstdlib>
#include <string>
#include <system_error>

#include "base/files.h"

namespace kres {

class FolderForTest {
 public:
  FolderForTest() {
    std::string name = (std::filesystem::temp_directory_path() / "kres_test_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~FolderForTest() {
    std::error_code left;
    std::filesystem::remove_all(path_, left);
  }
  FolderForTest(const FolderForTest&) = delete;
  FolderForTest& operator=(const FolderForTest&) = delete;

  const Path& path() const { return path_; }
  Path operator/(const std::string& name) const { return path_ / name; }

 private:
  Path path_;
};

}  // namespace kres

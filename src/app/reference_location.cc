#include "app/reference_location.h"

#include <cstdlib>

namespace kres::app {

Path reference_root(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* set = std::getenv("KRES_REFERENCE"); set != nullptr && *set != '\0') return set;
  std::error_code code;
  const Path program = std::filesystem::read_symlink("/proc/self/exe", code);
  return program.parent_path().parent_path() / "reference";
}

}  // namespace kres::app

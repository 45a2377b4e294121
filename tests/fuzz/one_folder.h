// A folder of files that is made of one fuzz input: what an importer of a release reads.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace kres::fuzz {

// Files are divided by lines of "====", in the order of `names`; names that come to nothing are
// empty files. The folder is in memory where there is such a place, and written anew each time.
class OneFolder {
 public:
  explicit OneFolder(std::vector<std::string> names) : names_(std::move(names)) {
    const std::filesystem::path memory = "/dev/shm";
    folder_ = (std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path()) /
              ("kres_fuzz_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~OneFolder() {
    std::error_code gone;
    std::filesystem::remove_all(folder_, gone);
  }
  OneFolder(const OneFolder&) = delete;
  OneFolder& operator=(const OneFolder&) = delete;

  void write(std::string_view bytes) const {
    constexpr std::string_view kBetween = "\n====\n";
    for (const auto& name : names_) {
      const auto end = std::min(bytes.find(kBetween), bytes.size());
      std::ofstream(folder_ / name, std::ios::binary) << bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + kBetween.size(), bytes.size()));
    }
  }
  const std::filesystem::path& path() const { return folder_; }

 private:
  std::vector<std::string> names_;
  std::filesystem::path folder_;
};

}  // namespace kres::fuzz

#include "genome/reference/set_writer.h"

#include "base/digest.h"

namespace kres::genome {

Result<void> SetWriter::write(const std::string& name, std::string_view content) {
  KRES_TRY(make_directories((directory_ / name).parent_path()));
  KRES_TRY(write_file_atomic(directory_ / name, content));
  manifest_.files[name] = sha256_hex(content);
  return {};
}

Result<Source> describe_source(std::string name, std::string version, std::string licence,
                               const Path& folder, const std::vector<std::string>& files) {
  Source source{std::move(name), std::move(version), std::move(licence), {}};
  for (const auto& file : files) {
    KRES_ASSIGN(const auto digest, sha256_file(folder / file));
    std::error_code code;
    source.files.push_back({file, digest, std::filesystem::file_size(folder / file, code)});
  }
  return source;
}

}  // namespace kres::genome

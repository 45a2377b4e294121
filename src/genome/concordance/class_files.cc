#include "genome/concordance/class_files.h"

#include "base/text.h"

namespace kres::genome {

namespace {

Result<ClassFile> read_class_file(const Path& folder, const std::string& name) {
  const Path path = folder / (name + ".fsa");
  KRES_ASSIGN(const auto text, read_file(path));
  ClassFile file{.name = name, .entries = {}};
  KRES_ASSIGN(file.entries, parse_fasta_records(text, path.string()));
  for (auto& entry : file.entries) {
    const auto header = trim(entry.header);
    entry.header = std::string(header.substr(0, header.find_first_of(" \t")));
  }
  return file;
}

}  // namespace

Result<std::vector<ClassFile>> read_class_files(const Path& folder) {
  const Path config = folder / "config";
  KRES_ASSIGN(const auto text, read_file(config));
  std::vector<ClassFile> files;
  for (const auto line : split(text, '\n')) {
    if (trim(line).empty() || line.starts_with('#')) continue;
    KRES_ASSIGN(auto file, read_class_file(folder, std::string(trim(split(line, '\t').front()))));
    files.push_back(std::move(file));
  }
  if (files.empty()) return bad_input("names no sequence files", config.string());
  return files;
}

}  // namespace kres::genome

#include "app/breakpoint_directory.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "base/tsv.h"
#include "resources/resources.h"

namespace kres::app {

namespace {

using susceptibility::BreakpointTable;

constexpr const char* kAdoptions = "adoptions.tsv";
constexpr const char* kAdoptionHead =
    "# Which breakpoint version is in force from when. Lines are only ever added.\n"
    "version\tsha256\tfrom\tby\tat\n";

bool is_project_table(const Resource& resource) {
  return resource.path.starts_with("breakpoints/") &&
         resource.path.find("ecoff") == std::string_view::npos;
}

Result<StoredVersion> describe(std::string_view text, const std::string& file) {
  KRES_ASSIGN(const auto table, BreakpointTable::parse(text, file));
  return StoredVersion{.name = table.version(),
                       .valid_from = table.valid_from(),
                       .rows = table.rows().size(),
                       .digest = sha256_hex(text),
                       .file = file};
}

// "EUCAST v14.0" -> "eucast_v14.0.tsv": a name that is safe in every file system.
std::string file_name_of(const std::string& version) {
  std::string name;
  for (const char c : to_lower(version))
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' ? c : '_';
  return name + ".tsv";
}

std::vector<Path> files_in(const Path& folder) {
  std::vector<Path> files;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (entry.path().extension() == ".tsv" && entry.path().filename() != kAdoptions)
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string line_of(const Adoption& adoption) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\n", adoption.version, adoption.digest, adoption.from.iso(),
                     adoption.by, iso_utc(adoption.at));
}

Result<Adoption> adoption_of(const TsvRow& row, const std::string& name) {
  const auto from = Date::parse(row["from"]);
  const auto at = parse_instant(row["at"]);
  if (!from || !at || row["version"].empty() || row["sha256"].size() != 64 || row["by"].empty())
    return fail({ErrorCode::corrupt, "is no record of an adoption", name, row.line(),
                 "restore the file from a copy"});
  return Adoption{std::string(row["version"]), std::string(row["sha256"]), *from,
                  std::string(row["by"]), *at};
}

}  // namespace

std::string version_key(std::string_view name) {
  std::string key;
  for (const char c : to_lower(name))
    if (c != ' ' && c != '_' && c != '-') key += c;
  return replace_all(std::move(key), "eucastv", "eucast");
}

Result<std::vector<BreakpointDirectory::Table>> BreakpointDirectory::tables() const {
  std::vector<Table> tables;
  for (const auto& resource : data_resources()) {
    if (!is_project_table(resource)) continue;
    KRES_ASSIGN(auto stored, describe(resource.content, std::string(resource.path)));
    stored.file.clear();
    tables.push_back({std::move(stored), std::string(resource.content)});
  }
  for (const auto& path : files_in(folder_)) {
    KRES_ASSIGN(auto text, read_file(path));
    KRES_ASSIGN(auto stored, describe(text, path.filename()));
    tables.push_back({std::move(stored), std::move(text)});
  }
  return tables;
}

Result<std::vector<StoredVersion>> BreakpointDirectory::versions() const {
  KRES_ASSIGN(const auto all, tables());
  std::vector<StoredVersion> versions;
  for (const auto& table : all) versions.push_back(table.stored);
  return versions;
}

Result<BreakpointDirectory::Table> BreakpointDirectory::find(const std::string& version) const {
  KRES_ASSIGN(auto all, tables());
  std::vector<std::string> names;
  for (auto& table : all) {
    if (version_key(table.stored.name) == version_key(version)) return std::move(table);
    names.push_back(table.stored.name);
  }
  return fail({ErrorCode::bad_input,
               fmt::format("breakpoints '{}' are unknown", version),
               {},
               0,
               fmt::format("there are: {}", join(names, ", "))});
}

Result<BreakpointTable> BreakpointDirectory::load(const std::string& version) const {
  KRES_ASSIGN(const auto table, find(version));
  KRES_ASSIGN(const auto recorded, adoptions());
  for (const auto& adoption : recorded)
    if (version_key(adoption.version) == version_key(version) &&
        adoption.digest != table.stored.digest)
      return fail({ErrorCode::corrupt,
                   fmt::format("{} is not the table that was adopted on {}", table.stored.name,
                               iso_utc(adoption.at)),
                   table.stored.file, 0, "restore the table from a copy, or import it anew"});
  return BreakpointTable::parse(table.text,
                                table.stored.file.empty() ? table.stored.name : table.stored.file);
}

Result<std::vector<Adoption>> BreakpointDirectory::adoptions() const {
  std::vector<Adoption> all;
  const Path path = folder_ / kAdoptions;
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return all;
  KRES_ASSIGN(const auto text, read_file(path));
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, path, {"version", "sha256", "from", "by", "at"}));
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto adoption, adoption_of(row, path));
    all.push_back(std::move(adoption));
  }
  return all;
}

Result<std::optional<Adoption>> BreakpointDirectory::in_force(Date day) const {
  KRES_ASSIGN(const auto all, adoptions());
  std::optional<Adoption> latest;
  for (const auto& adoption : all)
    if (adoption.from <= day && (!latest || adoption.from >= latest->from)) latest = adoption;
  return latest;
}

Result<std::optional<Adoption>> BreakpointDirectory::in_force_today() const {
  return in_force(local_date(system_now(), "Europe/Oslo"));
}

Result<StoredVersion> BreakpointDirectory::add(const std::string& text) {
  KRES_ASSIGN(auto stored, describe(text, "the new table"));
  KRES_ASSIGN(const auto known, versions());
  for (const auto& version : known)
    if (version_key(version.name) == version_key(stored.name))
      return fail({ErrorCode::conflict,
                   fmt::format("there is a version '{}' already", version.name), version.file, 0,
                   "give the new one another name"});
  stored.file = file_name_of(stored.name);
  std::error_code none;
  if (std::filesystem::exists(folder_ / stored.file, none))
    return fail({ErrorCode::conflict, "there is a table of this name already", stored.file, 0,
                 "give the new one another name"});
  KRES_TRY(make_directories(folder_));
  KRES_TRY(write_file_atomic(folder_ / stored.file, text));
  return stored;
}

Result<Adoption> BreakpointDirectory::adopt(const std::string& version, Date from,
                                            const std::string& by, Instant now,
                                            const Witness& witness) {
  if (trim(by).empty() || by.find_first_of("\t\r\n") != std::string::npos)
    return bad_input("an adoption names the person who signs it", {}, 0, "give --by NAME");
  KRES_TRY(load(version));
  KRES_ASSIGN(const auto table, find(version));
  KRES_ASSIGN(const auto recorded, adoptions());
  const Adoption adoption{table.stored.name, table.stored.digest, from, std::string(trim(by)), now};
  std::string text = kAdoptionHead;
  for (const auto& before : recorded) text += line_of(before);
  KRES_TRY(make_directories(folder_));
  KRES_TRY(witness(adoption));
  KRES_TRY(write_file_atomic(folder_ / kAdoptions, text + line_of(adoption)));
  return adoption;
}

}  // namespace kres::app

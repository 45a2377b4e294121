#include "laboratory/isolate_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<FileRole>, 6> kRoles{
    {{FileRole::assembly, "assembly"},
     {FileRole::reads_1, "reads_1"},
     {FileRole::reads_2, "reads_2"},
     {FileRole::reads, "reads"},
     {FileRole::reads_interleaved, "reads_interleaved"},
     {FileRole::long_reads, "long_reads"}}};

using Roles = std::vector<FileRole>;  // of one lane, sorted

bool is_whole(const Roles& lane) {
  if (lane == Roles{FileRole::reads_1, FileRole::reads_2}) return true;
  return lane.size() == 1 && lane.front() != FileRole::assembly &&
         lane.front() != FileRole::reads_1 && lane.front() != FileRole::reads_2;
}

}  // namespace

std::string_view name_of(FileRole role) { return name_in(kRoles, role); }
std::optional<FileRole> file_role_from(std::string_view name) {
  return value_in<FileRole>(kRoles, name);
}

std::string_view media_type_of(FileRole role) {
  return role == FileRole::assembly ? "text/x-fasta" : "text/x-fastq";
}

Result<void> check_delivery(const std::vector<FilePlace>& places) {
  if (places.empty()) return bad_input("there is no file");
  if (places == std::vector<FilePlace>{{FileRole::assembly, 0}}) return {};
  std::map<int, Roles> lanes;
  for (const auto& [role, lane] : places) {
    if (role == FileRole::assembly) return bad_input("an assembly is sent by itself, as lane 0");
    if (lane < 1 || lane > kMostLanes)
      return bad_input(fmt::format("the lanes of reads are numbered 1 to {}", kMostLanes));
    lanes[lane].push_back(role);
  }
  for (auto& [lane, roles] : lanes) {
    std::sort(roles.begin(), roles.end());
    if (!is_whole(roles))
      return bad_input(
          fmt::format("lane {} needs reads_1 and reads_2, or one file of another kind", lane));
    if (roles != lanes.begin()->second)
      return bad_input("the lanes of one library are all of the same kind");
  }
  return {};
}

std::vector<IsolateFile> newest_delivery(const std::vector<IsolateFile>& files) {
  const int newest = next_delivery(files) - 1;
  std::vector<IsolateFile> found;
  for (const auto& file : files)
    if (file.delivery == newest) found.push_back(file);
  std::sort(found.begin(), found.end(), [](const IsolateFile& a, const IsolateFile& b) {
    return std::tie(a.place.lane, a.place.role) < std::tie(b.place.lane, b.place.role);
  });
  return found;
}

int next_delivery(const std::vector<IsolateFile>& files) {
  int newest = 0;
  for (const auto& file : files) newest = std::max(newest, file.delivery);
  return newest + 1;
}

}  // namespace kres::laboratory

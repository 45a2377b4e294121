#include "app/analyse_delivery.h"

namespace kres::app {

namespace {

using laboratory::FileRole;

bool are_long(const std::vector<workflow::InputFile>& files) {
  return files.front().place.role == FileRole::long_reads;
}

// The files come by lane and role, so that a forward file stands before its mates.
Result<std::vector<genome::ReadLibrary>> libraries_of(
    const std::vector<workflow::InputFile>& files) {
  std::vector<genome::ReadLibrary> libraries;
  for (const auto& [path, place] : files) {
    if ((place.role == FileRole::long_reads) != are_long(files))
      return bad_input("nanopore reads together with others", path.string(), 0,
                       "deliver them one after the other");
    if (place.role == FileRole::reads_2)
      libraries.back().second = path;
    else
      libraries.push_back(
          {.first = path, .second = {}, .interleaved = place.role == FileRole::reads_interleaved});
  }
  return libraries;
}

}  // namespace

Result<genome::GenomeResult> analyse_delivery(const Analyser& analyser,
                                              const std::vector<workflow::InputFile>& files,
                                              const workflow::ProgressHook& progress) {
  const auto& first = files.front();
  if (first.place.role == FileRole::assembly) {
    if (progress && !progress({.stage = "calling"})) return environment_error("was stopped");
    return analyser.analyse(first.path, {}, 1);
  }
  KRES_ASSIGN(const auto libraries, libraries_of(files));
  return analyser.analyse_reads(
      libraries, {.nanopore = are_long(files)}, [&](std::uint64_t read, std::uint64_t total) {
        const auto stage = read < total ? "reading" : "calling";
        return !progress || progress({.stage = stage, .bytes_read = read, .bytes_total = total});
      });
}

}  // namespace kres::app

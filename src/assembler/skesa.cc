#include "assembler/skesa.h"

#include <unistd.h>

#include <algorithm>

#include <fmt/format.h>

#include "base/temporary_folder.h"
#include "base/text.h"

namespace kres::assembler {

namespace {

constexpr std::size_t kWordsKept = 300;  // characters of SKESA's last words in an error

// It plans its memory by what it is told: three quarters of what there is.
std::uint64_t memory_gigabytes() {
  constexpr std::uint64_t kGiga = 1U << 30U, kLeast = 2, kMost = 32;
  const auto pages = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES));
  const auto bytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  return std::clamp(bytes * 3 / 4 / kGiga, kLeast, kMost);
}

ChildProgram skesa(const SkesaOptions& options, std::vector<std::string> arguments,
                   const Path& output) {
  return {.name = options.program,
          .arguments = std::move(arguments),
          .output = output,
          .remedy = "install the package skesa, or leave out --assemble"};
}

// "SKESA 2.4.0" of the line that --version prints.
Result<std::string> version(const SkesaOptions& options, const Path& folder) {
  const Path output = folder / "version.txt";
  KRES_ASSIGN(const auto code, run_program(skesa(options, {"--version"}, output)));
  KRES_ASSIGN(const auto text, read_file(output));
  const auto at = text.find("SKESA ");
  if (code != 0 || at == std::string::npos)
    return environment_error("does not say which version it is", options.program);
  return std::string(trim(text.substr(at, text.find('\n', at) - at)));
}

std::vector<std::string> arguments(const std::vector<ReadRun>& runs, const SkesaOptions& options,
                                   const Path& contigs) {
  std::vector<std::string> words{"--cores",       std::to_string(options.threads),
                                 "--memory",      std::to_string(memory_gigabytes()),
                                 "--contigs_out", contigs.string()};
  for (const auto& run : runs) {
    words.emplace_back("--reads");
    words.push_back(run.first.string() + (run.second.empty() ? "" : "," + run.second.string()));
  }
  const auto interleaved = [](const ReadRun& run) { return run.interleaved; };
  if (std::any_of(runs.begin(), runs.end(), interleaved)) words.emplace_back("--use_paired_ends");
  return words;
}

std::string last_words(const Path& output) {
  const auto text = read_file(output);
  if (!text) return {};
  const std::string kept = text->substr(text->size() - std::min(text->size(), kWordsKept));
  return replace_all(std::string(trim(kept)), "\n", "; ");
}

// SKESA takes a comma as the border between the two files of a pair.
Result<void> check_names(const std::vector<ReadRun>& runs) {
  for (const auto& run : runs)
    for (const auto& file : {run.first, run.second})
      if (file.string().find(',') != std::string::npos)
        return bad_input("has a comma in its name, which SKESA cannot read", file.string(), 0,
                         "rename it, or leave out --assemble");
  return {};
}

}  // namespace

Result<SkesaAssembly> assemble_with_skesa(const std::vector<ReadRun>& runs,
                                          const SkesaOptions& options) {
  KRES_TRY(check_names(runs));
  KRES_ASSIGN(const auto folder, TemporaryFolder::make());
  KRES_ASSIGN(auto name, version(options, folder.path()));
  const Path contigs = folder.path() / "contigs.fna", output = folder.path() / "skesa.log";
  KRES_ASSIGN(
      const auto code,
      run_program(skesa(options, arguments(runs, options, contigs), output), options.goes_on));
  if (code != 0)
    return environment_error(fmt::format("gave exit code {}: {}", code, last_words(output)),
                             options.program, "leave out --assemble to analyse the reads alone");
  KRES_ASSIGN(auto assembly, sequence::read_assembly(contigs));
  return SkesaAssembly{.assembler = std::move(name), .assembly = std::move(assembly)};
}

}  // namespace kres::assembler

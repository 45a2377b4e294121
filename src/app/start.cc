// kres: what starts first. It analyses by itself, so that a genome does not wait for the libraries
// of the registry, the server and the documents; any other command is done by kres-laboratory, the
// program of all commands, which takes this one's place.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/report_error.h"
#include "base/program_heap.h"

namespace {

constexpr const char* kLaboratory = "kres-laboratory";

// Returns only if that program cannot be started.
int become_laboratory(char** argv) {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  const auto program = self.parent_path() / kLaboratory;
  ::execv(program.c_str(), argv);
  return kres::app::report_error(
      {kres::ErrorCode::environment, std::string("cannot be started: ") + std::strerror(errno),
       program.string(), 0, "it belongs beside kres; install both files together"},
      false);
}

// Bytes: the file and the contigs of a genome, and what is found in them.
constexpr std::size_t kHeap = std::size_t{64} << 20;

int analyse(int argc, char** argv) {
  kres::keep_heap_in_huge_pages(kHeap);
  CLI::App program{"", "kres"};
  kres::app::Run run;
  kres::app::add_analyse_command(program, run);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  return run ? run() : 2;
}

}  // namespace

int main(int argc, char** argv) {
  const bool analyses = argc > 1 && std::string_view(argv[1]) == "analyse";
  return analyses ? analyse(argc, argv) : become_laboratory(argv);
}

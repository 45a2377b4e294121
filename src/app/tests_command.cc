// kres tests: which confirmatory tests there are, and what is wrong with a table of them.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "base/files.h"
#include "base/text.h"

namespace kres::app {

namespace {

struct Options {
  std::string tests, outcomes, language = "nb";
};

// Errors name the table by its place in the project; a file of one's own by its path.
Result<mechanism::Knowledge> knowledge_with(const Options& options) {
  return mechanism::read_knowledge([&](const std::string& path) -> Result<std::string> {
    if (path == "confirmatory_tests.tsv") return file_or_table(options.tests, path);
    if (path == "confirmatory_outcomes.tsv") return file_or_table(options.outcomes, path);
    return file_or_table({}, path);
  });
}

int run_check(const Options& options) {
  const auto knowledge = knowledge_with(options);
  if (!knowledge) return report_error(knowledge.error(), false);
  std::size_t outcomes = 0;
  for (const auto& test : knowledge->tests.all()) outcomes += test.outcomes.size();
  const auto written = write_output({}, fmt::format("{} tests, {} outcomes, 0 errors\n",
                                                    knowledge->tests.all().size(), outcomes));
  return written ? 0 : report_error(written.error(), false);
}

int run_list(const Options& options) {
  const auto knowledge = load_knowledge();
  if (!knowledge) return report_error(knowledge.error(), false);
  const auto language = *parse_language(options.language);
  std::string text = "test\tname\toutcomes\torganisms\tagents\n";
  for (const auto& test : knowledge->tests.all()) {
    std::vector<std::string> codes;
    for (const auto& outcome : test.outcomes) codes.push_back(outcome.code);
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", test.id, test.name.in(language), join(codes, ";"),
                        join(test.groups, ";"), join(test.agents, ";"));
  }
  const auto written = write_output({}, text);
  return written ? 0 : report_error(written.error(), false);
}

}  // namespace

void add_tests_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* tests = program.add_subcommand("tests", "The confirmatory tests that explanations know");
  tests->require_subcommand(1);
  auto* check = tests->add_subcommand("check", "Say what is wrong with tables of tests");
  check->add_option("tests", options->tests, "Table of tests; the program's own if not given");
  check->add_option("--outcomes", options->outcomes, "Table of their outcomes");
  check->footer(
      "Exit code 2: a row is wrong; it is named with its reason.\n"
      "Example: kres tests check data/confirmatory_tests.tsv --outcomes "
      "data/confirmatory_outcomes.tsv");
  check->callback([&run, options] { run = [options] { return run_check(*options); }; });
  auto* list = tests->add_subcommand("list", "The tests, a line each, with their outcomes");
  list->add_option("--lang", options->language, "Language of the names")
      ->check(CLI::IsMember({"nb", "en"}))
      ->capture_default_str();
  list->footer("Example: kres tests list --lang en");
  list->callback([&run, options] { run = [options] { return run_list(*options); }; });
}

}  // namespace kres::app

// kres rules: what is wrong with a table of rules, and for which species and agents there is none.
#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "base/files.h"
#include "base/text.h"
#include "mechanism/rule_check.h"
#include "mechanism/rule_coverage.h"

namespace kres::app {

namespace {

struct Options {
  std::string rules, classes, texts, organism, output, breakpoints = kDefaultBreakpoints;
  bool missing = false;
};

struct Checked {
  std::size_t rules = 0;
  std::string name;
  std::vector<mechanism::RuleProblem> problems;
};

Result<Checked> check_files(const Options& options) {
  Checked checked{.name = options.rules.empty() ? "data/rules/phenotype.tsv" : options.rules};
  KRES_ASSIGN(const auto knowledge, load_knowledge());
  KRES_ASSIGN(const auto rules_text, file_or_table(options.rules, "rules/phenotype.tsv"));
  KRES_ASSIGN(const auto classes, file_or_table(options.classes, "rules/gene_classes.tsv"));
  KRES_ASSIGN(const auto words, file_or_table(options.texts, "texts/explanation.tsv"));
  KRES_ASSIGN(const auto rules, genome::RuleTable::parse(rules_text, classes, checked.name));
  mechanism::Texts texts;
  KRES_TRY(texts.add(words, options.texts.empty() ? "data/texts/explanation.tsv" : options.texts));
  checked.rules = rules.rules().size();
  checked.problems = mechanism::check_rules(rules, {knowledge.agents, knowledge.organisms, texts});
  return checked;
}

int run_check(const Options& options) {
  const auto checked = check_files(options);
  if (!checked) return report_error(checked.error(), false);
  std::string text;
  for (const auto& problem : checked->problems)
    text += fmt::format("{}:{}: {} {}: {}{}\n", checked->name, problem.line,
                        problem.severe ? "error:" : "doubt:", problem.rule, problem.message,
                        problem.remedy.empty() ? "" : " (" + problem.remedy + ")");
  const auto severe = std::count_if(checked->problems.begin(), checked->problems.end(),
                                    [](const auto& problem) { return problem.severe; });
  text += fmt::format("{} rules, {} errors, {} doubts\n", checked->rules, severe,
                      static_cast<long>(checked->problems.size()) - severe);
  const auto written = write_output({}, text);
  if (!written) return report_error(written.error(), false);
  return severe > 0 ? 2 : 0;
}

Result<std::string> coverage_table(const Options& options) {
  KRES_ASSIGN(const auto knowledge, load_knowledge());
  KRES_ASSIGN(const auto standard, load_standard(options.breakpoints));
  auto organisms = mechanism::reference_organisms();
  if (!options.organism.empty()) {
    const auto organism = standard.organisms.resolve(options.organism);
    if (!organism) return bad_input(fmt::format("organism '{}' is unknown", options.organism));
    organisms = {organism->name};
  }
  const auto rows =
      mechanism::rule_coverage(organisms, knowledge.rules, knowledge.agents, standard);
  std::string text = fmt::format("# {} against {}\norganism\tagent\trules\tgenes_to_read\tids\n",
                                 knowledge.rules.version(), standard.breakpoints.version());
  std::map<std::string, std::pair<int, int>> totals;  // with rules, all
  for (const auto& row : rows) {
    auto& [with, all] = totals[row.organism];
    with += row.rules.empty() ? 0 : 1;
    all += 1;
    if (options.missing && !row.rules.empty()) continue;
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", row.organism, row.agent, row.rules.size(),
                        join(row.required, ";"), join(row.rules, ";"));
  }
  for (const auto& [organism, total] : totals)
    text += fmt::format("# {}: rules for {} of {} agents with a breakpoint\n", organism,
                        total.first, total.second);
  return text;
}

int run_coverage(const Options& options) {
  const auto text = coverage_table(options);
  if (!text) return report_error(text.error(), false);
  const auto written = write_output(options.output, *text);
  return written ? 0 : report_error(written.error(), false);
}

void add_check(CLI::App& rules, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = rules.add_subcommand("check", "Say what is wrong with a table of rules");
  command->add_option("rules", options->rules, "Table of rules; the program's own if not given");
  command->add_option("--classes", options->classes, "Table of gene classes");
  command->add_option("--texts", options->texts, "Table of the words of explanations");
  command->footer(
      "Exit code 2: a rule is wrong. Doubts do not change it.\n"
      "Example: kres rules check data/rules/phenotype.tsv --texts data/texts/explanation.tsv");
  command->callback([&run, options] { run = [options] { return run_check(*options); }; });
}

void add_coverage(CLI::App& rules, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = rules.add_subcommand(
      "coverage", "List for each species and agent how many rules there are (TSV)");
  command->add_option("--organism", options->organism,
                      "One species; the reference organisms if not given");
  command->add_option("--breakpoints", options->breakpoints, "Breakpoint version")
      ->capture_default_str();
  command->add_flag("--missing", options->missing, "Only agents without a rule");
  command->add_option("--output", options->output, "File instead of standard output");
  command->footer("Example: kres rules coverage --organism \"Pseudomonas aeruginosa\" --missing");
  command->callback([&run, options] { run = [options] { return run_coverage(*options); }; });
}

}  // namespace

void add_rules_command(CLI::App& program, Run& run) {
  auto* rules = program.add_subcommand("rules", "The rules from genome to phenotype");
  rules->require_subcommand(1);
  add_check(*rules, run);
  add_coverage(*rules, run);
}

}  // namespace kres::app

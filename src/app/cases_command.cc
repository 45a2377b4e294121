// kres cases: isolates, patients and cases of a registry, by a stored rule.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/registry_directory.h"
#include "app/report_error.h"
#include "base/text.h"
#include "workflow/collect_cases.h"

namespace kres::app {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string registry, from, to, definition, rule;
  bool json = false;
};

struct Counted {
  laboratory::CaseRule rule;
  workflow::CaseCollection collection;
  laboratory::CaseCount count;
};

Result<Date> day(const std::string& text, const char* option) {
  if (const auto date = Date::parse(text)) return *date;
  return bad_input(fmt::format("{}: '{}' is no date", option, text), {}, 0,
                   "write it as 2026-11-21");
}

Result<void> check_definition(const mechanism::Knowledge& knowledge, const std::string& id) {
  std::vector<std::string> known;
  for (const auto& definition : knowledge.cases.all()) {
    if (definition.id == id) return {};
    known.push_back(definition.id);
  }
  return bad_input(fmt::format("there is no case definition '{}'", id), {}, 0,
                   fmt::format("there are: {}", join(known, ", ")));
}

Result<Counted> count(const Options& options) {
  KRES_ASSIGN(const auto from, day(options.from, "--from"));
  KRES_ASSIGN(const auto to, day(options.to, "--to"));
  if (to < from) return bad_input("--to lies before --from");
  KRES_ASSIGN(const auto knowledge, load_knowledge());
  KRES_TRY(check_definition(knowledge, options.definition));
  KRES_ASSIGN(const auto text, project_table("case_rules.tsv"));
  KRES_ASSIGN(const auto rules, laboratory::CaseRules::parse(text, "case_rules.tsv"));
  Counted counted;
  KRES_ASSIGN(counted.rule, rules.find(options.rule, to));
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_ASSIGN(const auto work, registry->registry().read());
  KRES_ASSIGN(counted.collection,
              workflow::collect_cases(*work, options.definition, from, to, knowledge.rules));
  counted.count = count_cases(counted.collection.isolates, counted.rule, from, to);
  return counted;
}

Json row_value(const laboratory::CaseRow& row) {
  const auto& isolate = row.isolate;
  return {{"isolate", isolate.isolate}, {"day", isolate.day.iso()},
          {"patient", row.patient},     {"unknown_patient", row.unknown_patient},
          {"species", isolate.species}, {"genes", isolate.genes},
          {"kind", isolate.kind},       {"case", row.case_number},
          {"begins", row.begins}};
}

Json as_json(const Counted& counted, const Options& options) {
  const auto& count = counted.count;
  const auto rows = count.rows.size();
  Json items = Json::array();
  for (const auto& row : count.rows) items.push_back(row_value(row));
  return {{"definition", options.definition},
          {"definition_versions", counted.collection.versions},
          {"from", options.from},
          {"to", options.to},
          {"rule", {{"id", counted.rule.id}, {"version", counted.rule.version}}},
          {"isolates", {{"count", count.isolates}, {"rows", rows}}},
          {"patients",
           {{"count", count.patients}, {"rows", rows}, {"unknown", count.unknown_patients}}},
          {"cases", {{"count", count.cases}, {"rows", rows}, {"continued", count.continued}}},
          {"left_out",
           {{"undecided", counted.collection.undecided},
            {"not_met", counted.collection.not_met},
            {"unexplained", counted.collection.unexplained}}},
          {"rows", std::move(items)}};
}

void print_table(const Counted& counted, const Options& options) {
  const auto& count = counted.count;
  fmt::print("{} {} to {}, case rule {} {}\n", options.definition, options.from, options.to,
             counted.rule.id, counted.rule.version);
  fmt::print("isolates  {}\npatients  {}\ncases     {}\n", count.isolates, count.patients,
             count.cases);
  fmt::print("behind each: {} isolates; {} cases were begun before and continue\n",
             count.rows.size(), count.continued);
  if (count.unknown_patients > 0)
    fmt::print("{} isolates have no pseudonym: each counts as a patient of its own\n",
               count.unknown_patients);
  const auto& left = counted.collection;
  fmt::print("not counted: {} undecided, {} not met, {} not explained yet\n\n", left.undecided,
             left.not_met, left.unexplained);
  fmt::print("case\tpatient\tisolate\tday\tspecies\tgenes\tkind\tbegins\n");
  for (const auto& row : count.rows)
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row.case_number, row.patient,
               row.isolate.isolate, row.isolate.day.iso(), row.isolate.species,
               join(row.isolate.genes, ";"), row.isolate.kind, row.begins);
}

int run_cases(const Options& options) {
  const auto counted = count(options);
  if (!counted) return report_error(counted.error(), options.json);
  if (options.json)
    fmt::print("{}\n", as_json(*counted, options).dump());
  else
    print_table(*counted, options);
  return 0;
}

}  // namespace

void add_cases_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "cases", "Count isolates, patients and cases of a period by a stored rule");
  command->add_option("--registry", options->registry,
                      "Registry (default: KRES_REGISTRY, or registry)");
  command->add_option("--from", options->from, "First day, as 2026-01-01")->required();
  command->add_option("--to", options->to, "Last day")->required();
  command->add_option("--definition", options->definition, "Case definition, as CPO")->required();
  command->add_option("--rule", options->rule, "Case rule; the default one if not given");
  command->add_flag("--json", options->json, "Print JSON");
  command->footer(
      "The day of an isolate is that of its sample, or of its receipt where that is not stated.\n"
      "Example: kres cases --from 2026-01-01 --to 2026-12-31 --definition CPO");
  command->callback([&run, options] { run = [options] { return run_cases(*options); }; });
}

}  // namespace kres::app

// Writes what the rules expect of the EuSCAPE isolates and what was measured, as JSON for the
// validation report or as one line an isolate.
#include <map>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/scenario/euscape/categories.h"

namespace kres::euscape {
namespace {

using Json = nlohmann::ordered_json;

Json proportion_json(const Proportion& proportion) {
  return {{"count", proportion.count}, {"total", proportion.total}};
}

Json agreement_json(const Agreement& a) {
  return {{"category", proportion_json(a.category)},
          {"very_major", proportion_json(a.very_major)},
          {"major", proportion_json(a.major)},
          {"minor", proportion_json(a.minor)},
          {"no_category", proportion_json(a.no_category)},
          {"r_not_expected", proportion_json(a.r_not_expected)},
          {"s_not_expected", proportion_json(a.s_not_expected)}};
}

Json classes_json(const std::vector<Answer>& answers) {
  std::map<std::string, int> classes;
  for (const auto& answer : answers)
    classes[std::string(name_of(answer.explanation.fit)) + " " + answer.explanation.fit_reason]++;
  return classes;
}

Json rows_of(const std::string& genotype, const std::vector<Answer>& answers, bool plain_too) {
  Json rows = Json::array();
  const std::pair<const char*, Half> halves[] = {
      {"all", Half::all}, {"odd", Half::odd}, {"even", Half::even}};
  for (const auto& [name, half] : halves) {
    const auto chosen = of_half(answers, half);
    if (plain_too)
      rows.push_back({{"by", "plain_rule"},
                      {"half", name},
                      {"agreement", agreement_json(agreement(chosen, By::plain_rule))}});
    rows.push_back({{"by", genotype},
                    {"half", name},
                    {"agreement", agreement_json(agreement(chosen, By::rules))}});
  }
  return rows;
}

std::string_view name_of_expected(genome::ExpectedCategory category) {
  constexpr std::string_view kNames[] = {"-", "S", "I", "R"};
  return kNames[static_cast<int>(category)];
}

std::string symbols_of(const Isolate& isolate) {
  std::string symbols;
  for (const auto& line : isolate.lines)
    if (line.symbol.starts_with("bla") || line.symbol.starts_with("omp"))
      if (symbols.find(line.symbol + " ") == std::string::npos) symbols += line.symbol + " ";
  for (const auto& porin : isolate.porins) symbols += porin + " ";
  return symbols;
}

void print_lines(const std::vector<Answer>& answers) {
  fmt::print("isolate\tcountry\tmeropenem\tmeasured\texpected\tclass\treason\trules\tgenotype\n");
  for (const auto& a : answers) {
    std::string rules;
    for (const auto& rule : a.explanation.rules) rules += rule + " ";
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", a.isolate->id, a.isolate->country,
               text_of(a.isolate->meropenem), name_of(a.measured), name_of_expected(a.expected),
               name_of(a.explanation.fit), a.explanation.fit_reason, rules, symbols_of(*a.isolate));
  }
}

int report_failure(const Error& error) {
  fmt::print(stderr, "{}\n", error.text());
  return error_kind(error.code).exit_code;
}

int run(std::string_view what) {
  const auto folder = cases_folder();
  if (folder.empty()) return report_failure({ErrorCode::environment, "there is no shared/cases"});
  const auto collection = read_collection(folder);
  if (!collection) return report_failure(collection.error());
  const auto tables = load_tables();
  if (!tables) return report_failure(tables.error());
  const auto alone = answer_all(*collection, *tables, false);
  if (!alone) return report_failure(alone.error());
  const auto porins = answer_all(*collection, *tables, true);
  if (!porins) return report_failure(porins.error());
  if (what == "--lines" || what == "--lines-with-porins") {
    print_lines(what == "--lines" ? *alone : *porins);
    return 0;
  }
  Json rows = rows_of("amrfinderplus", *alone, true);
  for (auto& row : rows_of("with_porins", *porins, false)) rows.push_back(row);
  const Json json = {
      {"schema_version", 1},
      {"collection", "EuSCAPE K. pneumoniae, meropenem"},
      {"rules", tables->knowledge.rules.version()},
      {"breakpoints", tables->standard.breakpoints.version()},
      {"isolates", collection->isolates.size()},
      {"agreement", rows},
      {"classes",
       {{"amrfinderplus", classes_json(*alone)}, {"with_porins", classes_json(*porins)}}}};
  fmt::print("{}\n", json.dump(1));
  return 0;
}

}  // namespace
}  // namespace kres::euscape

int main(int count, char** arguments) { return kres::euscape::run(count > 1 ? arguments[1] : ""); }

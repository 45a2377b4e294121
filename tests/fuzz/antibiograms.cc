// Any bytes are a table of which every value is a possible measurement or a named refusal, the same
// on every reading, or a refusal of the whole that names the file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/antibiograms/refusal_tsv.h"
#include "exchange/antibiograms/table_reader.h"
#include "susceptibility/guideline_differences.h"
#include "susceptibility/panels.h"
#include "susceptibility/qc_decision.h"
#include "susceptibility/qc_views.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kres;
using fuzz::require;

const exchange::Vocabulary& words() {
  static const exchange::Vocabulary vocabulary = {
      AgentTable::parse("agent\tcode\tclass\tname_nb\tname_en\tresfinder_names\n"
                        "meropenem\tMEM\tcarbapenems\tmeropenem\tmeropenem\t\n"
                        "ceftazidime-avibactam\tCZA\tcephalosporins\tx\tx\t\n",
                        "agents")
          .value(),
      OrganismTable::parse("name\tgenus\tfamily\tgroup\twithin\tecoff_as\nA a\tA\tF\tG\t\tA a\n",
                           "organisms")
          .value(),
      exchange::WhonetCodes::parse(
          "kind\tcode\tname\norganism\taaa\tA a\nagent\tCRB\tcarbenicillin\n"
          "specimen\tsf\tmeningitis\n",
          "codes")
          .value(),
      exchange::TestSystems::parse("kind\ttext\tmethod\nsystem\tPhoenix\tautomated\n"
                                   "method\tbroth dilution\tdilution\n",
                                   "systems")
          .value()};
  return vocabulary;
}

void check_reading(const exchange::Reading& reading) {
  if (!reading) {
    const auto& refusal = reading.error();
    require(!refusal.what.empty() && refusal.line > 0);
    const auto row = exchange::to_tsv(refusal);
    require(std::count(row.begin(), row.end(), '\t') == 5);
    require(std::count(row.begin(), row.end(), '\n') == 1);
    return;
  }
  require(susceptibility::impossible_reason(*reading).empty());
  require(words().organisms.resolve(reading->organism).has_value());
}

void fuzz_table(std::string_view bytes) {
  auto reader = exchange::TableReader::open(bytes, "fuzz", words());
  if (fuzz::refused(reader, "fuzz")) return;
  std::size_t first = 0, second = 0;
  reader->each([&](std::size_t, const exchange::Reading& reading) {
    check_reading(reading);
    first += reading ? 1 : 1000003;
  });
  reader->each(
      [&](std::size_t, const exchange::Reading& reading) { second += reading ? 1 : 1000003; });
  require(first == second);
}

void fuzz_quality_control(std::string_view bytes) {
  static const auto ranges =
      susceptibility::QcRanges::parse(
          "# version: F\nstrain\tspecies\trole\tagent\tmethod\tdisk_ug\tlow\thigh\ttarget\n"
          "ATCC 1\tA a\troutine\tmeropenem\tmic\t\t0.008\t0.06\t\n"
          "ATCC 1\tA a\troutine\tmeropenem\tdisk\t10\t28\t34\t31\n",
          "ranges")
          .value();
  static const auto needs = susceptibility::QcRequirements::parse(
                                "agent\tmethod\tneeds\tmedium\n"
                                "meropenem\tmic\tATCC 1|ATCC 2;ATCC 3\tx\n",
                                "needs")
                                .value();
  const auto results = susceptibility::read_qc_results(bytes, "fuzz", words().agents);
  if (fuzz::refused(results, "fuzz")) return;
  const susceptibility::QcEvaluation evaluation(*results, ranges, needs);
  std::size_t points = 0;
  for (const auto& series : evaluation.series()) points += series.points.size();
  require(points == results->size());
  for (const auto& day : evaluation.days())
    require(evaluation.find(day.date, day.agent, day.method, day.disk_ug) != nullptr);
  require(!susceptibility::qc_json(evaluation, "F").empty());
  require(!susceptibility::qc_days_tsv(evaluation).empty());
}

void fuzz_project_tables(std::string_view bytes) {
  fuzz::refused(exchange::WhonetCodes::parse(bytes, "fuzz"), "fuzz");
  fuzz::refused(exchange::TestSystems::parse(bytes, "fuzz"), "fuzz");
  fuzz::refused(susceptibility::GuidelineDifferences::parse(bytes, "fuzz"), "fuzz");
  fuzz::refused(susceptibility::QcRequirements::parse(bytes, "fuzz"), "fuzz");
  fuzz::refused(susceptibility::read_qc_decisions(bytes, "fuzz", words().agents), "fuzz");
  const auto ranges = susceptibility::QcRanges::parse(bytes, "fuzz");
  if (!fuzz::refused(ranges, "fuzz"))
    for (const auto& row : ranges->rows())
      require(susceptibility::centre_of(row).low <= susceptibility::centre_of(row).high);
  const auto panels = susceptibility::Panels::parse(bytes, "fuzz");
  if (!fuzz::refused(panels, "fuzz"))
    for (const auto& row : panels->rows()) require(row.low < row.high);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fuzz_table(bytes);
  fuzz_quality_control(bytes);
  fuzz_project_tables(bytes);
  return 0;
}

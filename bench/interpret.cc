// How long a million interpretations take on one core.
//
// kres_bench_interpret DATA COUNT prints "seconds categories": the processor time of interpreting
// COUNT measurements of every organism and agent of the tables in DATA (the project's data folder),
// and how many got a category.
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "base/files.h"
#include "base/tsv.h"
#include "susceptibility/interpret.h"

namespace {

using namespace kres;
using namespace kres::susceptibility;

Result<Standard> load(const Path& data) {
  KRES_ASSIGN(const auto breakpoint_text, read_file(data / "breakpoints/eucast_v16.0.tsv"));
  KRES_ASSIGN(const auto ecoff_text, read_file(data / "breakpoints/ecoffs_2025.tsv"));
  KRES_ASSIGN(const auto organism_text, read_file(data / "organisms.tsv"));
  KRES_ASSIGN(const auto expected_text, read_file(data / "expected_resistance.tsv"));
  KRES_ASSIGN(auto breakpoints, BreakpointTable::parse(breakpoint_text, "breakpoints"));
  KRES_ASSIGN(auto ecoffs, EcoffTable::parse(ecoff_text, "ecoffs"));
  KRES_ASSIGN(auto organisms, OrganismTable::parse(organism_text, "organisms"));
  KRES_ASSIGN(auto expected, ExpectedResistance::parse(expected_text, "expected"));
  return Standard{std::move(breakpoints), std::move(ecoffs), std::move(organisms),
                  std::move(expected)};
}

// Every organism with every row of its group, and values that go up and down.
Result<std::vector<Measurement>> measurements(const Path& data, const Standard& standard) {
  KRES_ASSIGN(const auto text, read_file(data / "organisms.tsv"));
  KRES_ASSIGN(const auto table, TsvTable::parse(text, "organisms", {"name", "group"}, {}, true));
  std::vector<Measurement> all;
  for (const auto& organism : table.rows())
    for (const auto& row : standard.breakpoints.rows()) {
      if (row.group != organism["group"]) continue;
      Measurement m;
      m.isolate = "isolate";
      m.organism = organism["name"];
      m.agent = row.agent;
      m.indication = row.indication;
      m.route = row.route;
      m.sign = static_cast<Sign>(all.size() % 5);
      m.value = 1 << (all.size() % 8);
      if (all.size() % 3 == 0) {
        m.method = Method::disk;
        m.unit = Unit::mm;
        m.sign = Sign::equal;
        m.value = static_cast<double>(6 + all.size() % 30);
      }
      all.push_back(std::move(m));
    }
  return all;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto wanted = static_cast<std::size_t>(std::atoll(arguments[2]));
  const auto standard = load(arguments[1]);
  if (!standard) return 2;
  const auto some = measurements(arguments[1], *standard);
  if (!some || some->empty()) return 2;
  std::size_t done = 0, categories = 0;
  const std::clock_t start = std::clock();
  Interpreter interpreter(*standard);
  while (done < wanted) {
    for (const auto& m : *some) categories += interpreter(m).category ? 1 : 0;
    done += some->size();
  }
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  fmt::print("{:.3f} {}\n", taken * static_cast<double>(wanted) / static_cast<double>(done),
             categories);
  return 0;
}

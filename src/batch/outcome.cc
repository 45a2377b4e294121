#include "batch/outcome.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::batch {

namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::FunctionState;

std::string_view name_of(Status status) {
  switch (status) {
    case Status::done:
      return "done";
    case Status::kept:
      return "kept";
    case Status::failed:
      break;
  }
  return "failed";
}

std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return text;
}

std::string row(std::vector<std::string> cells) {
  for (auto& text : cells) text = cell(std::move(text));
  return join(cells, "\t") + "\n";
}

std::string finding(const Determinant& determinant) {
  if (determinant.trace) return determinant.symbol + " (trace)";
  if (determinant.function == FunctionState::broken) return determinant.symbol + " (broken)";
  if (determinant.function == FunctionState::not_assessable)
    return determinant.symbol + " (not assessable)";
  return determinant.symbol;
}

std::string types(const genome::GenomeResult& result) {
  std::vector<std::string> all;
  for (const auto& mlst : result.mlst)
    all.push_back(result.mlst.size() == 1 ? mlst.st : fmt::format("{}:{}", mlst.scheme, mlst.st));
  return join(all, ";");
}

std::size_t count(const genome::GenomeResult& result, DeterminantKind kind) {
  return static_cast<std::size_t>(
      std::count_if(result.determinants.begin(), result.determinants.end(),
                    [&](const Determinant& d) { return d.kind == kind && !d.intrinsic; }));
}

}  // namespace

std::string critical_findings(const genome::GenomeResult& result) {
  std::vector<std::string> found;
  for (const auto& determinant : result.determinants) {
    if (determinant.critical_family.empty() || determinant.intrinsic) continue;
    const auto text = finding(determinant);
    if (std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
  }
  return join(found, ";");
}

Outcome outcome_of(const genome::GenomeResult& result) {
  return {.status = Status::done,
          .quality = std::string(genome::name_of(result.quality.verdict)),
          .species = result.species.name,
          .st = types(result),
          .critical = critical_findings(result),
          .genes = count(result, DeterminantKind::gene),
          .mutations = count(result, DeterminantKind::mutation),
          .disruptions = count(result, DeterminantKind::disruption),
          .warnings = join(result.warnings, ";")};
}

std::string summary_header() {
  return "# One line a genome. genes: acquired, intrinsic ones not counted. seconds: from reading "
         "to the stored result; empty where the result was kept.\n"
         "name\tinput\tstatus\tquality\tspecies\tst\tcritical\tgenes\tmutations\tdisruptions\t"
         "warnings\terror\tseconds\n";
}

std::string summary_row(const Outcome& o) {
  const bool failed = o.status == Status::failed;
  const auto number = [&](std::size_t n) { return failed ? "" : std::to_string(n); };
  return row({o.name, o.input, std::string(name_of(o.status)), o.quality, o.species, o.st,
              o.critical, number(o.genes), number(o.mutations), number(o.disruptions), o.warnings,
              o.error, o.status == Status::kept ? "" : fmt::format("{:.3f}", o.seconds)});
}

std::string error_header() { return "name\tinput\terror\n"; }

std::string error_row(const Outcome& o) { return row({o.name, o.input, o.error}); }

std::string printed_line(const Outcome& o) {
  if (o.status == Status::failed) return row({o.name, "failed", o.error});
  const std::string species = o.species.empty() ? "species unknown" : o.species;
  const std::string st = o.st.empty() ? "" : "ST " + o.st;
  return row({o.name, o.quality, species, st, o.critical.empty() ? "-" : o.critical, o.warnings});
}

}  // namespace kres::batch

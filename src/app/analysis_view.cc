#include "app/analysis_view.h"

#include <algorithm>
#include <array>

#include "genome/result/json.h"
#include "genome/views/table.h"

namespace kres::app {

namespace {

using genome::GenomeResult;
using Sources = std::vector<genome::ReferenceSource>;

std::string no_header() { return ""; }

}  // namespace

// A value of --format.
struct AnalysisView::Format {
  std::string name;
  std::string table;  // of several results in a folder
  std::string (*header)();
  std::string (*lines)(const GenomeResult&, const Sources&);
};

namespace {

const std::array kTable = std::to_array<AnalysisView::Format>({
    {"json", "", no_header,
     [](const GenomeResult& result, const Sources&) { return genome::to_json(result) + "\n"; }},
    {"tsv", "determinants.tsv", genome::result_tsv_header,
     [](const GenomeResult& result, const Sources&) { return genome::result_tsv(result); }},
    {"hamronization", "hamronization.tsv", genome::hamronization_header, genome::hamronization_tsv},
    {"hamronization-json", "hamronization.jsonl", no_header, genome::hamronization_json},
});

}  // namespace

std::vector<std::string> AnalysisView::formats() {
  std::vector<std::string> names;
  for (const auto& format : kTable) names.push_back(format.name);
  return names;
}

AnalysisView::AnalysisView(const std::string& format, const genome::Manifest& manifest)
    : format_(&*std::find_if(kTable.begin(), kTable.end(),
                             [&](const Format& row) { return row.name == format; })) {
  for (const auto& source : manifest.sources) sources_.push_back({source.name, source.version});
}

std::string AnalysisView::header() const { return format_->header(); }

std::string AnalysisView::lines(const GenomeResult& result) const {
  return format_->lines(result, sources_);
}

std::string AnalysisView::table() const { return format_->table; }

}  // namespace kres::app

#include "app/analysis_view.h"

#include "genome/result/json.h"
#include "genome/views/table.h"

namespace kres::app {

const std::vector<std::string>& AnalysisView::formats() {
  static const std::vector<std::string> kFormats = {"json", "tsv"};
  return kFormats;
}

AnalysisView::AnalysisView(std::string format, const genome::Manifest&)
    : format_(std::move(format)) {}

std::string AnalysisView::header() const {
  return format_ == "tsv" ? genome::result_tsv_header() : "";
}

std::string AnalysisView::lines(const genome::GenomeResult& result) const {
  return format_ == "tsv" ? genome::result_tsv(result) : genome::to_json(result) + "\n";
}

std::string AnalysisView::table() const { return format_ == "tsv" ? "determinants.tsv" : ""; }

}  // namespace kres::app

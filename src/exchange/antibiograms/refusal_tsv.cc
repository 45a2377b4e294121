#include "exchange/antibiograms/refusal_tsv.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kres::exchange {

namespace {
std::string one_cell(std::string text) {
  return replace_all(replace_all(std::move(text), "\t", " "), "\n", " ");
}
}  // namespace

std::string refusal_header() { return "line\tcolumn\tvalue\treason\twhat\tremedy\n"; }

std::string to_tsv(const susceptibility::Refusal& r) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", r.line, one_cell(r.column), one_cell(r.value),
                     susceptibility::name_of(r.reason), one_cell(r.what), one_cell(r.remedy));
}

}  // namespace kres::exchange

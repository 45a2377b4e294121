#include "susceptibility/interpretation.h"

#include <algorithm>

namespace kres::susceptibility {

bool Interpretation::has_flag(std::string_view flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::string_view Interpretation::held_by_quality_control() const {
  if (has_flag("qc_rejected")) return "qc_rejected";
  return has_flag("qc_out") && !has_flag("qc_accepted") ? "qc_out" : "";
}

std::string_view name_of(Category category) {
  switch (category) {
    case Category::S:
      return "S";
    case Category::I:
      return "I";
    case Category::R:
      return "R";
  }
  return {};
}

std::optional<Category> parse_category(std::string_view text) {
  if (text == "S") return Category::S;
  if (text == "I") return Category::I;
  if (text == "R") return Category::R;
  return std::nullopt;
}

}  // namespace kres::susceptibility

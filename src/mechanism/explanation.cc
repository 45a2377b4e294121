#include "mechanism/explanation.h"

#include <array>

namespace kres::mechanism {

namespace {

struct FitName {
  std::string_view name, nb, en;
};
constexpr std::array<FitName, 8> kFits = {{
    {"AGREE", "Samsvar", "Agreement"},
    {"UNEXPLAINED", "Uforklart", "Unexplained"},
    {"SILENT", "Stille mekanisme", "Silent mechanism"},
    {"EDGE", "På grensen", "At the cut-off"},
    {"HIDDEN", "Skjult eller usikkert funn", "Hidden or uncertain finding"},
    {"CONTAMINATION_SUSPECTED", "Mistanke om blanding", "Contamination suspected"},
    {"TEST_SUSPECTED", "Mistanke om målefeil", "Test suspected"},
    {"RULE_GAP", "Utenfor reglene", "Beyond the rules"},
}};
constexpr std::array<std::string_view, 3> kStatuses = {"met", "not_met", "undecided"};

}  // namespace

std::string_view name_of(Fit fit) { return kFits[static_cast<std::size_t>(fit)].name; }

std::string_view name_of(CaseStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }

BilingualText title_of(Fit fit) {
  const auto& entry = kFits[static_cast<std::size_t>(fit)];
  return {std::string(entry.nb), std::string(entry.en)};
}

std::optional<Fit> parse_fit(std::string_view name) {
  for (std::size_t i = 0; i < kFits.size(); ++i)
    if (kFits[i].name == name) return static_cast<Fit>(i);
  return std::nullopt;
}

std::optional<CaseStatus> parse_case_status(std::string_view name) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i)
    if (kStatuses[i] == name) return static_cast<CaseStatus>(i);
  return std::nullopt;
}

}  // namespace kres::mechanism

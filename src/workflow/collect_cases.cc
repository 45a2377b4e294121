#include "workflow/collect_cases.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "mechanism/explanation_json.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {

constexpr int kPage = 500;

Result<std::vector<Isolate>> all_isolates(UnitOfWork& work) {
  std::vector<Isolate> all;
  laboratory::IsolateFilter filter{.text = {}, .cursor = {}, .limit = kPage};
  do {
    KRES_ASSIGN(auto page, work.isolates().list(filter));
    all.insert(all.end(), page.isolates.begin(), page.isolates.end());
    filter.cursor = page.next_cursor;
  } while (!filter.cursor.empty());
  return all;
}

Result<std::optional<mechanism::Explanation>> explanation_of(UnitOfWork& work,
                                                             const Isolate& isolate) {
  if (!isolate.current_explanation) return std::optional<mechanism::Explanation>();
  KRES_ASSIGN(const auto record, work.explanations().find(isolate.current_explanation));
  const auto name = fmt::format("the explanation of {}", isolate.accession);
  auto explanation =
      mechanism::explanation_from_json(record ? record->document : std::string(), name);
  if (!explanation) return fail({ErrorCode::corrupt, explanation.error().message, name, 0, {}});
  return *std::move(explanation);
}

const mechanism::CaseFinding* finding_of(const mechanism::Explanation& explanation,
                                         const std::string& definition) {
  for (const auto& finding : explanation.cases)
    if (finding.definition == definition) return &finding;
  return nullptr;
}

std::string allele_cut(const std::string& symbol, char mark) {
  const auto at = symbol.rfind(mark);
  const bool number = at != std::string::npos && at + 1 < symbol.size() &&
                      std::all_of(symbol.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                  symbol.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? symbol.substr(0, at) : symbol;
}

class Collector {
 public:
  Collector(UnitOfWork& work, const std::string& definition, Date from, Date to,
            const genome::RuleTable& rules)
      : work_(work), definition_(definition), from_(from), to_(to), rules_(rules) {}

  Result<CaseCollection> collect() {
    KRES_ASSIGN(const auto isolates, all_isolates(work_));
    for (const auto& isolate : isolates) KRES_TRY(consider(isolate));
    out_.versions.assign(versions_.begin(), versions_.end());
    return std::move(out_);
  }

 private:
  Result<void> consider(const Isolate& isolate) {
    KRES_ASSIGN(const auto referral, work_.referrals().find(isolate.referral));
    if (!referral)
      return fail({ErrorCode::corrupt,
                   fmt::format("the referral of {} is missing", isolate.accession),
                   {},
                   0,
                   {}});
    const Date day = referral->sampled.value_or(isolate.received);
    if (to_ < day) return {};
    KRES_ASSIGN(const auto explanation, explanation_of(work_, isolate));
    const auto* finding = explanation ? finding_of(*explanation, definition_) : nullptr;
    const bool in_period = from_ <= day;
    if (finding == nullptr || finding->status != mechanism::CaseStatus::met) {
      if (in_period) leave_out(explanation.has_value(), finding);
      return {};
    }
    if (in_period) versions_.insert(finding->version);
    out_.isolates.push_back({.isolate = isolate.accession,
                             .laboratory = isolate.laboratory,
                             .pseudonym = referral->patient.pseudonym,
                             .species = explanation->organism,
                             .genes = genes_of(*finding),
                             .kind = referral->clinical.infection_or_carriage,
                             .day = day});
    return {};
  }

  void leave_out(bool explained, const mechanism::CaseFinding* finding) {
    const bool undecided =
        finding != nullptr && finding->status == mechanism::CaseStatus::undecided;
    auto& count = !explained ? out_.unexplained : undecided ? out_.undecided : out_.not_met;
    ++count;
  }

  // Agents and tests that make a case name no gene.
  std::vector<std::string> genes_of(const mechanism::CaseFinding& finding) const {
    if (finding.ground != "mechanism") return {};
    std::set<std::string> families;
    for (const auto& symbol : finding.basis) families.insert(gene_family(symbol, rules_));
    return {families.begin(), families.end()};
  }

  UnitOfWork& work_;
  const std::string& definition_;
  const Date from_, to_;
  const genome::RuleTable& rules_;
  std::set<std::string> versions_;
  CaseCollection out_;
};

}  // namespace

Result<CaseCollection> collect_cases(UnitOfWork& work, const std::string& definition, Date from,
                                     Date to, const genome::RuleTable& rules) {
  return Collector(work, definition, from, to, rules).collect();
}

std::string gene_family(const std::string& symbol, const genome::RuleTable& rules) {
  const auto* like_48 = rules.find_class("oxa48_like");
  if (like_48 != nullptr && std::find(like_48->patterns.begin(), like_48->patterns.end(), symbol) !=
                                like_48->patterns.end())
    return "OXA-48-like";
  if (symbol.starts_with("blaOXA")) return symbol;
  if (symbol.starts_with("bla")) return allele_cut(symbol, '-');
  return symbol.starts_with("mcr-") ? allele_cut(symbol, '.') : symbol;
}

}  // namespace kres::workflow

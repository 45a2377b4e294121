#include "laboratory/bank/strain_panel.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/digest.h"
#include "laboratory/bank/bank_text.h"
#include "laboratory/canonical_text.h"

namespace kres::laboratory {

namespace {

constexpr std::size_t kLongestPanelText = 200;  // bytes
// Without 0 O 1 I L 5 S 8 B 2 Z U V.
constexpr std::string_view kSigns = "34679ACDEFGHJKMNPQRTWXY";

// The candidates that are free, in the order the seed decides.
std::vector<CatalogueEntry> shuffled(const std::vector<CatalogueEntry>& candidates,
                                     const std::set<std::string>& taken, std::string_view seed) {
  std::map<std::string, CatalogueEntry> by_hash;
  for (const auto& entry : candidates)
    if (!taken.contains(entry.strain.number))
      by_hash.emplace(sha256_hex(fmt::format("{}|{}", seed, entry.strain.number)), entry);
  std::vector<CatalogueEntry> order;
  for (auto& [hash, entry] : by_hash) order.push_back(std::move(entry));
  return order;
}

// The next one: the first, or the first of the ST chosen least.
std::size_t next_of(const std::vector<CatalogueEntry>& order,
                    const std::map<std::string, int>& chosen_of_st, bool spread) {
  if (!spread) return 0;
  const auto times = [&](const CatalogueEntry& entry) {
    const auto found = chosen_of_st.find(entry.st);
    return found == chosen_of_st.end() ? 0 : found->second;
  };
  const auto least =
      std::min_element(order.begin(), order.end(),
                       [&](const auto& a, const auto& b) { return times(a) < times(b); });
  return static_cast<std::size_t>(least - order.begin());
}

}  // namespace

Result<void> check_panel(const PanelQuery& query) {
  if (query.title.empty()) return bad_input("A panel needs a title");
  KRES_TRY(check_text("title", query.title, kLongestPanelText));
  if (query.seed.empty()) return bad_input("A panel needs a seed, any word");
  KRES_TRY(check_text("seed", query.seed, kLongestPanelText));
  if (query.groups.empty() || query.groups.size() > kMostPanelGroups)
    return bad_input(fmt::format("A panel has 1 to {} groups", kMostPanelGroups));
  int strains = 0;
  for (const auto& group : query.groups) {
    KRES_TRY(check_text("name of a group", group.name, kLongestPanelText));
    if (group.count < 1 || group.count > kMostPanelStrains)
      return bad_input(fmt::format("A group has 1 to {} strains", kMostPanelStrains));
    KRES_TRY(check_filter(group.filter));
    strains += group.count;
  }
  if (strains > kMostPanelStrains)
    return bad_input(fmt::format("A panel has at most {} strains", kMostPanelStrains));
  return {};
}

PanelSelection select_panel(const PanelQuery& query,
                            const std::vector<std::vector<CatalogueEntry>>& candidates) {
  PanelSelection selection;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < query.groups.size(); ++i) {
    const auto& group = query.groups[i];
    auto order = shuffled(candidates[i], taken, query.seed);
    GroupOutcome outcome{
        .group = group.name, .asked = group.count, .found = static_cast<int>(order.size())};
    std::map<std::string, int> chosen_of_st;
    for (; outcome.chosen < group.count && !order.empty(); ++outcome.chosen) {
      const auto at =
          order.begin() + static_cast<std::ptrdiff_t>(next_of(order, chosen_of_st, query.spread));
      ++chosen_of_st[at->st];
      taken.insert(at->strain.number);
      selection.chosen.push_back({group.name, std::move(*at)});
      order.erase(at);
    }
    selection.groups.push_back(std::move(outcome));
  }
  return selection;
}

std::string key_digest_of(const std::vector<PanelMember>& members, std::string_view salt) {
  CanonicalText text("kres panel key 1");
  text.add("salt", salt);
  for (const auto& member : members)
    text.add("code", member.code).add("strain", member.number).add("group", member.group);
  return sha256_hex(text.text());
}

std::string blinded_code(std::uint32_t number) {
  std::string code;
  for (int sign = 0; sign < 4; ++sign, number /= static_cast<std::uint32_t>(kSigns.size()))
    code += kSigns[number % kSigns.size()];
  return code;
}

}  // namespace kres::laboratory

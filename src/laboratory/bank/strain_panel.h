// Panels of strains: chosen by query, spread over types, with blinded codes and a sealed key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/catalogue.h"
#include "laboratory/bank/ids.h"

namespace kres::laboratory {

// "10 OXA-244 E. coli with low meropenem MIC": a filter and how many.
struct PanelGroup {
  std::string name;
  CatalogueFilter filter;
  int count = 0;
};

struct PanelQuery {
  std::string title;
  std::string seed;  // the same query with the same seed on the same bank chooses the same strains
  bool spread = true;  // over STs
  std::vector<PanelGroup> groups;
};

inline constexpr int kMostPanelStrains = 200;
inline constexpr std::size_t kMostPanelGroups = 20;

Result<void> check_panel(const PanelQuery& query);

struct PanelChoice {
  std::string group;
  CatalogueEntry strain;
};
struct GroupOutcome {
  std::string group;
  int asked = 0, found = 0;  // found: strains that fit and were not taken by a group before
  int chosen = 0;
};
struct PanelSelection {
  std::vector<PanelChoice> chosen;  // group by group
  std::vector<GroupOutcome> groups;
};

// `candidates`: of each group, those its filter lets through. No strain is chosen twice. Strains
// stand in an order that the seed decides; with `spread` each choice takes the first one of an ST
// that was chosen least so far in its group. Requires: as many candidate lists as groups.
PanelSelection select_panel(const PanelQuery& query,
                            const std::vector<std::vector<CatalogueEntry>>& candidates);

struct PanelMember {
  std::string code;  // blinded, "7K2M"
  StrainId strain;
  std::string number, group;
};

struct StrainPanel {
  PanelId id;
  std::string number;  // "KRP-0001-K"
  std::string title;
  std::string query;       // as it was asked, JSON
  std::string key_digest;  // of the key, see key_digest_of(); known before the key is opened
  std::string made_by;
  Instant made{};
  std::string opened_by;  // empty while the key is sealed
  std::optional<Instant> opened;
  std::vector<PanelMember> members;  // by code

  bool is_open() const { return opened.has_value(); }
};

// SHA-256 over `salt` and the members: who holds the digest can tell later that the key is the one
// that was sealed, and cannot guess it before.
std::string key_digest_of(const std::vector<PanelMember>& members, std::string_view salt);

// A code of four signs that are not mistaken for each other. `number` is random.
std::string blinded_code(std::uint32_t number);

}  // namespace kres::laboratory

// A strain of the bank, kept from an isolate, and its lots: what was frozen at one time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/ids.h"

namespace kres::laboratory {

// What others may have of the strain: anything, under an agreement, nothing.
enum class Distribution { open, agreement, closed };
std::string_view name_of(Distribution distribution);
std::optional<Distribution> distribution_from(std::string_view name);

// On what terms the strain is kept. Never changed: new terms take the place of the older ones.
struct StrainTerms {
  int risk_group = 2;  // 1-3 of the directive on biological agents (2000/54/EC)
  Distribution distribution = Distribution::agreement;
  std::string nagoya;  // country of origin and papers, where the Nagoya Protocol applies
  std::string comment;
  std::string entered_by;
  Instant entered{};
};

struct Strain {
  StrainId id;
  std::string number;  // "KRS-0001-K", see strain_number.h
  IsolateId isolate;
  std::string banked_by;
  Instant banked{};
};

// Lots of a strain are a tree: each was grown from the isolate or from a vial of another lot.
struct Lot {
  LotId id;
  StrainId strain;
  int number = 0;   // 1, 2, 3 ... of the strain
  LotId parent;     // 0: from the isolate itself
  int passage = 0;  // transfers since the isolate was received
  Date made;
  std::string medium;  // what it is frozen in: "glycerol broth 15 %"
  std::string comment;
  std::string entered_by;
  Instant entered{};
};

inline constexpr int kMostPassages = 100;
inline constexpr std::size_t kLongestMedium = 100;  // bytes

// Errors (bad_input): a risk group other than 1-3, texts too long or with an identity number.
Result<void> check_terms(const StrainTerms& terms);
// `parent` is the lot it was grown from, if any: its passage is lower. Errors (bad_input): also a
// day ahead of `today` or before the parent's, no medium.
Result<void> check_lot(const Lot& lot, const Lot* parent, Date today);

}  // namespace kres::laboratory

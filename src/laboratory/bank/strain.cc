#include "laboratory/bank/strain.h"

#include <array>

#include <fmt/format.h>

#include "laboratory/bank/bank_text.h"
#include "laboratory/bank/storage_place.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<Distribution>, 3> kDistributions{
    {{Distribution::open, "open"},
     {Distribution::agreement, "agreement"},
     {Distribution::closed, "closed"}}};

}  // namespace

std::string_view name_of(Distribution distribution) {
  return name_in(kDistributions, distribution);
}
std::optional<Distribution> distribution_from(std::string_view name) {
  return value_in<Distribution>(kDistributions, name);
}

Result<void> check_terms(const StrainTerms& terms) {
  if (terms.risk_group < 1 || terms.risk_group > 3)
    return bad_input("The risk group is 1, 2 or 3; the bank keeps nothing of group 4");
  KRES_TRY(check_text("note on the Nagoya Protocol", terms.nagoya, kLongestBankComment));
  return check_text("comment", terms.comment, kLongestBankComment);
}

Result<void> check_lot(const Lot& lot, const Lot* parent, Date today) {
  if (lot.medium.empty()) return bad_input("State what the lot is frozen in");
  KRES_TRY(check_text("medium", lot.medium, kLongestMedium));
  KRES_TRY(check_text("comment", lot.comment, kLongestBankComment));
  if (lot.passage < 0 || lot.passage > kMostPassages)
    return bad_input(fmt::format("The passage is a number from 0 to {}", kMostPassages));
  if (parent != nullptr && lot.passage <= parent->passage)
    return bad_input(fmt::format("Lot {} is passage {}: what is grown from it is a later one",
                                 parent->number, parent->passage));
  if (today < lot.made)
    return bad_input(fmt::format("The day of freezing, {}, lies ahead", lot.made.iso()));
  if (parent != nullptr && lot.made < parent->made)
    return bad_input(
        fmt::format("Lot {} was frozen later, on {}", parent->number, parent->made.iso()));
  return {};
}

}  // namespace kres::laboratory

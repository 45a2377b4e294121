#include "workflow/bank/picking.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "laboratory/bank/lot_check.h"
#include "workflow/bank/vials.h"

namespace kres::workflow {

using laboratory::LotCheck;
using laboratory::StrainId;
using laboratory::StrainRequest;
using laboratory::UnitOfWork;
using laboratory::Vial;
using laboratory::VialId;

namespace {

tl::unexpected<Error> conflict(std::string message, std::string remedy) {
  return fail({.code = ErrorCode::conflict,
               .message = std::move(message),
               .file = {},
               .remedy = std::move(remedy)});
}

Result<void> check_good(const Vial& vial, const std::vector<LotCheck>& checks) {
  const auto* check = condemning(vial.lot, checks);
  if (check == nullptr) return {};
  return conflict(
      fmt::format("Vial {} is not given out: its lot was found {}, by the check of {}", vial.code,
                  check->result == laboratory::CheckResult::other_strain ? "to be another strain"
                                                                         : "not to grow",
                  check->checked.iso()),
      "take a vial of another lot, or enter a newer check");
}

Result<StrainId> strain_of(UnitOfWork& work, const Vial& vial) {
  KRES_ASSIGN(const auto lot, work.strains().find_lot(vial.lot));
  return lot->strain;
}

Result<void> check_free(UnitOfWork& work, const Vial& vial, StrainId strain) {
  KRES_ASSIGN(const auto waiting, work.strain_requests().waiting_vials(strain));
  const auto taken = waiting.find(vial.id);
  if (taken == waiting.end()) return {};
  return conflict(fmt::format("Vial {} is picked for {}", vial.code, taken->second),
                  "pick another vial");
}

Result<void> check_numbers(const StrainRequest& request, std::map<StrainId, int> picked) {
  for (const auto& asked : request.strains) {
    if (picked[asked.strain] != asked.vials)
      return bad_input(fmt::format("{}: {} vials were asked for and {} picked", asked.number,
                                   asked.vials, picked[asked.strain]));
    picked.erase(asked.strain);
  }
  if (!picked.empty()) return bad_input("A vial of a strain that was not asked for was picked");
  return {};
}

Result<std::vector<Vial>> free_vials(UnitOfWork& work, StrainId strain) {
  KRES_ASSIGN(auto vials, work.vials().of_strain(strain));
  KRES_ASSIGN(const auto checks, work.strains().checks_of(strain));
  KRES_ASSIGN(const auto waiting, work.strain_requests().waiting_vials(strain));
  std::erase_if(vials, [&](const Vial& vial) {
    return !vial.is_stored() || condemning(vial.lot, checks) != nullptr ||
           waiting.contains(vial.id);
  });
  return vials;
}

}  // namespace

Result<std::vector<Vial>> vials_to_pick(UnitOfWork& work, const StrainRequest& request) {
  std::vector<Vial> suggested;
  for (const auto& asked : request.strains) {
    KRES_ASSIGN(auto vials, free_vials(work, asked.strain));
    std::stable_sort(vials.begin(), vials.end(), [](const Vial& a, const Vial& b) {
      return a.lot != b.lot ? b.lot < a.lot : a.thaws < b.thaws;
    });
    vials.resize(std::min(vials.size(), static_cast<std::size_t>(asked.vials)));
    suggested.insert(suggested.end(), vials.begin(), vials.end());
  }
  return suggested;
}

Result<void> pick_vials(UnitOfWork& work, const StrainRequest& request,
                        const std::vector<std::string>& codes) {
  std::map<StrainId, int> picked;
  std::set<VialId> seen;
  std::vector<Vial> vials;
  for (const auto& code : codes) {
    KRES_ASSIGN(const auto vial, vial_coded(work, code));
    if (!seen.insert(vial.id).second)
      return bad_input(fmt::format("Vial {} is named twice", vial.code));
    if (!vial.is_stored()) return bad_input(fmt::format("Vial {} has left the bank", vial.code));
    KRES_ASSIGN(const auto strain, strain_of(work, vial));
    KRES_TRY(check_free(work, vial, strain));
    ++picked[strain];
    vials.push_back(vial);
  }
  KRES_TRY(check_numbers(request, std::move(picked)));
  KRES_TRY(check_may_leave(work, vials));
  for (const auto& vial : vials) KRES_TRY(work.strain_requests().pick(request.id, vial.id));
  return {};
}

Result<void> check_may_leave(UnitOfWork& work, const std::vector<Vial>& vials) {
  for (const auto& vial : vials) {
    KRES_ASSIGN(const auto strain, strain_of(work, vial));
    KRES_ASSIGN(const auto checks, work.strains().checks_of(strain));
    KRES_TRY(check_good(vial, checks));
  }
  return {};
}

}  // namespace kres::workflow

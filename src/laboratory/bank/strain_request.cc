#include "laboratory/bank/strain_request.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "laboratory/bank/bank_text.h"
#include "laboratory/bank/storage_place.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<RequestState>, 7> kStates{{{RequestState::asked, "asked"},
                                                        {RequestState::approved, "approved"},
                                                        {RequestState::declined, "declined"},
                                                        {RequestState::picked, "picked"},
                                                        {RequestState::shipped, "shipped"},
                                                        {RequestState::received, "received"},
                                                        {RequestState::withdrawn, "withdrawn"}}};

Result<void> required(std::string_view field, std::string_view text, std::size_t most) {
  if (text.empty()) return bad_input(fmt::format("The {} is missing", field));
  return check_text(field, text, most);
}

Result<void> check_strains(const std::vector<RequestedStrain>& strains) {
  if (strains.empty()) return bad_input("Name at least one strain");
  if (strains.size() > kMostStrainsAsked)
    return bad_input(fmt::format("Ask for at most {} strains at once", kMostStrainsAsked));
  for (const auto& asked : strains) {
    if (asked.vials < 1 || asked.vials > kMostVialsOfAStrain)
      return bad_input(
          fmt::format("Ask for 1 to {} vials of {}", kMostVialsOfAStrain, asked.number));
    if (std::count_if(strains.begin(), strains.end(),
                      [&](const auto& other) { return other.number == asked.number; }) > 1)
      return bad_input(fmt::format("{} is named twice", asked.number));
  }
  return {};
}

Result<void> check_validity(const StrainRequest& request, const std::optional<Agreement>& agreement,
                            Date day) {
  if (!agreement) return bad_input("Nothing is sent without an agreement");
  if (agreement->institution != request.institution)
    return bad_input(fmt::format("The agreement {} is with {}, not with {}", agreement->reference,
                                 agreement->institution, request.institution));
  if (!agreement->is_valid_on(day))
    return bad_input(fmt::format("The agreement {} is valid from {} to {}, not on {}",
                                 agreement->reference, agreement->valid_from.iso(),
                                 agreement->valid_until.iso(), day.iso()));
  return {};
}

}  // namespace

std::string_view name_of(RequestState state) { return name_in(kStates, state); }
std::optional<RequestState> request_state_from(std::string_view name) {
  return value_in<RequestState>(kStates, name);
}

Result<void> check_agreement(const Agreement& agreement) {
  KRES_TRY(required("institution", agreement.institution, kLongestRequestText));
  KRES_TRY(required("reference", agreement.reference, kLongestRequestText));
  if (agreement.valid_until < agreement.valid_from)
    return bad_input("The agreement ends before it begins");
  return {};
}

bool may_follow(RequestState before, RequestState next) {
  using enum RequestState;
  switch (before) {
    case asked:
      return next == approved || next == declined || next == withdrawn;
    case approved:
      return next == picked || next == withdrawn;
    case picked:
      return next == shipped || next == withdrawn;
    case shipped:
      return next == received;
    case declined:
    case received:
    case withdrawn:
      return false;
  }
  return false;
}

Result<void> check_request(const StrainRequest& request) {
  KRES_TRY(required("institution", request.institution, kLongestRequestText));
  KRES_TRY(required("person", request.person, kLongestRequestText));
  KRES_TRY(required("contact", request.contact, kLongestRequestText));
  KRES_TRY(required("purpose", request.purpose, kLongestBankComment));
  KRES_TRY(check_text("note on the Nagoya Protocol", request.nagoya, kLongestBankComment));
  if (request.containment < 1 || request.containment > 3)
    return bad_input("The institution's risk group is 1, 2 or 3");
  return check_strains(request.strains);
}

Result<void> check_step(const StrainRequest& request, RequestState next, const std::string& person,
                        const std::string& comment) {
  KRES_TRY(check_text("comment", comment, kLongestBankComment));
  if (!may_follow(request.state, next))
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("Request {} is {} and cannot become {}", request.number,
                                        name_of(request.state), name_of(next)),
                 .file = {},
                 .remedy = {}});
  if ((next == RequestState::declined || next == RequestState::withdrawn) && comment.empty())
    return bad_input("Say why in the comment");
  if (next == RequestState::approved && person == request.entered_by)
    return bad_input("Who entered a request does not approve it");
  return {};
}

Result<void> check_distribution(const StrainRequest& request,
                                const std::vector<CatalogueEntry>& strains,
                                const std::optional<Agreement>& agreement, Date day) {
  for (const auto& entry : strains) {
    if (entry.distribution == Distribution::closed)
      return bad_input(fmt::format("{} is not given to others", entry.strain.number));
    if (entry.risk_group > request.containment)
      return bad_input(fmt::format("{} is of risk group {}, the institution may handle {}",
                                   entry.strain.number, entry.risk_group, request.containment));
  }
  return check_validity(request, agreement, day);
}

}  // namespace kres::laboratory

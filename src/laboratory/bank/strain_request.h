// Requests of institutions for strains, the agreements they rest on, and the steps between.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/catalogue.h"
#include "laboratory/bank/ids.h"

namespace kres::laboratory {

// A material transfer agreement. Never changed: a renewed one is another.
struct Agreement {
  AgreementId id;
  std::string institution;
  std::string reference;  // the laboratory's own file number: "MTA 2026/14"
  Date valid_from, valid_until;
  std::string entered_by;
  Instant entered{};
  std::string sha256;  // of the signed document once it is stored

  bool is_valid_on(Date day) const { return valid_from <= day && day <= valid_until; }
};

// Errors (bad_input): a field missing or too long, an end before the beginning.
Result<void> check_agreement(const Agreement& agreement);

enum class RequestState { asked, approved, declined, picked, shipped, received, withdrawn };
std::string_view name_of(RequestState state);
std::optional<RequestState> request_state_from(std::string_view name);

// asked -> approved, declined, withdrawn; approved -> picked, withdrawn; picked -> shipped,
// withdrawn; shipped -> received.
bool may_follow(RequestState before, RequestState next);

struct RequestedStrain {
  StrainId strain;
  std::string number;
  int vials = 1;
};

struct StrainRequest {
  StrainRequestId id;
  std::string number;  // "KRQ-0001-K"
  std::string institution;
  std::string person;   // who asks, at the institution
  std::string contact;  // e-mail address or telephone
  std::string purpose;
  int containment = 2;  // highest risk group the institution may handle
  std::string nagoya;   // what the institution states of access and benefit sharing
  std::vector<RequestedStrain> strains;
  RequestState state = RequestState::asked;
  AgreementId agreement;  // set by the approval
  std::string entered_by;
  Instant entered{};
  std::int64_t revision = 1;
};

// Only ever added.
struct RequestStep {
  RequestState state = RequestState::asked;
  std::string comment;
  std::string person;
  Instant at{};
};

inline constexpr int kMostVialsOfAStrain = 10;
inline constexpr std::size_t kMostStrainsAsked = 100;
inline constexpr std::size_t kLongestRequestText = 200;  // bytes

// Errors (bad_input): a field missing, too long or with an identity number; no strain, one named
// twice, a number of vials other than 1-10.
Result<void> check_request(const StrainRequest& request);

// Whether `person` may take the request to `next`. Errors: conflict if it does not follow;
// bad_input for a decline without a reason, or if who entered a request would approve it.
Result<void> check_step(const StrainRequest& request, RequestState next, const std::string& person,
                        const std::string& comment);

// Whether these strains may go to this institution on this day. Errors (bad_input) name the strain:
// closed terms, a risk group above the institution's containment; or the agreement: none, another
// institution's, not valid on the day.
Result<void> check_distribution(const StrainRequest& request,
                                const std::vector<CatalogueEntry>& strains,
                                const std::optional<Agreement>& agreement, Date day);

}  // namespace kres::laboratory

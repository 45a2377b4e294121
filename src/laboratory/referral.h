// What a laboratory sends: one isolate or its genome, why, and the context of the patient.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

// The notifiable groups the centre examines; also the unit in an accession number.
enum class MicrobeGroup { CPO, ColR, VRE, LRE };
inline constexpr MicrobeGroup kMicrobeGroups[] = {MicrobeGroup::CPO, MicrobeGroup::ColR,
                                                  MicrobeGroup::VRE, MicrobeGroup::LRE};
std::string_view name_of(MicrobeGroup group);  // "CPO"
std::optional<MicrobeGroup> microbe_group_from(std::string_view name);

// What comes to the laboratory: a tube, sequence data, or both.
enum class Sends { unstated, tube, data, both };
std::string_view name_of(Sends sends);  // "" for unstated
std::optional<Sends> sends_from(std::string_view name);

// A pseudonym given by the sender; never a national identity number. Two laboratories using the
// same pseudonym mean two patients.
struct Patient {
  std::string pseudonym;
  std::optional<int> age;  // years
  std::string sex;         // female | male | other | "" unknown
  std::string municipality;
};

// Epidemiological context as the sender wrote it. Empty means not stated.
struct Clinical {
  std::string infection_or_carriage;  // infection | carriage | ""
  std::string material;
  std::string travel;
  std::string hospital_abroad;
  std::string known_contact;
  std::string ward;
};

struct Referral {
  ReferralId id;
  std::string laboratory;  // code
  std::string sender_id;   // the sender's identifier; (laboratory, sender_id) is unique
  MicrobeGroup suspected_group = MicrobeGroup::CPO;
  std::string organism;  // as the sender named it, may be empty
  std::string reason;
  std::string question;
  Clinical clinical;
  Patient patient;
  std::optional<Date> sampled;
  Date received;                  // of a tube on its way: the day it was registered
  Sends sends = Sends::unstated;  // as stated by the sender
};

// The national identity number (fødselsnummer, D-number) hidden in a text, if any: eleven digits
// with both check digits valid (the weights of Skatteetaten), in a row or parted after the sixth by
// blanks, hyphens or full stops. Such a text must not be stored.
bool contains_national_identity_number(std::string_view text);

// The text for a message: what has the form of an identity number, right check digits or not, is
// replaced.
std::string without_identity_numbers(std::string_view text);

}  // namespace kres::laboratory

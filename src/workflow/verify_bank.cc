#include "workflow/verify_bank.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "laboratory/bank/bank_digest.h"
#include "workflow/broken_registry.h"
#include "workflow/event_words.h"

namespace kres::workflow {

using laboratory::AuditEntry;
using laboratory::MovementKind;
using laboratory::RecordKind;
using laboratory::StorageEventKind;
using laboratory::UnitOfWork;
using laboratory::VialMovement;

namespace {

// "lot.made" -> "made"
std::string_view verb_of(const AuditEntry& entry) {
  return std::string_view(entry.event).substr(entry.event.find('.') + 1);
}

// "KRS-0001-2-03-K: used up" -> the code
std::string code_in(const std::string& detail) { return detail.substr(0, detail.find(':')); }

// `digests` are those of the rows that are stored, in the order of their events.
Result<void> compare(const std::string& name, const std::vector<AuditEntry>& story,
                     const std::vector<std::string>& digests) {
  if (digests.size() > story.size())
    return broken(
        fmt::format("{} are {}, but the trail speaks of {}", name, digests.size(), story.size()));
  if (digests.size() < story.size())
    return broken(fmt::format("{} are {}, the trail speaks of {}: some are missing", name,
                              digests.size(), story.size()));
  for (std::size_t i = 0; i < story.size(); ++i)
    if (story[i].after_digest != digests[i])
      return broken(
          fmt::format("{}: {} is not as {} left it", name, story[i].detail, story[i].event));
  return {};
}

template <class Record>
std::vector<std::string> digests_of(const std::vector<Record>& records) {
  std::vector<std::string> digests;
  for (const auto& record : records) digests.push_back(digest_of(record));
  return digests;
}

Result<void> require_seen(UnitOfWork& work, RecordKind kind, std::string_view name,
                          std::int64_t seen) {
  KRES_ASSIGN(const auto stored, work.census().numbers(kind));
  if (static_cast<std::int64_t>(stored.size()) == seen) return {};
  return broken(fmt::format("{} of {} {} belong to nothing that is in the bank",
                            static_cast<std::int64_t>(stored.size()) - seen, stored.size(), name));
}

template <class Stories, class Key>
const typename Stories::mapped_type* found_in(const Stories& stories, const Key& key) {
  const auto found = stories.find(key);
  return found == stories.end() ? nullptr : &found->second;
}

// The vial as the movement leaves it.
void apply(const VialMovement& movement, laboratory::Vial& vial) {
  vial.spot = movement.to;
  if (movement.kind == MovementKind::thawed) ++vial.thaws;
}

bool is_told_by(const VialMovement& movement, const laboratory::Vial& before,
                const AuditEntry& entry) {
  const auto detail =
      movement.reason.empty() ? before.code : fmt::format("{}: {}", before.code, movement.reason);
  return name_of(movement.kind) == verb_of(entry) && movement.person == entry.person &&
         movement.at == entry.time && movement.from == before.spot && detail == entry.detail;
}

// Every movement is the one its event tells, and together they lead to where the vial stands.
Result<void> check_movements(const laboratory::Vial& vial,
                             const std::vector<VialMovement>& movements,
                             const std::vector<AuditEntry>& story) {
  if (movements.size() != story.size())
    return broken(fmt::format("vial {} has {} movements, but the trail speaks of {}", vial.code,
                              movements.size(), story.size()));
  laboratory::Vial state{.lot = vial.lot, .number = vial.number, .code = vial.code};
  for (std::size_t i = 0; i < story.size(); ++i) {
    if (!is_told_by(movements[i], state, story[i]))
      return broken(fmt::format("movement {} of vial {} is not the one that {} tells", i + 1,
                                vial.code, story[i].event));
    apply(movements[i], state);
    if (digest_of(state) != story[i].after_digest)
      return broken(fmt::format("movement {} of vial {} does not lead to where {} left it", i + 1,
                                vial.code, story[i].event));
  }
  if (digest_of(vial) == digest_of(state)) return {};
  return broken(fmt::format("vial {} is not as {} left it", vial.code, story.back().event));
}

}  // namespace

void BankClaims::note_place(const AuditEntry& entry) {
  const auto verb = verb_of(entry);
  if (verb == "made") {
    const auto number = number_in(entry.detail);
    places_[number].push_back(entry);
    place_by_state_[entry.after_digest] = number;
  } else if (verb == "moved") {
    // A move names the path; which place it was, its state before tells.
    const auto found = place_by_state_.extract(entry.before_digest);
    const auto number = found ? found.mapped() : 0;
    places_[number].push_back(entry);
    place_by_state_[entry.after_digest] = number;
  } else {
    storage_events_[number_in(entry.detail)].push_back(entry);
  }
}

void BankClaims::note(const laboratory::AuditEvent& event) {
  const auto& entry = event.entry;
  const std::string_view noun(entry.event.data(),
                              std::min(entry.event.find('.'), entry.event.size()));
  const auto verb = verb_of(entry);
  if (noun == "storage_place") note_place(entry);
  if (noun == "strain" && verb == "banked") strains_[entry.detail].banked.push_back(entry);
  if (noun == "strain" && verb == "terms_set") strains_[entry.subject].terms.push_back(entry);
  if (noun == "lot")
    (verb == "made" ? strains_[entry.subject].lots : strains_[entry.subject].checks)
        .push_back(entry);
  if (noun == "vial") vials_[code_in(entry.detail)].push_back(entry);
  if (noun == "agreement") agreements_[number_in(entry.detail)].push_back(entry);
  if (noun == "strain_request") requests_[entry.subject].push_back(entry);
  if (noun == "strain_panel") panels_[entry.subject].push_back(entry);
}

Result<void> BankClaims::check(UnitOfWork& work) const {
  KRES_TRY(check_places(work));
  KRES_TRY(check_strains(work));
  KRES_TRY(check_agreements(work));
  KRES_TRY(check_requests(work));
  return check_panels(work);
}

Result<void> BankClaims::check_place_story(
    laboratory::StoragePlace place, const std::vector<laboratory::StorageEvent>& events) const {
  const auto* story = found_in(places_, place.id.value);
  if (!story) return broken(fmt::format("storage place '{}' was made by no event", place.name));
  const auto now = digest_of(place);
  if (now != story->back().after_digest)
    return broken(
        fmt::format("storage place '{}' is not as {} left it", place.name, story->back().event));
  std::size_t told = 0;
  for (const auto& event : events) {
    if (event.kind != StorageEventKind::made && event.kind != StorageEventKind::moved) {
      const auto* own = found_in(storage_events_, event.id.value);
      if (own && own->back().after_digest == digest_of(event)) continue;
      return broken(fmt::format("event {} of storage place '{}' is not one of the trail",
                                event.id.value, place.name));
    }
    const auto* entry = told < story->size() ? &(*story)[told++] : nullptr;
    if (event.kind == StorageEventKind::moved) place.parent = event.to;
    const bool fits =
        entry && verb_of(*entry) == name_of(event.kind) && entry->person == event.person &&
        entry->time == event.at &&
        (event.kind == StorageEventKind::made || digest_of(place) == entry->after_digest);
    if (!fits)
      return broken(fmt::format("event {} of storage place '{}' is not the one the trail tells",
                                event.id.value, place.name));
  }
  if (told == story->size()) return {};
  return broken(fmt::format("an event of storage place '{}' is missing", place.name));
}

Result<void> BankClaims::check_places(UnitOfWork& work) const {
  KRES_ASSIGN(const auto places, work.storage_places().all());
  std::set<std::int64_t> there;
  std::size_t noted = 0;
  for (const auto& place : places) {
    there.insert(place.id.value);
    KRES_ASSIGN(auto events, work.storage_places().events_of(place.id));
    std::reverse(events.begin(), events.end());
    noted +=
        static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [](const auto& event) {
          return event.kind != StorageEventKind::made && event.kind != StorageEventKind::moved;
        }));
    KRES_TRY(check_place_story(place, events));
  }
  for (const auto& [number, story] : places_)
    if (!there.contains(number))
      return broken(fmt::format("storage place {} is missing: {}", number, story.front().subject));
  if (noted == storage_events_.size()) return {};
  return broken(fmt::format("{} events of storage places are kept, but the trail speaks of {}",
                            noted, storage_events_.size()));
}

Result<void> BankClaims::check_strains(UnitOfWork& work) const {
  KRES_ASSIGN(const auto numbers, work.census().numbers(RecordKind::strain));
  std::set<std::string> there;
  Seen seen;
  for (const auto number : numbers) {
    KRES_ASSIGN(const auto strain, work.strains().find(laboratory::StrainId{number}));
    if (!strain) continue;
    there.insert(strain->number);
    KRES_TRY(check_strain(work, *strain, seen));
  }
  for (const auto& [number, story] : strains_)
    if (!there.contains(number))
      return broken(fmt::format("strain {} of the trail is missing", number));
  KRES_TRY(require_seen(work, RecordKind::lot, "lots", seen.lots));
  KRES_TRY(require_seen(work, RecordKind::lot_check, "checks of lots", seen.checks));
  KRES_TRY(require_seen(work, RecordKind::vial, "vials", seen.vials));
  if (static_cast<std::int64_t>(vials_.size()) == seen.vials) return {};
  return broken(
      fmt::format("the bank has {} vials, but the trail speaks of {}", seen.vials, vials_.size()));
}

Result<void> BankClaims::check_strain(UnitOfWork& work, const laboratory::Strain& strain,
                                      Seen& seen) const {
  const auto* story = found_in(strains_, strain.number);
  if (!story || story->banked.empty())
    return broken(fmt::format("strain {} was banked by no event", strain.number));
  KRES_ASSIGN(const auto terms, work.strains().terms_of(strain.id));
  KRES_ASSIGN(const auto lots, work.strains().lots_of(strain.id));
  KRES_ASSIGN(const auto checks, work.strains().checks_of(strain.id));
  KRES_TRY(compare("strains of number " + strain.number, story->banked, {digest_of(strain)}));
  KRES_TRY(compare("terms of " + strain.number, story->terms, digests_of(terms)));
  KRES_TRY(compare("lots of " + strain.number, story->lots, digests_of(lots)));
  KRES_TRY(compare("checks of " + strain.number, story->checks, digests_of(checks)));
  seen.lots += static_cast<std::int64_t>(lots.size());
  seen.checks += static_cast<std::int64_t>(checks.size());
  return check_vials(work, strain, seen);
}

Result<void> BankClaims::check_vials(UnitOfWork& work, const laboratory::Strain& strain,
                                     Seen& seen) const {
  KRES_ASSIGN(const auto vials, work.vials().of_strain(strain.id));
  KRES_ASSIGN(auto movements, work.vials().movements_of(strain.id));
  std::reverse(movements.begin(), movements.end());
  std::map<std::int64_t, std::vector<VialMovement>> by_vial;
  for (auto& movement : movements) by_vial[movement.vial.value].push_back(std::move(movement));
  for (const auto& vial : vials) {
    const auto* story = found_in(vials_, vial.code);
    if (!story) return broken(fmt::format("vial {} was stored by no event", vial.code));
    KRES_TRY(check_movements(vial, by_vial[vial.id.value], *story));
  }
  seen.vials += static_cast<std::int64_t>(vials.size());
  return {};
}

Result<void> BankClaims::check_agreements(UnitOfWork& work) const {
  KRES_ASSIGN(const auto agreements, work.strain_requests().agreements());
  for (const auto& agreement : agreements) {
    const auto* story = found_in(agreements_, agreement.id.value);
    const auto& entered = story ? story->front() : AuditEntry{};
    if (!story || entered.person != agreement.entered_by || entered.time != agreement.entered)
      return broken(fmt::format("agreement {} was entered by no event", agreement.reference));
    if (story->back().after_digest != digest_of(agreement))
      return broken(fmt::format("agreement {} is not as {} left it", agreement.reference,
                                story->back().event));
  }
  if (agreements.size() == agreements_.size()) return {};
  return broken(fmt::format("{} agreements are kept, but the trail speaks of {}", agreements.size(),
                            agreements_.size()));
}

Result<void> BankClaims::check_requests(UnitOfWork& work) const {
  KRES_ASSIGN(const auto requests, work.strain_requests().recent(std::numeric_limits<int>::max()));
  for (const auto& request : requests) {
    const auto* story = found_in(requests_, request.number);
    if (!story) return broken(fmt::format("request {} was asked by no event", request.number));
    if (story->back().after_digest != digest_of(request))
      return broken(
          fmt::format("request {} is not as {} left it", request.number, story->back().event));
    KRES_ASSIGN(const auto steps, work.strain_requests().steps_of(request.id));
    const bool told = std::equal(steps.begin(), steps.end(), story->begin(), story->end(),
                                 [](const laboratory::RequestStep& step, const AuditEntry& entry) {
                                   return name_of(step.state) == verb_of(entry) &&
                                          step.person == entry.person && step.at == entry.time;
                                 });
    if (!told)
      return broken(
          fmt::format("the steps of request {} are not those of the trail", request.number));
  }
  if (requests.size() == requests_.size()) return {};
  return broken(fmt::format("{} requests are kept, but the trail speaks of {}", requests.size(),
                            requests_.size()));
}

Result<void> BankClaims::check_panels(UnitOfWork& work) const {
  KRES_ASSIGN(auto panels, work.strain_panels().all());
  for (auto& panel : panels) {
    const auto* story = found_in(panels_, panel.number);
    if (!story || story->front().person != panel.made_by || story->front().time != panel.made)
      return broken(fmt::format("panel {} was sealed by no event", panel.number));
    std::sort(panel.members.begin(), panel.members.end(),
              [](const auto& a, const auto& b) { return a.code < b.code; });
    KRES_ASSIGN(const auto salt, work.strain_panels().salt_of(panel.id));
    if (story->front().after_digest != panel.key_digest ||
        key_digest_of(panel.members, salt) != panel.key_digest)
      return broken(
          fmt::format("the key of panel {} is not the one that was sealed", panel.number));
    const bool opening_told = panel.is_open()
                                  ? story->size() == 2 && story->back().person == panel.opened_by &&
                                        story->back().time == *panel.opened
                                  : story->size() == 1;
    if (!opening_told)
      return broken(fmt::format("panel {} is {}, which the trail does not say", panel.number,
                                panel.is_open() ? "open" : "sealed"));
  }
  if (panels.size() == panels_.size()) return {};
  return broken(
      fmt::format("{} panels are kept, but the trail speaks of {}", panels.size(), panels_.size()));
}

}  // namespace kres::workflow

#include "laboratory/bank/bank_digest.h"

#include <algorithm>

#include "base/digest.h"
#include "laboratory/canonical_text.h"

namespace kres::laboratory {

namespace {

// Rows come back in their own order, whatever order they were entered in.
template <class Record, class Name>
std::vector<Record> in_order(std::vector<Record> records, Name name) {
  std::sort(records.begin(), records.end(),
            [&](const Record& a, const Record& b) { return name(a) < name(b); });
  return records;
}

}  // namespace

std::string digest_of(const StoragePlace& place) {
  return sha256_hex(CanonicalText("kres storage place 1")
                        .add("parent", place.parent.value)
                        .add("kind", name_of(place.kind))
                        .add("name", place.name)
                        .add("rows", std::int64_t{place.box.rows})
                        .add("columns", std::int64_t{place.box.columns})
                        .add("numbering", name_of(place.box.numbering))
                        .text());
}

std::string digest_of(const StorageEvent& event) {
  return sha256_hex(CanonicalText("kres storage event 1")
                        .add("place", event.place.value)
                        .add("kind", name_of(event.kind))
                        .add("celsius", event.celsius ? std::to_string(*event.celsius) : "")
                        .add("minutes", event.minutes ? std::to_string(*event.minutes) : "")
                        .add("from", event.from.value)
                        .add("to", event.to.value)
                        .add("comment", event.comment)
                        .add("person", event.person)
                        .add("at", iso_utc(event.at))
                        .text());
}

std::string digest_of(const Strain& strain) {
  return sha256_hex(CanonicalText("kres strain 1")
                        .add("number", strain.number)
                        .add("isolate", strain.isolate.value)
                        .add("banked_by", strain.banked_by)
                        .add("banked", iso_utc(strain.banked))
                        .text());
}

std::string digest_of(const StrainTerms& terms) {
  return sha256_hex(CanonicalText("kres strain terms 1")
                        .add("risk_group", std::int64_t{terms.risk_group})
                        .add("distribution", name_of(terms.distribution))
                        .add("nagoya", terms.nagoya)
                        .add("comment", terms.comment)
                        .add("entered_by", terms.entered_by)
                        .add("entered", iso_utc(terms.entered))
                        .text());
}

std::string digest_of(const Lot& lot) {
  return sha256_hex(CanonicalText("kres lot 1")
                        .add("strain", lot.strain.value)
                        .add("number", std::int64_t{lot.number})
                        .add("parent", lot.parent.value)
                        .add("passage", std::int64_t{lot.passage})
                        .add("made", lot.made.iso())
                        .add("medium", lot.medium)
                        .add("comment", lot.comment)
                        .add("entered_by", lot.entered_by)
                        .add("entered", iso_utc(lot.entered))
                        .text());
}

std::string digest_of(const LotCheck& check) {
  CanonicalText text("kres lot check 1");
  text.add("lot", check.lot.value)
      .add("kind", name_of(check.kind))
      .add("result", name_of(check.result))
      .add("checked", check.checked.iso())
      .add("analysis", check.analysis.value)
      .add("statement", check.statement)
      .add("entered_by", check.entered_by)
      .add("entered", iso_utc(check.entered));
  for (const auto& mic : in_order(check.mics, [](const auto& one) { return one.agent; })) {
    text.add("agent", mic.agent).add("sign", mic.sign).add("value", mic.value);
    if (mic.before) text.add("before_sign", mic.before_sign).add("before", *mic.before);
  }
  return sha256_hex(text.text());
}

std::string digest_of(const Vial& vial) {
  return sha256_hex(CanonicalText("kres vial 1")
                        .add("lot", vial.lot.value)
                        .add("code", vial.code)
                        .add("box", vial.spot ? vial.spot->box.value : std::int64_t{0})
                        .add("position", std::int64_t{vial.spot ? vial.spot->position : 0})
                        .add("thaws", std::int64_t{vial.thaws})
                        .text());
}

std::string digest_of(const Agreement& agreement) {
  return sha256_hex(CanonicalText("kres agreement 1")
                        .add("institution", agreement.institution)
                        .add("reference", agreement.reference)
                        .add("valid_from", agreement.valid_from.iso())
                        .add("valid_until", agreement.valid_until.iso())
                        .add("sha256", agreement.sha256)
                        .text());
}

std::string digest_of(const StrainRequest& request) {
  CanonicalText text("kres strain request 1");
  text.add("number", request.number)
      .add("institution", request.institution)
      .add("person", request.person)
      .add("contact", request.contact)
      .add("purpose", request.purpose)
      .add("containment", std::int64_t{request.containment})
      .add("nagoya", request.nagoya)
      .add("state", name_of(request.state))
      .add("agreement", request.agreement.value);
  for (const auto& strain : in_order(request.strains, [](const auto& one) { return one.number; }))
    text.add("strain", strain.number).add("vials", std::int64_t{strain.vials});
  return sha256_hex(text.text());
}

}  // namespace kres::laboratory

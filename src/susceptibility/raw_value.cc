#include "susceptibility/raw_value.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "susceptibility/select_row.h"

namespace kres::susceptibility {

namespace {

using Reading = tl::expected<void, Refusal>;

constexpr std::array<std::string_view, 10> kCategories = {"S",  "I",  "R",   "SDD", "NS",
                                                          "SS", "WT", "NWT", "POS", "NEG"};

bool is_category(std::string_view text) {
  return std::any_of(kCategories.begin(), kCategories.end(),
                     [&](std::string_view category) { return iequals(category, text); });
}

// Reads the cells of one value in the order of a person who checks it.
class ValueReader {
 public:
  ValueReader(const RawValue& raw, const AgentTable& agents) : raw_(raw), agents_(agents) {}

  tl::expected<Measurement, Refusal> read() {
    if (!raw_.fault.empty())
      return tl::unexpected(
          Refusal{RefusalReason::broken_row, raw_.line, "row", "", raw_.fault, {}});
    for (const auto step :
         {&ValueReader::read_names, &ValueReader::read_method, &ValueReader::read_number,
          &ValueReader::read_indication, &ValueReader::read_provenance, &ValueReader::read_date})
      if (auto done = (this->*step)(); !done) return tl::unexpected(std::move(done).error());
    if (auto possible = check_possible(); !possible)
      return tl::unexpected(std::move(possible).error());
    return m_;
  }

 private:
  tl::unexpected<Refusal> refuse(RefusalReason reason, const Cell& cell, std::string what,
                                 std::string remedy = {}) const {
    return tl::unexpected(
        Refusal{reason, raw_.line, cell.column, cell.text, std::move(what), std::move(remedy)});
  }

  Reading read_names() {
    m_.isolate = raw_.isolate.text;
    m_.organism = raw_.organism.text;
    if (m_.isolate.empty()) return refuse(RefusalReason::no_isolate, raw_.isolate, "is empty");
    if (m_.organism.empty())
      return refuse(RefusalReason::unknown_organism, raw_.organism, "is empty");
    const Agent* agent = agents_.find(raw_.agent.text);
    if (agent == nullptr)
      return refuse(RefusalReason::unknown_agent, raw_.agent, "is unknown",
                    "use a name or code of the agent table");
    m_.agent = agent->name;
    return {};
  }

  Reading read_method() {
    const auto method = parse_method(raw_.method.text);
    if (!method)
      return refuse(RefusalReason::unknown_method, raw_.method, "is unknown",
                    "broth_microdilution, gradient, disk, agar_dilution, automated or dilution");
    m_.method = *method;
    m_.system = raw_.system.text;
    m_.guideline = raw_.guideline.text;
    m_.disk_ug = raw_.disk_ug.text;
    m_.unit = m_.method == Method::disk ? Unit::mm : Unit::mg_per_l;
    if (raw_.unit.text.empty()) return {};
    const auto unit = parse_unit(raw_.unit.text);
    if (!unit)
      return refuse(RefusalReason::wrong_unit, raw_.unit, "is unknown",
                    "mg/L for a MIC, mm for a zone");
    m_.unit = *unit;
    return {};
  }

  // The sign may stand in its own column or before the value, not in both.
  Reading read_number() {
    const std::string_view value = raw_.value.text;
    const auto digits = value.find_first_of("0123456789");
    if (is_category(value))
      return refuse(RefusalReason::category_instead_of_measurement, raw_.value,
                    "is a category instead of a measurement, and no number",
                    "give the zone or the MIC that it was made of");
    if (digits == std::string_view::npos)
      return refuse(RefusalReason::no_number, raw_.value, "is no number");
    const auto before = trim(value.substr(0, digits));
    if (!before.empty() && !raw_.sign.text.empty())
      return refuse(RefusalReason::wrong_sign, raw_.value,
                    "has a sign of its own beside the sign column");
    const auto& sign_cell = before.empty() ? raw_.sign : raw_.value;
    const auto sign = parse_sign(before.empty() ? std::string_view(raw_.sign.text) : before);
    if (!sign) return refuse(RefusalReason::wrong_sign, sign_cell, "sign is none of < <= = >= >");
    m_.sign = *sign;
    const auto number = parse_double(first_part(value.substr(digits)));
    if (!number) return refuse(RefusalReason::no_number, raw_.value, "is no number");
    m_.value = *number;
    return {};
  }

  // "2/38" of a combination is 2; a decimal comma becomes a point.
  std::string first_part(std::string_view number) const {
    const auto slash = number.find('/');
    const bool is_combination = m_.agent.find('-') != std::string::npos;
    if (is_combination && slash != std::string_view::npos &&
        parse_double(replace_all(std::string(number.substr(slash + 1)), ",", ".")))
      number = number.substr(0, slash);
    return replace_all(std::string(number), ",", ".");
  }

  Reading read_indication() {
    const auto indication = indication_key(raw_.indication.text);
    if (!indication)
      return refuse(RefusalReason::unknown_setting, raw_.indication, "is unknown",
                    "see docs/formats/interpretation.md");
    m_.indication = *indication;
    m_.route = to_lower(raw_.route.text);
    if (!m_.route.empty() && m_.route != "iv" && m_.route != "oral")
      return refuse(RefusalReason::unknown_setting, raw_.route, "is neither iv nor oral");
    return {};
  }

  Reading read_provenance() {
    const auto provenance = to_lower(raw_.provenance.text);
    if (!provenance.empty() && provenance != "constructed" && provenance != "konstruert")
      return refuse(RefusalReason::unknown_setting, raw_.provenance, "is unknown",
                    "constructed, or empty for what was measured");
    if (!provenance.empty()) m_.provenance = "constructed";
    return {};
  }

  Reading read_date() {
    if (raw_.date.text.empty()) return {};
    m_.date = Date::parse(raw_.date.text);
    if (!m_.date)
      return refuse(RefusalReason::unknown_setting, raw_.date, "is no date",
                    "write it as 2026-11-21");
    return {};
  }

  Reading check_possible() const {
    const auto what = impossible_reason(m_);
    if (what.empty()) return {};
    const bool is_disk = m_.method == Method::disk;
    const auto text = fmt::format("{} for {}", what, m_.agent);
    if (is_disk != (m_.unit == Unit::mm))
      return refuse(RefusalReason::wrong_unit, raw_.value, text, "mg/L for a MIC, mm for a zone");
    if (is_disk) return refuse(RefusalReason::impossible_zone, raw_.value, text);
    if (!is_possible_concentration(m_.value))
      return refuse(RefusalReason::mic_out_of_range, raw_.value, text);
    return refuse(RefusalReason::impossible_dilution, raw_.value, text, dilution_remedy());
  }

  std::string dilution_remedy() const {
    if (m_.agent == "trimethoprim-sulfamethoxazole")
      return "give the trimethoprim part of the concentration";
    if (m_.method != Method::gradient && is_half_step(m_.value))
      return "a mark between two dilutions is read on a gradient strip: say so, or give the "
             "dilution";
    return "give the dilution of the well as it was read";
  }

  const RawValue& raw_;
  const AgentTable& agents_;
  Measurement m_;
};

}  // namespace

std::string_view name_of(RefusalReason reason) {
  constexpr std::array<std::string_view, 17> names = {
      "broken_row",          "no_isolate",          "unknown_organism",
      "unknown_agent",       "unknown_method",      "wrong_unit",
      "wrong_sign",          "no_number",           "category_instead_of_measurement",
      "impossible_dilution", "mic_out_of_range",    "impossible_zone",
      "unknown_setting",     "identical_duplicate", "conflicting_values",
      "not_on_panel",        "outside_panel_range"};
  return names[static_cast<std::size_t>(reason)];
}

std::string Refusal::text() const { return fmt::format("{} '{}': {}", column, value, what); }

tl::expected<Measurement, Refusal> read_value(const RawValue& raw, const AgentTable& agents) {
  return ValueReader(raw, agents).read();
}

}  // namespace kres::susceptibility

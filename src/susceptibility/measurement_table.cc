#include "susceptibility/measurement_table.h"

#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/select_row.h"

namespace kres::susceptibility {

namespace {

char separator_of(std::string_view text) {
  while (text.starts_with('#')) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  const auto header = text.substr(0, text.find('\n'));
  for (const char separator : {'\t', ';', ','})
    if (header.find(separator) != std::string_view::npos) return separator;
  return '\t';
}

// Reads the cells of one row and remembers where it stands for its errors.
class RowReader {
 public:
  RowReader(const TsvRow& row, const std::string& name, const AgentTable& agents)
      : row_(row), name_(name), agents_(agents) {}

  Result<Measurement> read() const {
    Measurement m;
    KRES_TRY(read_names(m));
    KRES_TRY(read_method(m));
    KRES_TRY(read_value(m));
    KRES_TRY(read_setting(m));
    if (const auto reason = impossible_reason(m); !reason.empty())
      return error("value", fmt::format("{} for {}", reason, m.agent), dilution_remedy(m));
    return m;
  }

 private:
  tl::unexpected<Error> error(std::string_view column, std::string_view what,
                              std::string remedy = {}) const {
    return bad_input(fmt::format("{} '{}': {}", column, row_[column], what), name_, row_.line(),
                     std::move(remedy));
  }

  static std::string dilution_remedy(const Measurement& m) {
    if (m.agent == "trimethoprim-sulfamethoxazole")
      return "give the trimethoprim part of the concentration";
    return {};
  }

  Result<void> read_names(Measurement& m) const {
    m.isolate = std::string(row_["isolate"]);
    m.organism = std::string(row_["organism"]);
    if (m.isolate.empty()) return error("isolate", "is empty");
    if (m.organism.empty()) return error("organism", "is empty");
    const Agent* agent = agents_.find(row_["agent"]);
    if (agent == nullptr)
      return error("agent", "is unknown", "use a name or code of the agent table");
    m.agent = agent->name;
    return {};
  }

  Result<void> read_method(Measurement& m) const {
    const auto method = parse_method(row_["method"]);
    if (!method)
      return error("method", "is unknown",
                   "broth_microdilution, gradient, disk, agar_dilution or automated");
    m.method = *method;
    m.system = std::string(row_["system"]);
    m.unit = m.method == Method::disk ? Unit::mm : Unit::mg_per_l;
    if (row_["unit"].empty()) return {};
    const auto unit = parse_unit(row_["unit"]);
    if (!unit) return error("unit", "is unknown", "mg/L for a MIC, mm for a zone");
    m.unit = *unit;
    return {};
  }

  // The sign may stand in its own column or before the value, not in both.
  Result<void> read_value(Measurement& m) const {
    std::string_view value = row_["value"];
    const auto digits = value.find_first_of("0123456789");
    if (digits == std::string_view::npos) return error("value", "is no number");
    const auto before = trim(value.substr(0, digits));
    if (!before.empty() && !row_["sign"].empty())
      return error("value", "has a sign of its own beside the sign column");
    const auto sign = parse_sign(before.empty() ? row_["sign"] : before);
    if (!sign) return error(before.empty() ? "sign" : "value", "sign is none of < <= = >= >");
    m.sign = *sign;
    const auto number = parse_double(replace_all(std::string(value.substr(digits)), ",", "."));
    if (!number) return error("value", "is no number");
    m.value = *number;
    return {};
  }

  Result<void> read_setting(Measurement& m) const {
    const auto indication = indication_key(row_["indication"]);
    if (!indication) return error("indication", "is unknown", "see docs/formats/interpretation.md");
    m.indication = *indication;
    m.route = to_lower(row_["route"]);
    if (!m.route.empty() && m.route != "iv" && m.route != "oral")
      return error("route", "is neither iv nor oral");
    const auto provenance = to_lower(row_["provenance"]);
    if (!provenance.empty() && provenance != "constructed" && provenance != "konstruert")
      return error("provenance", "is unknown", "constructed, or empty for what was measured");
    if (!provenance.empty()) m.provenance = "constructed";
    if (row_["date"].empty()) return {};
    m.date = Date::parse(row_["date"]);
    if (!m.date) return error("date", "is no date", "write it as 2026-11-21");
    return {};
  }

  const TsvRow& row_;
  const std::string& name_;
  const AgentTable& agents_;
};

}  // namespace

Result<std::vector<Measurement>> read_measurements(std::string_view text, const std::string& name,
                                                   const AgentTable& agents) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"isolate", "organism", "agent", "method", "sign", "value"},
                      {"indication", "unit", "route", "system", "provenance", "date"}, false,
                      separator_of(text)));
  std::vector<Measurement> measurements;
  std::map<std::tuple<std::string, std::string, Method>, std::size_t> seen;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto m, RowReader(row, name, agents).read());
    const auto [at, added] = seen.emplace(std::tuple(m.isolate, m.agent, m.method), row.line());
    if (!added)
      return bad_input(fmt::format("isolate '{}' has {} by {} in line {} already", m.isolate,
                                   m.agent, name_of(m.method), at->second),
                       name, row.line());
    measurements.push_back(std::move(m));
  }
  if (measurements.empty()) return bad_input("holds no measurement", name);
  return measurements;
}

}  // namespace kres::susceptibility

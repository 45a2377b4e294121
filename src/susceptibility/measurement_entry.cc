#include "susceptibility/measurement_entry.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "susceptibility/select_row.h"

namespace kres::susceptibility {

namespace {

tl::unexpected<RowFault> fault(std::string_view code) {
  return tl::unexpected<RowFault>(std::string(code));
}

// Reads the fields of one row; the first fault counts.
class EntryReader {
 public:
  EntryReader(const EntrySetting& setting, const std::vector<CoveredAgent>& panel,
              const AgentTable& agents)
      : setting_(setting), panel_(panel), agents_(agents) {}

  ReadRow read(const TypedRow& row) const {
    Measurement m;
    m.isolate = setting_.isolate;
    m.organism = setting_.organism;
    m.system = row.system;
    for (const auto& part :
         {read_agent(row, m), read_method(row, m), read_value(row, m), read_setting(row, m)})
      if (!part.empty()) return fault(part);
    if (const auto code = impossible_code(m); !code.empty()) return fault(code);
    return m;
  }

 private:
  std::string_view read_agent(const TypedRow& row, Measurement& m) const {
    const auto* agent = agents_.find(row.agent);
    if (agent == nullptr) return "agent_unknown";
    m.agent = agent->name;
    const bool listed = std::any_of(panel_.begin(), panel_.end(), [&](const CoveredAgent& entry) {
      return entry.agent->name == agent->name;
    });
    return panel_.empty() || listed ? "" : "not_on_panel";
  }

  static std::string_view read_method(const TypedRow& row, Measurement& m) {
    const auto method = parse_method(row.method);
    if (!method) return "method_unknown";
    m.method = *method;
    m.unit = m.method == Method::disk ? Unit::mm : Unit::mg_per_l;
    if (row.unit.empty()) return {};
    const auto unit = parse_unit(row.unit);
    if (!unit) return "unit_unknown";
    m.unit = *unit;
    return {};
  }

  static std::string_view read_value(const TypedRow& row, Measurement& m) {
    const auto digits = row.value.find_first_of("0123456789.,-");
    const auto before = trim(std::string_view(row.value).substr(0, digits));
    if (!before.empty() && !row.sign.empty() && row.sign != "=") return "sign_twice";
    const auto sign = parse_sign(before.empty() ? std::string_view(row.sign) : before);
    if (!sign) return digits == std::string::npos ? "value_no_number" : "sign_unknown";
    if (digits == std::string::npos) return "value_missing";
    m.sign = *sign;
    const auto number = parse_double(replace_all(row.value.substr(digits), ",", "."));
    if (!number) return "value_no_number";
    m.value = *number;
    return {};
  }

  std::string_view read_setting(const TypedRow& row, Measurement& m) const {
    const auto indication = indication_key(row.indication);
    if (!indication) return "indication_unknown";
    m.indication = *indication;
    m.route = row.route;
    if (!m.route.empty() && m.route != "iv" && m.route != "oral") return "route_unknown";
    if (row.date.empty()) return {};
    m.date = Date::parse(row.date);
    if (!m.date) return "date_unknown";
    return *m.date > setting_.today ? "date_in_future" : "";
  }

  const EntrySetting& setting_;
  const std::vector<CoveredAgent>& panel_;
  const AgentTable& agents_;
};

}  // namespace

std::vector<ReadRow> read_entry(const std::vector<TypedRow>& rows, const EntrySetting& setting,
                                const std::vector<CoveredAgent>& panel, const AgentTable& agents) {
  const EntryReader reader(setting, panel, agents);
  std::set<std::pair<std::string, Method>> seen;
  std::vector<ReadRow> read;
  for (const auto& row : rows) {
    auto result = reader.read(row);
    if (result && !seen.emplace(result->agent, result->method).second) result = fault("repeated");
    read.push_back(std::move(result));
  }
  return read;
}

}  // namespace kres::susceptibility

#include "susceptibility/qc_ranges.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::susceptibility {

namespace {

constexpr std::array<std::string_view, 3> kRoles = {"routine", "inhibitor", "resistance"};

std::optional<QcRole> parse_role(std::string_view text) {
  for (std::size_t i = 0; i < kRoles.size(); ++i)
    if (kRoles[i] == text) return static_cast<QcRole>(i);
  return std::nullopt;
}

bool is_possible(Unit unit, double value) {
  if (unit == Unit::mm) return value >= 6 && value <= 60 && value == std::floor(value);
  return is_possible_concentration(value) && is_two_fold(value);
}

// Reads one row; an error names what is wrong with it.
class RangeReader {
 public:
  RangeReader(const TsvRow& row, const std::string& name) : row_(row), name_(name) {}

  Result<QcRange> read() {
    KRES_TRY(read_what());
    KRES_ASSIGN(out_.low, number("low"));
    KRES_ASSIGN(const auto high, number("high"));
    if (!high) return error("high is missing");
    out_.high = *high;
    if (out_.low && *out_.low > out_.high) return error("low is above high");
    KRES_TRY(read_target());
    return std::move(out_);
  }

 private:
  tl::unexpected<Error> error(const std::string& what) const {
    return bad_input(what, name_, row_.line());
  }

  Result<void> read_what() {
    out_.line = row_.line();
    out_.strain = std::string(row_["strain"]);
    out_.species = std::string(row_["species"]);
    out_.agent = std::string(row_["agent"]);
    out_.disk_ug = std::string(row_["disk_ug"]);
    if (out_.strain.empty() || out_.agent.empty()) return error("strain or agent is empty");
    const auto role = parse_role(row_["role"]);
    if (!role) return error(fmt::format("role '{}' is unknown", row_["role"]));
    out_.role = *role;
    const bool is_disk = row_["method"] == "disk";
    if (!is_disk && row_["method"] != "mic")
      return error(fmt::format("method '{}' is neither mic nor disk", row_["method"]));
    out_.unit = is_disk ? Unit::mm : Unit::mg_per_l;
    if (is_disk == out_.disk_ug.empty()) return error("a disk has a load, a MIC has none");
    return {};
  }

  Result<std::optional<double>> number(const char* column) const {
    if (row_[column].empty()) return std::optional<double>();
    const auto value = parse_double(row_[column]);
    if (!value || !is_possible(out_.unit, *value))
      return error(fmt::format("{} '{}' is no dilution or zone", column, row_[column]));
    return value;
  }

  // "4" or "0.5-1", within the range.
  Result<void> read_target() {
    if (row_["target"].empty()) return {};
    const auto ends = split(row_["target"], '-');
    const auto low = parse_double(ends.front()), high = parse_double(ends.back());
    if (ends.size() > 2 || !low || !high || !is_possible(out_.unit, *low) ||
        !is_possible(out_.unit, *high) || *low > *high || *high > out_.high ||
        (out_.low && *low < *out_.low))
      return error(fmt::format("target '{}' is not within the range", row_["target"]));
    out_.target_low = low;
    out_.target_high = high;
    return {};
  }

  const TsvRow& row_;
  const std::string& name_;
  QcRange out_;
};

}  // namespace

double qc_scale(Unit unit, double value) {
  return unit == Unit::mm ? value : static_cast<double>(log2_index(value));
}

QcCentre centre_of(const QcRange& range) {
  const auto place = [&](double value) { return qc_scale(range.unit, value); };
  if (range.target_low) return {place(*range.target_low), place(*range.target_high)};
  const double high = place(range.high);
  const double middle = range.low ? (place(*range.low) + high) / 2 : high;
  return {std::floor(middle), std::ceil(middle)};
}

Result<QcRanges> QcRanges::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"strain", "species", "role", "agent", "method",
                                                 "disk_ug", "low", "high", "target"}));
  QcRanges out;
  out.version_ = comment_field(table.comments(), "version");
  if (out.version_.empty()) return bad_input("has no '# version:'", name);
  std::set<std::string> seen;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto range, RangeReader(row, name).read());
    if (!seen.insert(fmt::format("{}|{}|{}|{}", range.strain, range.agent, name_of(range.unit),
                                 range.disk_ug))
             .second)
      return bad_input("strain, agent and method stand twice", name, row.line());
    out.rows_.push_back(std::move(range));
  }
  return out;
}

const QcRange* QcRanges::find(std::string_view strain, std::string_view agent, Unit unit,
                              std::string_view disk_ug) const {
  for (const auto& row : rows_)
    if (row.strain == strain && row.agent == agent && row.unit == unit &&
        may_be_same_disk(row.disk_ug, disk_ug))
      return &row;
  return nullptr;
}

std::string qc_strain_name(std::string_view text) {
  std::string upper(trim(text));
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  for (const std::string_view collection : {"ATCC", "NCTC", "CCUG", "DSM"}) {
    if (!upper.starts_with(collection)) continue;
    auto number = std::string(trim(std::string_view(upper).substr(collection.size())));
    if (number.starts_with("BAA") && number.size() > 3 && number[3] != '-')
      number = "BAA-" + std::string(trim(std::string_view(number).substr(3)));
    return std::string(collection) + " " + number;
  }
  return std::string(trim(text));
}

std::string_view name_of(QcRole role) { return kRoles[static_cast<std::size_t>(role)]; }

}  // namespace kres::susceptibility

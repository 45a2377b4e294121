#include "susceptibility/breakpoint_table.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::susceptibility {

namespace {

constexpr double kOffScaleMic = 0.001;
constexpr double kOffScaleZone = 50;

struct KindName {
  BoundKind kind;
  std::string_view text;
};
constexpr KindName kKinds[] = {
    {BoundKind::blank, ""},
    {BoundKind::dash, "-"},
    {BoundKind::insufficient_evidence, "IE"},
    {BoundKind::note, "Note"},
    {BoundKind::not_applicable, "NA"},
    {BoundKind::in_preparation, "IP"},
    {BoundKind::not_given, "NG"},
};
constexpr std::string_view kIndications[] = {"",
                                             "meningitis",
                                             "other_than_meningitis",
                                             "systemic",
                                             "urinary_origin",
                                             "uncomplicated_uti",
                                             "pneumonia",
                                             "other_than_pneumonia",
                                             "community_acquired_pneumonia",
                                             "skin_soft_tissue",
                                             "other",
                                             "screen"};

template <class T, std::size_t N>
bool is_one_of(const T& value, const std::string_view (&list)[N]) {
  for (const auto item : list)
    if (item == value) return true;
  return false;
}

// Reads the cells of one row and remembers where it stands for its errors.
class RowReader {
 public:
  RowReader(const TsvRow& row, const std::string& name) : row_(row), name_(name) {}

  std::string text(std::string_view column) const { return std::string(row_[column]); }

  Result<Bound> bound(std::string_view column) const {
    const auto cell = row_[column];
    for (const auto& kind : kKinds)
      if (cell == kind.text) return Bound{kind.kind, 0};
    const auto value = parse_double(cell);
    if (!value || *value <= 0)
      return error(column, "is neither a number nor -, IE, Note, NA, IP, NG");
    return Bound{BoundKind::value, *value};
  }

  Result<std::optional<Uncertainty>> uncertainty(std::string_view column) const {
    const auto cell = row_[column];
    if (cell.empty()) return std::optional<Uncertainty>();
    const auto dash = cell.find('-');
    const auto low = parse_double(cell.substr(0, dash));
    const auto high = dash == std::string_view::npos ? low : parse_double(cell.substr(dash + 1));
    if (!low || !high || *low <= 0 || *high < *low) return error(column, "is no range of numbers");
    return std::optional<Uncertainty>(Uncertainty{*low, *high, std::string(cell)});
  }

  Result<bool> yes(std::string_view column) const {
    if (!row_[column].empty() && row_[column] != "Y")
      return error(column, "is neither Y nor empty");
    return row_[column] == "Y";
  }

  tl::unexpected<Error> error(std::string_view column, std::string_view what) const {
    return bad_input(fmt::format("{} '{}' {}", column, row_[column], what), name_, row_.line());
  }

 private:
  const TsvRow& row_;
  const std::string& name_;
};

Result<void> read_method(const RowReader& reader, BreakpointRow& row) {
  const std::string cell = reader.text("method");
  if (cell.empty()) return {};
  const auto colon = cell.find(':');
  row.only_this_method = cell.substr(0, colon) == "only";
  if (colon != std::string::npos) row.method = parse_method(cell.substr(colon + 1));
  if (!row.method || (!row.only_this_method && !cell.starts_with("reference:")))
    return reader.error("method", "is not only:METHOD or reference:METHOD");
  return {};
}

Result<void> check_order(const RowReader& reader, const BreakpointRow& row) {
  if (row.mic_s.kind != row.mic_r.kind) return reader.error("mic_r", "does not go with mic_s");
  if (row.zone_s.kind != row.zone_r.kind) return reader.error("zone_r", "does not go with zone_s");
  if (row.mic_s.is_value() && row.mic_s.value > row.mic_r.value)
    return reader.error("mic_s", "is above mic_r");
  if (row.zone_s.is_value() && row.zone_s.value < row.zone_r.value)
    return reader.error("zone_s", "is below zone_r");
  for (const auto& bound : {row.mic_s, row.mic_r})
    if (bound.is_value() && !is_two_fold(bound.value))
      return reader.error("mic_s", "or mic_r is no two-fold dilution");
  return {};
}

Result<void> read_numbers(const RowReader& reader, BreakpointRow& row) {
  KRES_ASSIGN(row.mic_s, reader.bound("mic_s"));
  KRES_ASSIGN(row.mic_r, reader.bound("mic_r"));
  KRES_ASSIGN(row.mic_atu, reader.uncertainty("mic_atu"));
  KRES_ASSIGN(row.zone_s, reader.bound("zone_s"));
  KRES_ASSIGN(row.zone_r, reader.bound("zone_r"));
  KRES_ASSIGN(row.zone_atu, reader.uncertainty("zone_atu"));
  return check_order(reader, row);
}

Result<BreakpointRow> read_row(const TsvRow& cells, const std::string& name) {
  const RowReader reader(cells, name);
  BreakpointRow row;
  row.line = cells.line();
  row.id = reader.text("row");
  row.group = reader.text("group");
  row.agent = reader.text("agent");
  if (row.id.empty() || row.group.empty() || row.agent.empty())
    return bad_input("a row needs an id, a group and an agent", name, row.line);
  if (cells["kind"] != "breakpoint" && cells["kind"] != "screen")
    return reader.error("kind", "is neither breakpoint nor screen");
  row.kind = cells["kind"] == "screen" ? RowKind::screen : RowKind::breakpoint;
  row.species = list_cell(cells["species"]);
  row.except = list_cell(cells["except"]);
  row.route = reader.text("route");
  if (!row.route.empty() && row.route != "iv" && row.route != "oral")
    return reader.error("route", "is neither iv nor oral");
  row.indication = reader.text("indication");
  if (!is_one_of(row.indication, kIndications)) return reader.error("indication", "is unknown");
  row.disk_ug = reader.text("disk_ug");
  KRES_TRY(read_numbers(reader, row));
  KRES_ASSIGN(row.bracketed, reader.yes("bracketed"));
  KRES_ASSIGN(row.is_default, reader.yes("default"));
  KRES_TRY(read_method(reader, row));
  row.note = {reader.text("note_nb"), reader.text("note_en")};
  return row;
}

}  // namespace

std::string Bound::text() const {
  if (kind == BoundKind::value) return fmt::format("{:g}", value);
  for (const auto& entry : kKinds)
    if (entry.kind == kind) return std::string(entry.text);
  return {};
}

Result<BreakpointTable> BreakpointTable::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"row",       "kind",    "group",      "species", "except",
                                   "agent",     "route",   "indication", "mic_s",   "mic_r",
                                   "mic_atu",   "disk_ug", "zone_s",     "zone_r",  "zone_atu",
                                   "bracketed", "default", "method",     "note_nb", "note_en"}));
  BreakpointTable breakpoints;
  breakpoints.version_ = comment_field(table.comments(), "version");
  breakpoints.source_ = comment_field(table.comments(), "source");
  const auto valid_from = Date::parse(comment_field(table.comments(), "valid_from"));
  if (breakpoints.version_.empty() || !valid_from)
    return bad_input("names no '# version:' or no '# valid_from:' date", name, 1);
  breakpoints.valid_from_ = *valid_from;
  std::set<std::string> ids;
  for (const auto& cells : table.rows()) {
    KRES_ASSIGN(auto row, read_row(cells, name));
    if (!ids.insert(row.id).second)
      return bad_input(fmt::format("row id '{}' occurs twice", row.id), name, row.line);
    breakpoints.by_agent_[row.agent].push_back(breakpoints.rows_.size());
    breakpoints.rows_.push_back(std::move(row));
  }
  return breakpoints;
}

const std::vector<std::size_t>& BreakpointTable::places_of(const std::string& agent) const {
  static const std::vector<std::size_t> none;
  const auto at = by_agent_.find(agent);
  return at == by_agent_.end() ? none : at->second;
}

bool is_off_scale_mic(const Bound& s) { return s.is_value() && s.value <= kOffScaleMic; }
bool is_off_scale_zone(const Bound& s) { return s.is_value() && s.value >= kOffScaleZone; }

}  // namespace kres::susceptibility

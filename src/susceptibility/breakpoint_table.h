// One version of a breakpoint table with everything it prints.
//
// Text format: docs/formats/breakpoints.md. Several versions live side by side; each is one value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/language.h"
#include "susceptibility/measurement.h"

namespace kres::susceptibility {

// A cell of a breakpoint table: a number, or why there is none.
enum class BoundKind {
  blank,
  value,
  dash,
  insufficient_evidence,
  note,
  not_applicable,
  in_preparation,
  not_given  // the version prints a cell here, our source of it does not
};
struct Bound {
  BoundKind kind = BoundKind::blank;
  double value = 0;  // mg/L or mm if kind is value

  bool is_value() const { return kind == BoundKind::value; }
  std::string text() const;  // "2", "-", "IE", "Note", "NA", "IP", "NG", ""
};

// Area of technical uncertainty; both ends inclusive.
struct Uncertainty {
  double low = 0, high = 0;
  std::string text;  // as printed, "16" or "19-20"
};

enum class RowKind { breakpoint, screen };

struct BreakpointRow {
  std::string id;  // "ENT-MEM-1", unique and stable within a version
  RowKind kind = RowKind::breakpoint;
  std::string group;                 // organism group "Enterobacterales"
  std::vector<std::string> species;  // scope: species, genera, families; empty is the whole group
  std::vector<std::string> except;   // taken out of the scope again
  std::string agent;
  std::string route;       // iv | oral | empty
  std::string indication;  // key as in docs/formats/breakpoints.md, empty if the row has none
  Bound mic_s, mic_r;      // S <=, R >, mg/L
  std::optional<Uncertainty> mic_atu;
  std::string disk_ug;   // "10", "30-6", "1 unit", empty if there is no disk
  Bound zone_s, zone_r;  // S >=, R <, mm
  std::optional<Uncertainty> zone_atu;
  bool bracketed = false;         // do not report plain S or I
  bool is_default = false;        // used when route and indication are not stated
  bool only_this_method = false;  // MICs of other methods than `method` are not interpreted
  std::optional<Method> method;   // reference method of the MIC where the table demands one
  BilingualText note;             // the project's own words on what the row demands
  std::size_t line = 0;           // in the text it was read from
};

class BreakpointTable {
 public:
  static Result<BreakpointTable> parse(std::string_view text, std::string name);

  const std::string& version() const { return version_; }  // "EUCAST v16.0"
  Date valid_from() const { return valid_from_; }
  const std::string& source() const { return source_; }
  const std::vector<BreakpointRow>& rows() const { return rows_; }
  // Places in rows() of the rows of an agent, in the order of the table.
  const std::vector<std::size_t>& places_of(const std::string& agent) const;

 private:
  std::string version_, source_;
  Date valid_from_;
  std::vector<BreakpointRow> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_agent_;
};

// An S bound off the scale (0.001 mg/L, 50 mm): the wild type is I and never S.
bool is_off_scale_mic(const Bound& s);
bool is_off_scale_zone(const Bound& s);

}  // namespace kres::susceptibility

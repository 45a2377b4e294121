#include "exchange/breakpoints/whonet_breakpoints.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::exchange {

namespace {

using susceptibility::Bound;
using susceptibility::BoundKind;
using susceptibility::BreakpointRow;

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names = {"GUIDELINES",
                                                 "YEAR",
                                                 "TEST_METHOD",
                                                 "POTENCY",
                                                 "ORGANISM_CODE",
                                                 "BREAKPOINT_TYPE",
                                                 "SITE_OF_INFECTION",
                                                 "WHONET_ABX_CODE",
                                                 "R",
                                                 "I",
                                                 "S",
                                                 "COMMENTS"};
  return names;
}

struct Scope {
  std::string group, species;
};
using Scopes = std::map<std::string, Scope>;

Result<Scopes> read_scopes(std::string_view text) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, "whonet_scopes.tsv", {"code", "group", "species"}));
  Scopes scopes;
  for (const auto& row : table.rows())
    scopes[std::string(row["code"])] = {std::string(row["group"]), std::string(row["species"])};
  return scopes;
}

struct Site {
  std::string_view words, route, indication;
};
constexpr std::array kSites = {
    Site{"", "", ""},
    Site{"Intravenous", "iv", ""},
    Site{"Oral", "oral", ""},
    Site{"Oral, Infections originating from the urinary tract", "oral", "urinary_origin"},
    Site{"Oral, Other indications", "oral", "other"},
    Site{"Oral, Uncomplicated urinary tract infection", "oral", "uncomplicated_uti"},
    Site{"Uncomplicated urinary tract infection", "", "uncomplicated_uti"},
    Site{"Infections originating from the urinary tract", "", "urinary_origin"},
    Site{"Meningitis", "", "meningitis"},
    Site{"Non-meningitis", "", "other_than_meningitis"},
    Site{"Pneumonia", "", "pneumonia"},
    Site{"Non-pneumonia", "", "other_than_pneumonia"},
    Site{"Skin", "", "skin_soft_tissue"},
    Site{"Screen", "", "screen"},
};

// One of this project's rows in the making; MIC and zone come from rows of their own.
struct Draft {
  BreakpointRow row;
  bool has_mic = false, has_zone = false;
};

class Importer {
 public:
  Importer(const std::string& name, Scopes scopes, const ImportVocabulary& vocabulary)
      : name_(name), scopes_(std::move(scopes)), vocabulary_(vocabulary) {}

  Result<void> take(const TsvRow& row) {
    ++out_.read;
    const auto scope = scopes_.find(std::string(row["ORGANISM_CODE"]));
    const auto* agent = vocabulary_.agents.find(row["WHONET_ABX_CODE"]);
    const auto* site = std::find_if(kSites.begin(), kSites.end(), [&](const Site& known) {
      return known.words == row["SITE_OF_INFECTION"];
    });
    if (scope == scopes_.end()) return leave_out("organism is none of the project's");
    if (agent == nullptr) return leave_out("agent is none of the project's");
    if (site == kSites.end()) return leave_out("indication is none of the project's");
    if (row["COMMENTS"].starts_with("Excluded from")) return exclude(scope->second, agent->name);
    if (row["R"].empty() && row["S"].empty()) return leave_out("has no numbers");
    if (row["R"].empty() || row["S"].empty()) return leave_out("has one bound only");
    return add(draft_for(scope->second, agent->name, *site, row.line()), row);
  }

  Result<ImportedBreakpoints> finish() {
    std::vector<BreakpointRow> rows;
    for (auto& draft : drafts_) {
      const auto excluded = exclusions_.find(draft.row.group + "\t" + draft.row.agent);
      if (draft.row.species.empty() && excluded != exclusions_.end())
        draft.row.except = excluded->second;
      rows.push_back(std::move(draft.row));
    }
    KRES_ASSIGN(out_.rows, finish_rows(std::move(rows), vocabulary_, Brackets::not_printed, name_));
    return std::move(out_);
  }

 private:
  Result<void> leave_out(const std::string& reason) {
    ++out_.left_out[reason];
    return {};
  }

  Result<void> exclude(const Scope& scope, const std::string& agent) {
    auto& except = exclusions_[scope.group + "\t" + agent];
    if (std::find(except.begin(), except.end(), scope.species) == except.end())
      except.push_back(scope.species);
    ++out_.kept;
    return {};
  }

  Draft& draft_for(const Scope& scope, const std::string& agent, const Site& site,
                   std::size_t line) {
    const auto species = scope.species.empty() ? std::vector<std::string>()
                                               : std::vector<std::string>{scope.species};
    for (auto& draft : drafts_)
      if (draft.row.group == scope.group && draft.row.species == species &&
          draft.row.agent == agent && draft.row.route == site.route &&
          draft.row.indication == site.indication)
        return draft;
    Draft& draft = drafts_.emplace_back();
    draft.row.group = scope.group;
    draft.row.species = species;
    draft.row.agent = agent;
    draft.row.route = site.route;
    draft.row.indication = site.indication;
    draft.row.line = line;
    return draft;
  }

  Result<void> add(Draft& draft, const TsvRow& row) {
    const bool is_disk = row["TEST_METHOD"] == "DISK";
    if (!is_disk && row["TEST_METHOD"] != "MIC") return error(row, "TEST_METHOD");
    const auto s = parse_double(row["S"]), r = parse_double(row["R"]);
    if (!s || !r || *s <= 0 || *r <= 0) return error(row, "R or S");
    if (*r == *s) return leave_out("R and S are the same value");
    if (is_disk && *r > *s) return error(row, "R");
    if (!is_disk && *r < *s) return error(row, "R");
    if (is_disk && leaves_a_gap(row["I"], *r, *s))
      return leave_out("I does not fill the space between R and S");
    if (is_disk ? draft.has_zone : draft.has_mic) {
      const auto& known = draft.row;
      const bool same = is_disk ? known.zone_s.value == *s && known.zone_r.value == *r + 1
                                : susceptibility::log2_index(known.mic_r.value) ==
                                      susceptibility::log2_index(*r / 2);
      return same ? leave_out("repeats another row")
                  : error(row, "R or S contradicts another row:");
    }
    is_disk ? set_zone(draft, *s, *r, row["POTENCY"]) : set_mic(draft, *s, *r);
    ++out_.kept;
    return {};
  }

  // "17-21" must begin behind R and end before S.
  static bool leaves_a_gap(std::string_view intermediate, double r, double s) {
    const auto dash = intermediate.find('-');
    if (dash == std::string_view::npos || dash == 0) return false;
    const auto low = parse_double(intermediate.substr(0, dash));
    const auto high = parse_double(intermediate.substr(dash + 1));
    return low && high && *low <= *high && (*low != r + 1 || *high != s - 1);
  }

  static void set_zone(Draft& draft, double s, double r, std::string_view potency) {
    draft.has_zone = true;
    draft.row.zone_s = {BoundKind::value, s};
    draft.row.zone_r = {BoundKind::value, r + 1};
    auto disk = replace_all(replace_all(std::string(potency), "\u00b5g", ""), "/", "-");
    draft.row.disk_ug = std::move(disk);
  }

  static void set_mic(Draft& draft, double s, double r) {
    draft.has_mic = true;
    const bool off_scale = s < 0.0005;
    draft.row.mic_s = {BoundKind::value, off_scale ? 0.001 : printed(s)};
    draft.row.mic_r = {BoundKind::value, printed(r / 2)};
  }

  // The dilution as EUCAST prints it: 0.06 and not 0.064.
  static double printed(double mic) {
    return *parse_double(
        susceptibility::concentration_text(std::exp2(susceptibility::log2_index(mic))));
  }

  tl::unexpected<Error> error(const TsvRow& row, std::string_view what) const {
    return bad_input(fmt::format("{} is not what a breakpoint can be (TEST_METHOD '{}', R '{}', I "
                                 "'{}', S '{}')",
                                 what, row["TEST_METHOD"], row["R"], row["I"], row["S"]),
                     name_, row.line(), "see whether the columns are shifted");
  }

  const std::string& name_;
  Scopes scopes_;
  const ImportVocabulary& vocabulary_;
  std::vector<Draft> drafts_;
  std::map<std::string, std::vector<std::string>> exclusions_;
  ImportedBreakpoints out_;
};

}  // namespace

bool is_whonet_breakpoints(std::string_view text) {
  const auto header = split(text.substr(0, text.find('\n')), '\t');
  return std::find(header.begin(), header.end(), "WHONET_ABX_CODE") != header.end() &&
         std::find(header.begin(), header.end(), "TEST_METHOD") != header.end();
}

Result<ImportedBreakpoints> import_whonet_breakpoints(std::string_view text,
                                                      const std::string& name, int year,
                                                      std::string_view scopes,
                                                      const ImportVocabulary& vocabulary) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, columns(), {}, true));
  KRES_ASSIGN(auto known, read_scopes(scopes));
  Importer importer(name, std::move(known), vocabulary);
  std::size_t found = 0;
  for (const auto& row : table.rows()) {
    const auto of_year = parse_int(row["YEAR"]);
    if (!of_year || *of_year < 1990 || *of_year > 2100)
      return bad_input(fmt::format("YEAR '{}' is no year", row["YEAR"]), name, row.line(),
                       "see whether the columns are shifted");
    if (row["GUIDELINES"] != "EUCAST" || *of_year != year || row["BREAKPOINT_TYPE"] != "Human")
      continue;
    ++found;
    KRES_TRY(importer.take(row));
  }
  if (found == 0)
    return bad_input(fmt::format("holds no breakpoints of EUCAST {} for people", year), name);
  return importer.finish();
}

}  // namespace kres::exchange

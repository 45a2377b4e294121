// The mechanistic explanation of one isolate: what was measured, what the genome says, how they
// fit.
//
// JSON form: mechanism/explanation_json.h and docs/formats/explanation.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "genome/result/genome_result.h"
#include "susceptibility/interpretation.h"

namespace kres::mechanism {

inline constexpr int kExplanationSchemaVersion = 1;

enum class Fit {
  agree,                    // measured and predicted fit
  unexplained,              // non-wild type without a known mechanism
  silent,                   // mechanism present and intact, measured wild type
  edge,                     // within one dilution of the cut
  hidden,                   // mechanism only below a threshold
  contamination_suspected,  // fits a mixture
  test_suspected,           // the measurement itself is in doubt
  rule_gap,                 // unclassified change in a target, or no rule
};

// One fact a sentence rests on.
struct Evidence {
  std::string kind;    // determinant | target | operon | mutation | test
  std::string symbol;  // "blaKPC-2", "ompK36"
  // explains | contributes | spares | broken | intrinsic | hint | minor; of a test: confirms |
  // contradicts | shows | unexplained
  std::string role;
  BilingualText text;  // "the carbapenemase blaKPC-2 (exact allele, intact, on contig NC_016846.1)"
  std::string contig;  // where, empty if nowhere
  std::uint64_t start = 0, end = 0;
};

// What to do next.
struct WorkUp {
  std::string code;    // "repeat_bmd", see data/texts/work_up.tsv
  BilingualText text;  // "Gjenta kolistin med buljongfortynning ..."
  std::vector<std::string> agents;
};

struct AgentExplanation {
  std::string agent;
  BilingualText agent_name;
  std::string drug_class;                                // "carbapenems"
  std::vector<susceptibility::Interpretation> measured;  // all measurements of this agent
  genome::Prediction predicted = genome::Prediction::no_rule;
  Fit fit = Fit::rule_gap;
  std::string fit_reason;  // code: "wild_type", "mechanism_named", "within_one_dilution" ...
  std::vector<std::string> rules;
  std::vector<BilingualText> limitations;  // when those rules fail
  std::vector<std::string> unread;  // genes that rules ask for and the genome was not read for
  std::vector<Evidence> evidence;
  BilingualText sentence;
  std::vector<std::string> work_up;  // codes
};

// One sentence about all agents of a class that share a fit and its evidence.
struct Statement {
  Fit fit = Fit::agree;
  std::string fit_reason;
  std::string drug_class;
  std::vector<std::string> agents;
  BilingualText text;
};

// What was looked for and found absent, with what that rests on.
struct AbsentFinding {
  std::string target;  // "carbapenemase genes"
  std::string state;   // absent_covered | not_covered | not_assessable
  std::string basis;
  std::uint32_t entries_searched = 0;
  BilingualText text;
};

// The result of one confirmatory test beside the genome.
struct TestFinding {
  std::string test;  // "carba_np"
  BilingualText name;
  std::vector<std::string> outcomes;  // codes
  BilingualText outcome;              // "positiv"
  std::optional<Date> date;
  // confirms | contradicts | shows (nothing to compare it with, or nothing found by either) | none
  // (says nothing) | not_valid (for the species) | unknown (to this program)
  std::string role;
  BilingualText sentence;  // empty if it says nothing
};

// Who must report a case, to whom and what.
struct NotificationDuty {
  std::string reporter;  // laboratory | physician
  BilingualText who, to;
  BilingualText when;  // empty where the source sets no time
  std::vector<BilingualText> particulars;
  std::string source;  // the regulation by number
};
struct Notification {
  std::string group;    // of MSIS: "A"
  std::string version;  // of the rules
  std::vector<NotificationDuty> duties;
  BilingualText note;  // what the registry cannot give
  BilingualText text;  // all of it in words
};

// The verdict under one case definition.
enum class CaseStatus { met, not_met, undecided };
struct CaseFinding {
  std::string definition;  // "CPO", "ColR"
  std::string version;     // "2026.1"
  CaseStatus status = CaseStatus::not_met;
  // mechanism | measured | test | silent | uncertain | variable | screening | not_assessed; empty:
  // not met
  std::string ground;
  std::vector<std::string> basis;            // symbols, agents or tests it rests on
  bool notifiable = false;                   // to MSIS
  std::optional<Notification> notification;  // only of a notifiable case
  BilingualText title;                       // "Karbapenemaseproduserende Enterobacterales (CPO)"
  BilingualText sentence;
};

struct Explanation {
  std::string isolate;
  std::string organism;                   // the species that was believed
  std::string genome_reference;           // digest of the reference set, empty without a genome
  std::string breakpoint_version;         // "EUCAST v16.0"
  std::string rule_version;               // "kres-rules 2026.1"
  std::string case_version;               // of the case definitions
  bool constructed = false;               // any measurement is constructed data
  bool needs_person = false;              // there is something to do next
  BilingualText verdict;                  // one sentence: the headline of the answer
  std::vector<Statement> statements;      // by group of agents, read after the verdict
  std::vector<std::string> key_findings;  // symbols for lists: "blaKPC-2", "mgrB truncated"
  std::vector<AgentExplanation> agents;   // in the order of the agent table
  std::vector<TestFinding> tests;         // in the order of their entry
  std::vector<CaseFinding> cases;
  std::vector<WorkUp> work_up;
  std::vector<AbsentFinding> absent;
  std::optional<BilingualText> context;  // epidemiological metadata, stated as context, not proof
};

std::string_view name_of(Fit);         // AGREE, UNEXPLAINED, ...
std::string_view name_of(CaseStatus);  // met | not_met | undecided
BilingualText title_of(Fit);           // "Samsvar", "Agreement"
std::optional<Fit> parse_fit(std::string_view name);
std::optional<CaseStatus> parse_case_status(std::string_view name);

}  // namespace kres::mechanism

// The answer to a referring laboratory: everything the PDF and the JSON say, as plain values.
//
// Values are language-neutral; sentences and names carry both languages, so that the same document
// can be printed in either. Percentages are 0-100, concentrations mg/L, zones mm, positions as in
// genome/result/genome_result.h. compose_answer() makes it; it is never edited afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/language.h"

namespace kres::report {

inline constexpr int kAnswerSchemaVersion = 1;

enum class AnswerStatus { draft, validated, approved };  // JSON: draft | validated | signed

struct AnswerIdentity {
  std::string number;  // printed answer number, unique over all versions of all answers
  std::string accession;
  int version = 1;
  AnswerStatus status = AnswerStatus::draft;
  Language language = Language::nb;
  bool preliminary = false;          // a final answer follows
  std::string predecessor;           // number of the version this one replaces, empty if none
  bool follows_preliminary = false;  // the predecessor is a preliminary answer
  std::string amendment_reason;      // why a final predecessor was replaced
  std::string without_genome;        // why a final answer that rests on no genome waits for none
  Instant created{};                 // also the creation date inside the PDF
  std::string zone = "Europe/Oslo";  // in which times are printed
};

struct Patient {
  std::string pseudonym, age, sex, municipality;
};

// What was asked, by whom, about what. Empty texts and absent dates were not stated.
struct Request {
  std::string laboratory_code, laboratory_name;
  std::string referral_id, sender_id;
  std::string suspected_group;  // CPO | ColR | VRE | LRE
  std::string reason, question;
  std::optional<Date> sampled, received;
  std::string material, infection_or_carriage, travel, hospital_abroad, known_contact, ward;
  Patient patient;
};

struct CaseFinding {
  std::string code;  // CPO, ColR
  BilingualText name;
  bool met = false;
  bool suspected = false;  // not met, and not ruled out
  bool notifiable = false;
  BilingualText basis;
};

struct Verdict {
  BilingualText sentence;  // the answer in one sentence
  std::vector<CaseFinding> cases;
};

// What a reader must know about a row: a reason or flag of the interpretation, or an indication.
struct Remark {
  std::string code;  // bracketed, atu, indication ...
  BilingualText text;
};

struct SusceptibilityRow {
  std::string agent;
  BilingualText agent_name, group;  // group: carbapenems ...
  std::string method;  // broth_microdilution | gradient | disk | agar_dilution | automated
  BilingualText method_name;
  std::string sign;  // < <= = >= >
  double value = 0;
  std::string unit;        // mg/L or mm
  std::string provenance;  // empty if measured; "constructed" must be shown
  std::string category;    // S, I, R, or empty
  std::string reason;      // code, why there is no category or it is flagged
  std::string s, r;  // S <= and R > (mg/L), S >= and R < (mm): "2", or "-", "IE", "Note"; empty
  std::string breakpoint_row;          // row of the breakpoint version, empty if none was applied
  bool bracketed = false;              // breakpoint in brackets: no plain S or I
  bool technical_uncertainty = false;  // in the ATU: a warning, not a category
  std::string indication;              // of the breakpoint row as printed, empty if it has only one
  BilingualText breakpoint_note;       // what the breakpoint row demands
  std::optional<double> ecoff;
  std::optional<bool> wild_type;
  std::vector<Remark> remarks;
};

// A gene, mutation or disruption with the evidence for it.
struct Finding {
  std::string symbol;
  std::string kind;     // gene | mutation | disruption | operon
  BilingualText group;  // agent class it acts on: beta-lactams ...
  std::vector<BilingualText> agents;
  std::string allele_status;  // exact | exact_protein | novel | partial | ambiguous
  BilingualText allele_text;  // "exact allele", "nearest of 2 alleles, D179Y"
  double identity = 0;        // nucleotides
  std::optional<double> identity_aa;
  double coverage = 0;
  std::string function;         // intact | broken | not_assessable
  BilingualText function_text;  // "intact", "broken: internal stop at codon 65 of 293"
  std::string contig;
  std::uint64_t start = 0, end = 0;
  char strand = '+';
  BilingualText location;  // chromosome, unknown ...; empty if nothing is known
  bool intrinsic = false;  // expected in the species: knowledge, not a finding
  bool contig_end = false;
  bool trace = false;           // trace of a critical gene
  std::string critical_family;  // carbapenemase | mcr | van | 16s_methylase | oxazolidinone
  std::string source;           // reference entry
};

// What the measurements and the genome say together about one group of agents.
struct ExplanationItem {
  std::string fit;  // AGREE, UNEXPLAINED, SILENT, EDGE, HIDDEN ...
  BilingualText fit_name;
  std::vector<std::string> agents;
  BilingualText sentence;
};

struct NegativeFinding {
  std::string target, state, basis;  // codes of genome::Negative
  std::uint32_t entries_searched = 0;
  BilingualText text;
};

struct GenomeSummary {
  std::string species;
  double ani = 0;
  std::string second_species;
  double second_ani = 0;
  std::string scheme, st;
  std::string quality;  // pass | warn | fail
  std::uint64_t length = 0, n50 = 0;
  std::uint32_t contigs = 0;
  std::vector<std::string> input_digests;  // SHA-256 of each input file
};

// What an answer says that was made before any genome was read.
struct NoGenome {
  BilingualText text;  // mechanisms were not looked at, so that none is named means nothing
  std::string reason;  // why none is waited for; empty while one is
};

// A result of a confirmatory test.
struct TestRow {
  std::string test;  // code: "ict"
  BilingualText name, outcome;
  std::optional<Date> date;
  BilingualText sentence;  // what it says of the isolate; empty if nothing
};

struct MethodUsed {
  std::string code;
  BilingualText name;
  bool accredited = false;
};

// A version that the answer rests on: software, reference set, breakpoints, rules ...
struct VersionUsed {
  std::string key;  // names the label "version_<key>" of the texts
  std::string value;
  std::string digest;  // full, empty if it has none
};

struct Involved {
  std::string role;  // entered | validated | approved
  std::string name, title;
  std::optional<Instant> time;
  std::string comment;
};

struct AnswerDocument {
  AnswerIdentity identity;
  Request request;
  Verdict verdict;
  std::vector<SusceptibilityRow> susceptibility;
  std::vector<TestRow> tests;           // confirmatory ones
  std::optional<GenomeSummary> genome;  // of the analysis
  std::optional<NoGenome> no_genome;    // in its place if no genome was read
  std::vector<Finding> findings;        // acquired and other findings first, intrinsic last
  std::vector<ExplanationItem> explanation;
  BilingualText context;  // epidemiological, not proof; empty if nothing was stated
  std::vector<BilingualText> work_up;
  std::vector<NegativeFinding> negatives;
  std::vector<BilingualText> limitations;  // of the rules behind it, each once with its agents
  std::vector<MethodUsed> methods;
  std::vector<VersionUsed> versions;
  std::vector<Involved> people;
  bool constructed = false;  // any shown measurement is constructed
};

}  // namespace kres::report

// What became of one genome of a run, as its summary shows it.
#pragma once

#include <cstddef>
#include <string>

#include "genome/result/genome_result.h"

namespace kres::batch {

enum class Status {
  done,    // analysed in this run
  kept,    // its result was there already, whole and of the same input and reference
  failed,  // no result; `error` says why
};

struct Outcome {
  std::string name;   // of the result, without ".json"
  std::string input;  // path as given
  Status status = Status::failed;
  std::string quality, species, st;
  std::string critical;  // critical findings, separated by ';'
  std::size_t genes = 0, mutations = 0, disruptions = 0;
  std::string warnings;  // separated by ';'
  std::string error;
  double seconds = 0;  // from reading to the result on disk
};

Outcome outcome_of(const genome::GenomeResult& result);

// Symbols of carbapenemases, mcr, van and 16S methylases that are not the species' own, in the
// order of the result; those that are broken, not assessable or traces say so in brackets.
std::string critical_findings(const genome::GenomeResult& result);

// The table of a run: header with a comment on units, and a line per genome. Tabs, line ends and
// other control characters inside a cell become spaces.
std::string summary_header();
std::string summary_row(const Outcome& outcome);
std::string error_header();
std::string error_row(const Outcome& outcome);

// The line on standard output: what a person watching wants, the same for any number of threads.
std::string printed_line(const Outcome& outcome);

}  // namespace kres::batch

// A made sample with what must be said of it.
#pragma once

#include <string>
#include <vector>

#include "sequence/contig.h"

namespace kres::validation {

// What one call must say: any of the words, in the words of the result (genome/result/json.h).
struct ExpectedCall {
  std::vector<std::string> status, function;
  std::vector<std::string> trace;  // yes | no
};

struct Expectation {
  std::string critical;             // family of the calls: carbapenemase, mcr ...
  std::vector<ExpectedCall> calls;  // as many as there are, in any order; none: nothing found
  bool or_each_piece = false;       // several calls will do if each meets the only expected one
  std::string allele;               // what a call of status exact must be named; empty: no demand
};

struct Specimen {
  std::string family, case_name, detail;  // detail: what a person needs to make it again
  std::vector<sequence::ContigSequence> contigs;
  Expectation expected;
};

}  // namespace kres::validation

// One condition of a rule, as text: "class:esbl", "2x mutation:gyrA *", "2 copies mutation:23S *",
// "family:carbapenemase!kpc_czavi", "?mutation:phoQ *", "target:ompK36=lost",
// "operon:vanA=functional".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

// intrinsic: a gene that belongs to the species; upstream: a gene with an insertion before it.
enum class ConditionKind {
  gene,
  gene_class,
  family,
  mutation,
  target,
  operon,
  intrinsic,
  upstream
};

struct RuleCondition {
  ConditionKind kind = ConditionKind::gene;
  std::string pattern;  // '*' any run; a class name or a critical family for those kinds
  // "?": where the gene was not read, the wild type may be said all the same. "??": so too, and the
  // result does not tell whether it was read (promoters), so the gene is not named as unread.
  bool optional = false, silent = false;
  std::string except;  // class or family: a class whose members do not count, "kpc_czavi"
  // target: lost (truncated, interrupted, absent) or a state of Target; operon: functional, unread
  // (regulators not in the reference set), silent, incomplete, no_ligase, open
  std::string state;
  int at_least = 1;  // how many different findings must match
  // How many copies one finding must have: loci of a gene, copies of a ribosomal RNA that are
  // changed.
  int copies = 1;

  bool operator==(const RuleCondition&) const = default;
};

// A named set of genes that conditions use as class:NAME.
struct GeneClass {
  std::string name;                   // "esbl"
  std::vector<std::string> patterns;  // "blaCTX-M-*"
  std::vector<std::string> except;   // named alleles that are no members: "blaKPC-2" of "!blaKPC-2"
  std::vector<std::string> acts_on;  // the determinant must act on one of these; empty: any
};

// "a & b & c". Errors say what is wrong, without file and line.
Result<std::vector<RuleCondition>> parse_conditions(std::string_view text);

}  // namespace kres::genome

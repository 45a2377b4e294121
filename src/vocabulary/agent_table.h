// Antimicrobial agents: the project's name, the WHONET code, the class and the names in nb and en.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "base/language.h"

namespace kres {

struct Agent {
  std::string name;        // "piperacillin-tazobactam": lower-case INN, the key used everywhere
  std::string code;        // WHONET code "TZP", empty if it has none
  std::string drug_class;  // "carbapenems"
  BilingualText title;     // "piperacillin-tazobaktam", "piperacillin-tazobactam"
  std::vector<std::string> resfinder_names;  // "Piperacillin+Tazobactam"
};

class AgentTable {
 public:
  // Reads data/agents.tsv; `name` stands in errors. Fails on a name, code or ResFinder name that
  // would mean two agents.
  static Result<AgentTable> parse(std::string_view text, std::string name);

  // In the order of the table, which is the order of an answer.
  const std::vector<Agent>& agents() const { return agents_; }
  // By our name, the English or Norwegian name or the WHONET code, whatever the case; "/" and "+"
  // are read as "-" and a comma never occurs. nullptr if unknown.
  const Agent* find(std::string_view text) const;
  // By the name in ResFinder's phenotypes.txt ("Amoxicillin+Clavulanic acid"). nullptr if unknown.
  const Agent* find_resfinder(std::string_view phenotype) const;
  // Place in the table, for sorting; agents().size() if unknown.
  std::size_t order_of(std::string_view name) const;

 private:
  Result<void> add_key(const std::string& key, std::size_t index, const std::string& name,
                       std::size_t line);
  std::vector<Agent> agents_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_resfinder_;
};

}  // namespace kres

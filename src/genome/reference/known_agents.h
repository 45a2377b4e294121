// What the genes of one release tell of the genes of another that names agents only by class.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"

namespace kres::genome {

// An equal protein acts on the same agents and is as critical; a gene of the same name or family
// acts on what every known member acts on (of a family, three members at least).
class KnownAgents {
 public:
  explicit KnownAgents(const std::vector<NewEntry>& genes);

  void complete(NewEntry& gene) const;       // a gene whose sequence is a complete coding sequence
  void complete(NewProtein& protein) const;  // a protein of kind gene

 private:
  struct Known {
    std::set<std::string> agents;
    std::string critical_family;
    std::size_t members = 0;
  };
  using ByText = std::map<std::string, Known, std::less<>>;
  static void narrow(ByText& known, const std::string& key, const NewEntry& gene);
  void complete(std::vector<std::string>& agents, std::string& critical_family,
                const std::string& name, const std::string& gene, const std::string& protein) const;

  ByText proteins_, names_, families_;
};

}  // namespace kres::genome

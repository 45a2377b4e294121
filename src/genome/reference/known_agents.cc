#include "genome/reference/known_agents.h"

#include <algorithm>
#include <iterator>

namespace kres::genome {

namespace {

constexpr std::size_t kFamilyMembers = 3;

}  // namespace

KnownAgents::KnownAgents(const std::vector<NewEntry>& genes) {
  for (const auto& gene : genes) {
    if (gene.agents.empty()) continue;  // the release does not say
    if (coding_of(gene.sequence) == Coding::complete) {
      auto& known = proteins_[protein_of(gene.sequence)];
      known.agents.insert(gene.agents.begin(), gene.agents.end());
      if (known.critical_family.empty()) known.critical_family = gene.critical_family;
    }
    narrow(names_, gene.name, gene);
    narrow(families_, gene.gene, gene);
  }
}

void KnownAgents::narrow(ByText& known, const std::string& key, const NewEntry& gene) {
  auto& shared = known[key];
  if (shared.members++ == 0) {
    shared.agents.insert(gene.agents.begin(), gene.agents.end());
    return;
  }
  std::erase_if(shared.agents, [&](const std::string& agent) {
    return std::find(gene.agents.begin(), gene.agents.end(), agent) == gene.agents.end();
  });
}

void KnownAgents::complete(std::vector<std::string>& agents, std::string& critical_family,
                           const std::string& name, const std::string& gene,
                           const std::string& protein) const {
  std::set<std::string> all(agents.begin(), agents.end());
  const auto add = [&](const ByText& known, const std::string& key, std::size_t members) {
    const auto found = known.find(key);
    if (found == known.end() || found->second.members < members) return;
    all.insert(found->second.agents.begin(), found->second.agents.end());
    if (critical_family.empty()) critical_family = found->second.critical_family;
  };
  add(proteins_, protein, 0);
  add(names_, name, 1);
  add(families_, gene, kFamilyMembers);
  agents.assign(all.begin(), all.end());
}

void KnownAgents::complete(NewEntry& gene) const {
  const bool coding = coding_of(gene.sequence) == Coding::complete;
  complete(gene.agents, gene.critical_family, gene.name, gene.gene,
           coding ? protein_of(gene.sequence) : std::string());
}

void KnownAgents::complete(NewProtein& protein) const {
  if (protein.kind != ProteinKind::gene) return;
  complete(protein.agents, protein.critical_family, protein.name, protein.gene, protein.sequence);
}

}  // namespace kres::genome

// NCBI's tables of protein mutations, susceptible proteins and suppressed proteins.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/import_log.h"
#include "genome/reference/import_ncbi_headers.h"
#include "genome/reference/import_ncbi_subclasses.h"

namespace kres::genome {

struct NcbiMutation {
  std::string scope;      // taxgroup: "Klebsiella_pneumoniae"
  std::string accession;  // of the wild-type protein
  std::string gene;       // "mgrB"
  std::string symbol;     // as reported: "cirA_Y253CfsTer5"
  std::string standard;   // whole: "cirA_Y253CfsTer5ins7"
  // 1-based on the protein, of the first residue of the change. The number in a symbol may be that
  // of another species: gyrA_S83I of Enterococcus stands at 84.
  long long position = 0;
  std::string change;                // numbered on the protein: "S84I", "Y253CfsTer5ins7"
  std::string drug_class, subclass;  // as written
  std::vector<std::string> agents;   // ours
};

// A gene of which the listed proteins are susceptible: identity below the cut-off (or, at cut-off
// 0, only a disruption) means resistance.
struct NcbiSusceptible {
  std::string scope, gene, accession;
  double cutoff = 0;  // per cent identity
  std::string drug_class, subclass;
  std::vector<std::string> agents;
};

// AMRProt-mutation.tab | .tsv. Logs symbols that number otherwise.
Result<std::vector<NcbiMutation>> parse_ncbi_mutations(std::string_view text,
                                                       const std::string& file, NcbiLayout layout,
                                                       const NcbiSubclasses& subclasses,
                                                       ImportLog& log);
// AMRProt-susceptible.tab | .tsv
Result<std::vector<NcbiSusceptible>> parse_ncbi_susceptible(std::string_view text,
                                                            const std::string& file,
                                                            const NcbiSubclasses& subclasses,
                                                            ImportLog& log);
// AMRProt-suppress | .tsv: proteins not to be reported, by taxgroup. Returns the normalised table.
Result<std::string> parse_ncbi_suppress(std::string_view text, const std::string& file,
                                        ImportLog& log);

// The normalised tables of a reference set (docs/formats/reference.md).
std::string mutation_table(const std::vector<NcbiMutation>& mutations);
std::string susceptible_table(const std::vector<NcbiSusceptible>& proteins);

// Taxgroups of each target protein, sorted.
using TargetScopes = std::map<std::string, std::set<std::string>, std::less<>>;
TargetScopes target_scopes(const std::vector<NcbiMutation>& mutations,
                           const std::vector<NcbiSusceptible>& proteins);

}  // namespace kres::genome

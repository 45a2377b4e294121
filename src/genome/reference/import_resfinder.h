// Imports a ResFinder database as published: sequences by class (*.fsa) and phenotypes.txt.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "genome/reference/entry.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/import_log.h"

namespace kres::genome {

// ResFinder's name of an agent -> ours; several of theirs may mean one of ours.
using AgentNames = std::map<std::string, std::string>;
// Columns agent and resfinder_names (;-separated) of data/agents.tsv.
Result<AgentNames> parse_agent_names(std::string_view text, const std::string& name);

struct ResFinderImport {
  std::string version;  // newest date in history.txt
  std::vector<std::string> files;
  std::vector<NewEntry> entries;  // one per sequence, ordered by id
};

// Everything read is either an entry, an alias of one (same sequence), or an error. Oddities go to
// the log.
Result<ResFinderImport> import_resfinder(const Path& folder, const AgentNames& agents,
                                         const GeneFamilies& families, ImportLog& log);

// "blaKPC-2" of "blaKPC-2_1_AY034847".
std::string resfinder_gene_name(std::string_view id);

}  // namespace kres::genome

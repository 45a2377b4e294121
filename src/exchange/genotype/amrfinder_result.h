// Makes a genome result of one isolate from AMRFinderPlus' table: what it reports, and no more.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/genotype/amrfinder_table.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/import_ncbi_subclasses.h"
#include "genome/resistance/intrinsic.h"
#include "genome/resistance/target_tables.h"
#include "genome/result/genome_result.h"
#include "vocabulary/organism_table.h"

namespace kres::exchange {

// The project's tables that give a symbol its agents, its family and its place in the species.
struct GenotypeTables {
  genome::NcbiSubclasses subclasses;
  genome::GeneFamilies families;
  genome::IntrinsicTable intrinsic;
  std::vector<genome::TargetRow> targets;
};

// Isolates of the table in its order; the empty name if the table is of one genome.
std::vector<std::string> isolates_of(const AmrFinderTable& table);

// The species is as stated; the quality says that no sequence was seen ("warn"). Lines that share
// symbol and place are one determinant with the agents of all. A target of the species is
// `truncated` where a stop or lost frame is reported, else `unreported` if mutations were looked
// for at all, else left out. Warnings name every line that could not be used, and every subclass
// and method that is not known. Fails if the table holds no such isolate: AMRFinderPlus prints
// nothing of a genome without findings, so an absent isolate is not an isolate without genes.
Result<genome::GenomeResult> amrfinder_result(const AmrFinderTable& table,
                                              const std::string& isolate, const Organism& organism,
                                              const GenotypeTables& tables);

}  // namespace kres::exchange

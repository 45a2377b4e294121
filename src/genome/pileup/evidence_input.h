// What evidence from reads is drawn from: reads, contigs, what stands on them, and tables.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "genome/findings/nucleotide_targets.h"
#include "genome/pileup/reads.h"
#include "genome/reference/read_settings.h"
#include "genome/reference/reference_set.h"
#include "genome/resistance/protein_targets.h"
#include "genome/resistance/target_tables.h"
#include "genome/search/locus.h"
#include "genome/typing/scheme_table.h"
#include "sequence/contig.h"

namespace kres::genome {

struct ReadEvidenceInput {
  const ReferenceSet& reference;
  const ReadSettings& settings;
  // The local contigs that the result was made from, and what a search for the reference's entries
  // found on them (genome/analysis).
  const std::vector<sequence::ContigSequence>& contigs;
  std::span<const Read> reads;  // recruited
  const std::vector<Placement>& alleles;
  const std::vector<Locus>& targets;
  const std::vector<Placement>& nucleotide_targets;
  std::span<const TranslatedAlignment> proteins;  // of target proteins; empty if the set has none

  const std::vector<KnownChange>& changes;
  const NucleotideKnowledge& nucleotides;
  const SchemeTable& schemes;
  const ProteinTargetKnowledge* protein_targets = nullptr;
  std::string scope;           // the species' group in the releases' catalogues; may be empty
  double estimated_depth = 0;  // x, for what is found where no single-copy locus is; 0: not known
  int threads = 1;             // the evidence does not depend on it
};

}  // namespace kres::genome

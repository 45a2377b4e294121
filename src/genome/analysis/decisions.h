// From contigs to findings: the decision layer that assemblies and reads share.
#pragma once

#include <optional>
#include <vector>

#include "genome/analysis/assembly_search.h"
#include "genome/analysis/protein_findings.h"
#include "genome/findings/add_findings.h"
#include "genome/reference/nanopore_settings.h"
#include "genome/reference/reference_set.h"
#include "genome/resistance/intrinsic.h"
#include "genome/resistance/target_tables.h"
#include "genome/result/genome_result.h"
#include "genome/species/identify.h"
#include "genome/species/species_table.h"
#include "genome/typing/scheme_table.h"
#include "sequence/contig.h"

namespace kres::genome {

// An open reference set with its tables read.
struct Knowledge {
  ReferenceSet reference;
  SpeciesTable species;
  IntrinsicTable intrinsic;
  std::vector<TargetRow> targets;
  std::vector<KnownChange> changes;
  SchemeTable schemes;
  std::optional<ProteinKnowledge> proteins;
  FindingTables findings;
  ReadSettings read_settings;
  NanoporeSettings nanopore_settings;

  static Result<Knowledge> open(const Path& path);
};

// Names the program, the reference set and its settings; everything else is empty.
GenomeResult empty_result(const ReferenceSet& reference, const std::string& software);

// What was searched for on the contigs.
struct SearchedContigs {
  const std::vector<sequence::ContigSequence>& contigs;
  const Circles& circles;
  AssemblyLoci loci;
  std::optional<ProteinSearch> proteins;
};

// Types by the schemes of the species, which a type may name where k-mers cannot; contigs with a
// locus of those schemes are chromosomal. Fills mlst, and species and contamination further.
// Requires: the species as far as k-mers or a person name it.
void add_types(GenomeResult& result, SearchedContigs& searched, const Knowledge& knowledge);

// Determinants, targets and all that belongs to them. Requires: species, types and the verdict of
// quality. Positions are on the contigs as given.
void add_determinants(GenomeResult& result, SearchedContigs& searched, const Knowledge& knowledge);

// Genes of the species itself, copies, order, neighbours; what concerns all findings together.
void complete_findings(GenomeResult& result, const SearchedContigs& searched,
                       const Knowledge& knowledge);

// `found`: the species the bases show, whatever a person stated.
std::vector<std::string> warnings_of(const GenomeResult& result, const std::string& found);

}  // namespace kres::genome

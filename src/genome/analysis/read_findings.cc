#include "genome/analysis/read_findings.h"

namespace kres::genome {

namespace {

std::vector<Read> reads_of(const ScannedReads& scan) {
  std::vector<Read> reads;
  reads.reserve(scan.recruited.size());
  for (std::size_t i = 0; i < scan.recruited.size(); ++i)
    reads.push_back({scan.recruited.bases(i), scan.recruited.qualities(i)});
  for (const auto& [first, second] : scan.mates) {
    reads[first].mate = second;
    reads[second].mate = first;
  }
  return reads;
}

}  // namespace

ReadFindings::ReadFindings(const ScannedReads& scan, const SearchedContigs& searched,
                           const Knowledge& knowledge, const GenomeResult& result)
    : reads_(reads_of(scan)),
      input_{.reference = knowledge.reference,
             .settings = knowledge.read_settings,
             .contigs = searched.contigs,
             .reads = reads_,
             .alleles = searched.loci.alleles,
             .targets = searched.loci.targets,
             .nucleotide_targets = searched.loci.nucleotide_targets,
             .proteins = {},
             .changes = knowledge.changes,
             .nucleotides = knowledge.findings.nucleotides,
             .schemes = knowledge.schemes,
             .scope = knowledge.findings.taxgroups.group_of(result.species),
             .estimated_depth = result.quality.depth.value_or(0)} {
  if (!searched.proteins || !knowledge.proteins) return;
  input_.proteins = searched.proteins->targets;
  input_.protein_targets = &knowledge.proteins->targets;
}

}  // namespace kres::genome

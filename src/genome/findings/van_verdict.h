// Judges whether a van cluster can make its bearer resistant.
//
//   FUNCTIONAL      ligase, dehydrogenase, dipeptidase (racemase) of one type intact, and so are
//                   regulator and sensor
//   SILENT          the former intact, but regulator, sensor or promoter broken or lost: a
//                   vancomycin-variable isolate
//   INCOMPLETE      one of the former broken or lost
//   NOT_ASSESSABLE  neither can be said: a gene may lie beyond a contig end, is cut by one, holds
//                   unread bases, or the reference set has no such gene
// Reasons are codes: broken:GENE:REASON  missing:ROLE  contig_end:ROLE  not_assessable:GENE:REASON
// not_in_reference:ROLE  promoter_deleted:BASES  promoter_changed:+BASES  genes_on_several_contigs
#pragma once

#include <set>
#include <string>
#include <vector>

#include "genome/findings/van_genes.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// What the verdict needs to know besides the genes.
struct VanSurroundings {
  std::vector<Contig> contigs;     // of the whole assembly
  std::set<std::string> searched;  // genes that the reference set can find
  std::string species;
};

// One operon for every cluster of genes of one type. Groups of one type that stand at contig ends
// and complement each other are one cluster.
std::vector<VanOperon> judge_van_clusters(const std::vector<VanGeneFound>& genes,
                                          const VanSurroundings& surroundings);

}  // namespace kres::genome

// Changes to one gene of a genome, or to the way a genome is written, named by short texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sequence/contig.h"

namespace kres::testing {

using Contigs = std::vector<sequence::ContigSequence>;

// A gene on the forward strand; positions are 1-based and inclusive.
struct Gene {
  std::string contig;
  std::size_t start = 0;
  std::size_t end = 0;
};

// Applies one edit. Positions count the bases of the gene from 1.
//   none
//   stop CODON              the codon becomes TAA
//   start-lost              the first codon becomes ACG
//   delete FROM COUNT       bases are removed
//   insert AFTER COUNT      bases that resemble nothing are put in
//   unknown FROM COUNT      bases are replaced by N
//   gap AFTER COUNT         N are put in, as where a scaffold was closed without reading
//   end-before-gene-end N   the contig ends N bases before the gene does; another begins after it
//   split AFTER             the contig is cut in two after this base of the gene
//   remove                  the gene is gone, its neighbours meet
//   tandem                  the gene stands twice, 50 bases apart
//   reverse-complement      of every contig
//   reverse-order           of the contigs
//   rotate N                the gene's contig, circular, starts N bases into the gene
Result<Contigs> edited(Contigs contigs, const Gene& gene, std::string_view edit);

std::string as_fasta(const Contigs& contigs, std::size_t line_width);

}  // namespace kres::testing

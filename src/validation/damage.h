// Damages a gene and puts it into contigs, as named by a short text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "validation/panel_gene.h"
#include "validation/seeded_random.h"

namespace kres::validation {

struct DamagedContigs {
  std::vector<std::string> contigs;  // none if the damage does not apply to this gene
  bool circular = false;             // the only contig is circular
};

// PER CENT counts from the start of the gene and is moved to a codon's first base. Contigs hold the
// gene forward, in its order, between flanks that resemble nothing.
//   none
//   stop P                   the codon becomes TAA
//   start-lost               the first codon becomes ACG; not if an allele starts at the next codon
//   delete P N, insert P N   bases; inserted ones are random
//   delete-codon P, insert-codon P
//   lose-end N               the last N per cent are replaced by other sequence
//   contig-end-short N       the contig ends N bases before the gene does
//   contig-start-short N     the contig begins N bases into the gene
//   keep-start P, keep-end P, keep-middle P Q   the rest is beyond the contig's end
//   split P N                two contigs that overlap by N bases, or lack -N between them
//   split-three P Q
//   tandem N, tandem-broken N   a second copy N bases on; broken: by a stop in its middle
//   origin P, origin-stop P  a circular contig starts inside the gene; stop: a stop in its middle
//   mosaic P                 goes on as another allele of the family; an allele nobody described
//   substitute P             one amino acid is another; an allele nobody described
//   synonymous P             one silent base change; bases nobody described
//   diverge N                N per cent of bases changed, reading frame kept open
//   unknown P N              N bases become N
//   gap P N                  N letters N are put in
//   scaffold-gap P N M       N bases are replaced by M letters N
Result<DamagedContigs> damage(const PanelGene& gene, std::string_view edit, SeededRandom& random);

}  // namespace kres::validation

// Random contig breaks in and near a critical gene, as assemblers make them.
#pragma once

#include <cstdint>

#include "validation/panel_gene.h"
#include "validation/specimen.h"

namespace kres::validation {

// Requires: genes is not empty. Break `number` of a seed: a gene drawn from `genes` between flanks
// that resemble nothing, cut into two contigs at any base of the gene or up to 60 bases beside it;
// up to 130 bases are lost there or up to 127 (the longest k-mer of common assemblers) stand on
// both contigs; order and strands at random. Expected: the exact, intact gene if all of it stands
// on one contig; otherwise calls that are neither exact, nor intact, nor broken, and each
// a trace; one if the contigs lack few bases, one per piece otherwise; of a cluster each of whose
// genes is whole on a contig, intact will do.
Specimen break_specimen(const std::vector<PanelGene>& genes, std::uint64_t seed,
                        std::uint64_t number);

}  // namespace kres::validation

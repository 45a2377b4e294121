// Words for single findings: a determinant, a target gene, the code of a reason.
#pragma once

#include <string>
#include <string_view>

#include "genome/result/genome_result.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

// "internal_stop:65/293" -> "stop at codon 65 of 293"; an unknown code stands as it is.
BilingualText reason_text(std::string_view code, const Texts& texts);
// "the carbapenemase blaKPC-2 (exact allele, intact, one copy, on contig 3 with IncL)"; mechanism
// is a rule's. The result tells of other copies, of changed ribosomal RNA and of insertions.
BilingualText determinant_text(const genome::Determinant& determinant, const std::string& mechanism,
                               const genome::GenomeResult& result, const Texts& texts);
// "broken blaOXA-9 (stop at codon 112 of 274)".
BilingualText broken_text(const genome::Determinant& determinant, const Texts& texts);
// "truncated ompK36 (frameshift from codon 120)", "pmrB with T157A".
BilingualText target_text(const genome::Target& target, const Texts& texts);
// "gyrA S83I in 12 % of the reads (24 of 200)".
BilingualText minor_allele_text(const genome::SiteFraction& site, const Texts& texts);

}  // namespace kres::mechanism

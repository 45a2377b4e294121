// Names of CARD, from the sequences and the table that Kleborate's data folder holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/identities.h"
#include "genome/reference/import_log.h"

namespace kres::genome {

// `fasta`: headers CLUSTER__GENE_CLASS__ALLELE__NUMBER; `table`: comma-separated, the number in
// column seqID, CARD's term in column accession ("ARO_3002312"). Sequences without a term are not
// CARD's and are set aside. Fails on a header of another shape.
Result<std::vector<NamedSequence>> parse_card(std::string_view fasta, const std::string& fasta_name,
                                              std::string_view table, const std::string& table_name,
                                              ImportLog& log);

}  // namespace kres::genome

// Labels genes that belong to the chromosome of the species: knowledge, not findings.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

struct IntrinsicRow {
  std::string scope;        // pattern on the species' name or complex
  std::string gene;         // pattern on the gene's name or nearest allele, or "@FAMILY"
  std::set<long long> oxa;  // of a family: numbers of its blaOXA alleles
  std::string home;  // rows with one home share its locus: a genome has blaSHV or blaOKP or blaLEN
  int copies = 1;    // loci of this home that the species has
  std::vector<std::string>
      keep_agents;  // an allele that acts on one of these is a finding even at home
};

class IntrinsicTable {
 public:
  // Columns scope, gene, home, copies, keep_agents, source; a gene "@OXA-51" is a family of the
  // second table, columns family, alleles ("51;64-71").
  static Result<IntrinsicTable> parse(std::string_view text, const std::string& name,
                                      std::string_view families, const std::string& families_name);
  const std::vector<IntrinsicRow>& rows() const { return rows_; }

 private:
  std::vector<IntrinsicRow> rows_;
};

// Of several copies of one home the one on the chromosome is intrinsic, then the one on the longest
// contig; the others are acquired. A single copy whose allele acts on a kept agent is intrinsic
// only where its contig is the chromosome. Requires: context is filled.
void label_intrinsic(std::vector<Determinant>& determinants, const Species& species,
                     const IntrinsicTable& table);

}  // namespace kres::genome

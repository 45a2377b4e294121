// Multi-locus sequence typing: only exact alleles make a sequence type.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Profiles of a scheme, as published: header ST and loci, one row a type. Columns after the loci
// are ignored.
class MlstScheme {
 public:
  // `loci` are the locus names of the index; every one must be a column.
  static Result<MlstScheme> parse(std::string_view text, const std::string& name,
                                  const std::vector<std::string>& loci);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& loci() const { return loci_; }
  // The type with exactly these alleles, empty if unknown. Requires: one allele per locus, in
  // order.
  std::string type_of(const std::vector<std::string>& alleles) const;
  // Types sharing most alleles, with the number shared; ties in the order of the table.
  std::string nearest(const std::vector<std::string>& alleles) const;

 private:
  std::string name_;
  std::vector<std::string> loci_;
  std::vector<std::pair<std::string, std::vector<std::string>>> types_;
};

// Exact "4"; novel "~4" (nearest 4); cut by a contig end "4?"; two exact alleles "3,4"; missing
// "-". `loci` are the loci of allele entries in the whole assembly.
Mlst call_mlst(const std::vector<Locus>& loci, const ReferenceSet& reference,
               const std::vector<sequence::ContigSequence>& contigs, const MlstScheme& scheme);

}  // namespace kres::genome

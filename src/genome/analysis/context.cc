#include "genome/analysis/context.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kres::genome {

namespace {

constexpr double kHousekeepingCoverage = 90, kHousekeepingIdentity = 90;  // per cent

// Most of a ribosomal RNA gene lies between the first and the last of its seeds.
bool is_ribosomal_rna(const Placement& placement, const SequenceIndex& index) {
  const auto gene = index.gene(placement.entry);
  return (gene.starts_with("23S") || gene.starts_with("16S")) &&
         placement.contig_end - placement.contig_start >= index.entry(placement.entry).length / 2 &&
         4 * placement.seeds >= index.entry(placement.entry).length;
}

std::set<std::uint32_t> chromosomal_contigs(const AssemblyLoci& loci, const SequenceIndex& index) {
  std::set<std::uint32_t> contigs = loci.housekeeping;
  for (const auto& locus : loci.targets) {
    const auto& placement = locus.best.front();
    if (placement.coverage() >= kHousekeepingCoverage &&
        placement.identity() >= kHousekeepingIdentity)
      contigs.insert(placement.contig);
  }
  for (const auto& placement : loci.nucleotide_targets)
    if (is_ribosomal_rna(placement, index)) contigs.insert(placement.contig);
  return contigs;
}

std::map<std::string, std::uint32_t> numbers_of(
    const std::vector<sequence::ContigSequence>& contigs) {
  std::map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < contigs.size(); ++i) numbers.emplace(contigs[i].name, i);
  return numbers;
}

}  // namespace

void add_context(std::vector<Determinant>& determinants, const std::vector<Replicon>& replicons,
                 const std::vector<sequence::ContigSequence>& contigs, const AssemblyLoci& loci,
                 const ReferenceSet& reference) {
  const auto chromosomal = chromosomal_contigs(loci, reference.sequences());
  std::set<std::string> with_replicon;
  for (const auto& replicon : replicons) with_replicon.insert(replicon.contig);
  const auto numbers = numbers_of(contigs);
  for (auto& determinant : determinants) {
    auto& context = determinant.context;
    context.location = "unknown";
    const auto number = numbers.find(determinant.contig);
    if (number == numbers.end()) continue;
    const auto& contig = contigs[number->second];
    context.contig_length = contig.bases.size();
    context.contig_circular = contig.circular;
    if (chromosomal.count(number->second) > 0) {
      context.location = "chromosome";
      context.evidence = "housekeeping_locus_on_contig";
    } else if (with_replicon.count(contig.name) > 0) {
      context.location = chromosomal.empty() ? "unknown" : "plasmid";
      context.evidence = "replicon_on_contig";
    }
  }
}

void order_determinants(std::vector<Determinant>& determinants,
                        const std::vector<sequence::ContigSequence>& contigs) {
  const auto numbers = numbers_of(contigs);
  const auto key = [&](const Determinant& determinant) {
    const auto number = numbers.find(determinant.contig);
    const auto place =
        number == numbers.end() ? static_cast<std::uint32_t>(contigs.size()) : number->second;
    return std::make_tuple(place, determinant.start, determinant.end, determinant.kind,
                           determinant.symbol);
  };
  std::sort(determinants.begin(), determinants.end(),
            [&](const Determinant& a, const Determinant& b) { return key(a) < key(b); });
}

std::vector<Contig> contigs_with_findings(const GenomeResult& result,
                                          const std::vector<sequence::ContigSequence>& contigs) {
  std::set<std::string> wanted;
  for (const auto& determinant : result.determinants)
    for (const auto& piece : determinant.pieces) wanted.insert(piece.contig);
  for (const auto& target : result.targets) wanted.insert(target.contig);
  std::vector<Contig> found;
  for (const auto& contig : contigs)
    if (wanted.count(contig.name) > 0)
      found.push_back({contig.name, contig.bases.size(), contig.circular});
  return found;
}

}  // namespace kres::genome

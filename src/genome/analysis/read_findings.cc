#include "genome/analysis/read_findings.h"

#include <algorithm>

namespace kres::genome {

namespace {

constexpr std::size_t kPiece = 250;  // bases of a long read that are placed by themselves

}  // namespace

std::vector<Read> reads_to_place(const RecruitedReads& recruited, const Mates& mates) {
  std::vector<Read> reads;
  std::vector<std::uint32_t> first;  // piece of each read
  for (std::size_t i = 0; i < recruited.size(); ++i) {
    first.push_back(static_cast<std::uint32_t>(reads.size()));
    const auto bases = recruited.bases(i), qualities = recruited.qualities(i);
    const auto step =
        bases.size() <= kLongestRead ? std::max<std::size_t>(bases.size(), 1) : kPiece;
    for (std::size_t at = 0; at < bases.size(); at += step)
      reads.push_back(
          {bases.substr(at, step), qualities.empty() ? qualities : qualities.substr(at, step)});
  }
  first.push_back(static_cast<std::uint32_t>(reads.size()));
  const auto is_whole = [&](std::uint32_t read) { return first[read + 1] == first[read] + 1; };
  for (const auto& [one, other] : mates) {
    if (!is_whole(one) || !is_whole(other)) continue;
    reads[first[one]].mate = first[other];
    reads[first[other]].mate = first[one];
  }
  return reads;
}

ReadFindings::ReadFindings(std::vector<Read> reads, const SearchedContigs& searched,
                           const Knowledge& knowledge, const ReadSettings& settings,
                           const GenomeResult& result, int threads)
    : reads_(std::move(reads)),
      input_{.reference = knowledge.reference,
             .settings = settings,
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
             .estimated_depth = result.quality.depth.value_or(0),
             .threads = threads} {
  if (!searched.proteins || !knowledge.proteins) return;
  input_.proteins = searched.proteins->targets;
  input_.protein_targets = &knowledge.proteins->targets;
}

}  // namespace kres::genome

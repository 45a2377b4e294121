#include "genome/pileup/entry_map.h"

#include <algorithm>

namespace kres::genome {

namespace {

StrandCount swapped(const StrandCount& count) { return {count.reverse, count.forward}; }

}  // namespace

std::vector<std::uint32_t> positions_of_entry(const AlignedPlacement& aligned) {
  std::vector<std::uint32_t> positions(aligned.entry_length, kNotThere);
  const auto on_contig = [&](std::uint32_t offset) {
    return aligned.reverse ? aligned.contig_end - 1 - offset : aligned.contig_start + offset;
  };
  std::uint32_t entry = aligned.entry_start, offset = 0;
  auto interruption = aligned.interruptions.begin();
  const auto skip_interruptions = [&] {
    for (; interruption != aligned.interruptions.end() && interruption->entry_position <= entry;
         ++interruption)
      offset += interruption->length;
  };
  for (const auto column : aligned.columns) {
    if (column == Column::insertion) {
      ++offset;
      continue;
    }
    skip_interruptions();
    if (column != Column::deletion) positions[entry] = on_contig(offset++);
    ++entry;
  }
  return positions;
}

std::optional<CodonPlace> codon_of(const AlignedPlacement& aligned,
                                   const std::vector<std::uint32_t>& positions,
                                   std::uint32_t residue) {
  const std::size_t first = 3 * std::size_t{residue};
  if (first + 3 > positions.size()) return std::nullopt;
  const auto a = positions[first], b = positions[first + 1], c = positions[first + 2];
  if (a == kNotThere || b == kNotThere || c == kNotThere) return std::nullopt;
  if (aligned.reverse ? a != b + 1 || b != c + 1 : b != a + 1 || c != b + 1) return std::nullopt;
  return CodonPlace{aligned.contig, std::min(a, c), aligned.reverse};
}

std::optional<CodonPlace> codon_of(const TranslatedAlignment& aligned, std::uint32_t residue) {
  if (residue < aligned.protein_start || residue >= aligned.protein_end) return std::nullopt;
  for (const auto& lost : aligned.lost_frames)
    if (lost.residue <= residue) return std::nullopt;
  for (const auto& insertion : aligned.insertions)
    if (insertion.residue <= residue) return std::nullopt;
  std::uint32_t at = aligned.protein_start, codons = 0;  // before the residue
  for (std::size_t i = 0; i < aligned.reference.size(); ++i) {
    const bool in_protein = aligned.reference[i] != '-', on_contig = aligned.observed[i] != '-';
    if (in_protein && at == residue) {
      if (!on_contig) return std::nullopt;
      const auto offset = 3 * codons;
      return CodonPlace{
          aligned.contig,
          aligned.reverse ? aligned.contig_end - offset - 3 : aligned.contig_start + offset,
          aligned.reverse};
    }
    at += in_protein;
    codons += on_contig;
  }
  return std::nullopt;
}

SiteCount turned(const SiteCount& site) {
  SiteCount other;
  for (std::size_t code = 0; code < 4; ++code) other.bases[3 - code] = swapped(site.bases[code]);
  other.deletion = swapped(site.deletion);
  other.insertion = swapped(site.insertion);
  other.depth = site.depth;
  return other;
}

}  // namespace kres::genome

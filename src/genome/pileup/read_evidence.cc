#include "genome/pileup/read_evidence.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "genome/pileup/codon_sites.h"
#include "genome/pileup/depths.h"
#include "genome/pileup/place_reads.h"
#include "genome/pileup/ribosomal_fractions.h"
#include "genome/pileup/second_strain.h"
#include "genome/pileup/single_copy_loci.h"

namespace kres::genome {

namespace {

// Everything on the contigs that is looked at, before reads are placed.
struct Sought {
  std::vector<LocusPlaces> loci;
  std::vector<CodonSite> codons;
  NucleotidePlaces nucleotides;
};

using ContigNumbers = std::map<std::string, std::uint32_t, std::less<>>;

ContigNumbers number(const std::vector<sequence::ContigSequence>& contigs) {
  ContigNumbers numbers;
  for (const auto& contig : contigs)
    numbers.emplace(contig.name, static_cast<std::uint32_t>(numbers.size()));
  return numbers;
}

// Ordered and apart; stretches that touch become one.
std::vector<Stretch> merged(std::vector<Stretch> stretches) {
  std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
    return std::pair(a.contig, a.start) < std::pair(b.contig, b.start);
  });
  std::vector<Stretch> apart;
  for (const auto& stretch : stretches)
    if (!apart.empty() && apart.back().contig == stretch.contig &&
        apart.back().end >= stretch.start)
      apart.back().end = std::max(apart.back().end, stretch.end);
    else
      apart.push_back(stretch);
  return apart;
}

std::vector<Stretch> stretches_of(const GenomeResult& result, const Sought& sought,
                                  const ContigNumbers& numbers) {
  std::vector<Stretch> stretches;
  const auto add = [&](const std::string& contig, std::uint64_t start, std::uint64_t end) {
    const auto known = numbers.find(contig);
    if (known == numbers.end() || start == 0 || end < start) return;
    stretches.push_back(
        {known->second, static_cast<std::uint32_t>(start - 1), static_cast<std::uint32_t>(end)});
  };
  for (const auto& determinant : result.determinants)
    for (const auto& piece : determinant.pieces) add(piece.contig, piece.start, piece.end);
  for (const auto& target : result.targets) add(target.contig, target.start, target.end);
  const auto add_places = [&](const std::vector<AlignedPlacement>& places) {
    for (const auto& place : places)
      stretches.push_back({place.contig, place.contig_start, place.contig_end});
  };
  for (const auto& locus : sought.loci) add_places(locus.places);
  for (const auto& [entry, places] : sought.nucleotides) add_places(places);
  return merged(std::move(stretches));
}

class EvidenceWriter {
 public:
  EvidenceWriter(GenomeResult& result, const ReadEvidenceInput& input, const PlacedReads& placed)
      : result_(result), input_(input), placed_(placed), numbers_(number(input.contigs)) {}

  // Returns the depth of what has one copy.
  // Whether a locus belongs to a scheme that types the species: "klebsiella/gapA".
  bool is_typed(const std::string& label) const {
    return std::any_of(result_.mlst.begin(), result_.mlst.end(), [&](const Mlst& type) {
      return type.for_species && label.rfind(type.scheme + "/", 0) == 0;
    });
  }

  SingleCopyDepth add_loci(const std::vector<LocusPlaces>& loci) {
    ReadEvidence evidence{.settings_name = input_.settings.name,
                          .settings_digest = input_.settings.digest,
                          .read_length = placed_.read_length,
                          .recruited = input_.reads.size(),
                          .placed = placed_.placed};
    std::vector<std::vector<SiteCount>> piles;
    std::vector<MeasuredDepth> depths;
    for (const auto& locus : loci) {
      piles.push_back(pile_up(locus, placed_.counts, input_.reference.sequences()));
      const auto& place = locus.places.front();
      depths.push_back(depth_of(piles.back(), place));
      std::uint32_t lowest = UINT32_MAX;
      for (auto i = place.entry_start; i < place.entry_end; ++i)
        lowest = std::min(lowest, piles.back()[i].depth);
      evidence.loci.push_back({.locus = locus.label,
                               .contig = input_.contigs[place.contig].name,
                               .start = place.contig_start + 1,
                               .end = place.contig_end,
                               .depth = depths.back().depth,
                               .lowest = lowest});
    }
    std::vector<char> typed;
    for (const auto& locus : loci) typed.push_back(is_typed(locus.label));
    const auto own = loci_of_one_genome(depths, typed);
    std::vector<MeasuredDepth> of_genome;
    for (std::size_t i = 0; i < depths.size(); ++i) {
      evidence.loci[i].single_copy = own[i] != 0;
      if (own[i] != 0) of_genome.push_back(depths[i]);
    }
    auto single = single_copy_depth(of_genome, placed_.read_length);
    if (single.depth > 0) {
      evidence.single_copy_depth = single.depth;
      evidence.depth_spread = single.spread;
    } else {
      single.depth = input_.estimated_depth;
    }
    result_.read_evidence = std::move(evidence);
    add_second_alleles(result_.contamination, loci, piles, input_.settings);
    return single;
  }

  void add_depths(const SingleCopyDepth& single) {
    for (auto& determinant : result_.determinants) {
      const auto measured = depth_of_pieces(determinant.pieces);
      if (measured.bases == 0) continue;
      determinant.depth = measured.depth;
      if (determinant.kind != DeterminantKind::gene || single.depth <= 0) continue;
      const auto copies = copy_number(measured, single);
      determinant.copies = copies.copies;
      determinant.copies_low = copies.low;
      determinant.copies_high = copies.high;
    }
    for (auto& target : result_.targets) {
      const Piece whole{.contig = target.contig, .start = target.start, .end = target.end};
      const auto measured = depth_of_pieces({whole});
      if (measured.bases > 0) target.depth = measured.depth;
    }
  }

  // Share of each haplotype of a gene; the reads on it are those that its depth amounts to.
  void add_haplotype_shares() {
    std::map<std::string, std::vector<Determinant*>> genes;
    for (auto& determinant : result_.determinants)
      if (determinant.kind == DeterminantKind::gene && determinant.depth)
        genes[determinant.gene].push_back(&determinant);
    for (auto& [gene, haplotypes] : genes) {
      if (haplotypes.size() < 2) continue;
      double depth = 0, bases = 0;
      for (const auto* one : haplotypes) {
        depth += *one->depth;
        bases = std::max(bases, bases_of(*one));
      }
      const double reads = placed_.read_length > 0 ? depth * bases / placed_.read_length : 0;
      for (auto* one : haplotypes) {
        const double share = depth > 0 ? *one->depth / depth : 0;
        const auto counted = alternative_reads(
            static_cast<std::uint32_t>(reads),
            {static_cast<std::uint32_t>(share * static_cast<std::uint32_t>(reads) + 0.5), 0});
        one->fraction = share;
        one->fraction_low = std::min(share, counted.low);
        one->fraction_high = std::max(share, counted.high);
      }
    }
  }

  // With so few reads only the presence of genes is told.
  void leave_open(double depth) {
    const auto reason = fmt::format("depth:{:.0f}", depth);
    for (auto& determinant : result_.determinants) {
      if (determinant.kind != DeterminantKind::mutation &&
          determinant.kind != DeterminantKind::disruption)
        continue;
      determinant.function = FunctionState::not_assessable;
      determinant.function_reason = reason;
    }
    for (auto& target : result_.targets) {
      if (target.state == "not_assessable") continue;
      target.state = "not_assessable";
      target.detail = reason;
    }
  }

 private:
  static double bases_of(const Determinant& determinant) {
    double bases = 0;
    for (const auto& piece : determinant.pieces)
      bases += static_cast<double>(piece.end + 1 - std::min(piece.start, piece.end));
    return bases;
  }

  MeasuredDepth depth_of_pieces(const std::vector<Piece>& pieces) const {
    std::vector<double> depths;
    for (const auto& piece : pieces) {
      const auto contig = numbers_.find(piece.contig);
      if (contig == numbers_.end() || piece.start == 0) continue;
      const auto& counts = placed_.counts[contig->second];
      for (auto at = piece.start - 1; at < std::min<std::uint64_t>(piece.end, counts.size()); ++at)
        depths.push_back(counts[at].depth);
    }
    const auto bases = static_cast<std::uint32_t>(depths.size());
    return {median(std::move(depths)), bases};
  }

  GenomeResult& result_;
  const ReadEvidenceInput& input_;
  const PlacedReads& placed_;
  ContigNumbers numbers_;
};

}  // namespace

void add_read_evidence(GenomeResult& result, const ReadEvidenceInput& input) {
  Sought sought{.loci = find_single_copy_loci(input.alleles, input.targets, result.mlst,
                                              input.schemes, input.reference, input.contigs),
                .codons = find_codon_sites(input),
                .nucleotides = find_nucleotide_places(input)};
  const auto codons = watched(sought.codons);
  const auto placed = place_reads(input.reads, input.contigs,
                                  {.least_quality = static_cast<int>(input.settings.least_quality),
                                   .stretches = stretches_of(result, sought, number(input.contigs)),
                                   .codons = codons,
                                   .threads = input.threads});

  EvidenceWriter writer(result, input, placed);
  const auto single = writer.add_loci(sought.loci);
  const bool assessable = single.depth >= input.settings.depth_genes;
  add_codon_fractions(result, sought.codons, placed, input, codons, assessable);
  add_ribosomal_fractions(result, sought.nucleotides, placed, input, single.depth, assessable);
  writer.add_depths(single);
  writer.add_haplotype_shares();
  if (!assessable) writer.leave_open(single.depth);
  if (!result.read_evidence->single_copy_depth) {
    result.quality.verdict = Verdict::fail;
    result.quality.reasons.emplace_back("no_single_copy_locus");
  }
  mark_minor(result.determinants, result.contamination, single, input.settings);
}

}  // namespace kres::genome

#include "genome/pileup/ribosomal_fractions.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "genome/pileup/detection.h"
#include "genome/pileup/entry_map.h"
#include "genome/pileup/locus_pile.h"

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 90;  // per cent; below this it is the RNA of another genus

bool is_ribosomal(std::string_view gene) {
  return gene.starts_with("23S") || gene.starts_with("16S");
}

std::string rna_of(const std::string& gene) { return gene.substr(0, gene.find('_')); }

std::string symbol_of(const NucleotideMutation& mutation) {
  return fmt::format("{} {}", is_ribosomal(mutation.gene) ? rna_of(mutation.gene) : mutation.place,
                     mutation.change);
}

bool is_one_base(const NucleotideMutation& mutation) {
  return mutation.wild_type.size() == 1 && mutation.mutant.size() == 1 &&
         std::string_view("ACGT").find(mutation.mutant) != std::string_view::npos;
}

// Reads on an entry, all copies together.
struct Pile {
  LocusPlaces places;
  std::vector<SiteCount> sites;
};

class Judge {
 public:
  Judge(GenomeResult& result, const ReadEvidenceInput& input, bool assessable)
      : result_(result), input_(input), assessable_(assessable) {}

  void judge_promoter(const NucleotideMutation& mutation, const Pile& pile) {
    const auto& settings = input_.settings;
    const auto alternative = reads_of(mutation, pile);
    const bool enough = assessable_ && alternative.reads >= settings.site_reads;
    const bool called = enough && calls(alternative, 1, settings.site_strand_reads,
                                        settings.site_fraction, settings.site_lower_bound);
    ++result_.read_evidence->sites;
    result_.read_evidence->sites_assessed += enough;
    if (!enough || called || is_seen(alternative))
      list(mutation, pile, !enough ? "not_assessable" : called ? "called" : "seen", alternative);
    settle(mutation, pile, alternative, called, 0);
  }

  void judge_rna(const NucleotideMutation& mutation, const Pile& pile, Ribosomal& rna,
                 std::vector<RibosomalPosition>& positions) {
    const auto& settings = input_.settings;
    const auto alternative = reads_of(mutation, pile);
    const bool enough = assessable_ && alternative.reads >= settings.ribosomal_reads;
    const bool called =
        enough && calls(alternative, rna.copies_expected, settings.ribosomal_strand_reads,
                        settings.ribosomal_fraction, settings.ribosomal_lower_bound);
    const auto copies =
        called ? std::max(1L, std::lround(alternative.fraction * rna.copies_expected)) : 0L;
    if (called || is_seen(alternative))
      positions.push_back({.symbol = symbol_of(mutation),
                           .ecoli_position = mutation.ecoli_position,
                           .reference = mutation.wild_type,
                           .alternative = mutation.mutant,
                           .mutant_copies = static_cast<std::uint32_t>(copies),
                           .agents = mutation.agents,
                           .alternative_reads = alternative});
    settle(mutation, pile, alternative, called, static_cast<double>(copies));
  }

  static AlternativeReads reads_of(const NucleotideMutation& mutation, const Pile& pile) {
    if (mutation.position >= pile.sites.size()) return alternative_reads(0, {});
    const auto& site = pile.sites[mutation.position];
    const auto code = std::string_view("ACGT").find(mutation.mutant);
    return alternative_reads(site.reads(), site.bases[code]);
  }

 private:
  static bool calls(const AlternativeReads& alternative, std::uint32_t copies, double strand_reads,
                    double fraction, double lower_bound) {
    return is_called({.reads = alternative.reads,
                      .copies = copies,
                      .strand_reads = static_cast<std::uint32_t>(strand_reads),
                      .fraction = fraction,
                      .lower_bound = lower_bound},
                     alternative.forward, alternative.reverse);
  }

  bool is_seen(const AlternativeReads& alternative) const {
    return std::min(alternative.forward, alternative.reverse) >=
               input_.settings.site_strand_reads &&
           alternative.fraction >= input_.settings.second_allele_fraction;
  }

  void list(const NucleotideMutation& mutation, const Pile& pile, const std::string& state,
            const AlternativeReads& alternative) {
    if (pile.places.places.empty()) return;
    const auto& place = pile.places.places.front();
    const auto at = positions_of_entry(place)[mutation.position];
    if (at == kNotThere) return;
    result_.fractions.push_back({.symbol = symbol_of(mutation),
                                 .gene = mutation.gene,
                                 .contig = input_.contigs[place.contig].name,
                                 .position = at + 1,
                                 .state = state,
                                 .alternative_reads = alternative});
  }

  // `copies` of the mutant; 0 where that is not told.
  void settle(const NucleotideMutation& mutation, const Pile& pile,
              const AlternativeReads& alternative, bool called, double copies) {
    const auto symbol = symbol_of(mutation);
    auto known = std::find_if(result_.determinants.begin(), result_.determinants.end(),
                              [&](const Determinant& determinant) {
                                return determinant.kind == DeterminantKind::mutation &&
                                       determinant.symbol == symbol;
                              });
    if (known == result_.determinants.end()) {
      if (!called || !mutation.resists) return;
      result_.determinants.push_back(describe(mutation, pile.places.places.front()));
      known = result_.determinants.end() - 1;
    }
    if (alternative.reads > 0) {
      known->fraction = alternative.fraction;
      known->fraction_low = alternative.low;
      known->fraction_high = alternative.high;
    }
    if (copies > 0) known->copies = copies;
    known->function = called ? FunctionState::intact : FunctionState::not_assessable;
    known->function_reason =
        called ? ""
               : fmt::format("reads:{}/{}", alternative.forward + alternative.reverse,
                             alternative.reads);
  }

  Determinant describe(const NucleotideMutation& mutation, const AlignedPlacement& place) const {
    const bool rna = is_ribosomal(mutation.gene);
    Determinant made{.symbol = symbol_of(mutation),
                     .gene = rna ? rna_of(mutation.gene) : mutation.gene,
                     .kind = DeterminantKind::mutation,
                     .drug_class = mutation.drug_class,
                     .agents = mutation.agents,
                     .source = mutation.reference,
                     .contig = input_.contigs[place.contig].name,
                     .start = place.contig_start + 1,
                     .end = place.contig_end,
                     .strand = place.reverse ? '-' : '+',
                     .identity = place.identity(),
                     .coverage = place.coverage(),
                     .allele_status = AlleleStatus::exact};
    made.pieces = {{.contig = made.contig,
                    .start = made.start,
                    .end = made.end,
                    .strand = made.strand,
                    .reference_start = place.entry_start + 1,
                    .reference_end = place.entry_end,
                    .at_contig_end = place.off_contig()}};
    return made;
  }

  GenomeResult& result_;
  const ReadEvidenceInput& input_;
  bool assessable_;
};

// What the catalogued bases of one RNA rest on.
struct RnaEvidence {
  std::uint32_t fewest_reads = UINT32_MAX;
  std::vector<RibosomalPosition> positions;
  const Pile* pile = nullptr;
};

void judge_state(Ribosomal& rna, RnaEvidence& evidence, const ReadEvidenceInput& input,
                 double single_copy_depth, bool assessable, GenomeResult& result) {
  const auto needed = input.settings.ribosomal_reads;
  rna.state = "not_assessable";
  rna.reason.clear();
  if (!assessable)
    rna.reason = fmt::format("depth:{:.0f}", single_copy_depth);
  else if (evidence.fewest_reads < needed)
    rna.reason = fmt::format("reads:{}/{:.0f}", evidence.fewest_reads, needed);
  else if (rna.copies_expected == 0)
    rna.reason = "copies_not_known";
  else
    rna.state = "assessed";
  rna.reads = evidence.fewest_reads;
  rna.positions = std::move(evidence.positions);
  if (evidence.pile == nullptr || evidence.pile->places.places.empty()) return;
  const auto& place = evidence.pile->places.places.front();
  const auto depth = depth_of(evidence.pile->sites, place).depth;
  std::uint32_t lowest = UINT32_MAX;
  for (auto i = place.entry_start; i < place.entry_end; ++i)
    lowest = std::min(lowest, evidence.pile->sites[i].depth);
  result.read_evidence->loci.push_back({.locus = rna.gene,
                                        .contig = input.contigs[place.contig].name,
                                        .start = place.contig_start + 1,
                                        .end = place.contig_end,
                                        .depth = depth,
                                        .lowest = lowest,
                                        .single_copy = false});
  if (single_copy_depth > 0)
    rna.copies_found = static_cast<std::uint32_t>(std::lround(depth / single_copy_depth));
}

}  // namespace

NucleotidePlaces find_nucleotide_places(const ReadEvidenceInput& input) {
  NucleotidePlaces found;
  if (input.scope.empty()) return found;
  const auto& index = input.reference.sequences();
  const auto& settings = input.reference.settings();
  const LocusLimits limits{
      .align = {.interruption = static_cast<std::uint32_t>(settings.interruption),
                .contig_end = static_cast<std::uint32_t>(settings.contig_end)}};
  for (const auto& mutation : input.nucleotides.mutations)
    if (mutation.scope == input.scope) found[mutation.reference];
  std::map<std::pair<std::string, std::uint32_t>, std::vector<Placement>> by_contig;
  for (const auto& placement : input.nucleotide_targets) {
    const auto entry = std::string(index.id(placement.entry));
    if (found.count(entry) > 0) by_contig[{entry, placement.contig}].push_back(placement);
  }
  for (auto& [key, placements] : by_contig)
    for (auto& locus :
         resolve_loci(std::move(placements), index, input.contigs[key.second].bases, limits)) {
      auto& best = locus.best.front();
      if (best.identity() >= kLeastIdentity) found[key.first].push_back(std::move(best));
    }
  for (auto& [entry, places] : found)
    std::stable_sort(
        places.begin(), places.end(),
        [](const AlignedPlacement& a, const AlignedPlacement& b) { return a.score > b.score; });
  return found;
}

void add_ribosomal_fractions(GenomeResult& result, const NucleotidePlaces& places,
                             const PlacedReads& placed, const ReadEvidenceInput& input,
                             double single_copy_depth, bool assessable) {
  std::map<std::string, Pile> piles;
  for (const auto& [entry, copies] : places) {
    auto& pile = piles[entry];
    pile.places = {entry, copies};
    if (!copies.empty())
      pile.sites = pile_up(pile.places, placed.counts, input.reference.sequences());
  }
  Judge judge(result, input, assessable);
  std::map<std::string, RnaEvidence> evidence;
  for (const auto& mutation : input.nucleotides.mutations) {
    if (mutation.scope != input.scope || !is_one_base(mutation)) continue;
    const auto& pile = piles[mutation.reference];
    if (!is_ribosomal(mutation.gene)) {
      if (!pile.sites.empty()) judge.judge_promoter(mutation, pile);
      continue;
    }
    const auto gene = rna_of(mutation.gene);
    const auto rna = std::find_if(result.ribosomal.begin(), result.ribosomal.end(),
                                  [&](const Ribosomal& other) { return other.gene == gene; });
    if (rna == result.ribosomal.end()) continue;
    auto& known = evidence[gene];
    if (known.pile == nullptr || pile.sites.size() > known.pile->sites.size()) known.pile = &pile;
    known.fewest_reads = std::min(known.fewest_reads, Judge::reads_of(mutation, pile).reads);
    judge.judge_rna(mutation, pile, *rna, known.positions);
  }
  for (auto& rna : result.ribosomal)
    if (const auto known = evidence.find(rna.gene); known != evidence.end())
      judge_state(rna, known->second, input, single_copy_depth, assessable, result);
}

}  // namespace kres::genome

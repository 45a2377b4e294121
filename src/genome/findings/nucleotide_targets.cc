#include "genome/findings/nucleotide_targets.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <optional>

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 90;  // per cent; below this it is the RNA of another genus
constexpr double kPiece = 10;          // per cent covered; less may be any conserved stretch
constexpr double kWhole = 99;          // per cent covered

bool is_ribosomal(std::string_view gene) {
  return gene.starts_with("23S") || gene.starts_with("16S");
}

// "23S" of "23S", "16S" of "16S_rrsB": copies of one RNA are one locus.
std::string rna_of(const std::string& gene) { return gene.substr(0, gene.find('_')); }

// One place where an entry of the scope stands.
struct Copy {
  AlignedPlacement placement;
  std::string_view contig;
  bool whole() const { return placement.coverage() >= kWhole && !placement.off_contig(); }
};

class Caller {
 public:
  Caller(std::vector<Placement> placements, const ReferenceSet& reference,
         const std::vector<sequence::ContigSequence>& contigs)
      : placements_(std::move(placements)), reference_(reference), contigs_(contigs) {}

  std::vector<Copy> copies_of(const std::string& entry) const {
    const auto& index = reference_.sequences();
    std::map<std::uint32_t, std::vector<Placement>> by_contig;
    for (const auto& placement : placements_)
      if (index.id(placement.entry) == entry) by_contig[placement.contig].push_back(placement);
    std::vector<Copy> copies;
    for (auto& [contig, placements] : by_contig) {
      const std::string_view bases = contigs_[contig].bases;
      for (auto& locus : resolve_loci(std::move(placements), index, bases, limits())) {
        auto& placement = locus.best.front();
        if (placement.identity() >= kLeastIdentity && placement.coverage() >= kPiece)
          copies.push_back({std::move(placement), bases});
      }
    }
    return copies;
  }

  // Copies that hold the mutant.
  std::vector<Copy> mutants(const std::vector<Copy>& copies,
                            const NucleotideMutation& mutation) const {
    std::vector<Copy> found;
    std::copy_if(copies.begin(), copies.end(), std::back_inserter(found), [&](const Copy& copy) {
      const auto bases = bases_at(copy.placement, copy.contig, mutation.position,
                                  static_cast<std::uint32_t>(mutation.wild_type.size()));
      return bases && *bases == mutation.mutant;
    });
    return found;
  }

  Determinant describe(const NucleotideMutation& mutation, const std::vector<Copy>& copies) const {
    const auto& placement = copies.front().placement;
    Determinant determinant{.symbol = fmt::format("{} {}", rna_or_place(mutation), mutation.change),
                            .gene = rna_or_gene(mutation),
                            .kind = DeterminantKind::mutation,
                            .drug_class = mutation.drug_class,
                            .agents = mutation.agents,
                            .source = mutation.reference,
                            .contig = contigs_[placement.contig].name,
                            .start = placement.contig_start + 1,
                            .end = placement.contig_end,
                            .strand = placement.reverse ? '-' : '+',
                            .identity = placement.identity(),
                            .coverage = placement.coverage(),
                            .copies = static_cast<double>(copies.size()),
                            .allele_status = AlleleStatus::exact,
                            .function = FunctionState::intact};
    for (const auto& copy : copies)
      determinant.pieces.push_back({.contig = contigs_[copy.placement.contig].name,
                                    .start = copy.placement.contig_start + 1,
                                    .end = copy.placement.contig_end,
                                    .strand = copy.placement.reverse ? '-' : '+',
                                    .reference_start = copy.placement.entry_start + 1,
                                    .reference_end = copy.placement.entry_end,
                                    .at_contig_end = copy.placement.off_contig()});
    return determinant;
  }

  static std::string rna_or_place(const NucleotideMutation& mutation) {
    return is_ribosomal(mutation.gene) ? rna_of(mutation.gene) : mutation.place;
  }

  static std::string rna_or_gene(const NucleotideMutation& mutation) {
    return is_ribosomal(mutation.gene) ? rna_of(mutation.gene) : mutation.gene;
  }

 private:
  LocusLimits limits() const {
    const auto& settings = reference_.settings();
    return {.align = {.interruption = static_cast<std::uint32_t>(settings.interruption),
                      .contig_end = static_cast<std::uint32_t>(settings.contig_end)}};
  }

  std::vector<Placement> placements_;
  const ReferenceSet& reference_;
  const std::vector<sequence::ContigSequence>& contigs_;
};

Ribosomal judge_copies(const std::string& gene, const std::vector<Copy>& copies,
                       RibosomalCopies expected) {
  const auto whole =
      std::count_if(copies.begin(), copies.end(), [](const Copy& copy) { return copy.whole(); });
  Ribosomal ribosomal{.gene = gene,
                      .copies_found = static_cast<std::uint32_t>(whole),
                      .copies_expected = expected.fewest,
                      .state = "not_assessable"};
  if (expected.fewest == 0)
    ribosomal.reason = "copies_not_known";
  else if (ribosomal.copies_found < expected.fewest || ribosomal.copies_found > expected.most)
    ribosomal.reason = fmt::format("copies:{}/{}", whole, expected.fewest);
  else if (ribosomal.copies_found < copies.size())
    ribosomal.reason = fmt::format("pieces:{}", copies.size() - ribosomal.copies_found);
  else
    ribosomal.state = "assessed";
  return ribosomal;
}

// A mutant base in copies that may stand for several is a finding, but not how many hold it.
void note_mutant(Ribosomal& rna, const NucleotideMutation& mutation, Determinant& determinant) {
  rna.positions.push_back({.symbol = determinant.symbol,
                           .ecoli_position = mutation.ecoli_position,
                           .reference = mutation.wild_type,
                           .alternative = mutation.mutant,
                           .mutant_copies = static_cast<std::uint32_t>(*determinant.copies),
                           .agents = mutation.agents});
  if (rna.state == "assessed") return;
  determinant.function = FunctionState::not_assessable;
  determinant.function_reason = rna.reason;
}

}  // namespace

std::optional<std::string> bases_at(const AlignedPlacement& aligned, std::string_view contig,
                                    std::uint32_t position, std::uint32_t length) {
  if (position < aligned.entry_start || position + length > aligned.entry_end) return std::nullopt;
  if (!aligned.interruptions.empty()) return std::nullopt;
  const std::string observed = observed_sequence(aligned, contig);
  std::string bases;
  std::uint32_t entry = aligned.entry_start;
  std::size_t at = 0;
  for (const Column column : aligned.columns) {
    const bool inserted = column == Column::insertion;
    const bool wanted = inserted ? entry > position && entry <= position + length
                                 : entry >= position && entry < position + length;
    if (wanted && column != Column::deletion) bases += observed[at];
    entry += inserted ? 0 : 1;
    at += column == Column::deletion ? 0 : 1;
  }
  return bases;
}

NucleotideFindings call_nucleotide_targets(std::vector<Placement> placements,
                                           const ReferenceSet& reference,
                                           const std::vector<sequence::ContigSequence>& contigs,
                                           const NucleotideKnowledge& knowledge,
                                           const std::string& scope, const std::string& species) {
  NucleotideFindings findings;
  if (scope.empty()) return findings;
  const Caller caller(std::move(placements), reference, contigs);
  const auto expected = knowledge.copies.of(species);
  std::map<std::string, Ribosomal> ribosomal;
  std::map<std::string, std::vector<Copy>> copies;  // of each entry
  for (const auto& mutation : knowledge.mutations) {
    if (mutation.scope != scope) continue;
    auto known = copies.find(mutation.reference);
    if (known == copies.end())
      known = copies.emplace(mutation.reference, caller.copies_of(mutation.reference)).first;
    const auto mutants = caller.mutants(known->second, mutation);
    std::optional<Determinant> determinant;
    if (!mutants.empty()) determinant = caller.describe(mutation, mutants);
    if (is_ribosomal(mutation.gene)) {
      auto& rna = ribosomal[rna_of(mutation.gene)];
      if (rna.gene.empty()) rna = judge_copies(rna_of(mutation.gene), known->second, expected);
      if (determinant) note_mutant(rna, mutation, *determinant);
    }
    if (determinant && mutation.resists) findings.determinants.push_back(std::move(*determinant));
  }
  for (auto& [gene, rna] : ribosomal) findings.ribosomal.push_back(std::move(rna));
  return findings;
}

}  // namespace kres::genome

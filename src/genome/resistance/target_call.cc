#include "genome/resistance/target_call.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/resistance/function_state.h"
#include "genome/resistance/gene_call.h"
#include "genome/resistance/protein.h"
#include "genome/resistance/unlike_stretch.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 85;  // per cent; below this it is another gene of the family

constexpr std::size_t kLeastCodons = 30;  // of a piece at a contig end that is read

// Every copy and piece of a gene, the best first.
std::vector<const AlignedPlacement*> copies_of(const std::vector<Locus>& loci,
                                               const SequenceIndex& index, std::string_view gene) {
  std::vector<const AlignedPlacement*> copies;
  for (const auto& locus : loci) {
    const auto& placement = locus.best.front();
    if (index.gene(placement.entry) == gene && placement.identity() >= kLeastIdentity)
      copies.push_back(&placement);
  }
  std::stable_sort(copies.begin(), copies.end(),
                   [](const auto* a, const auto* b) { return a->score > b->score; });
  return copies;
}

// Codons of which a substitution is known.
std::vector<int> substituted_codons(std::string_view gene, const std::vector<KnownChange>& known) {
  std::vector<int> codons;
  for (const auto& change : known)
    if (change.gene == gene && change.inserted.empty())
      codons.push_back(codons_of(change.text).front());
  return codons;
}

// Codons that must be read to know what the gene's changes do.
std::vector<int> known_codons(std::string_view gene, const std::vector<KnownChange>& known) {
  auto codons = substituted_codons(gene, known);
  for (const auto& change : known)
    if (change.gene == gene && !change.inserted.empty())
      for (int codon = change.first; codon <= change.last; ++codon) codons.push_back(codon);
  return codons;
}

// The protein that a copy shows, against the entry's from residue `first` on.
struct Reading {
  ProteinComparison protein;
  int first = 1;
};

// Of a piece at a contig end, the whole codons that stand there, if they are enough and in one
// frame. Empty where nothing can be read.
Reading read_protein(const AlignedPlacement& placement, const FunctionFinding& function,
                     std::string_view entry, std::string_view observed) {
  if (function.state == FunctionState::intact)
    return {compare_proteins(protein_of(entry), function.protein)};
  const std::uint32_t skip = (3 - placement.entry_start % 3) % 3;
  if (function.reason != "contig_end" || placement.inserted + placement.deleted > 0 ||
      observed.size() < skip + 3 * kLeastCodons)
    return {};
  const auto start = placement.entry_start + skip;
  const auto bases = (observed.size() - skip) / 3 * 3;
  const int first = static_cast<int>(start / 3) + 1;
  return {compare_proteins(sequence::translate(entry.substr(start, bases)),
                           sequence::translate(observed.substr(skip, bases)), first),
          first};
}

bool lies_in(const std::vector<UnlikeStretch>& stretches, const AminoAcidChange& change) {
  const auto codons = codons_of(change.text);
  return !codons.empty() &&
         (covered(stretches, codons.front()) || covered(stretches, codons.back()));
}

std::string state_of(const FunctionFinding& function, const AlignedPlacement& placement,
                     bool changed) {
  if (function.state == FunctionState::not_assessable) return "not_assessable";
  if (!placement.interruptions.empty()) return "interrupted";
  if (function.state == FunctionState::broken) return "truncated";
  return changed ? "missense" : "intact";
}

Target describe(const TargetRow& row, const AlignedPlacement& placement,
                const ReferenceSet& reference, const sequence::ContigSequence& contig,
                const std::vector<KnownChange>& known) {
  const auto& index = reference.sequences();
  const auto entry = index.sequence(placement.entry);
  const auto observed = observed_sequence(placement, contig.bases);
  const auto function = assess_function(placement, entry, index.entry(placement.entry).coding,
                                        observed, reference.settings().broken_protein);
  Target target{.gene = row.gene,
                .detail = function.reason,
                .contig = contig.name,
                .start = placement.contig_start + 1,
                .end = placement.contig_end,
                .strand = placement.reverse ? '-' : '+',
                .identity = placement.identity(),
                .coverage = placement.coverage(),
                .protein_percent = std::min(100.0, function.protein_percent)};
  auto [protein, first] = read_protein(placement, function, entry, observed);
  const auto unlike = unlike_stretches(protein.reference, protein.observed, first);
  std::erase_if(protein.changes, [&](const auto& change) { return lies_in(unlike, change); });
  target.changes = std::move(protein.changes);
  target.state = state_of(function, placement, !target.changes.empty());
  if (const auto unread = unread_stretch(unlike, known_codons(row.gene, known));
      !unread.empty() && function.state == FunctionState::intact) {
    target.state = "not_assessable";
    target.detail = unread;
  }
  return target;
}

Determinant determinant_of(const Target& target, const TargetRow& row) {
  Determinant determinant{.symbol = target.gene,
                          .gene = target.gene,
                          .agents = row.agents,
                          .source = "target:" + target.gene,
                          .contig = target.contig,
                          .start = target.start,
                          .end = target.end,
                          .strand = target.strand,
                          .identity = target.identity,
                          .coverage = target.coverage};
  if (!target.contig.empty())
    determinant.pieces = {
        {.contig = target.contig,
         .start = target.start,
         .end = target.end,
         .strand = target.strand,
         .reference_start = 1,
         .reference_end = static_cast<std::uint32_t>(target.end - target.start + 1)}};
  return determinant;
}

std::vector<Determinant> mutations(const Target& target, const TargetRow& row,
                                   const std::vector<KnownChange>& known) {
  std::vector<Determinant> found;
  for (const auto& change : target.changes)
    for (const auto& candidate : known) {
      if (candidate.gene != target.gene || !candidate.matches(change.text)) continue;
      Determinant determinant = determinant_of(target, row);
      determinant.kind = DeterminantKind::mutation;
      determinant.symbol = fmt::format("{} {}", target.gene, change.text);
      determinant.agents = candidate.agents;
      determinant.source = fmt::format("mutation:{}:{}", target.gene, change.text);
      determinant.allele_status = AlleleStatus::exact_protein;
      determinant.changes = {change};
      determinant.function = FunctionState::intact;
      found.push_back(std::move(determinant));
    }
  return found;
}

// Each mutation once, however many copies show it.
void add_new(std::vector<Determinant>& known, std::vector<Determinant> more) {
  for (auto& found : more)
    if (std::none_of(known.begin(), known.end(),
                     [&](const auto& other) { return other.symbol == found.symbol; }))
      known.push_back(std::move(found));
}

// A change that no catalogue knows, at a codon where others resist.
void note_unclassified(Target& target, const std::vector<Determinant>& mutations,
                       const std::vector<KnownChange>& known) {
  if (target.state != "missense" || !target.detail.empty()) return;
  std::vector<std::string> changes, classified;
  for (const auto& change : target.changes) changes.push_back(change.text);
  for (const auto& mutation : mutations)
    for (const auto& change : mutation.changes) classified.push_back(change.text);
  const auto unknown =
      unclassified_change(changes, classified, substituted_codons(target.gene, known));
  if (!unknown.empty()) target.detail = "unclassified_at_known_codon:" + unknown;
}

// A gene that is not found may be lost, or stand in a gap of the assembly; its flanks may tell
// later.
Target missing(const TargetRow& row, Verdict quality) {
  return {.gene = row.gene,
          .state = "not_assessable",
          .detail = quality != Verdict::fail ? "not_found" : "assembly_quality"};
}

}  // namespace

bool in_scope(const std::string& scope, const Species& species) {
  return glob_match(scope, species.name) ||
         (!species.complex.empty() && glob_match(scope, species.complex));
}

std::vector<Determinant> disruption(const Target& target, const TargetRow& row) {
  const bool absent = target.state == "absent";
  if (!row.loss_matters ||
      !(absent || target.state == "truncated" || target.state == "interrupted"))
    return {};
  Determinant determinant = determinant_of(target, row);
  determinant.kind = DeterminantKind::disruption;
  determinant.function = FunctionState::broken;
  determinant.function_reason = absent ? "absent" : target.detail;
  if (absent) determinant.pieces.clear();
  return {determinant};
}

TargetFindings call_targets(const std::vector<Locus>& loci, const ReferenceSet& reference,
                            const std::vector<sequence::ContigSequence>& contigs,
                            const std::vector<TargetRow>& table,
                            const std::vector<KnownChange>& known, const Species& species,
                            Verdict quality) {
  const auto& index = reference.sequences();
  TargetFindings findings;
  for (const auto& row : table) {
    if (!in_scope(row.scope, species)) continue;
    Target target = missing(row, quality);
    std::vector<Determinant> changed;
    const auto copies = copies_of(loci, index, row.gene);
    for (const auto* copy : copies) {
      Target seen = describe(row, *copy, reference, contigs[copy->contig], known);
      add_new(changed, mutations(seen, row, known));
      if (copy == copies.front()) target = std::move(seen);
    }
    note_unclassified(target, changed, known);
    for (const auto& found : {disruption(target, row), changed})
      findings.determinants.insert(findings.determinants.end(), found.begin(), found.end());
    findings.targets.push_back(std::move(target));
  }
  return findings;
}

}  // namespace kres::genome

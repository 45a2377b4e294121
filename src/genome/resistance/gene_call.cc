#include "genome/resistance/gene_call.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "genome/reference/gene_families.h"
#include "genome/resistance/function_state.h"
#include "genome/resistance/locus_choice.h"
#include "genome/resistance/pieces.h"
#include "genome/resistance/protein.h"
#include "genome/resistance/rearranged.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

// Entries whose protein is the observed one, the nearest in nucleotides first. An entry that was
// not searched for names a locus only within the gene that was found there: rules and tables know a
// gene by the name of the release that is searched (OqxA, not oqxA of NCBI).
std::vector<EntryId> same_protein(const Locus& locus, const FunctionFinding& function,
                                  const ReferenceSet& reference) {
  if (function.state != FunctionState::intact || !locus.best.front().complete()) return {};
  const auto& index = reference.sequences();
  auto entries = index.genes_with_protein(function.protein);
  std::erase_if(entries, [&](EntryId entry) {
    return index.entry(entry).only_looked_up != 0 &&
           index.gene(entry) != index.gene(locus.best.front().entry);
  });
  const auto score_of = [&](EntryId entry) {
    for (const auto* group : {&locus.best, &locus.others})
      for (const auto& placement : *group)
        if (placement.entry == entry) return placement.score;
    return std::numeric_limits<int>::min();
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](EntryId a, EntryId b) { return score_of(a) > score_of(b); });
  return entries;
}

// The entry that is the observed sequence base by base, though it was not searched for.
std::optional<EntryId> same_sequence(const std::vector<EntryId>& entries, std::string_view observed,
                                     const ReferenceSet& reference) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](EntryId entry) {
    return reference.sequences().sequence(entry) == observed;
  });
  return found == entries.end() ? std::nullopt : std::optional(*found);
}

// Fills identity of the protein and its changes against the entry that judges; only where both
// read in frame. A protein with a stretch of another inside may fold or not.
void compare_with_nearest(Determinant& determinant, const AlignedPlacement& judged,
                          std::string_view entry, FunctionFinding& function) {
  if (function.protein.empty() || !judged.complete()) return;
  const auto comparison = compare_proteins(protein_of(entry), function.protein);
  determinant.identity_aa = comparison.identity;
  if (function.state != FunctionState::intact) return;
  determinant.changes = comparison.changes;
  if (comparison.foreign.residues == 0) return;
  function.state = FunctionState::not_assessable;
  function.reason =
      fmt::format("stretch_differs:{}@{}", comparison.foreign.residues, comparison.foreign.first);
}

AlleleStatus inexact_status(const AlignedPlacement& best, const Determinant& determinant,
                            const Settings& settings) {
  if (best.off_contig() || best.coverage() < settings.coverage_present)
    return AlleleStatus::partial;
  const bool other_gene =
      std::any_of(determinant.ties.begin(), determinant.ties.end(),
                  [&](const auto& tie) { return gene_of(tie) != determinant.gene; });
  return other_gene ? AlleleStatus::ambiguous : AlleleStatus::novel;
}

bool is_reported(const Determinant& determinant, const Settings& settings) {
  const double identity = std::max(determinant.identity, determinant.identity_aa.value_or(0));
  if (identity < settings.identity_present)
    return determinant.trace && determinant.coverage >= settings.coverage_partial;
  if (determinant.coverage >= settings.coverage_partial || determinant.trace) return true;
  // What is left of a broken critical gene is printed too.
  return !determinant.critical_family.empty() && determinant.coverage >= settings.coverage_trace;
}

// A critical gene that is there in part, with bases unread, or as a distant relative.
bool is_trace(const Determinant& determinant, const AlignedPlacement& best,
              const Settings& settings) {
  if (determinant.critical_family.empty() || determinant.function == FunctionState::broken)
    return false;
  const double identity = std::max(determinant.identity, determinant.identity_aa.value_or(0));
  const bool distant = identity < settings.identity_present;
  return identity >= settings.identity_trace && determinant.coverage >= settings.coverage_trace &&
         (distant || !best.complete() || determinant.function_reason == "ambiguous_bases");
}

// The first codons are not those of the entry, but where its start would stand there is one, and no
// stop between: the protein may begin otherwise and work.
bool another_start_stands(const AlignedPlacement& best, std::string_view contig) {
  const std::uint32_t missing = best.entry_start;
  if (missing < 3) return false;
  const std::size_t before = best.reverse ? contig.size() - best.contig_end : best.contig_start;
  if (before < missing) return false;
  const std::string bases =
      best.reverse ? sequence::reverse_complement(contig.substr(best.contig_end, missing))
                   : std::string(contig.substr(best.contig_start - missing, missing));
  const std::string_view first = std::string_view(bases).substr(0, 3);
  return sequence::is_common_start_codon(first) &&
         sequence::translate(bases).find('*') == std::string::npos;
}

FunctionFinding function_of(const Locus& locus, const AlignedPlacement& judged,
                            const ReferenceSet& reference, std::string_view contig) {
  if (!locus.parts.empty()) return assess_rearranged(locus);
  const auto& index = reference.sequences();
  auto function =
      assess_function(judged, index.sequence(judged.entry), index.entry(judged.entry).coding,
                      observed_sequence(judged, contig), reference.settings().broken_protein);
  if (function.reason == "start_lost" && another_start_stands(judged, contig)) {
    function.state = FunctionState::not_assessable;
    function.reason = "start_differs";
  }
  return function;
}

}  // namespace

void name_determinant(Determinant& determinant, const std::vector<EntryId>& entries, bool exact,
                      const ReferenceSet& reference) {
  const auto& index = reference.sequences();
  const EntryId first = entries.front();
  const std::string name(index.name(first));
  const auto annotation = reference.annotation(first);
  determinant.gene = index.gene(first);
  determinant.source = index.id(first);
  determinant.drug_class = annotation.drug_class;
  determinant.agents = annotation.agents;
  determinant.critical_family = annotation.critical_family;
  determinant.names.clear();
  if (exact)
    for (const auto& known : annotation.names)
      determinant.names.push_back({known.database, known.name, known.accession});
  determinant.allele = exact ? name : "";
  determinant.nearest = exact ? "" : name;
  determinant.symbol = exact ? name : determinant.gene;
  std::set<std::string> ties;
  for (const EntryId entry : entries) {
    const auto other = reference.annotation(entry);
    if (determinant.critical_family.empty()) determinant.critical_family = other.critical_family;
    std::vector<std::string> common;
    std::set_intersection(determinant.agents.begin(), determinant.agents.end(),
                          other.agents.begin(), other.agents.end(), std::back_inserter(common));
    determinant.agents = common;  // only what every equally good entry acts on
    ties.insert(std::string(index.name(entry)));
  }
  ties.erase(name);
  determinant.ties.assign(ties.begin(), ties.end());
}

std::optional<Determinant> call_gene(const Locus& locus, const ReferenceSet& reference,
                                     const sequence::ContigSequence& contig) {
  const auto& settings = reference.settings();
  const auto choice = choose_placement(locus, reference);
  const auto& best = *choice.placement;
  Determinant determinant{.contig = contig.name,
                          .start = best.contig_start + 1,
                          .end = best.contig_end,
                          .strand = best.reverse ? '-' : '+',
                          .identity = best.identity(),
                          .coverage = best.coverage()};
  auto function = function_of(locus, *choice.judged, reference, contig.bases);
  const std::string observed = observed_sequence(best, contig.bases);
  if (best.exact()) {
    name_determinant(determinant, {best.entry}, true, reference);
    determinant.allele_status = AlleleStatus::exact;
  } else if (const auto same = same_protein(locus, function, reference); !same.empty()) {
    const auto exact = same_sequence(same, observed, reference);
    name_determinant(determinant, exact ? std::vector{*exact} : same, true, reference);
    determinant.allele_status = exact ? AlleleStatus::exact : AlleleStatus::exact_protein;
  } else {
    name_determinant(determinant, choice.nearest, false, reference);
    determinant.allele_status = inexact_status(best, determinant, settings);
  }
  compare_with_nearest(determinant, *choice.judged,
                       reference.sequences().sequence(choice.judged->entry), function);
  determinant.function = function.state;
  determinant.function_reason = function.reason;
  if (!best.exact() && determinant.allele_status == AlleleStatus::exact)
    determinant.identity = determinant.coverage = 100;  // of the entry that names it
  if (!determinant.allele.empty() && !best.exact()) {
    determinant.identity_aa = 100;
    determinant.changes.clear();
  }
  determinant.contig_end = best.off_contig();
  determinant.trace = is_trace(determinant, best, settings);
  determinant.pieces = pieces_of(best, contig.name);
  if (!locus.parts.empty()) span_parts(determinant, locus);
  if (!is_reported(determinant, settings)) return std::nullopt;
  return determinant;
}

}  // namespace kres::genome

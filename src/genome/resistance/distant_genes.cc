#include "genome/resistance/distant_genes.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "genome/resistance/change_catalogue.h"
#include "genome/resistance/protein_function.h"

namespace kres::genome {

namespace {

constexpr std::size_t kCandidates = 5;  // placements of one place that are aligned
constexpr double kSamePlace = 0.5;      // share of the shorter one
constexpr double kTraceCoverage = 60;   // per cent of the protein, where no contig ends in it

struct Stretch {
  std::uint32_t contig = 0;
  std::int64_t start = 0, end = 0;
};

bool share_place(const Stretch& a, const Stretch& b) {
  if (a.contig != b.contig) return false;
  const auto shared = std::min(a.end, b.end) - std::max(a.start, b.start);
  const auto shorter = std::min(a.end - a.start, b.end - b.start);
  return static_cast<double>(shared) >= kSamePlace * static_cast<double>(shorter);
}

Stretch stretch_of(const TranslatedPlacement& placement, std::size_t contig_length) {
  const auto length = static_cast<std::int64_t>(contig_length);
  return placement.reverse
             ? Stretch{placement.contig, length - placement.end(), length - placement.start()}
             : Stretch{placement.contig, placement.start(), placement.end()};
}

Stretch stretch_of(const TranslatedAlignment& aligned) {
  return {aligned.contig, aligned.contig_start, aligned.contig_end};
}

std::vector<Stretch> places_of(const std::vector<Determinant>& known,
                               const std::vector<sequence::ContigSequence>& contigs) {
  std::vector<Stretch> places;
  for (const auto& determinant : known)
    for (const auto& piece : determinant.pieces)
      for (std::uint32_t i = 0; i < contigs.size(); ++i)
        if (contigs[i].name == piece.contig)
          places.push_back({i, static_cast<std::int64_t>(piece.start) - 1,
                            static_cast<std::int64_t>(piece.end)});
  return places;
}

// The critical family of a protein or of any other of its cluster: a distant relative of a GES that
// is no carbapenemase may be one of a GES that is.
std::string_view critical_of_cluster(ProteinId id, const ProteinIndex& index) {
  const auto own = index.text(index.protein(id).critical_family);
  if (!own.empty()) return own;
  for (const ProteinId member : index.members(index.protein(id).representative))
    if (const auto family = index.text(index.protein(member).critical_family); !family.empty())
      return family;
  return {};
}

// Members of a cluster are up to this much nearer than the one that stands for it; per cent.
constexpr double kNearer = 12;

// The identity below which a relative of the cluster is nothing, for what stands for it.
double least_identity(ProteinId id, const ProteinIndex& index, const Settings& settings) {
  const double own = index.protein(id).partial_identity;
  const bool critical = !critical_of_cluster(id, index).empty();
  return (critical ? std::min(own, settings.protein_trace) : own) - kNearer;
}

// Whether the contig ends inside the protein.
bool runs_off(const TranslatedPlacement& placement, std::uint32_t length, std::string_view contig) {
  return placement.runs.front().diagonal < 0 ||
         placement.runs.back().diagonal + 3 * std::int64_t{length} >
             static_cast<std::int64_t>(contig.size());
}

// Whether an alignment could show a member: its runs without gaps are nearly as alike as a member
// must be.
bool may_be_member(const TranslatedPlacement& placement, const ProteinIndex& index,
                   std::string_view contig, const Settings& settings) {
  constexpr double kInRuns = 0.8;  // share of the equal residues that stand in runs
  const auto& record = index.protein(placement.protein);
  const double identity = least_identity(placement.protein, index, settings);
  const bool piece = !critical_of_cluster(placement.protein, index).empty() &&
                     runs_off(placement, record.length, contig);
  const double coverage =
      piece ? settings.coverage_trace : std::min<double>(record.partial_coverage, kTraceCoverage);
  return 100.0 * placement.equal >= identity * placement.residues() &&
         100.0 * placement.equal >= kInRuns * identity * coverage / 100 * record.length;
}

auto order(const TranslatedAlignment& aligned) {
  const int score = static_cast<int>(aligned.matches) - static_cast<int>(aligned.mismatches) -
                    static_cast<int>(aligned.inserted + aligned.deleted);
  return std::make_tuple(-score, aligned.protein);
}

using Candidate = std::pair<TranslatedAlignment, const TranslatedPlacement*>;

void add_members(const TranslatedPlacement& placement, const ProteinIndex& index,
                 std::string_view contig, double interruption,
                 std::vector<TranslatedAlignment>& members) {
  for (const ProteinId id : index.members(placement.protein)) {
    TranslatedPlacement member = placement;
    member.protein = id;
    const auto length = index.protein(id).length;
    std::erase_if(member.runs, [&](const FrameRun& run) { return run.residue_end > length; });
    if (member.runs.empty()) continue;
    members.push_back(
        align_translated(member, index, contig, static_cast<std::int64_t>(interruption)));
  }
}

// The members nearest to what was found, all of them if several are equally near: what stands for a
// cluster was only what led there. The nearest member need not be in the cluster whose
// representative is nearest.
std::vector<TranslatedAlignment> nearest_members(const std::vector<Candidate>& candidates,
                                                 double identity, const ProteinIndex& index,
                                                 std::string_view contig, double interruption) {
  std::vector<TranslatedAlignment> members;
  for (const auto& [aligned, placement] : candidates)
    if (aligned.identity() + kNearer >= identity)
      add_members(*placement, index, contig, interruption, members);
  std::sort(members.begin(), members.end(),
            [](const auto& a, const auto& b) { return order(a) < order(b); });
  while (!members.empty() &&
         std::get<0>(order(members.back())) != std::get<0>(order(members.front())))
    members.pop_back();
  return members;
}

std::vector<std::string> agents_of(const ProteinIndex& index, ProteinId id) {
  std::vector<std::string> agents;
  for (const auto agent : split(index.text(index.protein(id).agents), ';'))
    if (!agent.empty()) agents.emplace_back(agent);
  return agents;
}

enum class Rank { none, trace, partial, whole };

// `own`: the protein itself is of a critical family; `critical`: any of its cluster is. The
// definition of a gene that is present goes before a stricter cut-off of a critical family, which
// says by which name a release calls it, not whether it is there.
Rank rank_of(const TranslatedAlignment& aligned, const ProteinRecord& record, bool own,
             bool critical, const Settings& settings) {
  const double identity = aligned.identity(), coverage = aligned.coverage();
  if (own && identity >= settings.identity_present && coverage >= settings.coverage_present)
    return Rank::whole;
  if (identity >= record.complete_identity && coverage >= record.complete_coverage)
    return Rank::whole;
  if (identity >= record.partial_identity && coverage >= record.partial_coverage)
    return Rank::partial;
  const double enough = aligned.off_contig() ? settings.coverage_trace : kTraceCoverage;
  if (critical && identity >= settings.protein_trace && coverage >= enough) return Rank::trace;
  return Rank::none;
}

void name(Determinant& determinant, const std::vector<TranslatedAlignment>& members,
          const ProteinIndex& index, bool exact) {
  const auto& record = index.protein(members.front().protein);
  determinant.gene = index.text(record.gene);
  const std::string allele(index.text(record.name));
  determinant.allele = exact ? allele : "";
  determinant.nearest = exact ? "" : allele;
  determinant.symbol = exact ? allele : determinant.gene;
  determinant.source = index.text(record.id);
  if (exact && determinant.source.starts_with("ncbi:"))
    determinant.names = {{"NCBI", allele, determinant.source.substr(5)}};
  determinant.drug_class = index.text(record.drug_class);
  determinant.critical_family = index.text(record.critical_family);
  determinant.agents = agents_of(index, members.front().protein);
  std::set<std::string> ties;
  for (const auto& member : members) {
    std::vector<std::string> common;
    const auto agents = agents_of(index, member.protein);
    std::set_intersection(determinant.agents.begin(), determinant.agents.end(), agents.begin(),
                          agents.end(), std::back_inserter(common));
    determinant.agents = std::move(common);  // only what every equally near member acts on
    ties.emplace(index.text(index.protein(member.protein).name));
  }
  ties.erase(allele);
  determinant.ties.assign(ties.begin(), ties.end());
}

// `candidates` lie in one place; `found` is the best of them.
std::optional<Determinant> call(const std::vector<Candidate>& candidates, const Candidate& found,
                                const ReferenceSet& reference,
                                const sequence::ContigSequence& contig) {
  const auto& index = *reference.proteins();
  const auto& settings = reference.settings();
  const double identity = found.first.identity();
  if (identity < least_identity(found.second->protein, index, settings)) return std::nullopt;
  const auto members =
      nearest_members(candidates, identity, index, contig.bases, settings.interruption);
  if (members.empty()) return std::nullopt;
  const auto& best = members.front();
  const auto critical = critical_of_cluster(best.protein, index);
  const auto& record = index.protein(best.protein);
  const bool own = !index.text(record.critical_family).empty();
  const Rank rank = rank_of(best, record, own, !critical.empty(), settings);
  if (rank == Rank::none) return std::nullopt;
  const auto function = assess_translated(best, settings.broken_protein);
  const bool exact = best.matches == best.protein_length && best.inserted == 0 &&
                     function.state == FunctionState::intact && function.reason.empty();
  Determinant determinant{.contig = contig.name,
                          .start = best.contig_start + 1,
                          .end = best.contig_end,
                          .strand = best.reverse ? '-' : '+',
                          .method = "protein",
                          .identity = best.identity(),
                          .identity_aa = best.identity(),
                          .coverage = best.coverage()};
  name(determinant, members, index, exact);
  if (rank == Rank::trace) determinant.critical_family = critical;
  determinant.allele_status = exact ? AlleleStatus::exact_protein
                              : rank != Rank::partial && !best.off_contig() ? AlleleStatus::novel
                                                                            : AlleleStatus::partial;
  determinant.function = function.state;
  determinant.function_reason = function.reason;
  if (function.state == FunctionState::intact && !exact)
    for (auto& change : changes_of(best)) determinant.changes.push_back({std::move(change)});
  determinant.contig_end = best.off_contig();
  determinant.trace = !determinant.critical_family.empty() &&
                      function.state != FunctionState::broken &&
                      (rank != Rank::whole || best.off_contig() || best.unknown > 0);
  determinant.pieces = {{.contig = contig.name,
                         .start = determinant.start,
                         .end = determinant.end,
                         .strand = determinant.strand,
                         .reference_start = 3 * best.protein_start + 1,
                         .reference_end = 3 * best.protein_end,
                         .at_contig_end = best.off_contig()}};
  return determinant;
}

}  // namespace

std::vector<Determinant> call_distant_genes(const std::vector<TranslatedPlacement>& placements,
                                            const ReferenceSet& reference,
                                            const std::vector<sequence::ContigSequence>& contigs,
                                            const std::vector<Determinant>& known) {
  const auto& index = *reference.proteins();
  const auto interruption = static_cast<std::int64_t>(reference.settings().interruption);
  auto taken = places_of(known, contigs);
  const auto is_taken = [&](const Stretch& stretch) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const Stretch& place) { return share_place(place, stretch); });
  };
  std::vector<const TranslatedPlacement*> open;
  for (const auto& placement : placements)
    if (index.kind(placement.protein) == ProteinKind::gene &&
        may_be_member(placement, index, contigs[placement.contig].bases, reference.settings()) &&
        !is_taken(stretch_of(placement, contigs[placement.contig].bases.size())))
      open.push_back(&placement);
  std::stable_sort(open.begin(), open.end(),
                   [](const auto* a, const auto* b) { return a->equal > b->equal; });
  std::vector<Determinant> determinants;
  while (!open.empty()) {
    const auto place = stretch_of(*open.front(), contigs[open.front()->contig].bases.size());
    std::vector<Candidate> candidates;
    for (const auto* placement : open) {
      if (candidates.size() == kCandidates) break;
      const auto& bases = contigs[placement->contig].bases;
      if (share_place(place, stretch_of(*placement, bases.size())))
        candidates.emplace_back(align_translated(*placement, index, bases, interruption),
                                placement);
    }
    const auto best = std::min_element(
        candidates.begin(), candidates.end(),
        [](const auto& a, const auto& b) { return order(a.first) < order(b.first); });
    auto found = call(candidates, *best, reference, contigs[best->second->contig]);
    taken.push_back(place);
    if (found) {
      taken.push_back(stretch_of(best->first));
      determinants.push_back(std::move(*found));
    }
    std::erase_if(open, [&](const TranslatedPlacement* placement) {
      return is_taken(stretch_of(*placement, contigs[placement->contig].bases.size()));
    });
  }
  return determinants;
}

}  // namespace kres::genome

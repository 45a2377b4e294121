#include "genome/analysis/open_bases.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "genome/analysis/read_findings.h"
#include "genome/long_reads/homopolymers.h"
#include "genome/pileup/confirmed_bases.h"
#include "genome/pileup/entry_map.h"

namespace kres::genome {

namespace {

constexpr std::int64_t kBeside = 8;        // bases around a place at which a frame may be lost
constexpr std::int64_t kLongestError = 9;  // bases that a sequencer adds or leaves out at once

// Marks runs of equal bases at places where a reading frame is lost.
class RunMarker {
 public:
  RunMarker(const std::vector<sequence::ContigSequence>& contigs, const Knowledge& knowledge,
            OpenBases& open)
      : contigs_(contigs),
        knowledge_(knowledge),
        least_(static_cast<std::size_t>(knowledge.nanopore_settings.frameshift_run)),
        open_(open) {}

  void mark(const AlignedPlacement& aligned) {
    const auto positions = positions_of_entry(aligned);
    const auto entry = knowledge_.reference.sequences().sequence(aligned.entry);
    std::int64_t last = -1;  // entry base that stands on the contig
    for (auto i = aligned.entry_start; i < aligned.entry_end; ++i) {
      if (positions[i] == kNotThere) continue;
      if (last >= 0) {
        const auto before = positions[static_cast<std::size_t>(last)];
        const auto apart = std::abs(std::int64_t{positions[i]} - std::int64_t{before}) - 1;
        const auto lacking = std::int64_t{i} - last - 1;
        const auto shift = std::abs(apart - lacking);
        if (shift % 3 != 0 && shift <= kLongestError)
          mark_gap(
              aligned.contig, std::min(before, positions[i]), std::max(before, positions[i]),
              entry.substr(static_cast<std::size_t>(last) + 1, static_cast<std::size_t>(lacking)));
      }
      last = i;
    }
  }

  void mark(const TranslatedPlacement& placement) {
    const auto length = static_cast<std::int64_t>(contigs_[placement.contig].bases.size());
    for (std::size_t i = 1; i < placement.runs.size(); ++i) {
      const auto& before = placement.runs[i - 1];
      const auto& behind = placement.runs[i];
      const auto shift = std::abs(behind.diagonal - before.diagonal);
      if (shift % 3 == 0 || shift > kLongestError) continue;
      auto from = std::min(before.end(), behind.start()) - kBeside;
      auto to = std::max(before.end(), behind.start()) + kBeside;
      if (placement.reverse) std::tie(from, to) = std::pair(length - to, length - from);
      mark_runs(placement.contig, from, to, least_);
    }
  }

 private:
  // Two bases of the contig between which an entry has other bases, or none.
  void mark_gap(std::uint32_t contig, std::int64_t before, std::int64_t behind,
                std::string_view lacking) {
    // What the entry has more of makes the run on the contig longer than it looks.
    const bool is_one_run =
        !lacking.empty() && lacking.find_first_not_of(lacking[0]) == lacking.npos;
    const auto least = least_ - std::min(least_ - 1, is_one_run ? lacking.size() : 0);
    mark_runs(contig, before, behind + 1, least);
  }

  // Runs that touch [from, to).
  void mark_runs(std::uint32_t contig, std::int64_t from, std::int64_t to, std::size_t least) {
    const std::string_view bases = contigs_[contig].bases;
    const auto length = static_cast<std::int64_t>(bases.size());
    for (auto at = std::clamp<std::int64_t>(from, 0, length); at < std::min(to, length);) {
      const auto [start, end] = run_at(bases, static_cast<std::size_t>(at));
      if (end - start >= least)
        std::fill(open_[contig].begin() + static_cast<std::ptrdiff_t>(start),
                  open_[contig].begin() + static_cast<std::ptrdiff_t>(end), BaseDoubt::run);
      at = static_cast<std::int64_t>(end);
    }
  }

  const std::vector<sequence::ContigSequence>& contigs_;
  const Knowledge& knowledge_;
  std::size_t least_;
  OpenBases& open_;
};

ConfirmLimits confirm_limits(const NanoporeSettings& settings) {
  return {.share = settings.confirmed_share,
          .strand_reads = static_cast<std::uint32_t>(settings.confirmed_strand_reads),
          .longest_run = static_cast<std::uint32_t>(settings.longest_run)};
}

// Open bases under findings, by the contigs' names.
class OpenUnder {
 public:
  explicit OpenUnder(const OpenBases& open) : open_(open) {}

  void count(const std::string& contig, std::uint64_t start, std::uint64_t end) {
    const auto number = number_of(contig);
    if (number >= open_.size() || start == 0) return;
    const auto& doubts = open_[number];
    for (auto at = start - 1; at < std::min<std::uint64_t>(end, doubts.size()); ++at) {
      runs_ += doubts[at] == BaseDoubt::run;
      unconfirmed_ += doubts[at] == BaseDoubt::unconfirmed;
    }
  }

  std::string reason() const {
    if (runs_ > 0) return fmt::format("homopolymer_uncertain:{}", runs_);
    return unconfirmed_ > 0 ? fmt::format("bases_unconfirmed:{}", unconfirmed_) : "";
  }

 private:
  // Contigs of reads are called reads_1, reads_2 ... in their order.
  static std::size_t number_of(const std::string& contig) {
    constexpr std::string_view kPrefix = "reads_";
    if (!contig.starts_with(kPrefix)) return SIZE_MAX;
    return std::stoul(contig.substr(kPrefix.size())) - 1;
  }

  const OpenBases& open_;
  std::uint32_t runs_ = 0, unconfirmed_ = 0;
};

}  // namespace

OpenBases find_open_bases(const LocalSearch& found, const RecruitedReads& reads,
                          const Knowledge& knowledge) {
  const auto placed = reads_to_place(reads, {});
  const auto confirmed =
      find_confirmed(placed, found.contigs, confirm_limits(knowledge.nanopore_settings));
  OpenBases open;
  for (const auto& contig : confirmed) {
    open.emplace_back(contig.size(), BaseDoubt::none);
    for (std::size_t i = 0; i < contig.size(); ++i)
      if (!contig[i]) open.back()[i] = BaseDoubt::unconfirmed;
  }
  RunMarker marker(found.circles->unrolled(), knowledge, open);
  for (const auto* loci : {&found.loci.genes, &found.loci.targets})
    for (const auto& locus : *loci)
      for (const auto& best : locus.best) marker.mark(best);
  if (found.proteins)
    for (const auto& placement : found.proteins->placements) marker.mark(placement);
  return open;
}

void write_open(LocalSearch& found, const OpenBases& open, const Species& species,
                const Knowledge& knowledge) {
  for (std::size_t contig = 0; contig < open.size(); ++contig)
    for (std::size_t i = 0; i < open[contig].size(); ++i)
      if (open[contig][i] != BaseDoubt::none) found.contigs[contig].bases[i] = 'N';
  search_contigs(found, species, knowledge);
}

void explain_open(GenomeResult& result, const OpenBases& open) {
  constexpr std::string_view kUnread = "ambiguous_bases";
  const auto explain = [&](std::string& reason, const auto& add_places) {
    if (reason != kUnread) return;
    OpenUnder under(open);
    add_places(under);
    if (!under.reason().empty()) reason = under.reason();
  };
  for (auto& one : result.determinants)
    explain(one.function_reason, [&](OpenUnder& under) {
      for (const auto& piece : one.pieces) under.count(piece.contig, piece.start, piece.end);
    });
  for (auto& one : result.targets)
    explain(one.detail, [&](OpenUnder& under) { under.count(one.contig, one.start, one.end); });
  for (auto& cluster : result.van_operons)
    for (auto& gene : cluster.genes)
      explain(gene.reason,
              [&](OpenUnder& under) { under.count(gene.contig, gene.start, gene.end); });
}

}  // namespace kres::genome

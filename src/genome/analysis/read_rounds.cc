#include "genome/analysis/read_rounds.h"

#include <algorithm>
#include <tuple>

#include "genome/analysis/read_depth.h"

namespace kres::genome {

namespace {

constexpr std::size_t kEnd = 150;        // bases of a contig's end that find more reads
constexpr double kLeastCoverage = 20;    // per cent of an entry; less is a chance likeness
constexpr double kTranslatedDepth = 25;  // x; enough to see a protein, the rest follows by bases
constexpr double kDraftDepth = 40;       // x; enough to see where more reads are needed
// Recruited bases from which on a draft costs clearly less than all reads.
constexpr std::uint64_t kManyBases = 8'000'000;
constexpr int kMostRounds = 3;

using Ends = std::vector<std::string_view>;

void add_left(std::string_view bases, Ends& ends) { ends.push_back(bases.substr(0, kEnd)); }
void add_right(std::string_view bases, Ends& ends) {
  ends.push_back(bases.substr(bases.size() - std::min(kEnd, bases.size())));
}

// Where an entry goes on beyond its contig.
void add_open_ends(const std::vector<Locus>& loci,
                   const std::vector<sequence::ContigSequence>& contigs, Ends& ends) {
  for (const auto& locus : loci) {
    const auto& best = locus.best.front();
    if (!best.off_contig() || best.coverage() < kLeastCoverage) continue;
    const std::string_view bases = contigs[best.contig].bases;
    if (best.reverse ? best.end_off_contig : best.start_off_contig) add_left(bases, ends);
    if (best.reverse ? best.start_off_contig : best.end_off_contig) add_right(bases, ends);
  }
}

bool lies_in(const std::vector<Locus>& loci, std::uint32_t contig, std::int64_t start,
             std::int64_t end) {
  return std::any_of(loci.begin(), loci.end(), [&](const Locus& locus) {
    const auto& best = locus.best.front();
    return best.contig == contig && best.complete() && best.contig_start <= start + 100 &&
           best.contig_end + 100 >= end;
  });
}

// Contigs with a wanted protein that no entry explains: whole at first, since only part of the
// reads was looked at, then their ends.
void add_protein_ends(const LocalSearch& found, const WantedProteins& wanted, bool whole,
                      Ends& ends) {
  for (const auto& placement : found.proteins->placements) {
    if (wanted.least_words[placement.protein] == 0) continue;
    const std::string_view bases = found.contigs[placement.contig].bases;
    const auto length = static_cast<std::int64_t>(bases.size());
    auto start = placement.start(), end = placement.end();
    const auto protein =
        3 * static_cast<std::int64_t>(wanted.index->protein(placement.protein).length);
    const auto& first = placement.runs.front();
    const auto& last = placement.runs.back();
    auto should_start = start - 3 * std::int64_t{first.residue_start};
    auto should_end = end + protein - 3 * std::int64_t{last.residue_end};
    if (placement.reverse) {
      std::tie(start, end) = std::pair(length - end, length - start);
      std::tie(should_start, should_end) = std::pair(length - should_end, length - should_start);
    }
    if (lies_in(found.loci.genes, placement.contig, start, end) ||
        lies_in(found.loci.targets, placement.contig, start, end))
      continue;
    if (whole) {
      const auto from = static_cast<std::size_t>(std::clamp<std::int64_t>(should_start, 0, length));
      const auto to = static_cast<std::size_t>(std::clamp<std::int64_t>(should_end, 0, length));
      ends.push_back(bases.substr(from, to - from));
    }
    if (should_start < 0) add_left(bases, ends);
    if (should_end > length) add_right(bases, ends);
  }
}

// Targets of the species and critical genes by one word, other genes by two.
WantedProteins wanted_of(const Knowledge& knowledge, const Species& species) {
  const auto& index = *knowledge.reference.proteins();
  WantedProteins proteins{&index, std::vector<std::uint8_t>(index.proteins().size(), 0)};
  const auto scope = knowledge.proteins->taxgroups.group_of(species);
  for (ProteinId id = 0; id < proteins.least_words.size(); ++id) {
    if (index.kind(id) == ProteinKind::target)
      proteins.least_words[id] = is_target_of(scope, index, id) ? 1 : 0;
    else
      proteins.least_words[id] = index.protein(id).critical_family.length > 0 ? 1 : 2;
  }
  return proteins;
}

// A share of reads that are themselves the share `used` of all.
CorrectedReads correct_share(const RecruitedReads& recruited, double share, double used,
                             const NoisyReads& noisy, int threads) {
  const CorrectionOptions options{
      .threads = threads, .errors = noisy.errors, .single_copy = share * noisy.whole_kmers};
  if (share >= 1) return correct_reads(recruited, options);
  return correct_reads(recruited.share_of(share * used), options);
}

struct SearchInput {
  double depth = 0;
  const Species& species;
  const Knowledge& knowledge;
  const std::optional<NoisyReads>& noisy;
  int threads = 1;
};

// From a share (0-1) of the reads that are used.
LocalSearch search_once(const ScannedReads& scan, double share, const SearchInput& input) {
  LocalSearch found;
  LocalAssemblyOptions options{.depth = share * input.depth, .threads = input.threads};
  if (input.noisy) {
    found.corrected = correct_share(scan.recruited, share, scan.share, *input.noisy, input.threads);
    options.depth = depth_with_errors(share * input.noisy->whole_kmers, input.noisy->k,
                                      found.corrected->error_rate());
    found.assembly = assemble_locally(found.corrected->reads, {}, options);
  } else if (share < 1) {
    found.assembly = assemble_locally(scan.recruited.share_of(share * scan.share), {}, options);
  } else {
    found.assembly = assemble_locally(scan.recruited, scan.mates, options);
  }
  for (const auto& contig : found.assembly.contigs) found.contigs.push_back(contig.sequence);
  search_contigs(found, input.species, input.knowledge);
  return found;
}

}  // namespace

void search_contigs(LocalSearch& found, const Species& species, const Knowledge& knowledge) {
  found.circles = std::make_unique<Circles>(found.contigs);
  found.loci = search_assembly(*found.circles, knowledge.reference);
  if (knowledge.proteins)
    found.proteins =
        search_proteins(*found.circles, knowledge.reference, *knowledge.proteins, species);
}

LocalSearch search_reads(ScannedReads& scan, double depth, const Species& species,
                         const Knowledge& knowledge, int threads,
                         const std::optional<NoisyReads>& noisy) {
  const SearchInput input{depth, species, knowledge, noisy, threads};
  std::optional<WantedProteins> wanted;
  if (knowledge.proteins) {
    wanted = wanted_of(knowledge, species);
    const double share = depth > kTranslatedDepth ? kTranslatedDepth / depth : 1;
    recruit_translated(scan, *wanted, share, threads);
  }
  const double draft = depth > kDraftDepth ? kDraftDepth / depth : 1;
  for (int round = 1; round < kMostRounds; ++round) {
    const bool is_last_likely = round > 1 && scan.recruited.total_bases() < kManyBases;
    const double share = is_last_likely ? 1 : draft;
    auto found = search_once(scan, share, input);
    Ends ends;
    add_open_ends(found.loci.genes, found.contigs, ends);
    add_open_ends(found.loci.targets, found.contigs, ends);
    add_open_ends(found.loci.replicons, found.contigs, ends);
    if (wanted) add_protein_ends(found, *wanted, round == 1, ends);
    if (recruit_more(scan, ends, threads)) continue;
    if (share == 1) return found;
    break;
  }
  return search_once(scan, 1, input);
}

}  // namespace kres::genome

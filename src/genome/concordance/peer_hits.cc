#include "genome/concordance/peer_hits.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "genome/concordance/greedy_extension.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr double kLeastCoverage = 0.2;  // the peer drops alignments of no more than this

std::vector<std::string_view> sequences_of(const std::vector<ClassFile>& files) {
  std::vector<std::string_view> sequences;
  for (const auto& file : files)
    for (const auto& entry : file.entries) sequences.push_back(entry.sequence);
  return sequences;
}

// Half points: a match two, a mismatch minus four, a gap minus five.
long score_of(const PeerHit& hit) {
  const auto mismatches = hit.columns - hit.identities - hit.gaps;
  return 2 * static_cast<long>(hit.identities) - 4 * static_cast<long>(mismatches) -
         5 * static_cast<long>(hit.gaps);
}

}  // namespace

// An alignment on the contig's forward strand, the entry turned where needed; half-open.
struct PeerSearch::Found {
  std::uint32_t sequence = 0;
  bool reverse = false;
  std::size_t query_start = 0, query_end = 0, subject_start = 0, subject_end = 0;
  std::size_t mismatches = 0, gaps = 0, identities = 0;

  bool contains(std::size_t query, std::size_t subject) const {
    return query >= query_start && query + kPeerWord <= query_end && subject >= subject_start &&
           subject + kPeerWord <= subject_end;
  }
};

double PeerHit::identity() const {
  return static_cast<double>(identities) / static_cast<double>(columns) * 100;
}

double PeerHit::coverage() const {
  return static_cast<double>(columns - gaps) / static_cast<double>(subject_length);
}

PeerSearch::PeerSearch(const std::vector<ClassFile>& files)
    : sequences_(sequences_of(files)), index_(sequences_) {
  for (const auto sequence : sequences_)
    reversed_.push_back(sequence::reverse_complement(sequence));
  for (std::uint32_t file = 0; file < files.size(); ++file)
    for (std::uint32_t entry = 0; entry < files[file].entries.size(); ++entry)
      places_.push_back({file, entry});
}

void PeerSearch::extend(std::string_view contig, std::size_t at, const WordPlace& place,
                        bool reverse, std::vector<Found>& found) const {
  const std::string_view subject =
      reverse ? std::string_view(reversed_[place.sequence]) : sequences_[place.sequence];
  const std::size_t position =
      reverse ? subject.size() - kPeerWord - place.position : place.position;
  for (const auto& known : found)
    if (known.reverse == reverse && known.contains(at, position)) return;
  // The peer takes the longest of equal extensions towards the entry's start, and the shortest
  // towards its end.
  const auto left = extend_greedily(contig.substr(0, at), subject.substr(0, position), true,
                                    reverse ? Ties::shortest : Ties::longest);
  const auto right =
      extend_greedily(contig.substr(at + kPeerWord), subject.substr(position + kPeerWord), false,
                      reverse ? Ties::longest : Ties::shortest);
  found.push_back({.sequence = place.sequence,
                   .reverse = reverse,
                   .query_start = at - left.query,
                   .query_end = at + kPeerWord + right.query,
                   .subject_start = position - left.subject,
                   .subject_end = position + kPeerWord + right.subject,
                   .mismatches = left.mismatches + right.mismatches,
                   .gaps = left.gaps + right.gaps,
                   .identities = left.matches() + right.matches() + kPeerWord});
}

std::vector<PeerHit> PeerSearch::hits(std::string_view contig, std::size_t contig_number,
                                      double least_identity) const {
  std::map<std::uint32_t, std::vector<Found>> by_sequence;
  for_each_kmer(contig, kPeerWord, [&](std::size_t at, Kmer forward, Kmer reverse) {
    const Kmer canonical = std::min(forward, reverse);
    for (const auto& place : index_.places(canonical))
      extend(contig, at, place, place.reverse != (canonical != forward),
             by_sequence[place.sequence]);
  });
  std::vector<std::vector<PeerHit>> groups;  // one per entry
  for (auto at = by_sequence.rbegin(); at != by_sequence.rend(); ++at) {
    const auto& [sequence, all] = *at;  // of equal entries the peer reads the last first
    std::vector<PeerHit> group;
    for (const auto& found : all) {
      const auto length = sequences_[sequence].size();
      PeerHit hit{
          .file = places_[sequence].file,
          .entry = places_[sequence].entry,
          .contig = contig_number,
          .query_start = found.query_start + 1,
          .query_end = found.query_end,
          .subject_start = (found.reverse ? length - found.subject_end : found.subject_start) + 1,
          .subject_end = found.reverse ? length - found.subject_start : found.subject_end,
          .subject_length = length,
          .reverse = found.reverse,
          .columns = found.identities + found.mismatches + found.gaps,
          .identities = found.identities,
          .gaps = found.gaps};
      if (hit.identity() >= least_identity) group.push_back(hit);
    }
    std::stable_sort(group.begin(), group.end(),
                     [](const PeerHit& a, const PeerHit& b) { return score_of(a) > score_of(b); });
    if (!group.empty()) groups.push_back(std::move(group));
  }
  const auto most = [](const std::vector<PeerHit>& group) {
    std::size_t identities = 0;
    for (const auto& hit : group) identities = std::max(identities, hit.identities);
    return identities;
  };
  std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
    return std::make_tuple(a[0].file, -static_cast<long>(most(a)), -score_of(a[0])) <
           std::make_tuple(b[0].file, -static_cast<long>(most(b)), -score_of(b[0]));
  });
  std::vector<PeerHit> hits;
  for (const auto& group : groups)
    for (const auto& hit : group)
      if (hit.coverage() * 100 > kLeastCoverage * 100) hits.push_back(hit);
  return hits;
}

}  // namespace kres::genome

#include "genome/protein/origin.h"

#include <limits>
#include <utility>

namespace kres::genome {

namespace {

constexpr std::uint32_t kNoEnd = std::numeric_limits<std::uint32_t>::max();

// The one or two stretches of a contig that an alignment covers.
std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches_of(
    const TranslatedAlignment& aligned) {
  if (aligned.contig_start < aligned.contig_end)
    return {{aligned.contig_start, aligned.contig_end}};
  return {{aligned.contig_start, kNoEnd}, {0, aligned.contig_end}};
}

}  // namespace

std::vector<Junction> junctions_of(const std::vector<sequence::ContigSequence>& contigs,
                                   std::size_t reach) {
  std::vector<Junction> junctions;
  for (std::uint32_t i = 0; i < contigs.size(); ++i) {
    const auto& bases = contigs[i].bases;
    if (!contigs[i].circular || bases.size() < 2 * reach) continue;
    junctions.push_back({i, static_cast<std::uint32_t>(bases.size()),
                         static_cast<std::uint32_t>(reach),
                         bases.substr(bases.size() - reach) + bases.substr(0, reach)});
  }
  return junctions;
}

bool spans(const Junction& junction, const TranslatedAlignment& aligned) {
  return aligned.contig_start < junction.before && aligned.contig_end > junction.before;
}

TranslatedAlignment on_contig(const Junction& junction, TranslatedAlignment aligned) {
  aligned.contig = junction.contig;
  aligned.contig_start += junction.contig_length - junction.before;
  aligned.contig_end -= junction.before;
  return aligned;
}

bool share_bases(const TranslatedAlignment& a, const TranslatedAlignment& b) {
  if (a.contig != b.contig) return false;
  for (const auto& [from, to] : stretches_of(a))
    for (const auto& [start, end] : stretches_of(b))
      if (from < end && start < to) return true;
  return false;
}

}  // namespace kres::genome

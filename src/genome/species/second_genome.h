// Signs of a second genome in reads, of whatever relation: places of the genome sample that have
// little depth and are like no place of the isolate's own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "genome/kmer/site_tag.h"
#include "genome/reference/read_settings.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// Tags of one genome have one depth, those that errors make have next to none; a second genome
// shows as a further peak between the two.
//
// `tags`: ascending, each once; `yield`: their counts by the depth of the genome. A tag is the
// second genome's if it is seen in second_genome_reads fragments or more, on both strands, and
// differs in two bases or more from every tag of the main depth: one that differs in a single base
// may be an error. Errors in bases of the site itself make tags without a known origin; how many
// follows from the tags next to those of the main depth, and as many are taken off. The peak must
// stand out from the valley above it: a library of uneven depth has a slope there.
//
// The share of the second genome follows from its tags' mean depth (Poisson, cut off below
// second_genome_reads) and from the isolate's own (own_depth.h).
// Fewer places than second_genome_warn have no share. Nothing if the depth is below
// second_genome_depth.
std::optional<SecondGenome> find_second_genome(std::span<const SiteTag> tags, double yield,
                                               const ReadSettings& settings);

// Warns from second_genome_warn places on, fails from second_genome_fail on; then the second
// genome's share stands as the minor fraction, until second alleles tell it better.
void add_second_genome(Contamination& contamination, const SecondGenome& found,
                       const ReadSettings& settings);

}  // namespace kres::genome

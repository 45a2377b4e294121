// Typed negatives: what the reads would have shown if it were there.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "genome/pileup/detection.h"
#include "genome/pileup/read_evidence.h"
#include "genome/pileup/whole_stretches.h"

namespace kres::genome {

namespace {

constexpr double kPoorest = 1.645;      // standard deviations: one locus in twenty is poorer
constexpr double kLeastWritten = 1e-4;  // so that no chance is written as none

// Bases of the longest gene of each critical family.
std::map<std::string, std::uint32_t, std::less<>> longest_genes(const ReferenceSet& reference) {
  std::map<std::string, std::uint32_t, std::less<>> longest;
  const auto& index = reference.sequences();
  for (EntryId id = 0; id < index.entries().size(); ++id) {
    if (index.entry(id).kind != EntryKind::gene) break;  // genes stand first
    const auto family = reference.critical_family(id);
    if (family.empty()) continue;
    auto& length = longest[std::string(family)];
    length = std::max(length, index.entry(id).length);
  }
  return longest;
}

void judge(Negative& negative, double depth, double miss, const ReadSettings& settings) {
  negative.depth = depth;
  negative.miss_probability = std::max(miss, kLeastWritten);
  negative.basis = fmt::format("reads:{:.0f}x", depth);
  negative.state = depth < settings.depth_genes || miss > settings.negative_miss ? "not_covered"
                                                                                 : "absent_covered";
}

// 23S rRNA, where no mutation that resists was called.
void add_ribosomal_negatives(GenomeResult& result, const ReadEvidenceInput& input, double depth) {
  const auto& settings = input.settings;
  for (const auto& rna : result.ribosomal) {
    const bool found = std::any_of(
        result.determinants.begin(), result.determinants.end(), [&](const Determinant& other) {
          return other.gene == rna.gene && other.function == FunctionState::intact;
        });
    if (rna.gene != "23S" || found) continue;
    const auto searched =
        std::count_if(input.nucleotides.mutations.begin(), input.nucleotides.mutations.end(),
                      [&](const NucleotideMutation& mutation) {
                        return mutation.scope == input.scope && mutation.gene.starts_with(rna.gene);
                      });
    Negative negative{.target = rna.gene,
                      .state = "not_assessable",
                      .basis = rna.reason,
                      .entries_searched = static_cast<std::uint32_t>(searched)};
    if (rna.state == "assessed") {
      const double miss = chance_to_miss_copies(
          {.reads = rna.reads.value_or(0),
           .copies = rna.copies_expected,
           .strand_reads = static_cast<std::uint32_t>(settings.ribosomal_strand_reads),
           .fraction = settings.ribosomal_fraction,
           .lower_bound = settings.ribosomal_lower_bound});
      judge(negative, depth, miss, settings);
    }
    result.negatives.push_back(std::move(negative));
  }
}

}  // namespace

void add_detection_limits(GenomeResult& result, const ReadEvidenceInput& input) {
  if (!result.read_evidence) return;
  const auto& evidence = *result.read_evidence;
  const auto& settings = input.settings;
  const auto longest = longest_genes(input.reference);
  const double depth = evidence.single_copy_depth.value_or(0) *
                       std::exp(-kPoorest * evidence.depth_spread.value_or(0));
  const auto overlap = static_cast<std::uint32_t>(settings.negative_overlap);
  const auto stretches = whole_stretches(input.reads, overlap);
  for (auto& negative : result.negatives) {
    const auto gene = longest.find(negative.target);
    if (depth <= 0 || gene == longest.end()) {
      negative.state = "not_assessable";
      negative.basis = "depth_not_known";
      continue;
    }
    const double miss =
        chance_to_miss_gene({.depth = depth * stretches.share,
                             .read_length = stretches.length,
                             .gene = gene->second,
                             .overlap = overlap,
                             .reads = static_cast<std::uint32_t>(settings.negative_reads)});
    judge(negative, depth, miss, settings);
  }
  add_ribosomal_negatives(result, input, depth);
}

}  // namespace kres::genome

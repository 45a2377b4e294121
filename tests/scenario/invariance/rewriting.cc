#include "tests/scenario/invariance/rewriting.h"

#include <algorithm>
#include <random>

#include "sequence/nucleotides.h"

namespace kres::testing {

std::uint64_t Rewritten::original(const std::string& contig, std::uint64_t position) const {
  const auto found = origins.find(contig);
  if (found == origins.end() || position == 0) return position;
  const auto& origin = found->second;
  const std::uint64_t forward = origin.reversed ? origin.length + 1 - position : position;
  return (forward - 1 + origin.rotated_by) % origin.length + 1;
}

char Rewritten::original_strand(const std::string& contig, char strand) const {
  const auto found = origins.find(contig);
  if (found == origins.end() || !found->second.reversed) return strand;
  return strand == '+' ? '-' : '+';
}

Rewritten unchanged(const Contigs& contigs, std::string name) {
  Rewritten rewritten{.name = std::move(name), .contigs = contigs, .origins = {}};
  for (const auto& contig : contigs)
    rewritten.origins[contig.name] = {contig.bases.size(), 0, false};
  return rewritten;
}

Rewritten rotated(const Contigs& contigs, std::string name,
                  const std::map<std::string, std::uint64_t>& offsets) {
  auto rewritten = unchanged(contigs, std::move(name));
  for (auto& contig : rewritten.contigs) {
    const auto offset = offsets.find(contig.name);
    if (!contig.circular || offset == offsets.end()) continue;
    const auto by = offset->second % contig.bases.size();
    std::rotate(contig.bases.begin(), contig.bases.begin() + static_cast<std::ptrdiff_t>(by),
                contig.bases.end());
    rewritten.origins[contig.name].rotated_by = by;
  }
  return rewritten;
}

Rewritten reverse_complemented(const Contigs& contigs) {
  auto rewritten = unchanged(contigs, "reverse_complement");
  for (auto& contig : rewritten.contigs) {
    contig.bases = sequence::reverse_complement(contig.bases);
    rewritten.origins[contig.name].reversed = true;
  }
  return rewritten;
}

Rewritten reordered(const Contigs& contigs) {
  auto rewritten = unchanged(contigs, "reverse_order");
  std::reverse(rewritten.contigs.begin(), rewritten.contigs.end());
  return rewritten;
}

std::map<std::string, std::uint64_t> seeded_offsets(const Contigs& contigs, std::uint32_t seed) {
  std::mt19937_64 random(seed);
  std::map<std::string, std::uint64_t> offsets;
  for (const auto& contig : contigs)
    if (contig.circular) offsets[contig.name] = random() % contig.bases.size();
  return offsets;
}

std::string as_fasta(const Contigs& contigs, std::size_t line_width, const char* line_end) {
  std::string text;
  for (const auto& contig : contigs) {
    text += ">" + contig.name + " " + contig.description + line_end;
    for (std::size_t at = 0; at < contig.bases.size(); at += line_width)
      text.append(contig.bases, at, line_width).append(line_end);
  }
  return text;
}

std::string as_gfa(const Contigs& contigs) {
  std::string text = "H\tVN:Z:1.0\n";
  for (const auto& contig : contigs) {
    text += "S\t" + contig.name + "\t" + contig.bases + "\n";
    if (contig.circular) text += "L\t" + contig.name + "\t+\t" + contig.name + "\t+\t0M\n";
  }
  return text;
}

}  // namespace kres::testing

// What the stretch between a gene's flanks, or between a flank and the gene, says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kres::genome {

// Detail of an absent gene: "flanks_adjacent:GAP" or "replaced:LENGTH". Nothing where the stretch
// between the flanks may hold the gene: with a base that was not read, and from 61 bases to one
// and a half times the gene, where a relative too far to be found may stand.
std::optional<std::string> judge_gap(std::string_view between, std::uint64_t gene_length);

// Bases that stand inside a flank and are not the flank's.
struct Displacement {
  std::uint64_t before = 0;  // bases of the stretch before them
  std::uint64_t length = 0;
  std::uint64_t after = 0;  // bases of the stretch after them
  // Equal bases leave the place open: they may as well begin up to so many bases earlier.
  std::uint64_t slack = 0;
};

// `stretch` goes from the flank's first base to its last one, both in the direction of the gene.
// Nothing if fewer than 40 bases are too many, if one of them was not read, or if what is left and
// right of them is not the flank (90 % of its bases). Where several places fit, the one nearest to
// the gene.
std::optional<Displacement> find_displacement(std::string_view stretch, std::string_view flank);

}  // namespace kres::genome

// What one line of AMRFinderPlus means: how whole the gene is, and which gene a symbol changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "genome/result/genome_result.h"

namespace kres::exchange {

// How far the method column vouches for a gene. Without the column the gene is believed to be whole
// and to function, and an allele is believed where the symbol names one.
struct Wholeness {
  genome::AlleleStatus status = genome::AlleleStatus::novel;
  genome::FunctionState function = genome::FunctionState::intact;
  bool contig_end = false;
  bool known = true;  // false: a method of a release that this program does not know
};
Wholeness wholeness_of(std::string_view method, std::string_view symbol);

// True for the numbered alleles that AMRFinderPlus names at full protein identity only:
// "blaSHV-2A", "mcr-1.1"; not for families and genes ("blaSHV", "sul1").
bool names_an_allele(std::string_view symbol);

// "ompK36_D135DGD" is the change D135DGD of ompK36.
struct PointChange {
  std::string gene, change;
  bool loss = false;  // a stop or a lost reading frame
};
// Nothing if the symbol is not of this form.
std::optional<PointChange> point_change(std::string_view symbol, std::string_view subtype);

}  // namespace kres::exchange

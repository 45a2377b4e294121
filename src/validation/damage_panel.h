// The damage panel: every family's gene with every damage of data/validation/damage_cases.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "validation/damage.h"
#include "validation/specimen.h"

namespace kres::validation {

struct DamageCase {
  std::string name, edit;
  std::vector<ExpectedCall> calls;
  std::string describes, beskriver;  // for a person, English and Norwegian
};

// Columns case, edit, status, function, trace, describes, beskriver.
Result<std::vector<DamageCase>> parse_damage_cases(std::string_view text, const std::string& name);

// Every gene with every case, each in several orders and strands of its contigs. A case that a
// gene cannot have (a mosaic where the family has one entry) is left out.
Result<std::vector<Specimen>> damage_specimens(const std::vector<PanelGene>& genes,
                                               const std::vector<DamageCase>& cases,
                                               std::uint64_t seed);

// Turns a gene's contigs into one of their arrangements: order and strands. `arrangement` counts
// from 0 to arrangements(count) - 1; the first leaves them as they are.
std::vector<sequence::ContigSequence> arranged(const DamagedContigs& damaged,
                                               std::size_t arrangement);
std::size_t arrangements(std::size_t contigs);

}  // namespace kres::validation

// Brings what typing found into a result: types, evidence on the species, loci found twice.
#pragma once

#include "genome/result/genome_result.h"
#include "genome/species/species_table.h"
#include "genome/typing/mlst.h"

namespace kres::genome {

// Names the species by a type whose profile names one, if the k-mers named only its complex or its
// genus, or nothing; the confidence is then low. True if the name changed, so that the schemes have
// to be chosen again. Never changes a species that k-mers or a person named.
bool name_species_by_type(Species& species, const Typing& typing, const SpeciesTable& table);

// Types go to `mlst`; profiles that name the species or contradict it to the species' evidence (one
// that names it settles what k-mers could not tell apart); loci found twice to `contamination`.
void add_typing(GenomeResult& result, Typing typing, std::vector<std::string> loci_twice,
                const Settings& settings);

// scheme_against_species, scheme_without_species, two_alleles, species_by_type_differs.
std::vector<std::string> typing_warnings(const GenomeResult& result);

}  // namespace kres::genome

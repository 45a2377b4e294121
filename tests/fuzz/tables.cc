// Any text is either a curated table or a refusal that names it. The first byte chooses the table.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "download/source_table.h"
#include "genome/findings/van_table.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/import_kleborate.h"
#include "genome/reference/import_ncbi_subclasses.h"
#include "genome/reference/import_resfinder.h"
#include "genome/reference/reference_set.h"
#include "genome/reference/settings.h"
#include "genome/resistance/change_catalogue.h"
#include "genome/resistance/intrinsic.h"
#include "genome/resistance/target_tables.h"
#include "genome/resistance/taxgroups.h"
#include "genome/species/species_table.h"
#include "genome/typing/scheme_table.h"
#include "tests/fuzz/require.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace {

using namespace kres;
using namespace kres::genome;

constexpr const char* kName = "fuzz";

template <auto parse>
void read(std::string_view text) {
  fuzz::refused(parse(text, kName), kName);
}

// One text as the table and as the table of allele families beside it.
void read_intrinsic(std::string_view text) {
  fuzz::refused(
      IntrinsicTable::parse(text, kName, "family\talleles\tsource\nOXA-51\t51;64-71\tx\n", kName),
      kName);
  fuzz::refused(
      IntrinsicTable::parse("scope\tgene\thome\tcopies\tkeep_agents\tsource\n", kName, text, kName),
      kName);
}

constexpr void (*kTables[])(std::string_view) = {
    read<Settings::parse>,    read<SpeciesTable::parse>,    read_intrinsic,
    read<parse_targets>,      read<parse_known_changes>,    read<GeneFamilies::parse>,
    read<parse_agent_names>,  read<parse_bla_classes>,      read<NcbiSubclasses::parse>,
    read<Taxgroups::parse>,   read<parse_catalogue>,        read<parse_susceptible>,
    read<SchemeTable::parse>, read<AgentTable::parse>,      read<OrganismTable::parse>,
    read<Manifest::parse>,    read<download::parse_sources>};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  kTables[static_cast<std::uint8_t>(data[0] - 'a') % std::size(kTables)](text);
  return 0;
}

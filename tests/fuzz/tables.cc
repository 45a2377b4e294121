// Any text is either a curated table or a refusal that names it. The first byte chooses the table.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "download/source_table.h"
#include "genome/findings/nucleotide_mutations.h"
#include "genome/findings/van_table.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/import_kleborate.h"
#include "genome/reference/import_ncbi_subclasses.h"
#include "genome/reference/import_resfinder.h"
#include "genome/reference/reference_set.h"
#include "genome/reference/settings.h"
#include "genome/reference/target_flanks.h"
#include "genome/resistance/change_catalogue.h"
#include "genome/resistance/intrinsic.h"
#include "genome/resistance/target_tables.h"
#include "genome/resistance/taxgroups.h"
#include "genome/species/species_table.h"
#include "genome/typing/scheme_table.h"
#include "tests/fuzz/require.h"
#include "validation/damage_panel.h"
#include "validation/panel_gene.h"
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

void read_flanks(std::string_view text) {
  const auto flanks = parse_target_flanks(text, kName);
  if (fuzz::refused(flanks, kName)) return;
  for (const auto& entry : flank_entries(*flanks))
    fuzz::require(entry.sequence.size() >= 100 && entry.sequence.size() <= 300);
}

constexpr std::string_view kVanHead =
    "type\tspan\treach\tligase\tdehydrogenase\tdipeptidase\tracemase\tregulator\tsensor\t"
    "accessory\tpromoter\tintrinsic\tsource\n";

// Parts are whole codons of genes that the clusters name.
void require_parts(const Result<VanTable>& table) {
  if (fuzz::refused(table, kName)) return;
  for (const auto& [entry, parts] : table->all_parts())
    for (const auto& part : parts)
      fuzz::require(part.start < part.end && (part.end - part.start) % 3 == 0 &&
                    table->find(part.gene).has_value());
}

void read_van_clusters(std::string_view text) {
  require_parts(VanTable::parse(text, kName, "entry\tgene\tstart\tend\ne\tvanA\t1\t999\n", kName));
}

void read_van_parts(std::string_view text) {
  static const std::string kClusters =
      std::string(kVanHead) +
      "vanA\t11000\t5000\tvanA;vanA-Pt*\tvanH-A\tvanX-A\t-\tvanR-A\tvanS-A\t-\t60\t-\tx\n";
  require_parts(VanTable::parse(kClusters, kName, text, kName));
}

template <auto parse>
void read_positions(std::string_view text) {
  const auto mutations = parse(text, kName);
  if (fuzz::refused(mutations, kName)) return;
  for (const auto& mutation : *mutations) fuzz::require(mutation.position < 10'000'000);
}

void read_copies(std::string_view text) {
  const auto table = RibosomalCopyTable::parse(text, kName);
  if (fuzz::refused(table, kName)) return;
  const auto copies = table->of("Enterococcus faecium");
  fuzz::require(copies.fewest <= copies.most);
}

constexpr void (*kTables[])(std::string_view) = {read<Settings::parse>,
                                                 read<SpeciesTable::parse>,
                                                 read_intrinsic,
                                                 read<parse_targets>,
                                                 read<parse_known_changes>,
                                                 read<GeneFamilies::parse>,
                                                 read<parse_agent_names>,
                                                 read<parse_bla_classes>,
                                                 read<NcbiSubclasses::parse>,
                                                 read<Taxgroups::parse>,
                                                 read<parse_catalogue>,
                                                 read<parse_susceptible>,
                                                 read<SchemeTable::parse>,
                                                 read<AgentTable::parse>,
                                                 read<OrganismTable::parse>,
                                                 read<Manifest::parse>,
                                                 read<download::parse_sources>,
                                                 read_flanks,
                                                 read_van_clusters,
                                                 read_van_parts,
                                                 read_positions<parse_nucleotide_mutations>,
                                                 read_positions<parse_ribosomal_positions>,
                                                 read_copies,
                                                 read<validation::parse_panel_genes>,
                                                 read<validation::parse_damage_cases>};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  kTables[static_cast<std::uint8_t>(data[0] - 'a') % std::size(kTables)](text);
  return 0;
}

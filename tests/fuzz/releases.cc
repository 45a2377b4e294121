// Any text is either a file of a public release or a refusal that names it. The first byte chooses
// the reader.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "genome/reference/import_ncbi_cds.h"
#include "genome/reference/import_ncbi_dna.h"
#include "genome/reference/import_ncbi_fam.h"
#include "genome/reference/import_ncbi_mutations.h"
#include "genome/reference/import_ncbi_proteins.h"
#include "genome/reference/import_plasmidfinder.h"
#include "genome/reference/import_rrna23s.h"
#include "genome/reference/mlst_scheme.h"
#include "genome/reference/species_genome.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kres;
using namespace kres::genome;

constexpr const char* kName = "fuzz";
constexpr std::string_view kRna = "ACGTACGTACGTACGTACGT";

const NcbiKnowledge& knowledge() {
  static const NcbiKnowledge kKnowledge = {
      GeneFamilies::parse("pattern\tcritical\tadd_agents\tsource\nbla*\t\t\ts\n", "f").value(),
      NcbiSubclasses::parse("subclass\tonly_for\tagents\tsource\nCARBAPENEM\t\tmeropenem\ts\n", "s")
          .value()};
  return kKnowledge;
}

const NcbiFamilies& families() {
  static const NcbiFamilies kFamilies;
  return kFamilies;
}

template <NcbiLayout layout>
void proteins(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_ncbi_proteins(text, kName, layout, families(), {}, knowledge(), log), kName);
}

template <NcbiLayout layout>
void coding(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_ncbi_cds(text, kName, layout, {}, log), kName);
}

template <NcbiLayout layout>
void mutations(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_ncbi_mutations(text, kName, layout, knowledge().subclasses, log), kName);
}

void susceptible(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_ncbi_susceptible(text, kName, knowledge().subclasses, log), kName);
}

void suppress(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_ncbi_suppress(text, kName, log), kName);
}

void hierarchy(std::string_view text, ImportLog&) {
  fuzz::refused(NcbiFamilies::parse(text, kName), kName);
}

void dna_references(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_ncbi_dna_references(text, kName, log), kName);
}

void dna_mutations(std::string_view text, ImportLog& log) {
  fuzz::refused(
      parse_ncbi_dna_mutations(text, kName, "Escherichia", {}, knowledge().subclasses, log), kName);
}

void replicons(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_plasmidfinder(text, kName, log), kName);
}

void alleles(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_alleles(text, {"pubmlst", kName, kName}, log), kName);
}

void profiles(std::string_view text, ImportLog& log) {
  fuzz::refused(parse_profiles(text, {"gapA", "infB"}, {"pubmlst", kName, kName}, log), kName);
}

void rna_map(std::string_view text, ImportLog& log) {
  const auto numbering = parse_rrna_map(text, kName, kRna);
  if (!fuzz::refused(numbering, kName))
    fuzz::refused(parse_rrna_positions("", kName, kRna, *numbering, log), kName);
}

void rna_positions(std::string_view text, ImportLog& log) {
  static const RrnaNumbering kNumbering = {1, 2, 3, 4, 5, 0, 6, 7};
  fuzz::refused(parse_rrna_positions(text, kName, kRna, kNumbering, log), kName);
}

void rna_loci(std::string_view text, ImportLog&) {
  fuzz::refused(parse_rrna_loci(text, kName), kName);
}

using Reader = void (*)(std::string_view, ImportLog&);
constexpr Reader kReaders[] = {proteins<NcbiLayout::tab>,
                               proteins<NcbiLayout::tsv>,
                               coding<NcbiLayout::tab>,
                               coding<NcbiLayout::tsv>,
                               mutations<NcbiLayout::tab>,
                               mutations<NcbiLayout::tsv>,
                               susceptible,
                               suppress,
                               hierarchy,
                               dna_references,
                               dna_mutations,
                               replicons,
                               alleles,
                               profiles,
                               rna_map,
                               rna_positions,
                               rna_loci};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  ImportLog log;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  kReaders[static_cast<std::uint8_t>(data[0] - 'a') % std::size(kReaders)](text, log);
  fuzz::require(log.tsv().size() < 100'000'000);
  return 0;
}

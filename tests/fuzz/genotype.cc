// Any bytes are either a table of AMRFinderPlus, of which every line becomes a finding or a
// warning, or a refusal that names the file.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "exchange/genotype/amrfinder_result.h"
#include "genome/result/json.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kres;

const exchange::GenotypeTables& tables() {
  static const exchange::GenotypeTables all = {
      genome::NcbiSubclasses::parse(
          "subclass\tonly_for\tagents\tsource\nCARBAPENEM\t\tmeropenem\ts\n", "s")
          .value(),
      genome::GeneFamilies::parse(
          "pattern\tcritical\tadd_agents\tsource\nblaKPC-*\tcarbapenemase\tmeropenem\ts\n", "f")
          .value(),
      genome::IntrinsicTable::parse(
          "scope\tgene\thome\tcopies\tkeep_agents\tsource\nK*\tblaSHV-*\tblaSHV\t1\t-\ts\n", "i",
          "family\talleles\nOXA-1\t1\n", "o")
          .value(),
      genome::parse_targets("scope\tgene\trole\tprotein\tagents\tsource\n"
                            "K*\tompK36\tloss\t367\tmeropenem\ts\n",
                            "t")
          .value()};
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = exchange::read_amrfinder_table(bytes, "fuzz");
  if (!table) {
    fuzz::require(table.error().file == "fuzz" && !table.error().message.empty());
    return 0;
  }
  const Organism organism{.name = "Klebsiella pneumoniae",
                          .genus = "Klebsiella",
                          .within = {"Klebsiella pneumoniae complex"}};
  for (const auto& isolate : exchange::isolates_of(*table)) {
    const auto result = exchange::amrfinder_result(*table, isolate, organism, tables());
    fuzz::require(result.has_value());
    fuzz::require(!result->determinants.empty() || !result->warnings.empty());
    fuzz::require(genome::result_from_json(genome::to_json(*result), "json").has_value());
  }
  return 0;
}

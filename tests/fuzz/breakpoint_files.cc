// Any bytes are a breakpoint file whose rows are a whole version, or a refusal that names the file.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/breakpoints/eucast_workbook.h"
#include "exchange/breakpoints/whonet_breakpoints.h"
#include "susceptibility/breakpoint_text.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kres;
using namespace kres::exchange;

const ImportVocabulary& vocabulary() {
  static const auto agents = AgentTable::parse(
                                 "agent\tcode\tclass\tname_nb\tname_en\tresfinder_names\n"
                                 "meropenem\tMEM\tcarbapenems\tmeropenem\tmeropenem\t\n"
                                 "cefuroxime\tCXM\tcephalosporins\tcefuroksim\tcefuroxime\t\n",
                                 "agents")
                                 .value();
  static const auto organisms =
      OrganismTable::parse(
          "name\tgenus\tfamily\tgroup\twithin\tecoff_as\n"
          "Escherichia coli\tEscherichia\tEnterobacteriaceae\tEnterobacterales\t\t\n"
          "Pseudomonas aeruginosa\tPseudomonas\tPseudomonadaceae\tPseudomonas spp.\t\t\n",
          "organisms")
          .value();
  static const auto previous =
      susceptibility::BreakpointTable::parse(
          susceptibility::breakpoint_text({"before", Date{2026, 1, 1}, "none"}, {}), "before")
          .value();
  static const ImportVocabulary all{agents, organisms, previous};
  return all;
}

void check(const Result<ImportedBreakpoints>& imported) {
  if (fuzz::refused(imported, "fuzz")) return;
  std::size_t accounted = imported->kept;
  for (const auto& [reason, count] : imported->left_out) accounted += count;
  fuzz::require(accounted == imported->read);
  const auto text =
      susceptibility::breakpoint_text({"fuzz", Date{2026, 1, 1}, "fuzz"}, imported->rows);
  fuzz::require(text.find('\n') != std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(import_eucast_workbook(bytes, "fuzz", vocabulary()));
  check(import_whonet_breakpoints(bytes, "fuzz", 2024,
                                  "code\tgroup\tspecies\nEBC\tEnterobacterales\t\npae\tPseudomonas "
                                  "spp.\tPseudomonas aeruginosa\n",
                                  vocabulary()));
  return 0;
}

// Any bytes are either measurements that can be interpreted or a refusal that names the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "susceptibility/interpret.h"
#include "susceptibility/interpretation_json.h"
#include "susceptibility/measurement_table.h"

namespace {

using namespace kres;

void require(bool kept) {
  if (!kept) std::abort();
}

const AgentTable& agents() {
  static const AgentTable table = AgentTable::parse(
                                      "agent\tcode\tclass\tname_nb\tname_en\tresfinder_names\n"
                                      "meropenem\tMEM\tcarbapenems\tmeropenem\tmeropenem\t\n"
                                      "colistin\tCOL\tpolymyxins\tkolistin\tcolistin\t\n",
                                      "agents")
                                      .value();
  return table;
}

const susceptibility::Standard& standard() {
  static const susceptibility::Standard tables = {
      susceptibility::BreakpointTable::parse(
          "# version: F1\n# valid_from: 2026-01-01\n"
          "row\tkind\tgroup\tspecies\texcept\tagent\troute\tindication\tmic_s\tmic_r\tmic_atu\t"
          "disk_ug\tzone_s\tzone_r\tzone_atu\tbracketed\tdefault\tmethod\tnote_nb\tnote_en\n"
          "M\tbreakpoint\tG\t\t\tmeropenem\t\t\t2\t8\t4\t10\t22\t16\t17-18\t\t\t\t\t\n"
          "C\tbreakpoint\tG\t\t\tcolistin\t\t\t0.001\t2\t\t\tNote\tNote\t\tY\t\t\t\t\n",
          "breakpoints")
          .value(),
      susceptibility::EcoffTable::parse(
          "# version: F1\nspecies\tagent\tmic_mg_per_l\tzone_mm\tdisk_ug\n"
          "A a\tmeropenem\t0.125\t25\t10\n",
          "ecoffs")
          .value(),
      OrganismTable::parse("name\tgenus\tfamily\tgroup\twithin\tecoff_as\nA a\tA\tF\tG\t\tA a\n",
                           "organisms")
          .value()};
  return tables;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto measurements = susceptibility::read_measurements(bytes, "fuzz", agents());
  if (!measurements) {
    require(measurements.error().file == "fuzz" && !measurements.error().message.empty());
    return 0;
  }
  require(!measurements->empty());
  for (const auto& measurement : *measurements) {
    require(susceptibility::impossible_reason(measurement).empty());
    const auto i = susceptibility::interpret(measurement, standard());
    require(i.category.has_value() || !i.reason.empty());
    const auto back = susceptibility::interpretation_from_json(susceptibility::to_json(i), "json");
    require(back.has_value() && *back == i);
  }
  return 0;
}

// Any bytes are either a breakpoint table that keeps its order or a refusal that names the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "susceptibility/breakpoint_table.h"

namespace {

using namespace kres::susceptibility;

void require(bool kept) {
  if (!kept) std::abort();
}

void check(const BreakpointRow& row) {
  require(!row.agent.empty() && !row.group.empty());
  require(row.mic_s.kind == row.mic_r.kind && row.zone_s.kind == row.zone_r.kind);
  if (row.mic_s.is_value()) require(row.mic_s.value <= row.mic_r.value);
  if (row.zone_s.is_value()) require(row.zone_s.value >= row.zone_r.value);
  if (row.mic_atu) require(row.mic_atu->low <= row.mic_atu->high);
  if (row.only_this_method) require(row.method.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = BreakpointTable::parse(bytes, "fuzz");
  if (!table) {
    require(table.error().file == "fuzz" && !table.error().message.empty());
    return 0;
  }
  require(!table->version().empty());
  std::set<std::string> ids;
  for (const auto& row : table->rows()) {
    require(ids.insert(row.id).second);
    check(row);
  }
  return 0;
}

// Any bytes are either an analysis document that is written again unchanged or a refusal.
#include <cstddef>
#include <cstdint>
#include <string>

#include "genome/result/json.h"
#include "genome/views/hamronization.h"
#include "genome/views/table.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kres;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto result = genome::result_from_json(bytes, "fuzz");
  if (fuzz::refused(result, "fuzz")) return 0;
  const std::string text = genome::to_json(*result);
  const auto again = genome::result_from_json(text, "again");
  fuzz::require(again.has_value() && genome::to_json(*again) == text);
  fuzz::require(genome::result_tsv(*result).ends_with('\n'));
  genome::hamronization_tsv(*result, {{"ResFinder", "1"}});
  genome::hamronization_json(*result, {});
  return 0;
}

// Any bytes are either an assembly graph whose contigs keep their contract or a refusal.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "sequence/gfa.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kres;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto content = sequence::parse_gfa(
      bytes, "fuzz", {.content_bytes = 1 << 20, .bases = 1 << 19, .contigs = 1000});
  if (fuzz::refused(content, "fuzz")) return 0;
  fuzz::require(!content->contigs.empty());
  std::set<std::string> names;
  for (const auto& contig : content->contigs) {
    fuzz::require(!contig.bases.empty() && names.insert(contig.name).second);
    fuzz::require(contig.bases.find_first_not_of("ACGTN") == std::string::npos);
  }
  return 0;
}

// Any bytes are either an assembly that keeps its contract or a refusal that names the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "sequence/assembly.h"

namespace {

void require(bool kept) {
  if (!kept) std::abort();
}

constexpr kres::sequence::AssemblyLimits kSmall{
    .content_bytes = 1 << 20, .bases = 1 << 19, .contigs = 1000};

std::string written(const kres::sequence::Assembly& assembly) {
  std::string text;
  for (const auto& contig : assembly.contigs)
    text += ">" + contig.name + " " + contig.description + "\n" + contig.bases + "\n";
  return text;
}

void check(const kres::sequence::Assembly& assembly) {
  require(!assembly.contigs.empty() && assembly.sha256.size() == 64);
  std::set<std::string_view> names;
  for (const auto& contig : assembly.contigs) {
    require(!contig.bases.empty() && names.insert(contig.name).second);
    require(contig.bases.find_first_not_of("ACGTN") == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto assembly = kres::sequence::parse_assembly(bytes, "fuzz", kSmall);
  if (!assembly) {
    require(assembly.error().file == "fuzz" && !assembly.error().message.empty());
    return 0;
  }
  check(*assembly);
  const auto again = kres::sequence::parse_assembly(written(*assembly), "again", kSmall);
  require(again.has_value() && written(*again) == written(*assembly));
  return 0;
}

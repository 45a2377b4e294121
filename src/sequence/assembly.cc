#include "sequence/assembly.h"

#include <filesystem>
#include <future>
#include <system_error>

#include <fmt/format.h>

#include "base/digest.h"
#include "sequence/compression.h"
#include "sequence/fasta.h"
#include "sequence/gfa.h"

namespace kres::sequence {

Result<Assembly> parse_assembly(std::string_view bytes, std::string name,
                                const AssemblyLimits& limits) {
  Assembly assembly{.path = std::move(name)};
  // Beside reading: both go through the whole file, and neither needs the other.
  auto digest = std::async(std::launch::async, sha256_hex, bytes);
  std::string plain;
  if (const auto compression = compression_of(bytes); compression != Compression::none) {
    KRES_ASSIGN(plain, decompress(bytes, compression, assembly.path, limits.content_bytes));
    bytes = plain;
  }
  KRES_ASSIGN(FastaContent content, looks_like_gfa(bytes)
                                        ? parse_gfa(bytes, assembly.path, limits)
                                        : parse_fasta(bytes, assembly.path, limits));
  assembly.sha256 = digest.get();
  assembly.contigs = std::move(content.contigs);
  assembly.ambiguous_bases = content.ambiguous_bases;
  return assembly;
}

Result<std::string> read_assembly_file(const Path& path, const AssemblyLimits& limits) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > limits.content_bytes)
    return fail({ErrorCode::too_large,
                 fmt::format("the file is larger than {} bytes", limits.content_bytes),
                 path.string(), 0, "send one assembled genome per file"});
  return read_file(path);
}

Result<Assembly> read_assembly(const Path& path, const AssemblyLimits& limits) {
  KRES_ASSIGN(const std::string bytes, read_assembly_file(path, limits));
  return parse_assembly(bytes, path.string(), limits);
}

}  // namespace kres::sequence

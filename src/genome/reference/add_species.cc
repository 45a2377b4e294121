#include "genome/reference/add_species.h"

#include <unistd.h>

#include <fmt/format.h>

#include "base/digest.h"
#include "genome/reference/reference_store.h"
#include "genome/reference/set_writer.h"

namespace kres::genome {

namespace {

constexpr const char* kSpeciesIndex = "species.index";
constexpr const char* kLog = "import_log.tsv";

// Every file of the old set but those that the new one writes itself.
Result<void> copy_files(const Path& set, const Manifest& manifest, SetWriter& writer) {
  for (const auto& [name, digest] : manifest.files) {
    if (name == kSpeciesIndex || name == kLog) continue;
    KRES_ASSIGN(const auto content, read_file(set / name));
    if (sha256_hex(content) != digest)
      return fail({ErrorCode::corrupt, "file differs from the manifest of its reference set",
                   (set / name).string(), 0, "build the reference set again"});
    KRES_TRY(writer.write(name, content));
  }
  return {};
}

SketchParameters parameters_of(const SpeciesIndex& index,
                               const std::vector<SpeciesSketch>& sketches) {
  return {.kmer_size = static_cast<std::uint32_t>(index.kmer_size()),
          .seed = index.seed(),
          .sketch_size =
              sketches.empty() ? SketchParameters{}.sketch_size : sketches.front().hashes.size()};
}

Result<void> write_species(const Path& set, const std::vector<SpeciesGenome>& genomes,
                           SetWriter& writer, BuiltReference& built) {
  KRES_ASSIGN(const auto index, SpeciesIndex::open(set / kSpeciesIndex, true));
  auto sketches = index.all_sketches();
  const auto parameters = parameters_of(index, sketches);
  KRES_ASSIGN(auto more, sketch_species(genomes, sketches, parameters, built.log));
  for (auto& sketch : more) sketches.push_back(std::move(sketch));
  built.manifest.counts["sketches"] = sketches.size();
  KRES_ASSIGN(const auto file,
              SpeciesIndex::build(parameters.kmer_size, parameters.seed, sketches));
  KRES_TRY(writer.write(kSpeciesIndex, file));
  KRES_ASSIGN(auto log, read_file(set / kLog));
  const auto added = built.log.tsv();
  log += added.substr(added.find('\n') + 1);
  built.manifest.counts["notes"] += built.log.notes().size();
  return writer.write(kLog, log);
}

Result<void> write_set(const Path& set, const std::vector<SpeciesGenome>& genomes,
                       const Path& staging, BuiltReference& built, const BuildProgress& progress) {
  SetWriter writer(staging, built.manifest);
  KRES_ASSIGN(auto source, describe_genomes(genomes));
  built.manifest.sources.push_back(std::move(source));
  progress("Sketches of the genomes");
  KRES_TRY(write_species(set, genomes, writer, built));
  progress("Files of the set in use");
  KRES_TRY(copy_files(set, built.manifest, writer));
  const std::string manifest = built.manifest.json();
  built.manifest.digest = sha256_hex(manifest);
  return write_file_atomic(staging / "manifest.json", manifest);
}

}  // namespace

Result<BuiltReference> add_species(const Path& root, const std::vector<SpeciesGenome>& genomes,
                                   const BuildProgress& progress) {
  KRES_ASSIGN(const Path set, resolve_reference_set(root));
  KRES_ASSIGN(const auto text, read_file(set / "manifest.json"));
  BuiltReference built;
  KRES_ASSIGN(built.manifest, Manifest::parse(text, (set / "manifest.json").string()));
  const Path staging = root / fmt::format(".building-{}", ::getpid());
  KRES_TRY(make_directories(staging));
  if (auto written = write_set(set, genomes, staging, built, progress); !written) {
    std::error_code code;
    std::filesystem::remove_all(staging, code);
    return tl::unexpected<Error>(written.error());
  }
  KRES_ASSIGN(built.directory, publish_reference_set(root, staging, built.manifest.digest));
  return built;
}

}  // namespace kres::genome

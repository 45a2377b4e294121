#include "genome/reference/mash_sketches.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <fmt/format.h>

#include "base/mapped_file.h"
#include "genome/reference/mash_sketch.capnp.h"

namespace kres::genome {

namespace {

SketchCollection convert(SketchFile::Reader file) {
  SketchCollection collection;
  collection.kmer_size = file.getKmerSize() != 0 ? file.getKmerSize() : file.getKmerSizeOld();
  collection.sketch_size = file.getSketchSize();
  collection.seed = file.getHashSeed();
  for (const auto reader : file.getSketchList().getSketches()) {
    Sketch sketch{.name = reader.getName().cStr(), .genome_length = reader.getLength()};
    if (sketch.genome_length == 0) sketch.genome_length = reader.getLengthOld();
    for (const auto hash : reader.getHashes64()) sketch.hashes.push_back(hash);
    std::sort(sketch.hashes.begin(), sketch.hashes.end());
    collection.sketches.push_back(std::move(sketch));
  }
  return collection;
}

Result<void> check(const SketchCollection& collection, bool noncanonical, const std::string& path) {
  if (noncanonical || collection.kmer_size == 0 || collection.kmer_size > 31)
    return bad_input("sketches are not of canonical k-mers with k up to 31", path);
  for (const auto& sketch : collection.sketches)
    if (sketch.hashes.empty())
      return bad_input(fmt::format("sketch '{}' has no 64-bit hashes", sketch.name), path);
  if (collection.sketches.empty()) return bad_input("holds no sketches", path);
  return {};
}

}  // namespace

Result<SketchCollection> read_mash_sketches(const Path& path) {
  KRES_ASSIGN(const auto mapped, MappedFile::open(path));
  const auto bytes = mapped.bytes();
  try {
    capnp::ReaderOptions options;
    options.traversalLimitInWords = 16 * (bytes.size() / sizeof(capnp::word) + 1);
    capnp::FlatArrayMessageReader message(
        kj::arrayPtr(reinterpret_cast<const capnp::word*>(bytes.data()),
                     bytes.size() / sizeof(capnp::word)),
        options);
    const auto file = message.getRoot<SketchFile>();
    auto collection = convert(file);
    KRES_TRY(check(collection, file.getNoncanonical(), path.string()));
    return collection;
  } catch (const kj::Exception& error) {
    return bad_input(fmt::format("is not a Mash sketch file: {}", error.getDescription().cStr()),
                     path.string());
  }
}

}  // namespace kres::genome

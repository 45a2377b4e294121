// A reference set on disk: a directory with a manifest, the indexes, and the curated tables it was
// built with.
//
//   manifest.json     sources (name, version, licence, digests), every file of the set
//   sequences.index   genes, targets and searched alleles (sequence_index.h)
//   species.index     species sketches (species_index.h)
//   mlst.index        typing schemes (mlst_index.h)
//   proteins.index    proteins (protein_index.h), if a source holds them
//   genes.tsv         annotation of the genes, one line an entry, in the order of the index
//   tables/NAME       curated tables
//   import_log.tsv    what the import read, kept and found odd
//
// Its digest is the SHA-256 of the manifest, so it names every byte of the set.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "genome/reference/identities.h"
#include "genome/reference/mlst_index.h"
#include "genome/reference/protein_index.h"
#include "genome/reference/sequence_index.h"
#include "genome/reference/settings.h"
#include "genome/reference/species_index.h"

namespace kres::genome {

struct SourceFile {
  std::string name, sha256;
  std::uint64_t bytes = 0;
};

struct Source {
  std::string name, version, licence;
  std::vector<SourceFile> files;
  std::string note;  // why a person kept something doubtful; written only if there is one
};

struct Manifest {
  std::string name;  // "default"
  std::vector<Source> sources;
  std::map<std::string, std::string> files;     // path in the set -> SHA-256
  std::map<std::string, std::uint64_t> counts;  // entries, genes, alleles, sketches, notes ...
  std::string digest;                           // of the manifest's text; not written into it

  std::string json() const;
  static Result<Manifest> parse(std::string_view text, const std::string& file);
};

// What the set says of a gene besides its sequence.
struct GeneAnnotation {
  std::string drug_class;
  std::vector<std::string> agents;
  std::string critical_family;
  std::vector<std::string> aliases;
  std::vector<ReleaseName> names;  // in every release, of its sequence or else its protein
};

class ReferenceSet {
 public:
  // `path` is a set, or a root that holds sets and names the one in use (reference_store.h).
  // Without `verify` only the shape of the indexes is checked.
  static Result<ReferenceSet> open(const Path& path, bool verify = false);

  const Manifest& manifest() const { return manifest_; }
  const Settings& settings() const { return settings_; }
  const SequenceIndex& sequences() const { return sequences_; }
  const SpeciesIndex& species() const { return species_; }
  // Null in a set without a release of proteins.
  const ProteinIndex* proteins() const { return proteins_ ? &*proteins_ : nullptr; }
  // Requires: the entry is a gene.
  GeneAnnotation annotation(EntryId gene) const;
  // Its critical family alone, which is read much faster.
  std::string_view critical_family(EntryId gene) const;
  // Whether the set holds a file, and its text: "ncbi/mutations.tsv".
  bool has(const std::string& name) const { return manifest_.files.count(name) > 0; }
  Result<std::string> file(const std::string& name) const { return read_file(path_ / name); }
  const MlstIndex& schemes() const { return schemes_; }
  // Text of a curated table ("intrinsic.tsv"); errors name the file.
  Result<std::string> table(const std::string& name) const;

 private:
  ReferenceSet(Path path, Manifest manifest, Settings settings, SequenceIndex sequences,
               SpeciesIndex species, MlstIndex schemes, std::optional<ProteinIndex> proteins,
               std::string annotations);
  std::string_view annotation_line(EntryId gene) const;  // empty if there is none
  Path path_;
  Manifest manifest_;
  Settings settings_;
  SequenceIndex sequences_;
  SpeciesIndex species_;
  MlstIndex schemes_;
  std::optional<ProteinIndex> proteins_;
  std::string annotations_;
  std::vector<std::size_t> annotation_lines_;  // where each entry's line starts
};

// Checks every file of a set against its manifest; the error names the first that differs.
Result<Manifest> verify_reference_set(const Path& set);

}  // namespace kres::genome

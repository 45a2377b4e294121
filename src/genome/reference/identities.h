// One identity per sequence: what every release calls it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/import_log.h"

namespace kres::genome {

struct ReleaseName {
  std::string database;   // "ResFinder", "NCBI", "CARD", "Kleborate"
  std::string name;       // "blaKPC-2", "KPC-2"
  std::string accession;  // may be empty
  auto operator<=>(const ReleaseName&) const = default;
};

// A sequence under the name of one release.
struct NamedSequence {
  ReleaseName name;
  std::string sequence;
};

class Identities {
 public:
  // A complete coding sequence also names its protein.
  void add_nucleotides(const NamedSequence& named);
  void add_protein(const NamedSequence& named);
  // An entry of ResFinder, Kleborate or NCBI under the names in its id and aliases.
  void add_entry(const NewEntry& entry);

  // In each database the names of this very sequence; where it has none, those of its protein.
  std::vector<ReleaseName> names_of(const NewEntry& gene) const;
  // identities.tsv: kind, digest (SHA-256 of the sequence), names (database|name|accession).
  std::string table() const;
  // Proteins that two databases call by different names, and alleles of one name that are
  // different proteins in two databases. "bla" and case make no difference.
  void note_conflicts(ImportLog& log) const;

 private:
  using Names = std::map<std::string, std::vector<ReleaseName>, std::less<>>;  // by sequence
  void note_different_names(ImportLog& log) const;
  void note_different_sequences(ImportLog& log) const;
  Names nucleotides_, proteins_;
};

// "ResFinder|blaKPC-2|AY034847;NCBI|blaKPC-2|NG_049253.1"
std::string names_text(const std::vector<ReleaseName>& names);
std::vector<ReleaseName> parse_names(std::string_view text);

}  // namespace kres::genome

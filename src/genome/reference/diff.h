// What differs between two reference sets: sources, genes, proteins, tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/reference_set.h"

namespace kres::genome {

struct SourceChange {
  std::string name, before, after;  // versions; empty where a set lacks the source
};

// A sequence or a row of a table. `before` is empty for what was added, `after` for what was
// removed; both for what is called or judged otherwise.
struct ReferenceChange {
  std::string item;    // digest of a sequence, or key of a row
  std::string before;  // names, or the row
  std::string after;
};

struct ReferenceDifference {
  std::string name;  // "genes", "proteins", "names", or a table: "ncbi/mutations.tsv"
  std::vector<ReferenceChange> added, removed, changed;
  bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
};

struct ReferenceDiff {
  std::string before, after;  // digests of the sets
  std::vector<SourceChange> sources;
  std::vector<ReferenceDifference> parts;  // only those that differ
};

// Texts of identities.tsv: sequences by kind that were added or removed, and those that releases
// call otherwise (renamed; another accession is no other name). Items are digests.
ReferenceDifference diff_identities(std::string_view before, std::string_view after,
                                    std::string_view kind);

// Tables with a header: rows are keyed by their first columns up to `key_columns`.
ReferenceDifference diff_tables(const std::string& name, std::string_view before,
                                std::string_view after, std::size_t key_columns);

Result<ReferenceDiff> diff_reference_sets(const Path& before, const Path& after);

}  // namespace kres::genome

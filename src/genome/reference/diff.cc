#include "genome/reference/diff.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "genome/reference/reference_store.h"

namespace kres::genome {

namespace {

using Rows = std::map<std::string, std::string, std::less<>>;

// Rows by key; the key takes more columns where rows would share it.
Rows rows_of(std::string_view text, std::size_t key_columns) {
  Rows rows;
  bool header = false;
  for (const auto line : split(text, '\n')) {
    if (line.empty() || (!header && line.starts_with('#'))) continue;
    if (!header) {
      header = true;
      continue;
    }
    std::size_t end = 0;
    for (std::size_t column = 0; column < key_columns && end != std::string_view::npos; ++column)
      end = line.find('\t', column == 0 ? 0 : end + 1);
    const std::string key(line.substr(0, end));
    auto& row = rows[key];
    if (!row.empty()) row += " ; ";
    row += end == std::string_view::npos ? "" : line.substr(end + 1);
  }
  return rows;
}

// "NCBI:blaKPC-2, ResFinder:blaKPC-2": another accession is no other name.
std::string bare_names(std::string_view text) {
  std::set<std::string> names;
  for (const auto& name : parse_names(text)) names.insert(name.database + ":" + name.name);
  return join({names.begin(), names.end()}, ", ");
}

ReferenceDifference diff_rows(std::string name, const Rows& before, const Rows& after) {
  ReferenceDifference difference{.name = std::move(name)};
  for (const auto& [key, row] : before) {
    const auto now = after.find(key);
    if (now == after.end())
      difference.removed.push_back({key, row, ""});
    else if (now->second != row)
      difference.changed.push_back({key, row, now->second});
  }
  for (const auto& [key, row] : after)
    if (before.find(key) == before.end()) difference.added.push_back({key, "", row});
  return difference;
}

std::vector<SourceChange> diff_sources(const Manifest& before, const Manifest& after) {
  std::map<std::string, SourceChange> changes;
  for (const auto& source : before.sources) {
    changes[source.name].name = source.name;
    changes[source.name].before = source.version;
  }
  for (const auto& source : after.sources) {
    changes[source.name].name = source.name;
    changes[source.name].after = source.version;
  }
  std::vector<SourceChange> result;
  for (auto& [name, change] : changes)
    if (change.before != change.after) result.push_back(std::move(change));
  return result;
}

// Columns that name a row; tables that are not listed are compared by their first.
std::size_t key_columns(const std::string& name) {
  static const std::map<std::string, std::size_t> kColumns = {
      {"ncbi/mutations.tsv", 4},         {"ncbi/susceptible.tsv", 3},
      {"ncbi/suppress.tsv", 2},          {"ncbi/dna_mutations.tsv", 4},
      {"rrna23s/positions.tsv", 3},      {"rrna23s/numbering.tsv", 2},
      {"tables/ncbi_subclasses.tsv", 2}, {"tables/taxgroups.tsv", 2},
      {"tables/intrinsic.tsv", 2},       {"tables/targets.tsv", 2},
      {"tables/target_flanks.tsv", 3}};
  const auto found = kColumns.find(name);
  return found == kColumns.end() ? 1 : found->second;
}

bool is_table(const std::string& name) {
  return name.ends_with(".tsv") && name.find('/') != std::string::npos;
}

Result<std::string> text_of(const Path& set, const Manifest& manifest, const std::string& name) {
  if (manifest.files.count(name) == 0) return std::string();
  return read_file(set / name);
}

std::set<std::string> changed_tables(const Manifest& before, const Manifest& after) {
  std::set<std::string> names;
  const auto digest = [](const Manifest& manifest, const std::string& name) {
    const auto found = manifest.files.find(name);
    return found == manifest.files.end() ? std::string() : found->second;
  };
  for (const auto* manifest : {&before, &after})
    for (const auto& [name, ignored] : manifest->files)
      if (is_table(name) && digest(before, name) != digest(after, name)) names.insert(name);
  return names;
}

}  // namespace

ReferenceDifference diff_identities(std::string_view before, std::string_view after,
                                    std::string_view kind) {
  const auto of_kind = [&](std::string_view text) {
    Rows rows = rows_of(text, 2), kept;
    const std::string prefix = std::string(kind) + "\t";
    for (const auto& [key, names] : rows)
      if (key.starts_with(prefix)) kept.emplace(key.substr(prefix.size()), bare_names(names));
    return kept;
  };
  return diff_rows(kind == "protein" ? "proteins" : "genes", of_kind(before), of_kind(after));
}

ReferenceDifference diff_tables(const std::string& name, std::string_view before,
                                std::string_view after, std::size_t columns) {
  return diff_rows(name, rows_of(before, columns), rows_of(after, columns));
}

Result<ReferenceDiff> diff_reference_sets(const Path& before, const Path& after) {
  const auto manifest_of = [](const Path& set) -> Result<Manifest> {
    KRES_ASSIGN(const auto text, read_file(set / "manifest.json"));
    return Manifest::parse(text, (set / "manifest.json").string());
  };
  KRES_ASSIGN(const Path old_set, resolve_reference_set(before));
  KRES_ASSIGN(const Path new_set, resolve_reference_set(after));
  KRES_ASSIGN(const auto old_manifest, manifest_of(old_set));
  KRES_ASSIGN(const auto new_manifest, manifest_of(new_set));
  ReferenceDiff diff{.before = old_manifest.digest,
                     .after = new_manifest.digest,
                     .sources = diff_sources(old_manifest, new_manifest)};
  const auto keep = [&](ReferenceDifference part) {
    if (!part.empty()) diff.parts.push_back(std::move(part));
  };
  KRES_ASSIGN(const auto old_names, text_of(old_set, old_manifest, "identities.tsv"));
  KRES_ASSIGN(const auto new_names, text_of(new_set, new_manifest, "identities.tsv"));
  for (const char* kind : {"nucleotide", "protein"})
    keep(diff_identities(old_names, new_names, kind));
  for (const auto& name : changed_tables(old_manifest, new_manifest)) {
    KRES_ASSIGN(const auto old_text, text_of(old_set, old_manifest, name));
    KRES_ASSIGN(const auto new_text, text_of(new_set, new_manifest, name));
    keep(diff_tables(name, old_text, new_text, key_columns(name)));
  }
  return diff;
}

}  // namespace kres::genome

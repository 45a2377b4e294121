#include "genome/reference/identities.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "genome/reference/import_resfinder.h"

namespace kres::genome {

namespace {

void add(std::vector<ReleaseName>& names, const ReleaseName& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// The name that an id of an entry holds; none if the id is of another shape.
std::vector<ReleaseName> name_in(std::string_view id, const std::string& entry_name) {
  const auto colon = id.find(':');
  const std::string_view source = id.substr(0, colon), rest = id.substr(colon + 1);
  if (source == "resfinder") {
    const std::string name = resfinder_gene_name(rest);
    const auto variant = rest.find('_', std::min(rest.size(), name.size() + 1));
    const auto accession = variant == std::string_view::npos ? "" : rest.substr(variant + 1);
    return {{"ResFinder", name, std::string(accession)}};
  }
  if (source == "kleborate") return {{"Kleborate", "bla" + std::string(rest), ""}};
  const std::string prefix = entry_name + "_";  // ncbi:NAME_ACCESSION:START-STOP
  if (source != "ncbi" || !rest.starts_with(prefix)) return {};
  const auto locus = rest.substr(prefix.size());
  return {{"NCBI", entry_name, std::string(locus.substr(0, locus.rfind(':')))}};
}

// Names that differ only by "bla" and case are one.
std::string plain(std::string_view name) {
  std::string text = to_lower(name);
  return text.starts_with("bla") ? text.substr(3) : text;
}

using ByDatabase = std::map<std::string, std::set<std::string>>;

// Whether two databases have nothing in common.
bool disagree(const ByDatabase& values) {
  for (auto a = values.begin(); a != values.end(); ++a)
    for (auto b = std::next(a); b != values.end(); ++b)
      if (std::none_of(a->second.begin(), a->second.end(),
                       [&](const std::string& value) { return b->second.count(value) > 0; }))
        return true;
  return false;
}

}  // namespace

void Identities::add_nucleotides(const NamedSequence& named) {
  add(nucleotides_[named.sequence], named.name);
  if (coding_of(named.sequence) == Coding::complete)
    add(proteins_[protein_of(named.sequence)], named.name);
}

void Identities::add_protein(const NamedSequence& named) {
  add(proteins_[named.sequence], named.name);
}

void Identities::add_entry(const NewEntry& entry) {
  std::vector<std::string> ids = entry.aliases;
  ids.insert(ids.begin(), entry.id);
  for (const auto& id : ids)
    for (const auto& name : name_in(id, entry.name)) add_nucleotides({name, entry.sequence});
}

std::vector<ReleaseName> Identities::names_of(const NewEntry& gene) const {
  std::vector<ReleaseName> names;
  if (const auto same = nucleotides_.find(gene.sequence); same != nucleotides_.end())
    names = same->second;
  if (coding_of(gene.sequence) == Coding::complete) {
    const auto same = proteins_.find(protein_of(gene.sequence));
    std::set<std::string> named;
    for (const auto& name : names) named.insert(name.database);
    if (same != proteins_.end())
      for (const auto& name : same->second)
        if (named.count(name.database) == 0) add(names, name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Identities::table() const {
  std::string out = "kind\tdigest\tnames\n";
  const auto write = [&](const char* kind, const Names& all) {
    for (const auto& [sequence, found] : all) {
      auto names = found;
      std::sort(names.begin(), names.end());
      out += fmt::format("{}\t{}\t{}\n", kind, sha256_hex(sequence), names_text(names));
    }
  };
  write("nucleotide", nucleotides_);
  write("protein", proteins_);
  return out;
}

void Identities::note_different_names(ImportLog& log) const {
  for (const auto& [sequence, names] : proteins_) {
    ByDatabase called;
    for (const auto& name : names) called[name.database].insert(plain(name.name));
    if (disagree(called))
      log.note("identities", "", "one_protein_different_names", names.front().name,
               names_text(names));
  }
}

void Identities::note_different_sequences(ImportLog& log) const {
  std::map<std::string, ByDatabase> of_name;
  for (const auto& [sequence, names] : proteins_)
    for (const auto& name : names) of_name[plain(name.name)][name.database].insert(sequence);
  for (const auto& [name, sequences] : of_name) {
    std::vector<std::string> databases;
    for (const auto& [database, proteins] : sequences)
      databases.push_back(fmt::format("{} {}", database, proteins.size()));
    if (disagree(sequences))
      log.note("identities", "", "one_name_different_proteins", name, join(databases, ", "));
  }
}

void Identities::note_conflicts(ImportLog& log) const {
  log.count("identities", "", "nucleotide_sequences", nucleotides_.size());
  log.count("identities", "", "proteins", proteins_.size());
  note_different_names(log);
  note_different_sequences(log);
}

std::string names_text(const std::vector<ReleaseName>& names) {
  std::vector<std::string> parts;
  for (const auto& name : names)
    parts.push_back(fmt::format("{}|{}|{}", name.database, name.name, name.accession));
  return join(parts, ";");
}

std::vector<ReleaseName> parse_names(std::string_view text) {
  std::vector<ReleaseName> names;
  for (const auto part : split(text, ';')) {
    const auto cells = split(part, '|');
    if (cells.size() == 3)
      names.push_back({std::string(cells[0]), std::string(cells[1]), std::string(cells[2])});
  }
  return names;
}

}  // namespace kres::genome

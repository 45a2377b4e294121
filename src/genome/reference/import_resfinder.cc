#include "genome/reference/import_resfinder.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/tsv.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "resfinder";

struct Phenotype {
  std::set<std::string> classes;
  std::set<std::string> agents;  // ResFinder's names
  bool used = false;
};
using Phenotypes = std::map<std::string, Phenotype>;

std::string trimmed(std::string_view text) { return std::string(trim(text)); }

// Rows may lack trailing cells; ids may stand on several rows, one per class.
Result<Phenotypes> read_phenotypes(const Path& path, ImportLog& log) {
  KRES_ASSIGN(const auto text, read_file(path));
  Phenotypes phenotypes;
  std::size_t number = 0, rows = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    if (number == 1 || trim(line).empty()) continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 3)
      return bad_input("phenotype row has fewer than three cells", path.string(), number);
    ++rows;
    auto& phenotype = phenotypes[trimmed(cells[0])];
    if (!phenotype.classes.empty())
      log.note(kSource, "phenotypes.txt", "repeated_id", trimmed(cells[0]));
    for (const auto part : split(cells[1], ',')) phenotype.classes.insert(to_lower(trim(part)));
    for (const auto part : split(cells[2], ',')) phenotype.agents.insert(trimmed(part));
  }
  log.count(kSource, "phenotypes.txt", "phenotype_rows", rows);
  return phenotypes;
}

Result<std::vector<std::string>> class_files(const Path& folder) {
  KRES_ASSIGN(const auto config, read_file(folder / "config"));
  std::vector<std::string> files;
  for (const auto line : split(config, '\n')) {
    if (trim(line).empty() || line.starts_with('#')) continue;
    files.push_back(trimmed(split(line, '\t').front()) + ".fsa");
    if (files.back().find('/') != std::string::npos)
      return bad_input(fmt::format("'{}' is not a file of the folder", files.back()),
                       (folder / "config").string());
  }
  if (files.empty()) return bad_input("names no sequence files", (folder / "config").string());
  return files;
}

// A file of sequences that the release's own list does not name is not read.
Result<void> note_other_files(const Path& folder, const std::vector<std::string>& read,
                              ImportLog& log) {
  std::error_code failed;
  std::set<std::string> others;
  for (const auto& item : std::filesystem::directory_iterator(folder, failed))
    if (item.path().extension() == ".fsa") others.insert(item.path().filename().string());
  if (failed) return environment_error("cannot be listed", folder.string());
  for (const auto& file : read) others.erase(file);
  for (const auto& file : others) log.note(kSource, "config", "file_not_listed", file);
  return {};
}

Result<std::string> newest_date(const Path& path) {
  KRES_ASSIGN(const auto text, read_file(path));
  std::string newest;
  for (const auto line : split(text, '\n'))
    if (line.size() >= 10 && Date::parse(line.substr(0, 10)))
      newest = std::max(newest, std::string(line.substr(0, 10)));
  if (newest.empty()) return bad_input("holds no dates", path.string());
  return newest;
}

// Collects records of all class files; the same id or the same sequence is kept once.
class Collector {
 public:
  Collector(Phenotypes& phenotypes, const AgentNames& agents, const GeneFamilies& families,
            ImportLog& log)
      : phenotypes_(phenotypes), agents_(agents), families_(families), log_(log) {}

  Result<void> add_file(const Path& folder, const std::string& file) {
    KRES_ASSIGN(const auto text, read_file(folder / file));
    KRES_ASSIGN(const auto records, parse_fasta_records(text, (folder / file).string()));
    RecordTally tally(log_, kSource, file);
    for (const auto& record : records) KRES_TRY(add_record(record, folder, file, tally));
    return tally.close(count_fasta_headers(text));
  }

  std::vector<NewEntry> finish() {
    for (const auto& [id, phenotype] : phenotypes_)
      if (!phenotype.used) log_.note(kSource, "phenotypes.txt", "phenotype_without_sequence", id);
    note_unknown_agents();
    std::vector<NewEntry> entries;
    for (auto& [sequence, entry] : by_sequence_) entries.push_back(std::move(entry));
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    log_.count(kSource, "", "entries", entries.size());
    return entries;
  }

 private:
  // Fails on an id that names two sequences: a result could not say which it means.
  Result<void> add_record(const FastaRecord& record, const Path& folder, const std::string& file,
                          RecordTally& tally) {
    const std::string id = trimmed(record.header);
    if (id != record.header)
      log_.note(kSource, file, "id_with_white_space", id, "white space removed");
    if (const auto same = by_sequence_.find(record.sequence); same != by_sequence_.end()) {
      tally.set_aside("duplicate_sequence", id, same->second.id);
      const std::string full = fmt::format("{}:{}", kSource, id);
      if (full != same->second.id) same->second.aliases.push_back(full);
      annotate(same->second, id, file);
      return {};
    }
    if (!ids_.insert(id).second)
      return bad_input(fmt::format("id '{}' names two different sequences", id),
                       (folder / file).string(), record.line);
    NewEntry entry{.id = fmt::format("{}:{}", kSource, id), .name = resfinder_gene_name(id)};
    entry.gene = gene_of(entry.name);
    entry.sequence = record.sequence;
    annotate(entry, id, file);
    note_oddities(entry, file);
    by_sequence_.emplace(record.sequence, std::move(entry));
    tally.keep();
    return {};
  }

  void annotate(NewEntry& entry, const std::string& id, const std::string& file) {
    std::set<std::string> agents(entry.agents.begin(), entry.agents.end());
    const auto found = phenotypes_.find(id);
    if (found == phenotypes_.end()) {
      log_.note(kSource, file, "id_without_phenotype", id);
    } else {
      found->second.used = true;
      for (const auto& name : found->second.agents)
        if (const auto ours = agents_.find(name); ours != agents_.end())
          agents.insert(ours->second);
      entry.drug_class = join({found->second.classes.begin(), found->second.classes.end()}, ", ");
    }
    if (const auto* family = families_.find(entry.name)) {
      entry.critical_family = family->critical;
      agents.insert(family->add_agents.begin(), family->add_agents.end());
    }
    entry.agents.assign(agents.begin(), agents.end());
  }

  // Names of agents that mean none of ours would otherwise be lost without a line.
  void note_unknown_agents() {
    std::map<std::string, std::size_t> ids;
    for (const auto& [id, phenotype] : phenotypes_)
      for (const auto& name : phenotype.agents)
        if (agents_.count(name) == 0) ++ids[name];
    for (const auto& [name, number] : ids)
      log_.note(kSource, "phenotypes.txt", "unknown_agent", name, fmt::format("{} ids", number));
  }

  void note_oddities(const NewEntry& entry, const std::string& file) {
    if (coding_of(entry.sequence) == Coding::none) log_.note(kSource, file, "not_coding", entry.id);
    if (entry.sequence.find_first_not_of("ACGT") != std::string::npos)
      log_.note(kSource, file, "ambiguous_bases", entry.id);
  }

  Phenotypes& phenotypes_;
  const AgentNames& agents_;
  const GeneFamilies& families_;
  ImportLog& log_;
  std::map<std::string, NewEntry> by_sequence_;
  std::set<std::string> ids_;  // of the first entry of each sequence
};

}  // namespace

Result<AgentNames> parse_agent_names(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"agent", "resfinder_names"}, {}, true));
  AgentNames names;
  for (const auto& row : table.rows())
    for (const auto theirs : split(row["resfinder_names"], ';'))
      if (!trim(theirs).empty()) names.emplace(trimmed(theirs), row["agent"]);
  return names;
}

std::string resfinder_gene_name(std::string_view id) {
  for (std::size_t at = id.find('_'); at != std::string_view::npos; at = id.find('_', at + 1)) {
    const auto next = id.find('_', at + 1);
    if (next != std::string_view::npos && next > at + 1 &&
        parse_int(id.substr(at + 1, next - at - 1)))
      return std::string(id.substr(0, at));
  }
  return std::string(id);
}

Result<ResFinderImport> import_resfinder(const Path& folder, const AgentNames& agents,
                                         const GeneFamilies& families, ImportLog& log) {
  ResFinderImport result;
  KRES_ASSIGN(result.version, newest_date(folder / "history.txt"));
  KRES_ASSIGN(result.files, class_files(folder));
  KRES_ASSIGN(auto phenotypes, read_phenotypes(folder / "phenotypes.txt", log));
  Collector collector(phenotypes, agents, families, log);
  for (const auto& file : result.files) KRES_TRY(collector.add_file(folder, file));
  KRES_TRY(note_other_files(folder, result.files, log));
  result.entries = collector.finish();
  result.files.push_back("phenotypes.txt");
  return result;
}

}  // namespace kres::genome

#include "genome/reference/import_plasmidfinder.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "plasmidfinder";

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// "1", "12", "1a": the number of a variant.
bool is_variant(std::string_view part) {
  if (!part.empty() && part.back() >= 'a' && part.back() <= 'z') part.remove_suffix(1);
  return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
}

// "rep21", "rep7a", "repUS28"
bool is_family(std::string_view part) {
  if (!part.starts_with("rep")) return false;
  part.remove_prefix(part.starts_with("repUS") ? 5 : 3);
  return is_variant(part);
}

// The date of "PF-Replicons_20260430.fasta" as 2026-04-30.
std::string version_of(const std::string& stem) {
  for (std::size_t at = 0; at + 8 <= stem.size(); ++at) {
    const std::string digits = stem.substr(at, 8);
    if (std::all_of(digits.begin(), digits.end(), is_digit))
      return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
  }
  return stem;
}

}  // namespace

std::string replicon_name(std::string_view header) {
  const auto parts = split(header, '_');
  std::size_t end = parts[0].size();
  for (std::size_t i = 1; i < parts.size(); end += 1 + parts[i++].size())
    if (is_variant(parts[i])) return std::string(header.substr(0, end));
  return std::string(is_family(parts[0]) ? parts[0] : header);
}

Result<std::vector<NewEntry>> parse_plasmidfinder(std::string_view text, const std::string& file,
                                                  ImportLog& log) {
  KRES_ASSIGN(const auto records, parse_fasta_records(text, file));
  RecordTally tally(log, kSource, file);
  std::map<std::string, NewEntry> by_sequence;
  std::set<std::string> seen;
  for (const auto& record : records) {
    const std::string header(trim(record.header));
    if (header.empty()) return bad_input("record has no name", file, record.line);
    if (!seen.insert(header).second)
      return bad_input(fmt::format("'{}' stands twice", header), file, record.line);
    const std::string name = replicon_name(header);
    const std::string id = fmt::format("{}:{}", kSource, header);
    if (const auto same = by_sequence.find(record.sequence); same != by_sequence.end()) {
      tally.set_aside("duplicate_sequence", id, same->second.id);
      same->second.aliases.push_back(id);
      continue;
    }
    tally.keep();
    if (record.sequence.find_first_not_of("ACGT") != std::string::npos)
      log.note(kSource, file, "ambiguous_bases", id);
    if (header.size() == name.size() || is_family(header.substr(0, header.rfind('_'))))
      log.note(kSource, file, "header_without_variant", id, name);
    by_sequence.emplace(record.sequence, NewEntry{.id = id,
                                                  .name = name,
                                                  .gene = name,
                                                  .kind = EntryKind::replicon,
                                                  .sequence = record.sequence});
  }
  KRES_TRY(tally.close(records.size()));
  std::vector<NewEntry> replicons;
  for (auto& [sequence, entry] : by_sequence) replicons.push_back(std::move(entry));
  std::sort(replicons.begin(), replicons.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return replicons;
}

Result<PlasmidFinderImport> import_plasmidfinder(const Path& file, ImportLog& log) {
  KRES_ASSIGN(const auto text, read_file(file));
  PlasmidFinderImport result{.version = version_of(file.stem().string())};
  KRES_ASSIGN(result.replicons, parse_plasmidfinder(text, file.string(), log));
  return result;
}

}  // namespace kres::genome

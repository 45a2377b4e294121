#include "genome/reference/mlst_scheme.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

// Fields of profile tables that are known to be no loci; others are told from loci by their cells.
constexpr std::string_view kFields[] = {"clonal_complex", "species", "lineage", "comments"};

std::optional<std::uint32_t> number_of(std::string_view text) {
  const auto value = parse_int(text);
  if (!value || *value < 0 || *value >= kAnyAllele) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

std::vector<std::vector<std::string_view>> cells_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> rows;
  for (auto line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    rows.push_back(trim(line).empty() ? std::vector<std::string_view>{} : split(line, '\t'));
  }
  return rows;
}

bool holds_numbers(const std::vector<std::vector<std::string_view>>& rows, std::size_t column) {
  std::size_t numbers = 0, texts = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (column >= rows[i].size() || trim(rows[i][column]).empty()) continue;
    ++(number_of(trim(rows[i][column])) ? numbers : texts);
  }
  return numbers > 0 && texts == 0;
}

// The column of each locus, and of the species (the last element, empty if there is none).
Result<std::vector<std::optional<std::size_t>>> find_columns(
    const std::vector<std::vector<std::string_view>>& rows, const std::vector<std::string>& loci,
    const SchemeFile& file, ImportLog& log) {
  const auto& header = rows.front();
  if (header.empty() || trim(header[0]) != "ST")
    return bad_input("the first column of a profile table is ST", file.path, 1);
  std::vector<std::optional<std::size_t>> columns(loci.size() + 1);
  for (std::size_t i = 1; i < header.size(); ++i) {
    const auto name = trim(header[i]);
    const auto locus = std::find(loci.begin(), loci.end(), name);
    if (locus != loci.end()) {
      columns[static_cast<std::size_t>(locus - loci.begin())] = i;
    } else if (name == "species") {
      columns.back() = i;
    } else if (std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields) &&
               holds_numbers(rows, i)) {
      return bad_input(
          fmt::format("column '{}' looks like a locus, but its alleles are not here", name),
          file.path, 1, "add the file of its alleles");
    } else {
      log.note(file.source, file.file, "column_not_read", std::string(name));
    }
  }
  for (std::size_t i = 0; i < loci.size(); ++i)
    if (!columns[i])
      return bad_input(fmt::format("locus '{}' has no column", loci[i]), file.path, 1);
  return columns;
}

Result<SchemeProfile> parse_row(const std::vector<std::string_view>& cells,
                                const std::vector<std::optional<std::size_t>>& columns,
                                const SchemeFile& file, std::size_t line) {
  SchemeProfile profile;
  const auto st = number_of(trim(cells[0]));
  if (!st) return bad_input(fmt::format("type '{}' is not a number", cells[0]), file.path, line);
  profile.st = *st;
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    if (*columns[i] >= cells.size()) return bad_input("row has too few cells", file.path, line);
    const auto cell = trim(cells[*columns[i]]);
    const auto number = cell == "N" ? std::optional(kAnyAllele) : number_of(cell);
    if (!number)
      return bad_input(fmt::format("'{}' is neither the number of an allele nor N", cell),
                       file.path, line);
    profile.alleles.push_back(*number);
  }
  if (columns.back() && *columns.back() < cells.size())
    profile.species = trim(cells[*columns.back()]);
  return profile;
}

// The lowest number of each allele's sequence, for numbers that are not the lowest themselves.
std::map<std::uint32_t, std::uint32_t> lower_numbers(const SchemeLocus& locus) {
  std::map<std::string_view, std::uint32_t> lowest;
  std::map<std::uint32_t, std::uint32_t> lower;
  for (const auto& allele : locus.alleles) {
    const auto [first, is_new] = lowest.try_emplace(allele.sequence, allele.number);
    if (!is_new) lower.emplace(allele.number, first->second);
  }
  return lower;
}

std::size_t usual_length(const SchemeLocus& locus) {
  std::map<std::size_t, std::size_t> alleles_of;
  for (const auto& allele : locus.alleles) ++alleles_of[allele.sequence.size()];
  const auto most =
      std::max_element(alleles_of.begin(), alleles_of.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == alleles_of.end() ? 0 : most->first;
}

struct Review {
  TypingScheme& scheme;
  ImportLog& log;

  void note(const char* what, std::string item, std::string detail = {}) {
    log.note(scheme.source, scheme.name, what, std::move(item), std::move(detail));
  }

  void review_alleles(const SchemeLocus& locus) {
    const auto usual = usual_length(locus);
    for (const auto& [number, lower] : lower_numbers(locus))
      note("duplicate_sequence", fmt::format("{}_{}", locus.name, number),
           fmt::format("{}_{}", locus.name, lower));
    for (const auto& allele : locus.alleles) {
      const auto name = [&] { return fmt::format("{}_{}", locus.name, allele.number); };
      if (allele.sequence.size() != usual)
        note("other_length", name(),
             fmt::format("{} bases, most alleles have {}", allele.sequence.size(), usual));
      if (allele.sequence.find_first_not_of("ACGT") != std::string::npos)
        note("ambiguous_bases", name());
    }
  }

  // Checks the numbers that profiles name at one locus, and lets them name the lowest of equals.
  void review_column(std::size_t column) {
    const auto& locus = scheme.loci[column];
    const auto lower = lower_numbers(locus);
    std::set<std::uint32_t> known, named;
    for (const auto& allele : locus.alleles) known.insert(allele.number);
    std::uint64_t without = 0;
    for (auto& profile : scheme.profiles) {
      auto& number = profile.alleles[column];
      if (number == kMissingAllele || number == kAnyAllele) {
        ++without;
        continue;
      }
      named.insert(number);
      if (known.count(number) == 0)
        note("profile_without_allele", fmt::format("ST{}", profile.st),
             fmt::format("{}_{}", locus.name, number));
      if (const auto found = lower.find(number); found != lower.end()) number = found->second;
    }
    for (const auto number : known)
      if (named.count(number) == 0)
        note("allele_without_profile", fmt::format("{}_{}", locus.name, number));
    if (without > 0)
      log.count(scheme.source, scheme.name, "profiles_that_allow_a_missing_locus", without);
  }

  void review_profiles() {
    std::map<std::vector<std::uint32_t>, std::uint32_t> seen;
    for (const auto& profile : scheme.profiles) {
      const auto [first, is_new] = seen.try_emplace(profile.alleles, profile.st);
      if (!is_new)
        note("duplicate_profile", fmt::format("ST{}", profile.st),
             fmt::format("ST{}", first->second));
    }
  }
};

}  // namespace

Result<std::map<std::string, std::vector<NumberedAllele>>> parse_alleles(std::string_view text,
                                                                         const SchemeFile& file,
                                                                         ImportLog& log) {
  KRES_ASSIGN(auto records, parse_fasta_records(text, file.path));
  log.count(file.source, file.file, "alleles", records.size());
  std::map<std::string, std::vector<NumberedAllele>> loci;
  for (auto& record : records) {
    const auto whole = trim(record.header);
    const auto header = whole.substr(0, whole.find_first_of(" \t"));
    const auto at = header.rfind('_');
    const auto number =
        at == std::string_view::npos ? std::nullopt : number_of(header.substr(at + 1));
    if (!number || *number == kMissingAllele || at == 0)
      return bad_input(fmt::format("allele '{}' is not locus_number", header), file.path,
                       record.line);
    if (header != whole)
      log.note(file.source, file.file, "allele_with_remark", std::string(header),
               std::string(trim(whole.substr(header.size()))));
    loci[std::string(header.substr(0, at))].push_back({*number, std::move(record.sequence)});
  }
  for (auto& [locus, alleles] : loci) {
    std::stable_sort(alleles.begin(), alleles.end(),
                     [](const auto& a, const auto& b) { return a.number < b.number; });
    const auto twice =
        std::adjacent_find(alleles.begin(), alleles.end(),
                           [](const auto& a, const auto& b) { return a.number == b.number; });
    if (twice != alleles.end())
      return bad_input(fmt::format("allele {}_{} occurs twice", locus, twice->number), file.path);
  }
  return loci;
}

Result<std::vector<SchemeProfile>> parse_profiles(std::string_view text,
                                                  const std::vector<std::string>& loci,
                                                  const SchemeFile& file, ImportLog& log) {
  const auto rows = cells_of(text);
  KRES_ASSIGN(const auto columns, find_columns(rows, loci, file, log));
  std::vector<SchemeProfile> profiles;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].empty()) continue;
    KRES_ASSIGN(auto profile, parse_row(rows[i], columns, file, i + 1));
    profiles.push_back(std::move(profile));
  }
  if (profiles.empty()) return bad_input("holds no types", file.path);
  std::stable_sort(profiles.begin(), profiles.end(),
                   [](const auto& a, const auto& b) { return a.st < b.st; });
  const auto twice = std::adjacent_find(profiles.begin(), profiles.end(),
                                        [](const auto& a, const auto& b) { return a.st == b.st; });
  if (twice != profiles.end())
    return bad_input(fmt::format("type {} occurs twice", twice->st), file.path);
  log.count(file.source, file.file, "profiles", profiles.size());
  return profiles;
}

void review_scheme(TypingScheme& scheme, ImportLog& log) {
  Review review{scheme, log};
  for (const auto& locus : scheme.loci) review.review_alleles(locus);
  for (std::size_t i = 0; i < scheme.loci.size(); ++i) review.review_column(i);
  review.review_profiles();
}

}  // namespace kres::genome

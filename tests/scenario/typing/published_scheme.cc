#include "tests/scenario/typing/published_scheme.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>
#include <unordered_map>

namespace kres::testing {

namespace {

constexpr std::size_t kStart = 40;  // first bases of an allele, looked up at every position

std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::string other_strand(const std::string& bases) {
  std::string other(bases.rbegin(), bases.rend());
  for (char& base : other)
    base = base == 'A' ? 'T' : base == 'T' ? 'A' : base == 'C' ? 'G' : base == 'G' ? 'C' : base;
  return other;
}

std::map<std::string, std::string> read_alleles(const std::filesystem::path& file) {
  std::map<std::string, std::string> alleles;
  std::ifstream in(file);
  std::string number;
  for (std::string line; std::getline(in, line);) {
    if (line[0] == '>')
      number = line.substr(line.rfind('_') + 1);
    else
      alleles[number] += line;
  }
  return alleles;
}

}  // namespace

PublishedScheme read_scheme(const std::string& name) {
  PublishedScheme scheme;
  const auto folder = shared_folder("reference/pubmlst") / name;
  std::ifstream table(folder / (name + ".txt"));
  std::string line;
  std::getline(table, line);
  for (const auto& column : words(line))
    if (std::filesystem::exists(folder / (column + ".tfa"))) {
      scheme.loci.push_back(column);
      scheme.alleles[column] = read_alleles(folder / (column + ".tfa"));
    }
  while (std::getline(table, line)) {
    const auto cells = words(line);
    const auto last = 1 + static_cast<std::ptrdiff_t>(scheme.loci.size());
    scheme.types[{cells.begin() + 1, cells.begin() + last}] = cells[0];
  }
  return scheme;
}

std::map<std::string, std::set<std::string>> alleles_in(const PublishedScheme& scheme,
                                                        const Contigs& contigs) {
  struct Allele {
    const std::string *locus, *number, *bases;
  };
  std::unordered_multimap<std::string_view, Allele> by_start;
  for (const auto& [locus, alleles] : scheme.alleles)
    for (const auto& [number, bases] : alleles)
      by_start.emplace(std::string_view(bases).substr(0, kStart), Allele{&locus, &number, &bases});
  std::map<std::string, std::set<std::string>> found;
  std::map<std::string, std::size_t> longest;
  const auto scan = [&](const std::string& strand) {
    for (std::size_t at = 0; at + kStart <= strand.size(); ++at) {
      const auto [first, last] = by_start.equal_range(std::string_view(strand).substr(at, kStart));
      for (auto hit = first; hit != last; ++hit) {
        const auto& [locus, number, bases] = hit->second;
        if (strand.compare(at, bases->size(), *bases) != 0) continue;
        if (bases->size() > longest[*locus]) found[*locus].clear();
        longest[*locus] = std::max(longest[*locus], bases->size());
        if (bases->size() == longest[*locus]) found[*locus].insert(*number);
      }
    }
  };
  for (const auto& contig : contigs) {
    scan(contig.bases);
    scan(other_strand(contig.bases));
  }
  return found;
}

std::string type_of(const PublishedScheme& scheme,
                    const std::map<std::string, std::set<std::string>>& found) {
  std::vector<std::string> profile;
  for (const auto& locus : scheme.loci) {
    const auto numbers = found.find(locus);
    if (numbers == found.end() || numbers->second.size() != 1) return "";
    profile.push_back(*numbers->second.begin());
  }
  const auto type = scheme.types.find(profile);
  return type == scheme.types.end() ? "" : type->second;
}

}  // namespace kres::testing

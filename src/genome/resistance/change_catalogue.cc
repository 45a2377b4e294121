#include "genome/resistance/change_catalogue.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "genome/resistance/protein_function.h"

namespace kres::genome {

namespace {

constexpr std::size_t kFlank = 8;           // residues to either side that are compared
constexpr std::size_t kFlankDifferent = 3;  // of them may differ,
constexpr std::size_t kNear = 3;            // but none of those next to the change

std::vector<std::string> list_of(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!trim(item).empty()) items.emplace_back(trim(item));
  return items;
}

// "S83I" of "gyrA_S83I".
std::string without_gene(std::string_view symbol, std::string_view gene) {
  if (symbol.starts_with(gene) && symbol.substr(gene.size()).starts_with("_"))
    symbol.remove_prefix(gene.size() + 1);
  return std::string(symbol);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Observed residues in the columns of reference residues [from, to), gaps left out; nothing if the
// alignment does not hold them all.
std::string observed_over(const TranslatedAlignment& aligned, std::size_t from, std::size_t to) {
  std::string observed;
  if (from < aligned.protein_start || to > aligned.protein_end) return observed;
  std::size_t residue = aligned.protein_start;
  for (std::size_t i = 0; i < aligned.reference.size(); ++i) {
    const bool inserted = aligned.reference[i] == '-';
    const bool inside = inserted ? residue > from && residue < to : residue >= from && residue < to;
    if (inside && aligned.observed[i] != '-') observed += aligned.observed[i];
    residue += !inserted;
  }
  return observed;
}

bool shows_substitution(const TranslatedAlignment& aligned, const CataloguedChange& change) {
  const std::size_t at = change.position - 1;
  const std::string seen = observed_over(aligned, at, at + change.reference.size());
  return seen == change.observed;
}

bool shows_gap(const TranslatedAlignment& aligned, std::string_view reference,
               const CataloguedChange& change) {
  const std::size_t at = change.position - 1, end = at + change.reference.size();
  const std::size_t from = at < kFlank ? 0 : at - kFlank;
  const std::size_t to = std::min(reference.size(), end + kFlank);
  const std::string seen = observed_over(aligned, from, to);
  const std::string expected = std::string(reference.substr(from, at - from)) + change.observed +
                               std::string(reference.substr(end, to - end));
  if (seen.size() != expected.size()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == expected[i]) continue;
    if (i + kNear >= at - from && i < at - from + change.observed.size() + kNear) return false;
    ++different;
  }
  return different <= kFlankDifferent;
}

// Names runs of gap columns.
class Namer {
 public:
  explicit Namer(const TranslatedAlignment& aligned)
      : aligned_(aligned), residue_(aligned.protein_start) {}

  std::vector<std::string> run() {
    for (std::size_t i = 0; i < aligned_.reference.size();) {
      std::size_t end = i + 1;
      const auto kind = kind_of(i);
      while (end < aligned_.reference.size() && kind != 0 && kind_of(end) == kind) ++end;
      if (kind == '+') insertion(i, end);
      if (kind == '-') deletion(i, end);
      if (kind == 0) substitution(i);
      if (kind != '+') residue_ += end - i;
      i = end;
    }
    return std::move(changes_);
  }

 private:
  char kind_of(std::size_t column) const {
    if (aligned_.reference[column] == '-') return '+';
    return aligned_.observed[column] == '-' ? '-' : '\0';
  }
  std::string residue(std::size_t column, std::size_t at) const {
    return fmt::format("{}{}", aligned_.reference[column], at + 1);
  }
  void substitution(std::size_t column) {
    const char seen = aligned_.observed[column];
    if (seen != aligned_.reference[column] && seen != 'X')
      changes_.push_back(residue(column, residue_) + seen);
  }
  void deletion(std::size_t from, std::size_t to) {
    const std::string first = residue(from, residue_);
    changes_.push_back(to == from + 1 ? first + "del"
                                      : fmt::format("{}_{}del", first,
                                                    residue(to - 1, residue_ + (to - 1 - from))));
  }
  void insertion(std::size_t from, std::size_t to) {
    const std::string before = from > 0 ? residue(from - 1, residue_ - 1) : "start";
    const std::string after = to < aligned_.reference.size() ? residue(to, residue_) : "end";
    changes_.push_back(
        fmt::format("{}_{}ins{}", before, after, aligned_.observed.substr(from, to - from)));
  }

  const TranslatedAlignment& aligned_;
  std::size_t residue_;
  std::vector<std::string> changes_;
};

}  // namespace

bool read_change(std::string_view text, CataloguedChange& change) {
  std::size_t at = 0;
  while (at < text.size() && is_upper(text[at])) ++at;
  std::size_t digits = at;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits]))) ++digits;
  const auto position = parse_int(text.substr(at, digits - at));
  if (at == 0 || !position || *position < 1 || *position > 100'000) return false;
  change.reference = text.substr(0, at);
  change.position = static_cast<std::uint32_t>(*position);
  std::string_view rest = text.substr(digits);
  change.observed.clear();
  change.frame_lost = false;
  if (rest == "del") return true;
  while (!rest.empty() && is_upper(rest[0]) && !rest.starts_with("Ter")) {
    change.observed += rest[0];
    rest.remove_prefix(1);
  }
  if (rest.starts_with("fs")) {
    change.frame_lost = true;
    return !change.observed.empty();
  }
  if (rest == "Ter") {
    change.observed += '*';
    rest = {};
  }
  return rest.empty() && !change.observed.empty();
}

Result<std::vector<CataloguedChange>> parse_catalogue(std::string_view text,
                                                      const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"scope", "accession", "gene", "symbol", "position",
                                                 "change", "class", "agents"},
                                                {"standard_symbol", "subclass"}));
  std::vector<CataloguedChange> catalogue;
  for (const auto& row : table.rows()) {
    CataloguedChange change{.scope = std::string(row["scope"]),
                            .accession = std::string(row["accession"]),
                            .gene = std::string(row["gene"]),
                            .symbol = std::string(row["symbol"]),
                            .text = without_gene(row["symbol"], row["gene"]),
                            .drug_class = to_lower(row["class"]),
                            .agents = list_of(row["agents"])};
    if (!read_change(row["change"], change))
      return bad_input(fmt::format("'{}' is not a change of a protein", row["change"]), name,
                       row.line());
    catalogue.push_back(std::move(change));
  }
  return catalogue;
}

Result<std::vector<SusceptibleProtein>> parse_susceptible(std::string_view text,
                                                          const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"scope", "gene", "accession", "cutoff", "class",
                                                 "subclass", "agents"}));
  std::vector<SusceptibleProtein> proteins;
  for (const auto& row : table.rows()) {
    const auto cutoff = parse_double(row["cutoff"]);
    if (!cutoff || *cutoff < 0 || *cutoff > 100)
      return bad_input(fmt::format("'{}' is not a percentage", row["cutoff"]), name, row.line());
    proteins.push_back({std::string(row["scope"]), std::string(row["gene"]),
                        std::string(row["accession"]), *cutoff, to_lower(row["class"]),
                        list_of(row["agents"])});
  }
  return proteins;
}

bool shows(const TranslatedAlignment& aligned, std::string_view reference,
           const CataloguedChange& change) {
  const std::size_t end = change.position - 1 + change.reference.size();
  if (end > reference.size() ||
      reference.substr(change.position - 1, change.reference.size()) != change.reference)
    return false;
  if (change.frame_lost)
    return loss_of(aligned, reference)
        .starts_with(fmt::format("{}{}{}fs*", change.reference, change.position, change.observed));
  return change.observed.size() == change.reference.size() ? shows_substitution(aligned, change)
                                                           : shows_gap(aligned, reference, change);
}

std::vector<std::string> changes_of(const TranslatedAlignment& aligned) {
  return Namer(aligned).run();
}

}  // namespace kres::genome

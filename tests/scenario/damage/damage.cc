#include "tests/scenario/damage/damage.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.h"
#include "sequence/nucleotides.h"

namespace kres::testing {

namespace {

using Numbers = std::vector<std::size_t>;

// Bases without likeness to any gene, the same on every machine.
std::string unlike_anything(std::size_t count) {
  std::string bases;
  for (std::uint32_t x = 2463534242U; bases.size() < count; x = x * 1664525U + 1013904223U)
    bases.push_back(sequence::base_of_code(static_cast<std::uint8_t>(x >> 30)));
  return bases;
}

sequence::ContigSequence fragment(const sequence::ContigSequence& contig, const char* suffix,
                                  std::string bases) {
  return {contig.name + suffix, "", std::move(bases), false};
}

// One contig with its gene; `at` counts bases of the gene from 1 and gives positions from 0.
struct Place {
  Contigs& contigs;
  std::size_t index;
  const Gene& gene;
  std::string& bases() const { return contigs[index].bases; }
  std::size_t at(std::size_t base) const { return gene.start + base - 2; }
  std::size_t length() const { return gene.end - gene.start + 1; }
};

void cut_in_two(const Place& place, std::size_t after) {
  auto& contig = place.contigs[place.index];
  const std::size_t cut = place.at(after) + 1;
  auto right = fragment(contig, "_right", contig.bases.substr(cut));
  contig = fragment(contig, "_left", contig.bases.substr(0, cut));
  place.contigs.push_back(std::move(right));
}

void end_before_gene_end(const Place& place, std::size_t missing) {
  auto& contig = place.contigs[place.index];
  auto right = fragment(contig, "_right", contig.bases.substr(place.gene.end));
  contig = fragment(contig, "_left", contig.bases.substr(0, place.gene.end - missing));
  place.contigs.push_back(std::move(right));
}

void tandem(const Place& place) {
  const std::string copy = place.bases().substr(place.at(1), place.length());
  place.bases().insert(place.gene.end, unlike_anything(50) + copy);
}

void rotate(const Place& place, std::size_t into) {
  auto& bases = place.bases();
  std::rotate(bases.begin(), bases.begin() + static_cast<std::ptrdiff_t>(place.at(into) + 1),
              bases.end());
}

void reverse_complement_all(const Place& place) {
  for (auto& contig : place.contigs) contig.bases = sequence::reverse_complement(contig.bases);
}

void start_with(const Place& place, const char* codon) {
  place.bases().replace(place.at(1), 3, codon);
}

using Edit = std::function<void(const Place&, const Numbers&)>;

const std::map<std::string, std::pair<std::size_t, Edit>, std::less<>>& edits() {
  static const std::map<std::string, std::pair<std::size_t, Edit>, std::less<>> kEdits = {
      {"none", {0, [](const Place&, const Numbers&) {}}},
      {"stop",
       {1,
        [](const Place& p, const Numbers& n) { p.bases().replace(p.at(3 * n[0] - 2), 3, "TAA"); }}},
      {"other-start",  // eight codons after the start, none of them a stop
       {0, [](const Place& p,
              const Numbers&) { p.bases().replace(p.at(4), 24, "GGTCATTGGCGTCAACACTGGCGT"); }}},
      {"start-lost", {0, [](const Place& p, const Numbers&) { start_with(p, "ACG"); }}},
      {"start-ctg", {0, [](const Place& p, const Numbers&) { start_with(p, "CTG"); }}},
      {"start-att", {0, [](const Place& p, const Numbers&) { start_with(p, "ATT"); }}},
      {"start-ttg", {0, [](const Place& p, const Numbers&) { start_with(p, "TTG"); }}},
      {"delete", {2, [](const Place& p, const Numbers& n) { p.bases().erase(p.at(n[0]), n[1]); }}},
      {"insert",
       {2, [](const Place& p,
              const Numbers& n) { p.bases().insert(p.at(n[0]) + 1, unlike_anything(n[1])); }}},
      {"insert-doubling",  // as insertion sequences do
       {2,
        [](const Place& p, const Numbers& n) {
          const std::string doubled = p.bases().substr(p.at(n[0]) + 1 - 9, 9);
          p.bases().insert(p.at(n[0]) + 1, unlike_anything(n[1]) + doubled);
        }}},
      {"invert",
       {2,
        [](const Place& p, const Numbers& n) {
          const std::string turned =
              sequence::reverse_complement(p.bases().substr(p.at(n[0]), n[1]));
          p.bases().replace(p.at(n[0]), n[1], turned);
        }}},
      {"replace",
       {2, [](const Place& p,
              const Numbers& n) { p.bases().replace(p.at(n[0]), n[1], unlike_anything(n[1])); }}},
      {"unknown",
       {2, [](const Place& p,
              const Numbers& n) { p.bases().replace(p.at(n[0]), n[1], std::string(n[1], 'N')); }}},
      {"gap",
       {2, [](const Place& p,
              const Numbers& n) { p.bases().insert(p.at(n[0]) + 1, std::string(n[1], 'N')); }}},
      {"end-before-gene-end",
       {1, [](const Place& p, const Numbers& n) { end_before_gene_end(p, n[0]); }}},
      {"split", {1, [](const Place& p, const Numbers& n) { cut_in_two(p, n[0]); }}},
      {"remove", {0, [](const Place& p, const Numbers&) { p.bases().erase(p.at(1), p.length()); }}},
      {"tandem", {0, [](const Place& p, const Numbers&) { tandem(p); }}},
      {"reverse-complement",
       {0, [](const Place& p, const Numbers&) { reverse_complement_all(p); }}},
      {"reverse-order",
       {0,
        [](const Place& p, const Numbers&) { std::reverse(p.contigs.begin(), p.contigs.end()); }}},
      {"rotate", {1, [](const Place& p, const Numbers& n) { rotate(p, n[0]); }}},
  };
  return kEdits;
}

}  // namespace

Result<Contigs> edited(Contigs contigs, const Gene& gene, std::string_view edit) {
  const auto words = split(edit, ' ');
  const auto known = edits().find(words[0]);
  if (known == edits().end() || words.size() != known->second.first + 1)
    return bad_input("unknown edit '" + std::string(edit) + "'");
  Numbers numbers;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto number = parse_int(words[i]);
    if (!number || *number < 0) return bad_input("no number: '" + std::string(words[i]) + "'");
    numbers.push_back(static_cast<std::size_t>(*number));
  }
  const auto contig = std::find_if(contigs.begin(), contigs.end(),
                                   [&](const auto& c) { return c.name == gene.contig; });
  if (contig == contigs.end()) return bad_input("no contig '" + gene.contig + "'");
  known->second.second({contigs, static_cast<std::size_t>(contig - contigs.begin()), gene},
                       numbers);
  return contigs;
}

std::string as_fasta(const Contigs& contigs, std::size_t line_width) {
  std::string text;
  for (const auto& contig : contigs) {
    text += ">" + contig.name + " " + contig.description + "\n";
    for (std::size_t at = 0; at < contig.bases.size(); at += line_width)
      text.append(contig.bases, at, line_width).push_back('\n');
  }
  return text;
}

}  // namespace kres::testing

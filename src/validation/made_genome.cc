#include "validation/made_genome.h"

#include <algorithm>

#include <fmt/format.h>

#include "sequence/nucleotides.h"
#include "validation/seeded_random.h"

namespace kres::validation {

namespace {

constexpr double kMostSubstituted = 0.02;
constexpr std::size_t kShortestContig = 200;  // shorter ones are lost, as assemblers do
constexpr std::size_t kInsertedBases = 1200;

// A gene as it is put in, and where. Position is 0-based in the contig as it then stands.
struct Inserted {
  std::string name, state, bases;
  std::size_t contig = 0, start = 0;
  char strand = '+';
  std::size_t end() const { return start + bases.size(); }
};

void substitute(std::vector<sequence::ContigSequence>& contigs, double share,
                SeededRandom& random) {
  for (auto& contig : contigs)
    for (char& base : contig.bases)
      if (sequence::base_code(base) != sequence::kNoCode && random.chance(share))
        base = random.other_base(base);
}

std::size_t lose_stretches(std::vector<sequence::ContigSequence>& contigs, SeededRandom& random) {
  std::size_t lost = 0;
  for (std::uint64_t left = random.below(6); left > 0; --left) {
    auto& bases = contigs[random.below(contigs.size())].bases;
    const std::size_t length = random.between(1000, 20000);
    if (bases.size() < 3 * length) continue;
    bases.erase(random.below(bases.size() - length), length);
    lost += length;
  }
  return lost;
}

std::string with_substitutions(std::string bases, std::size_t count, SeededRandom& random) {
  for (std::size_t i = 0; i < count; ++i) {
    char& base = bases[random.below(bases.size())];
    base = random.other_base(base);
  }
  return bases;
}

// Half of the copies are exact, a quarter changed in up to 9 % of bases, a quarter broken.
Inserted draw_copy(const InsertableGene& gene, SeededRandom& random) {
  Inserted copy{.name = gene.name, .state = "exact", .bases = gene.sequence};
  auto& bases = copy.bases;
  const std::size_t inner = random.between(bases.size() / 5, bases.size() * 4 / 5);
  switch (random.below(16)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const std::size_t count = random.between(1, bases.size() * 9 / 100);
      bases = with_substitutions(std::move(bases), count, random);
      copy.state = fmt::format("substitutions:{}", count);
      break;
    }
    case 4:
      bases.replace(inner / 3 * 3, 3, "TAA");
      copy.state = fmt::format("stop:{}", inner / 3 + 1);
      break;
    case 5:
      bases.erase(inner, 1);
      copy.state = fmt::format("frameshift:{}", inner + 1);
      break;
    case 6:
      bases.insert(inner, random.bases(kInsertedBases, 0.5));
      copy.state = fmt::format("insertion:{}", inner);
      break;
    case 7:
      bases.erase(0, inner);
      copy.state = fmt::format("lost_start:{}", inner);
      break;
    default:
      break;
  }
  if (random.chance(0.5)) copy.strand = '-';
  return copy;
}

class Inserter {
 public:
  Inserter(std::vector<sequence::ContigSequence>& contigs, SeededRandom& random)
      : contigs_(contigs), random_(random) {}

  void insert(Inserted copy) {
    copy.contig = random_.below(contigs_.size());
    auto& bases = contigs_[copy.contig].bases;
    copy.start = random_.below(bases.size() + 1);
    for (const auto& other : inserted)  // never into another inserted gene
      if (other.contig == copy.contig && copy.start > other.start && copy.start < other.end())
        copy.start = other.start;
    bases.insert(copy.start,
                 copy.strand == '-' ? sequence::reverse_complement(copy.bases) : copy.bases);
    for (auto& other : inserted)
      if (other.contig == copy.contig && other.start >= copy.start)
        other.start += copy.bases.size();
    inserted.push_back(std::move(copy));
  }

  std::vector<Inserted> inserted;

 private:
  std::vector<sequence::ContigSequence>& contigs_;
  SeededRandom& random_;
};

struct Fragment {
  std::size_t contig = 0, start = 0, end = 0;  // of the contig before it was cut
  bool reverse = false;
};

// Where each contig is cut: 0 to 200 places in the genome, and inside one inserted gene in four.
std::vector<std::vector<std::size_t>> draw_cuts(
    const std::vector<sequence::ContigSequence>& contigs, const std::vector<Inserted>& inserted,
    SeededRandom& random) {
  std::vector<std::vector<std::size_t>> cuts(contigs.size());
  std::uint64_t whole = 0;
  for (const auto& contig : contigs) whole += contig.bases.size();
  for (std::uint64_t left = random.below(201); left > 0; --left) {
    std::uint64_t at = random.below(whole);
    std::size_t contig = 0;
    while (at >= contigs[contig].bases.size()) at -= contigs[contig++].bases.size();
    cuts[contig].push_back(at);
  }
  for (const auto& copy : inserted)
    if (random.chance(0.25))
      cuts[copy.contig].push_back(copy.start + random.below(copy.bases.size() + 1));
  return cuts;
}

std::vector<Fragment> cut_contigs(const std::vector<sequence::ContigSequence>& contigs,
                                  std::vector<std::vector<std::size_t>> cuts,
                                  SeededRandom& random) {
  std::vector<Fragment> fragments;
  for (std::size_t i = 0; i < contigs.size(); ++i) {
    auto& at = cuts[i];
    at.push_back(0);
    at.push_back(contigs[i].bases.size());
    std::sort(at.begin(), at.end());
    for (std::size_t k = 1; k < at.size(); ++k)
      if (at[k] - at[k - 1] >= kShortestContig) fragments.push_back({i, at[k - 1], at[k], false});
  }
  for (std::size_t left = fragments.size(); left > 1; --left)
    std::swap(fragments[left - 1], fragments[random.below(left)]);
  for (auto& fragment : fragments) fragment.reverse = random.chance(0.5);
  return fragments;
}

// The part of an inserted gene on a fragment; false if there is none.
bool piece_on(const Fragment& fragment, const Inserted& copy, TruthPiece& piece) {
  if (copy.contig != fragment.contig) return false;
  const std::size_t start = std::max(copy.start, fragment.start);
  const std::size_t end = std::min(copy.end(), fragment.end);
  if (start >= end) return false;
  const bool gene_reverse = copy.strand == '-';
  piece.gene = copy.name;
  piece.state = copy.state;
  piece.gene_start = 1 + (gene_reverse ? copy.end() - end : start - copy.start);
  piece.gene_end = gene_reverse ? copy.end() - start : end - copy.start;
  piece.start = 1 + (fragment.reverse ? fragment.end - end : start - fragment.start);
  piece.end = fragment.reverse ? fragment.end - start : end - fragment.start;
  piece.strand = gene_reverse != fragment.reverse ? '-' : '+';
  return true;
}

}  // namespace

MadeGenome make_genome(std::vector<sequence::ContigSequence> real,
                       const std::vector<InsertableGene>& genes, std::uint64_t seed,
                       std::uint64_t number) {
  SeededRandom random(seed, number);
  MadeGenome made;
  made.substituted = kMostSubstituted * static_cast<double>(random.below(21)) / 20;
  substitute(real, made.substituted, random);
  made.lost_bases = lose_stretches(real, random);
  Inserter inserter(real, random);
  for (std::uint64_t left = random.below(7); left > 0; --left) {
    const auto copy = draw_copy(genes[random.below(genes.size())], random);
    inserter.insert(copy);
    if (random.chance(0.2)) inserter.insert(copy);
  }
  const auto fragments = cut_contigs(real, draw_cuts(real, inserter.inserted, random), random);
  for (const auto& fragment : fragments) {
    auto bases = real[fragment.contig].bases.substr(fragment.start, fragment.end - fragment.start);
    if (fragment.reverse) bases = sequence::reverse_complement(bases);
    made.contigs.push_back({fmt::format("contig_{}", made.contigs.size() + 1), "", bases, false});
    for (std::size_t copy = 0; copy < inserter.inserted.size(); ++copy)
      if (TruthPiece piece{.copy = copy + 1, .contig = made.contigs.back().name};
          piece_on(fragment, inserter.inserted[copy], piece))
        made.truth.push_back(std::move(piece));
  }
  return made;
}

std::string truth_table(const MadeGenome& genome, const std::string& made_from) {
  std::string out = fmt::format("# Made from {}: {:.2f} % of bases substituted, {} bases lost.\n",
                                made_from, 100 * genome.substituted, genome.lost_bases);
  out += "copy\tgene\tstate\tcontig\tstart\tend\tstrand\tgene_start\tgene_end\n";
  for (const auto& piece : genome.truth)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", piece.copy, piece.gene, piece.state,
                       piece.contig, piece.start, piece.end, piece.strand, piece.gene_start,
                       piece.gene_end);
  return out;
}

}  // namespace kres::validation

#include "genome/protein/translated_scan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

#include "genome/protein/extend_runs.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr int kWordBases = 3 * kWordLength;
constexpr int kBlockBases = 3 * kCodonStride;  // the words at its first three bases are looked up
constexpr int kWindowBases = kWordBases + 2;   // what the three words of a block cover
constexpr std::uint32_t kLargestGap = 200;     // residues without a word inside one run
constexpr std::int64_t kSmallShift = 60;       // bases; a single word further off is chance

// Residue codes of two codons, by their twelve bits.
const std::array<std::uint16_t, 4096>& codon_pairs() {
  static const auto table = [] {
    std::array<std::uint16_t, 4096> pairs{};
    const auto residue = [](std::size_t codon) {
      const auto base = [&](int shift) {
        return sequence::base_of_code(static_cast<std::uint8_t>((codon >> shift) & 3));
      };
      return residue_code(sequence::translate_codon(base(4), base(2), base(0)));
    };
    for (std::size_t i = 0; i < pairs.size(); ++i)
      pairs[i] = static_cast<std::uint16_t>(residue(i >> 6) << kResidueBits | residue(i & 63));
    return pairs;
  }();
  return table;
}

// Translates 21 bases, two bits each, the first in the highest.
inline Word translate_word(std::uint64_t bases, const std::array<std::uint16_t, 4096>& pairs) {
  return Word{pairs[bases >> 30 & 4095]} << 25 | Word{pairs[bases >> 18 & 4095]} << 15 |
         Word{pairs[bases >> 6 & 4095]} << 5 | (pairs[bases & 63] & 31);
}

// Reverse complement of `count` bases, two bits each.
std::uint64_t reverse_complement(std::uint64_t bases, int count) {
  bases = ~bases;
  bases = (bases >> 2 & 0x3333333333333333ULL) | (bases & 0x3333333333333333ULL) << 2;
  bases = (bases >> 4 & 0x0f0f0f0f0f0f0f0fULL) | (bases & 0x0f0f0f0f0f0f0f0fULL) << 4;
  return __builtin_bswap64(bases) >> (64 - 2 * count);
}

struct Hit {
  ProteinId protein;
  bool reverse;
  std::int64_t position;  // on its strand
  std::uint32_t residue;
};

// Four bases to the byte, the first in its highest bits. Requires: A, C, G and T in upper case
// only. Bits 1 and 2 of those letters tell them apart.
void pack(std::string_view bases, std::vector<unsigned char>& packed) {
  constexpr std::size_t kPadding = 8;  // read, never used
  packed.assign(bases.size() / 4 + 1 + kPadding, 0);
  std::size_t at = 0;
  for (; at + 4 <= bases.size(); at += 4) {
    std::uint32_t letters;
    std::memcpy(&letters, bases.data() + at, 4);
    const std::uint32_t codes = (letters >> 1 ^ letters >> 2) & 0x03030303;
    packed[at / 4] = static_cast<unsigned char>(codes * 0x40100401 >> 24);
  }
  for (; at < bases.size(); ++at)
    packed[at / 4] |=
        static_cast<unsigned char>(sequence::base_code(bases[at]) << (6 - 2 * (at % 4)));
}

class Scanner {
 public:
  Scanner(std::string_view contig, const ProteinIndex& index, const std::vector<char>& wanted)
      : contig_(contig), index_(index), wanted_(wanted), pairs_(codon_pairs()) {}

  // Stretches without an unread base, one after the other.
  std::vector<Hit> run() {
    for (std::size_t start = 0; start < contig_.size();) {
      const std::size_t end = std::min(contig_.find('N', start), contig_.size());
      scan(start, end);
      start = end + 1;
    }
    return std::move(hits_);
  }

 private:
  void scan(std::size_t first, std::size_t end) {
    if (end < first + kWindowBases) return;
    pack(contig_.substr(first, end - first), packed_);
    static_assert(kBlockBases % 4 == 0);
    const unsigned char* at = packed_.data();
    for (std::size_t start = first; start + kWindowBases <= end; start += kBlockBases) {
      std::uint64_t bases;
      std::memcpy(&bases, at, 8);
      look_up(start, __builtin_bswap64(bases) >> (64 - 2 * kWindowBases));
      at += kBlockBases / 4;
    }
  }

  void look_up(std::size_t start, std::uint64_t window) {
    constexpr std::uint64_t kWordMask = (std::uint64_t{1} << (2 * kWordBases)) - 1;
    const std::uint64_t reverse = reverse_complement(window, kWindowBases);
    for (int frame = 0; frame < 3; ++frame) {
      const Word forward = translate_word(window >> (2 * (2 - frame)) & kWordMask, pairs_);
      if (index_.may_contain(forward)) [[unlikely]]
        add(forward, false, static_cast<std::int64_t>(start) + frame);
      const Word backward = translate_word(reverse >> (2 * frame) & kWordMask, pairs_);
      if (index_.may_contain(backward)) [[unlikely]]
        add(backward, true,
            static_cast<std::int64_t>(contig_.size()) - static_cast<std::int64_t>(start) - frame -
                kWordBases);
    }
  }

  void add(Word word, bool reverse, std::int64_t position) {
    for (const std::uint32_t place : index_.places(word)) {
      const ProteinId protein = index_.protein_at(place);
      if (wanted_[protein])
        hits_.push_back({protein, reverse, position, place - index_.protein(protein).offset});
    }
  }

  std::string_view contig_;
  const ProteinIndex& index_;
  const std::vector<char>& wanted_;
  const std::array<std::uint16_t, 4096>& pairs_;
  std::vector<unsigned char> packed_;
  std::vector<Hit> hits_;
};

// Runs of the hits of one protein on one strand, ordered by where they start.
std::vector<FrameRun> runs_of(const Hit* first, const Hit* last) {
  std::vector<FrameRun> runs;
  for (const Hit* hit = first; hit != last; ++hit) {
    const std::int64_t diagonal = hit->position - 3 * std::int64_t{hit->residue};
    const auto open = std::find_if(runs.rbegin(), runs.rend(), [&](const FrameRun& run) {
      return run.diagonal == diagonal && hit->residue <= run.residue_end + kLargestGap;
    });
    if (open == runs.rend()) {
      runs.push_back({diagonal, hit->residue, hit->residue + kWordLength, 1});
    } else {
      open->residue_end = std::max(open->residue_end, hit->residue + kWordLength);
      ++open->words;
    }
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const FrameRun& a, const FrameRun& b) { return a.start() < b.start(); });
  return runs;
}

bool continues(const FrameRun& last, const FrameRun& next, const TranslatedLimits& limits) {
  if (next.residue_end <= last.residue_end || next.residue_start <= last.residue_start)
    return false;
  const std::int64_t shift = next.diagonal - last.diagonal;
  const bool chance = next.words < 2 || last.words < 2;
  if (chance && std::abs(shift) > kSmallShift) return false;
  return shift <= limits.largest_insertion && next.start() >= last.start() + 3 &&
         next.end() > last.end();
}

void chain(const std::vector<FrameRun>& runs, const TranslatedPlacement& of,
           const TranslatedLimits& limits, std::vector<TranslatedPlacement>& placements) {
  const std::size_t first = placements.size();
  for (const auto& run : runs) {
    std::size_t at = placements.size();
    while (at > first && !continues(placements[at - 1].runs.back(), run, limits)) --at;
    if (at == first) {
      placements.push_back(of);
      at = placements.size();
    }
    placements[at - 1].runs.push_back(run);
  }
}

std::uint32_t words_of(const TranslatedPlacement& placement) {
  std::uint32_t sum = 0;
  for (const auto& run : placement.runs) sum += run.words;
  return sum;
}

}  // namespace

std::uint32_t TranslatedPlacement::residues() const {
  std::uint32_t sum = 0;
  for (const auto& run : runs) sum += run.residue_end - run.residue_start;
  return sum;
}

std::vector<TranslatedPlacement> scan_translated(std::string_view contig, std::uint32_t number,
                                                 const ProteinIndex& index,
                                                 const std::vector<char>& wanted,
                                                 const TranslatedLimits& limits) {
  auto hits = Scanner(contig, index, wanted).run();
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.protein, a.reverse, a.position, a.residue) <
           std::tie(b.protein, b.reverse, b.position, b.residue);
  });
  std::vector<TranslatedPlacement> placements;
  for (std::size_t first = 0; first < hits.size();) {
    std::size_t last = first;
    while (last < hits.size() && hits[last].protein == hits[first].protein &&
           hits[last].reverse == hits[first].reverse)
      ++last;
    chain(runs_of(hits.data() + first, hits.data() + last),
          {hits[first].protein, hits[first].reverse, number, {}, 0}, limits, placements);
    first = last;
  }
  std::erase_if(placements, [&](TranslatedPlacement& placement) {
    if (words_of(placement) < limits.least_words) return true;
    const auto protein = index.sequence(placement.protein);
    extend_runs(placement, protein, contig);
    return placement.equal < limits.least_equal * static_cast<double>(protein.size());
  });
  return placements;
}

}  // namespace kres::genome

#include "genome/kmer/mash_hashes.h"

#include "genome/kmer/kmer.h"
#include "genome/kmer/murmur.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

// Visits the text of every canonical k-mer: in the contig or in its reverse complement.
template <class Visit>
void for_each_canonical_text(std::string_view bases, int k, Visit&& visit) {
  if (bases.size() < static_cast<std::size_t>(k)) return;
  const std::string other = sequence::reverse_complement(bases);
  const char* reverse_start = other.data() + other.size() - k;
  for_each_kmer(bases, k, [&](std::size_t at, Kmer forward, Kmer reverse) {
    visit(forward <= reverse ? bases.data() + at : reverse_start - at);
  });
}

}  // namespace

void append_mash_hashes_plain(std::string_view bases, const MashHashing& hashing,
                              std::vector<std::uint64_t>& hashes) {
  const auto length = static_cast<std::size_t>(hashing.k);
  const auto keep = [&](std::uint64_t hash) {
    if (hash <= hashing.largest) hashes.push_back(hash);
  };
  if (hashing.k == 21)
    for_each_canonical_text(bases, hashing.k,
                            [&](const char* text) { keep(murmur3_64_of_21(text, hashing.seed)); });
  else
    for_each_canonical_text(bases, hashing.k, [&](const char* text) {
      keep(murmur3_64({text, length}, hashing.seed));
    });
}

void append_mash_hashes(std::string_view bases, const MashHashing& hashing,
                        std::vector<std::uint64_t>& hashes) {
  static const auto way_of_21 = has_wide_mash_hashes()   ? append_mash_hashes_wide
                                : has_avx2_mash_hashes() ? append_mash_hashes_avx2
                                                         : append_mash_hashes_plain;
  const auto way = hashing.k == 21 ? way_of_21 : append_mash_hashes_plain;
  way(bases, hashing, hashes);
}

}  // namespace kres::genome

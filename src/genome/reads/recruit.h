// Picks the reads that share bases with a reference: exact words at every twelfth base of a read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/reads/packed_read.h"
#include "genome/reads/read_store.h"
#include "genome/reads/recruited_reads.h"
#include "genome/reference/seed_table.h"
#include "sequence/fastq.h"

namespace kres::genome {

// Words of kSeedLength bases stand so far apart in a read, and one at its end: any 30 bases in a row
// that a read shares with a searched entry are met. Reads begin anywhere, so that with some depth
// every word of an entry is met by some of them; what those lead to finds the others.
inline constexpr std::size_t kRecruitStep = 12;

// Calls visit(forward, reverse) for the words until it returns true; whether it did.
template <std::size_t kStep, class Visit>
bool any_word(const std::uint64_t* words, std::size_t length, Visit&& visit) {
  constexpr auto kWord = static_cast<std::size_t>(kSeedLength);
  if (length < kWord) return false;
  const std::size_t last = length - kWord;
  for (std::size_t position = 0;; position = std::min(position + kStep, last)) {
    const Kmer forward = packed_kmer(words, position, kSeedLength);
    if (visit(forward, turned_kmer(forward, kSeedLength))) return true;
    if (position == last) return false;
  }
}

class Recruiter {
 public:
  // All reads go to `store` too.
  Recruiter(const SeedTable& seeds, std::uint32_t file, ReadStore& store)
      : seeds_(seeds), file_(file), store_(store) {}

  // `first`: number of the first record in its file.
  void add(std::span<const sequence::FastqRecord> records, std::uint64_t first);
  RecruitedReads& reads() { return reads_; }

 private:
  struct Candidate {
    std::uint32_t record;
    bool bases_are_canonical;
    Kmer canonical;
  };
  void find_candidates(std::uint32_t record, std::string_view bases);

  const SeedTable& seeds_;
  std::uint32_t file_;
  ReadStore& store_;
  RecruitedReads reads_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint64_t> words_;
};

}  // namespace kres::genome

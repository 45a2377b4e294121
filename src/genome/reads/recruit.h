// Picks the reads that share bases with a reference: exact words spread over each read.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/reads/read_store.h"
#include "genome/reads/recruited_reads.h"
#include "genome/reads/site_sampler.h"
#include "genome/reads/word_filter.h"
#include "genome/reference/seed_table.h"
#include "sequence/fastq.h"

namespace kres::genome {

// How many bases apart the words of a read stand; one stands at its end. Any kSeedLength + step - 1
// bases in a row that a read shares with a searched entry are met. Reads begin anywhere, so that
// with some depth every word of an entry is met by some of them; what those lead to finds the
// others: where there are many reads the words may stand further apart.
inline constexpr std::size_t kStepOfFewReads = 12, kStepOfManyReads = 19;

class Recruiter {
 public:
  // `filter`: that of the seeds, or a copy of it. All reads go to `store` and `sampler`, if any,
  // too. `file_read`: what the reads come from, if its digest is to be taken beside their words.
  Recruiter(const SeedTable& seeds, const SeedFilter& filter, std::size_t step, std::uint32_t file,
            ReadStore& store, SiteSampler* sampler = nullptr,
            sequence::FastqReader* file_read = nullptr)
      : seeds_(seeds),
        filter_(filter),
        step_(step),
        file_(file),
        store_(store),
        sampler_(sampler),
        file_read_(file_read) {}

  // `first`: number of the first record in its file.
  void add(std::span<const sequence::FastqRecord> records, std::uint64_t first);
  RecruitedReads& reads() { return reads_; }

 private:
  struct Candidate {
    Kmer word = 0;
    std::uint32_t record = 0;
  };
  void digest_a_block();
  void list_words(const sequence::FastqRecord& record, std::uint64_t number);
  void list_candidates();

  const SeedTable& seeds_;
  SeedFilter filter_;
  std::size_t step_;
  std::uint32_t file_;
  ReadStore& store_;
  SiteSampler* sampler_;
  sequence::FastqReader* file_read_;
  RecruitedReads reads_;
  WordList asked_;                   // of all records of a block
  std::vector<std::uint32_t> ends_;  // of each record's words
  std::vector<std::uint32_t> possible_;
  std::vector<Candidate> candidates_;
};

}  // namespace kres::genome

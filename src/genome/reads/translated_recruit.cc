#include "genome/reads/translated_recruit.h"

#include <algorithm>
#include <map>
#include <string>

#include "genome/protein/coded_words.h"

namespace kres::genome {

namespace {

// `shared` is empty, and is left so.
bool is_wanted(const std::vector<CodedWord>& words, const WantedProteins& proteins,
               std::map<ProteinId, std::uint32_t>& shared) {
  const auto& index = *proteins.index;
  bool found = false;
  for (const auto& word : words)
    for (const auto place : index.places(word.word)) {
      const auto protein = index.protein_at(place);
      const auto least = proteins.least_words[protein];
      if (least > 0 && ++shared[protein] >= least) found = true;
    }
  shared.clear();
  return found;
}

}  // namespace

RecruitedReads recruit_translated(const ReadStore& store, const WantedProteins& proteins,
                                  double share, std::uint32_t file,
                                  const std::vector<std::uint64_t>& known) {
  RecruitedReads found;
  std::vector<CodedWord> words;
  std::string bases;
  std::map<ProteinId, std::uint32_t> shared;
  auto next_known = known.begin();
  store.for_each([&](std::size_t number, const std::uint64_t* packed, std::uint32_t length) {
    while (next_known != known.end() && *next_known < number) ++next_known;
    if (next_known != known.end() && *next_known == number) return;
    if (!is_in_share(number, share)) return;
    unpack_bases(packed, length, bases);
    find_known_words(bases, *proteins.index, words);
    if (is_wanted(words, proteins, shared)) found.add_of_store(bases, file, number);
  });
  return found;
}

}  // namespace kres::genome

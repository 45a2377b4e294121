// Builds the protein index.
#include <algorithm>
#include <map>
#include <unordered_map>

#include <xxhash.h>

#include "base/text.h"
#include "genome/reference/protein_index.h"

namespace kres::genome {

namespace {

constexpr double kEnoughShared = 0.4;
constexpr std::size_t kFilterBitsPerWord = 12;
constexpr std::string_view kResidues = "ACDEFGHIKLMNPQRSTVWY";

struct PlacedWord {
  Word word;
  std::uint32_t at;  // in the protein
};

// Words of the twenty amino acids only: an X stands for any and finds nothing.
std::vector<PlacedWord> words_of(std::string_view protein) {
  std::vector<PlacedWord> words;
  Word word = 0;
  int valid = 0;
  for (std::size_t i = 0; i < protein.size(); ++i) {
    word = word >> 8 | residue_code(protein[i]) << (8 * (kWordLength - 1));
    valid = kResidues.find(protein[i]) == std::string_view::npos ? 0 : valid + 1;
    if (valid >= kWordLength)
      words.push_back({word, static_cast<std::uint32_t>(i + 1 - kWordLength)});
  }
  return words;
}

class Builder {
 public:
  explicit Builder(const std::vector<NewProtein>& proteins) : proteins_(proteins) {}

  std::string run() {
    write_sequences();
    choose_representatives();
    write_words();
    write_members();
    write_exact();
    writer_.add(ProteinIndex::kProteins, records_);
    writer_.add_text(ProteinIndex::kStrings, strings_);
    return writer_.finish();
  }

 private:
  TextRef keep(const std::string& text) {
    const auto [found, inserted] =
        known_.try_emplace(text, static_cast<std::uint32_t>(strings_.size()));
    if (inserted) strings_ += text;
    return {found->second, static_cast<std::uint32_t>(text.size())};
  }

  void write_sequences() {
    std::string sequences;
    std::vector<ProteinId> blocks;
    for (std::size_t i = 0; i < proteins_.size(); ++i) {
      const auto& protein = proteins_[i];
      records_.push_back({.offset = static_cast<std::uint32_t>(sequences.size()),
                          .length = static_cast<std::uint32_t>(protein.sequence.size()),
                          .id = keep(protein.id),
                          .name = keep(protein.name),
                          .gene = keep(protein.gene),
                          .family = keep(protein.family),
                          .scopes = keep(join(protein.scopes, ";")),
                          .agents = keep(join(protein.agents, ";")),
                          .drug_class = keep(protein.drug_class),
                          .critical_family = keep(protein.critical_family),
                          .complete_identity = static_cast<float>(protein.complete_identity),
                          .complete_coverage = static_cast<float>(protein.complete_coverage),
                          .partial_identity = static_cast<float>(protein.partial_identity),
                          .partial_coverage = static_cast<float>(protein.partial_coverage),
                          .representative = static_cast<ProteinId>(i),
                          .kind = static_cast<std::uint32_t>(protein.kind)});
      sequences += protein.sequence;
      while (blocks.size() * ProteinIndex::kBlock < sequences.size())
        blocks.push_back(static_cast<ProteinId>(i));
    }
    writer_.add_text(ProteinIndex::kSequences, sequences);
    writer_.add(ProteinIndex::kBlocks, blocks);
  }

  // The searched gene that shares most words with this one, if it shares enough.
  bool find_representative(std::size_t at, const std::vector<PlacedWord>& words) {
    std::map<ProteinId, std::size_t> shared;
    for (const auto& word : words)
      if (const auto found = searched_words_.find(word.word); found != searched_words_.end())
        for (const ProteinId id : found->second) ++shared[id];
    std::size_t most = 0;
    for (const auto& [id, count] : shared)
      if (count > most) most = count, records_[at].representative = id;
    return most > 0 &&
           static_cast<double>(most) >= kEnoughShared * static_cast<double>(words.size());
  }

  void choose_representatives() {
    for (std::size_t i = 0; i < proteins_.size(); ++i) {
      const auto words = words_of(proteins_[i].sequence);
      const bool gene = proteins_[i].kind == ProteinKind::gene;
      if (gene && find_representative(i, words)) continue;
      records_[i].representative = static_cast<ProteinId>(i);
      for (const auto& word : words) {
        placed_.push_back({word.word, records_[i].offset + word.at});
        if (!gene) continue;
        auto& holders = searched_words_[word.word];
        if (holders.empty() || holders.back() != i) holders.push_back(static_cast<ProteinId>(i));
      }
    }
  }

  void write_words() {
    std::sort(placed_.begin(), placed_.end(), [](const PlacedWord& a, const PlacedWord& b) {
      const auto x = ProteinIndex::mixed(a.word), y = ProteinIndex::mixed(b.word);
      return x != y ? x < y : a.at < b.at;
    });
    std::vector<Word> words;
    std::vector<std::uint32_t> offsets, places, buckets;
    for (const auto& [word, at] : placed_) {
      if (words.empty() || words.back() != word) {
        words.push_back(word);
        offsets.push_back(static_cast<std::uint32_t>(places.size()));
      }
      places.push_back(at);
    }
    offsets.push_back(static_cast<std::uint32_t>(places.size()));
    const int bits = ProteinIndex::bucket_bits_for(words.size());
    std::size_t next = 0;
    for (std::uint64_t bucket = 0; bucket < std::uint64_t{1} << bits; ++bucket) {
      while (next < words.size() && ProteinIndex::mixed(words[next]) >> (64 - bits) < bucket)
        ++next;
      buckets.push_back(static_cast<std::uint32_t>(next));
    }
    buckets.push_back(static_cast<std::uint32_t>(words.size()));
    writer_.add(ProteinIndex::kWords, words);
    writer_.add(ProteinIndex::kWordOffsets, offsets);
    writer_.add(ProteinIndex::kPlaces, places);
    writer_.add(ProteinIndex::kBuckets, buckets);
    writer_.add(ProteinIndex::kFilter, filter_of(words));
  }

  static std::vector<std::uint64_t> filter_of(const std::vector<Word>& words) {
    std::vector<std::uint64_t> filter(words.size() * kFilterBitsPerWord / 64 + 1);
    for (const Word word : words) {
      const std::uint64_t hash = ProteinIndex::mixed(word);
      filter[ProteinIndex::filter_place(hash, filter.size())] |= ProteinIndex::filter_bits(hash);
    }
    return filter;
  }

  void write_members() {
    std::vector<std::vector<ProteinId>> of(records_.size());
    for (std::size_t i = 0; i < records_.size(); ++i)
      of[records_[i].representative].push_back(static_cast<ProteinId>(i));
    std::vector<std::uint32_t> offsets;
    std::vector<ProteinId> members;
    for (const auto& list : of) {
      offsets.push_back(static_cast<std::uint32_t>(members.size()));
      members.insert(members.end(), list.begin(), list.end());
    }
    offsets.push_back(static_cast<std::uint32_t>(members.size()));
    writer_.add(ProteinIndex::kMemberOffsets, offsets);
    writer_.add(ProteinIndex::kMembers, members);
  }

  void write_exact() {
    std::vector<ExactProtein> exact;
    for (std::size_t i = 0; i < proteins_.size(); ++i) {
      const auto& sequence = proteins_[i].sequence;
      exact.push_back(
          {XXH3_64bits(sequence.data(), sequence.size()), static_cast<ProteinId>(i), 0});
    }
    std::sort(exact.begin(), exact.end(), [](const ExactProtein& a, const ExactProtein& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.protein < b.protein;
    });
    writer_.add(ProteinIndex::kExact, exact);
  }

  const std::vector<NewProtein>& proteins_;
  SectionWriter writer_;
  std::vector<ProteinRecord> records_;
  std::map<std::string, std::uint32_t> known_;
  std::string strings_;
  std::vector<PlacedWord> placed_;  // `at` in the concatenated sequences
  std::unordered_map<Word, std::vector<ProteinId>> searched_words_;
};

}  // namespace

std::string build_protein_index(const std::vector<NewProtein>& proteins) {
  return Builder(proteins).run();
}

}  // namespace kres::genome

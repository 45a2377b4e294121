#include "validation/damage.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

#include "base/text.h"
#include "validation/allele_changes.h"

namespace kres::validation {

namespace {

constexpr std::size_t kFlank = 3000;

using Numbers = std::vector<long long>;

// A gene on its way into contigs: the random flanks on both sides are drawn once.
class Builder {
 public:
  Builder(const PanelGene& gene, const Numbers& numbers, SeededRandom& random)
      : gene_(gene), numbers_(numbers), random_(random) {
    const double gc = 0.3 + 0.05 * static_cast<double>(random.below(9));
    left_ = random.bases(kFlank, gc);
    right_ = random.bases(kFlank, gc);
  }

  const PanelGene& gene() const { return gene_; }
  const std::string& bases() const { return gene_.sequence; }
  SeededRandom& random() { return random_; }
  std::size_t number(std::size_t i) const { return static_cast<std::size_t>(numbers_[i]); }
  long long signed_number(std::size_t i) const { return numbers_[i]; }
  // First base of the codon at so many per cent of the damaged gene.
  std::size_t at(std::size_t i) const {
    const auto& damaged = gene_.damaged();
    return damaged.start + damaged.length() * number(i) / 100 / 3 * 3;
  }
  // So many per cent of the whole entry.
  std::size_t at_per_cent(std::size_t i) const { return bases().size() * number(i) / 100; }
  std::string random_bases(std::size_t count) { return random_.bases(count, 0.5); }
  const std::string& left() const { return left_; }
  const std::string& right() const { return right_; }

  DamagedContigs whole(const std::string& changed) const {
    return {{left_ + changed + right_}, false};
  }
  DamagedContigs whole(const std::optional<std::string>& changed) const {
    return changed ? whole(*changed) : DamagedContigs{};
  }

 private:
  const PanelGene& gene_;
  const Numbers& numbers_;
  SeededRandom& random_;
  std::string left_, right_;
};

std::string with_stop(std::string bases, std::size_t at) { return bases.replace(at, 3, "TAA"); }

std::string with_middle_stop(const PanelGene& gene) {
  const auto& damaged = gene.damaged();
  return with_stop(gene.sequence, damaged.start + damaged.length() / 6 * 3);
}

DamagedContigs split(Builder& b) {
  const auto overlap = b.signed_number(1);
  const std::size_t cut = b.at_per_cent(0);
  const std::size_t back = overlap > 0 ? static_cast<std::size_t>(overlap) / 2 : 0;
  const std::size_t first_end = cut + back;
  const std::size_t second_start =
      static_cast<std::size_t>(static_cast<long long>(first_end) - overlap);
  return {{b.left() + b.bases().substr(0, first_end), b.bases().substr(second_start) + b.right()},
          false};
}

DamagedContigs split_three(Builder& b) {
  const std::size_t first = b.at_per_cent(0), second = b.at_per_cent(1);
  return {{b.left() + b.bases().substr(0, first), b.bases().substr(first, second - first),
           b.bases().substr(second) + b.right()},
          false};
}

DamagedContigs tandem(Builder& b, const std::string& second) {
  const std::string between = b.random_bases(b.number(0));
  return b.whole(b.bases() + between + second);
}

DamagedContigs origin(Builder& b, const std::string& bases) {
  const std::size_t cut = b.at_per_cent(0);
  return {{bases.substr(cut) + b.right() + b.left() + bases.substr(0, cut)}, true};
}

DamagedContigs insert(Builder& b, const std::string& more) {
  std::string bases = b.bases();
  return b.whole(bases.insert(b.at(0), more));
}

DamagedContigs remove(Builder& b, std::size_t count) {
  std::string bases = b.bases();
  return b.whole(bases.erase(b.at(0), count));
}

DamagedContigs replace(Builder& b, std::size_t count, const std::string& by) {
  std::string bases = b.bases();
  return b.whole(bases.replace(b.at(0), count, by));
}

struct Edit {
  std::size_t numbers = 0;
  std::function<DamagedContigs(Builder&)> apply;
};

const std::map<std::string, Edit, std::less<>>& edits() {
  using B = Builder;
  static const std::map<std::string, Edit, std::less<>> kEdits = {
      {"none", {0, [](B& b) { return b.whole(b.bases()); }}},
      {"stop", {1, [](B& b) { return b.whole(with_stop(b.bases(), b.at(0))); }}},
      {"start-lost", {0, [](B& b) { return b.whole(without_start(b.gene())); }}},
      {"delete", {2, [](B& b) { return remove(b, b.number(1)); }}},
      {"insert", {2, [](B& b) { return insert(b, b.random_bases(b.number(1))); }}},
      {"delete-codon", {1, [](B& b) { return b.whole(without_codon(b.gene(), b.at(0))); }}},
      {"insert-codon", {1, [](B& b) { return b.whole(with_codon(b.gene(), b.at(0))); }}},
      {"lose-end",
       {1,
        [](B& b) {
          const std::size_t kept = b.bases().size() - b.at_per_cent(0);
          return b.whole(b.bases().substr(0, kept));
        }}},
      {"contig-end-short",
       {1,
        [](B& b) {
          const std::size_t kept = b.bases().size() - b.number(0);
          return DamagedContigs{{b.left() + b.bases().substr(0, kept)}, false};
        }}},
      {"contig-start-short",
       {1,
        [](B& b) {
          return DamagedContigs{{b.bases().substr(b.number(0)) + b.right()}, false};
        }}},
      {"keep-start",
       {1,
        [](B& b) {
          return DamagedContigs{{b.left() + b.bases().substr(0, b.at_per_cent(0))}, false};
        }}},
      {"keep-end",
       {1,
        [](B& b) {
          const std::size_t lost = b.bases().size() - b.at_per_cent(0);
          return DamagedContigs{{b.bases().substr(lost) + b.right()}, false};
        }}},
      {"keep-middle",
       {2,
        [](B& b) {
          const std::size_t from = b.at_per_cent(0), to = b.at_per_cent(1);
          return DamagedContigs{{b.bases().substr(from, to - from)}, false};
        }}},
      {"split", {2, split}},
      {"split-three", {2, split_three}},
      {"tandem", {1, [](B& b) { return tandem(b, b.bases()); }}},
      {"tandem-broken", {1, [](B& b) { return tandem(b, with_middle_stop(b.gene())); }}},
      {"origin", {1, [](B& b) { return origin(b, b.bases()); }}},
      {"origin-stop", {1, [](B& b) { return origin(b, with_middle_stop(b.gene())); }}},
      {"mosaic", {1, [](B& b) { return b.whole(mosaic(b.gene(), b.at(0))); }}},
      {"substitute", {1, [](B& b) { return b.whole(with_other_amino_acid(b.gene(), b.at(0))); }}},
      {"synonymous", {1, [](B& b) { return b.whole(with_silent_change(b.gene(), b.at(0))); }}},
      {"diverge", {1, [](B& b) { return b.whole(diverged(b.gene(), b.number(0), b.random())); }}},
      {"unknown", {2, [](B& b) { return replace(b, b.number(1), std::string(b.number(1), 'N')); }}},
      {"gap", {2, [](B& b) { return insert(b, std::string(b.number(1), 'N')); }}},
      {"scaffold-gap",
       {3, [](B& b) { return replace(b, b.number(1), std::string(b.number(2), 'N')); }}},
  };
  return kEdits;
}

}  // namespace

Result<DamagedContigs> damage(const PanelGene& gene, std::string_view edit, SeededRandom& random) {
  const auto words = kres::split(edit, ' ');
  const auto known = edits().find(words[0]);
  if (known == edits().end() || words.size() != known->second.numbers + 1)
    return bad_input("unknown damage '" + std::string(edit) + "'");
  Numbers numbers;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto number = parse_int(words[i]);
    if (!number || (*number < 0 && words[0] != "split"))
      return bad_input("no number: '" + std::string(words[i]) + "'");
    numbers.push_back(*number);
  }
  Builder builder(gene, numbers, random);
  return known->second.apply(builder);
}

}  // namespace kres::validation

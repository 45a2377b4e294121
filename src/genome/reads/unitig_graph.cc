#include "genome/reads/unitig_graph.h"

#include <algorithm>

namespace kres::genome {

namespace {

// A k-mer in the direction in which it is read.
struct Directed {
  LongKmer bases, turned;
  bool is_canonical() const { return bases <= turned; }
  LongKmer canonical() const { return std::min(bases, turned); }
};

class Walker {
 public:
  Walker(KmerTable& table, std::uint32_t least)
      : table_(table), least_(least), k_(table.k()), mask_((LongKmer{1} << (2 * table.k())) - 1) {}

  Directed behind(const Directed& kmer, std::uint8_t code) const {
    return {((kmer.bases << 2) | code) & mask_,
            (kmer.turned >> 2) | (static_cast<LongKmer>(3 - code) << (2 * (k_ - 1)))};
  }

  // Of a k-mer that stands beside that of `beside`; null if it is too rare.
  KmerSlot* slot(const Directed& kmer, const KmerSlot& beside) const {
    auto* found = table_.find_near(kmer.canonical(), beside);
    return found != nullptr && found->count >= least_ ? found : nullptr;
  }

  // Codes of the bases that may follow. Requires: the k-mer is in the table.
  std::vector<std::uint8_t> codes(const Directed& kmer, const KmerSlot& slot) const {
    std::vector<std::uint8_t> found;
    for (std::uint8_t code = 0; code < 4; ++code) {
      const int bit = kmer.is_canonical() ? code : 4 + (3 - code);
      if ((slot.beside >> bit & 1) == 0) continue;
      if (this->slot(behind(kmer, code), slot) != nullptr) found.push_back(code);
    }
    return found;
  }

  static Directed turn(const Directed& kmer) { return {kmer.turned, kmer.bases}; }

  // The k-mer that alone follows, and that nothing else comes before.
  struct Step {
    Directed kmer;
    KmerSlot* slot = nullptr;
    std::uint8_t code = 0;
  };
  Step step(const Directed& kmer, const KmerSlot& from) const {
    const auto found = codes(kmer, from);
    if (found.size() != 1) return {};
    Step next{behind(kmer, found[0]), nullptr, found[0]};
    auto* to = slot(next.kmer, from);
    if (codes(turn(next.kmer), *to).size() == 1) next.slot = to;
    return next;
  }

 private:
  KmerTable& table_;
  std::uint32_t least_;
  int k_;
  LongKmer mask_;
};

std::string text_of(LongKmer kmer, int k) {
  std::string text(static_cast<std::size_t>(k), 'A');
  for (auto base = text.rbegin(); base != text.rend(); ++base, kmer >>= 2)
    *base = sequence::base_of_code(static_cast<std::uint8_t>(kmer & 3));
  return text;
}

Directed directed_of(std::string_view bases, int k) {
  LongKmerRoll roll(k);
  for (const char base : bases.substr(0, static_cast<std::size_t>(k))) roll.push(base);
  return {roll.forward(), roll.reverse()};
}

}  // namespace

UnitigGraph::UnitigGraph(KmerTable& table, std::uint32_t least) : k_(table.k()) {
  table.for_each([&](KmerSlot& slot) {
    if (slot.count >= least && slot.place == KmerSlot::kNoPlace) add_unitig(table, slot, least);
  });
  connect(table, least);
}

void UnitigGraph::add_unitig(KmerTable& table, KmerSlot& seed, std::uint32_t least) {
  const Walker walker(table, least);
  const auto number = unitigs_.size();
  seed.place = number;
  double counts = seed.count;
  std::size_t kmers = 1;
  const auto seed_text = text_of(seed.kmer, k_);
  std::string sides[2];  // bases behind the seed, and behind its reverse complement
  for (int side = 0; side < 2; ++side) {
    auto kmer = directed_of(seed_text, k_);
    if (side == 1) kmer = Walker::turn(kmer);
    const KmerSlot* at = &seed;
    while (true) {
      const auto step = walker.step(kmer, *at);
      if (step.slot == nullptr || step.slot->place != KmerSlot::kNoPlace) break;
      step.slot->place = number;
      counts += step.slot->count;
      ++kmers;
      sides[side] += sequence::base_of_code(step.code);
      kmer = step.kmer;
      at = step.slot;
    }
  }
  Unitig unitig;
  unitig.bases = sequence::reverse_complement(sides[1]) + seed_text + sides[0];
  unitig.coverage = counts / static_cast<double>(kmers);
  unitigs_.push_back(std::move(unitig));
}

void UnitigGraph::connect(KmerTable& table, std::uint32_t least) {
  const Walker walker(table, least);
  const auto first_kmer = [&](Oriented unitig) { return directed_of(bases(unitig), k_); };
  const auto count = static_cast<Oriented>(2 * unitigs_.size());
  std::vector<LongKmer> first(count);
  for (Oriented unitig = 0; unitig < count; ++unitig) first[unitig] = first_kmer(unitig).bases;
  for (Oriented unitig = 0; unitig < count; ++unitig) {
    const auto last = Walker::turn(first_kmer(turned(unitig)));
    const auto& slot = *table.find(last.canonical());
    for (const auto code : walker.codes(last, slot)) {
      const auto behind = walker.behind(last, code);
      const auto place = static_cast<Oriented>(walker.slot(behind, slot)->place);
      for (const Oriented to : {2 * place, 2 * place + 1})
        if (first[to] == behind.bases) unitigs_[unitig >> 1].next[unitig & 1].push_back(to);
    }
  }
}

std::string UnitigGraph::bases(Oriented unitig) const {
  const auto& forward = of(unitig).bases;
  return (unitig & 1) == 0 ? forward : sequence::reverse_complement(forward);
}

void UnitigGraph::add_edge(Oriented from, Oriented to) {
  const auto add = [&](Oriented a, Oriented b) {
    auto& edges = unitigs_[a >> 1].next[a & 1];
    if (std::find(edges.begin(), edges.end(), b) == edges.end()) edges.push_back(b);
  };
  add(from, to);
  add(turned(to), turned(from));
}

void UnitigGraph::remove_edge(Oriented from, Oriented to) {
  std::erase(unitigs_[from >> 1].next[from & 1], to);
  std::erase(unitigs_[to >> 1].next[turned(to) & 1], turned(from));
}

void UnitigGraph::remove(std::size_t number) {
  for (const Oriented side : {0U, 1U}) {
    const auto from = static_cast<Oriented>(2 * number) | side;
    for (const auto to : std::vector<Oriented>(next(from))) remove_edge(from, to);
  }
  unitigs_[number].alive = false;
}

// Joins what follows alone and follows nothing else; false if nothing does.
bool UnitigGraph::merge_from(Oriented unitig) {
  if (next(unitig).size() != 1) return false;
  const auto behind = next(unitig).front();
  if (behind >> 1 == unitig >> 1 || before_turned(behind).size() != 1) return false;
  const double here = static_cast<double>(kmers(unitig)),
               there = static_cast<double>(kmers(behind));
  Unitig joined;
  joined.bases = bases(unitig) + bases(behind).substr(static_cast<std::size_t>(k_) - 1);
  joined.coverage = (of(unitig).coverage * here + of(behind).coverage * there) / (here + there);
  const auto before = before_turned(unitig), after = next(behind);
  remove(unitig >> 1);
  remove(behind >> 1);
  const auto number = static_cast<Oriented>(2 * unitigs_.size());
  unitigs_.push_back(std::move(joined));
  // What closes a circle, or turns back, does so on the joined unitig.
  const auto renamed = [&](Oriented other) {
    if (other >> 1 == behind >> 1) return number | ((other ^ behind) & 1);
    return other >> 1 == unitig >> 1 ? number | ((other ^ unitig) & 1) : other;
  };
  for (const auto other : before) add_edge(turned(renamed(other)), number);
  for (const auto other : after) add_edge(number, renamed(other));
  return true;
}

void UnitigGraph::merge() {
  for (std::size_t number = 0; number < unitigs_.size(); ++number)
    for (const Oriented side : {0U, 1U})
      if (unitigs_[number].alive && merge_from(static_cast<Oriented>(2 * number) | side)) break;
}

void UnitigGraph::split(Oriented unitig, const std::vector<Group>& groups) {
  const auto text = bases(unitig);
  const double coverage = of(unitig).coverage;
  remove(unitig >> 1);
  for (const auto& group : groups) {
    const auto number = static_cast<Oriented>(2 * unitigs_.size());
    Unitig part;
    part.bases = text;
    part.coverage = coverage * group.share;
    unitigs_.push_back(std::move(part));
    for (const auto before : group.before) add_edge(before, number);
    for (const auto behind : group.behind) add_edge(number, behind);
  }
}

}  // namespace kres::genome

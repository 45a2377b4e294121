#include "genome/reads/kmer_table.h"

#include <algorithm>
#include <bit>

#include "base/share_work.h"

namespace kres::genome {

namespace {

// Of the k-mers of deep reads one in so many is another.
constexpr std::size_t kRepeated = 8;

// The bit of KmerSlot::beside for a base behind a k-mer, or before it.
std::uint8_t bit_of(char base, bool is_turned, bool is_behind) {
  const int code = sequence::base_code(base);
  return static_cast<std::uint8_t>(1 << ((is_turned ? 3 - code : code) + (is_behind ? 0 : 4)));
}

// Code of the last base of a slot's k-mer, as it is or turned.
std::uint8_t last_code(LongKmer canonical, int k, bool turned) {
  return static_cast<std::uint8_t>(turned ? 3 - (canonical >> (2 * (k - 1))) : canonical & 3);
}

}  // namespace

void KmerTable::expect(std::size_t kmers) {
  slots_.reserve(kmers);
  index_.resize(std::bit_ceil(std::max<std::size_t>(kmers, 1024)));
}

// Where the index names the k-mer, or would.
std::size_t KmerTable::entry_of(LongKmer kmer, std::uint32_t hash) const {
  const std::size_t mask = index_.size() - 1;
  std::size_t i = hash & mask;
  while (index_[i].number != 0 &&
         (index_[i].hash != hash || slots_[index_[i].number - 1].kmer != kmer))
    i = (i + 1) & mask;
  return i;
}

void KmerTable::grow_index() {
  HugeVector<Entry> old(2 * index_.size());
  old.swap(index_);
  const std::size_t mask = index_.size() - 1;
  for (const auto& entry : old) {
    if (entry.number == 0) continue;
    std::size_t i = entry.hash & mask;
    while (index_[i].number != 0) i = (i + 1) & mask;
    index_[i] = entry;
  }
}

// The number of the slot; a new one is the first of a run if `is_first`.
std::size_t KmerTable::find_or_add(const ReadKmer& one, bool is_first) {
  auto& entry = index_[entry_of(one.kmer, one.hash)];
  if (entry.number != 0) return entry.number - 1;
  slots_.push_back({.kmer = one.kmer, .is_first = is_first, .is_turned = one.is_turned});
  entry = {one.hash, static_cast<std::uint32_t>(slots_.size())};
  if (3 * slots_.size() > 2 * index_.size()) grow_index();
  return slots_.size() - 1;
}

// `is_turned`: the read shows the reverse complement.
void KmerTable::mark_beside(KmerSlot& slot, bool is_turned, std::size_t at,
                            std::string_view bases) {
  const std::size_t end = at + static_cast<std::size_t>(k_);
  if (end < bases.size()) slot.beside |= bit_of(bases[end], is_turned, !is_turned);
  if (at > 0) slot.beside |= bit_of(bases[at - 1], is_turned, is_turned);
}

// Counts the k-mers from `at` on as long as they are those of a run, and returns where they end.
// `number` is the slot of the k-mer there, `is_turned` whether the read shows its reverse
// complement. Inside a run the bases beside each k-mer are known.
std::size_t KmerTable::follow(std::size_t at, std::size_t number, bool is_turned,
                              std::string_view bases) {
  const bool forwards = slots_[number].is_turned == is_turned;
  mark_beside(slots_[number], is_turned, at, bases);
  ++slots_[number].count;
  for (std::size_t next = at + static_cast<std::size_t>(k_); next < bases.size(); ++next, ++at) {
    if (forwards ? number + 1 == slots_.size() || slots_[number + 1].is_first
                 : slots_[number].is_first)
      break;
    auto& slot = slots_[forwards ? number + 1 : number - 1];
    const bool turned = slot.is_turned == forwards;
    if (last_code(slot.kmer, k_, turned) != sequence::base_code(bases[next])) break;
    number = forwards ? number + 1 : number - 1;
    is_turned = turned;
    ++slot.count;
  }
  mark_beside(slots_[number], is_turned, at, bases);
  return at + 1;
}

// The k-mers of the read that is packed.
void KmerTable::fill_batch(std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const auto forward = packed_long_kmer(packed_.data(), i, k_);
    const auto reverse = turned_long_kmer(forward, k_), canonical = std::min(forward, reverse);
    const auto hash = static_cast<std::uint32_t>(hash_of(canonical));
    fetch(hash);
    batch_[i - first] = {canonical, hash, reverse < forward};
  }
}

// Requires: A, C, G and T only, at least k.
void KmerTable::add_plain(std::string_view bases) {
  packed_.resize(packed_words(bases.size()) + 2);
  pack_bases(bases, packed_.data());
  const std::size_t kmers = bases.size() + 1 - static_cast<std::size_t>(k_);
  bool in_new_run = false;
  for (std::size_t at = 0; at < kmers;) {
    // Where one k-mer is new those that follow mostly are; of a run that is known one is enough.
    const std::size_t first = at, end = std::min(kmers, at + (in_new_run ? kBatch : 1));
    fill_batch(first, end);
    while (at < end) {
      const auto& one = batch_[at - first];
      const auto before = slots_.size();
      const auto number = find_or_add(one, !in_new_run);
      in_new_run = slots_.size() > before;
      if (in_new_run) {
        slots_[number].count = 1;
        mark_beside(slots_[number], one.is_turned, at++, bases);
      } else {
        at = follow(at, number, one.is_turned, bases);
      }
    }
  }
}

// As if the reads of the other table were added one by one: what is new in them goes on in runs.
void KmerTable::add(const KmerTable& later) {
  bool in_new_run = false;
  for (std::size_t i = 0; i < later.slots_.size(); ++i) {
    if (i + kBatch < later.slots_.size())
      fetch(static_cast<std::uint32_t>(hash_of(later.slots_[i + kBatch].kmer)));
    const auto& slot = later.slots_[i];
    const auto before = slots_.size();
    const auto number =
        find_or_add({slot.kmer, static_cast<std::uint32_t>(hash_of(slot.kmer)), slot.is_turned},
                    slot.is_first || !in_new_run);
    in_new_run = slots_.size() > before;
    slots_[number].count += slot.count;
    slots_[number].beside |= slot.beside;
  }
}

void KmerTable::add(std::string_view bases) {
  while (bases.size() >= static_cast<std::size_t>(k_)) {
    const auto plain = bases.substr(0, bases.find('N'));
    if (plain.size() >= static_cast<std::size_t>(k_)) add_plain(plain);
    bases.remove_prefix(std::min(bases.size(), plain.size() + 1));
  }
}

KmerTable KmerTable::count(const RecruitedReads& reads, int k, int threads) {
  const auto parts = static_cast<std::size_t>(std::max(1, threads));
  const auto expected = static_cast<std::size_t>(reads.total_bases()) / kRepeated;
  std::vector<KmerTable> tables(parts, KmerTable(k));
  share_parts(reads.size(), threads, [&](std::size_t part, std::size_t begin, std::size_t end) {
    tables[part].expect(part == 0 ? expected : expected / parts);  // the first gets all in the end
    for (std::size_t i = begin; i < end; ++i) tables[part].add(reads.bases(i));
  });
  for (std::size_t part = 1; part < parts; ++part) tables[0].add(tables[part]);
  return std::move(tables[0]);
}

KmerSlot* KmerTable::find(LongKmer canonical) {
  const auto number =
      index_[entry_of(canonical, static_cast<std::uint32_t>(hash_of(canonical)))].number;
  return number == 0 ? nullptr : &slots_[number - 1];
}

KmerSlot* KmerTable::find_near(LongKmer canonical, const KmerSlot& beside) {
  const auto number = static_cast<std::size_t>(&beside - slots_.data());
  for (const auto near : {number + 1, number - 1})
    if (near < slots_.size() && slots_[near].kmer == canonical) return &slots_[near];
  return find(canonical);
}

}  // namespace kres::genome

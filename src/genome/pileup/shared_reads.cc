#include "genome/pileup/shared_reads.h"

#include <algorithm>
#include <map>

namespace kres::genome {

namespace {

constexpr int kRounds = 50;

// Reads that fit the same units.
struct Class {
  std::vector<std::uint32_t> units;
  std::vector<std::uint32_t> places;  // the read's place on each of them, from its first
  double bases = 0;
  std::vector<double> shares, dealt;
};

class Dealer {
 public:
  Dealer(const std::vector<PlaceRange>& reads, const std::vector<std::uint32_t>& unit_of_place,
         const std::vector<double>& lengths)
      : lengths_(lengths), alone_(lengths.size()), class_of_(reads.size()) {
    std::map<std::vector<std::uint32_t>, std::size_t> known;
    std::vector<std::uint32_t> units;
    for (std::size_t i = 0; i < reads.size(); ++i) {
      if (reads[i].count == 0) continue;
      const auto first = unit_of_place.begin() + reads[i].first;
      if (reads[i].count == 1) {
        if (*first != kNoUnit) alone_[*first] += reads[i].bases;
        continue;
      }
      units.assign(first, first + reads[i].count);
      const auto [at, is_new] = known.emplace(units, classes_.size());
      if (is_new) classes_.push_back(class_of(units));
      classes_[at->second].bases += reads[i].bases;
      class_of_[i] = at->second;
    }
  }

  void settle_shares() {
    for (int round = 0; round < kRounds; ++round) {
      auto bases = alone_;
      for (const auto& one : classes_)
        for (std::size_t i = 0; i < one.units.size(); ++i)
          bases[one.units[i]] += one.bases * one.shares[i];
      for (auto& one : classes_) share_by_depth(one, bases);
    }
  }

  // The place that is furthest behind its share; the first of equals.
  std::uint32_t deal(std::size_t read) {
    auto& one = classes_[class_of_[read]];
    if (one.units.empty()) return 0;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < one.shares.size(); ++i) {
      one.dealt[i] += one.shares[i];
      if (one.dealt[i] > one.dealt[chosen]) chosen = i;
    }
    one.dealt[chosen] -= 1;
    return one.places[chosen];
  }

 private:
  static Class class_of(const std::vector<std::uint32_t>& units) {
    Class made;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
      if (units[i] == kNoUnit) continue;
      made.units.push_back(units[i]);
      made.places.push_back(i);
    }
    made.shares.assign(made.units.size(),
                       1 / std::max(1.0, static_cast<double>(made.units.size())));
    made.dealt.assign(made.units.size(), 0);
    return made;
  }

  void share_by_depth(Class& one, const std::vector<double>& bases) const {
    double sum = 0;
    for (std::size_t i = 0; i < one.units.size(); ++i) {
      one.shares[i] = bases[one.units[i]] / lengths_[one.units[i]];
      sum += one.shares[i];
    }
    for (auto& share : one.shares) share /= sum;
  }

  const std::vector<double>& lengths_;
  std::vector<double> alone_;  // bases of the reads that fit one unit only
  std::vector<Class> classes_;
  std::vector<std::size_t> class_of_;
};

}  // namespace

std::vector<std::uint32_t> deal_out(const std::vector<PlaceRange>& reads,
                                    const std::vector<std::uint32_t>& unit_of_place,
                                    const std::vector<double>& lengths) {
  Dealer dealer(reads, unit_of_place, lengths);
  dealer.settle_shares();
  std::vector<std::uint32_t> chosen(reads.size(), 0);
  for (std::size_t i = 0; i < reads.size(); ++i)
    if (reads[i].count > 1) chosen[i] = dealer.deal(i);
  return chosen;
}

}  // namespace kres::genome

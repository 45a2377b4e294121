#include "genome/concordance/greedy_extension.h"

#include <algorithm>
#include <vector>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr long kDrop = 2 * 54;       // in half points, as all scores below
constexpr long kDifference = 2 * 3;  // beside half a point per base passed
constexpr long kUnreached = -1;

// Farthest reach on one diagonal with a number of differences; -1 subject bases: not reached.
struct Reach {
  long subject = kUnreached;
  std::size_t mismatches = 0, gaps = 0;
};

class Extender {
 public:
  Extender(std::string_view query, std::string_view subject, bool backwards, Ties ties)
      : query_(query), subject_(subject), backwards_(backwards), ties_(ties) {}

  Extension run() {
    std::vector<Reach> reach(1), next;
    reach[0].subject = 0;
    slide(reach[0], 0);
    note(reach[0], 0, 0);
    long low = 0, high = 0;  // diagonals, query minus subject, still followed
    for (long differences = 1; low <= high; ++differences) {
      next.assign(static_cast<std::size_t>(high - low + 3), {});
      for (long diagonal = low - 1; diagonal <= high + 1; ++diagonal) {
        const Reach step = best_step(reach, low, high, diagonal);
        if (step.subject == kUnreached) continue;
        if (score(step, diagonal, differences) + kDrop < best_score_) continue;
        note(step, diagonal, differences);
        next[static_cast<std::size_t>(diagonal - low + 1)] = step;
      }
      --low, ++high;
      std::swap(reach, next);
      trim(reach, low, high);
    }
    return best_;
  }

 private:
  static const Reach* at(const std::vector<Reach>& reach, long low, long high, long diagonal) {
    if (diagonal < low || diagonal > high) return nullptr;
    const auto& found = reach[static_cast<std::size_t>(diagonal - low)];
    return found.subject == kUnreached ? nullptr : &found;
  }

  // One more difference, then matches: a mismatch on the diagonal, or a gap from a neighbour. Of
  // equal reaches the one with fewest gaps.
  Reach best_step(const std::vector<Reach>& reach, long low, long high, long diagonal) const {
    Reach best;
    const auto offer = [&](const Reach* from, long subject_bases, bool mismatch) {
      if (from == nullptr) return;
      Reach step{from->subject + subject_bases, from->mismatches + (mismatch ? 1 : 0),
                 from->gaps + (mismatch ? 0 : 1)};
      if (step.subject > subject_size() || step.subject + diagonal > query_size()) return;
      slide(step, diagonal);
      if (step.subject > best.subject || (step.subject == best.subject && step.gaps < best.gaps))
        best = step;
    };
    offer(at(reach, low, high, diagonal), 1, true);
    offer(at(reach, low, high, diagonal - 1), 0, false);
    offer(at(reach, low, high, diagonal + 1), 1, false);
    return best;
  }

  long query_size() const { return static_cast<long>(query_.size()); }
  long subject_size() const { return static_cast<long>(subject_.size()); }

  void slide(Reach& reach, long diagonal) const {
    while (reach.subject < subject_size() && reach.subject + diagonal < query_size() &&
           equal(reach.subject + diagonal, reach.subject))
      ++reach.subject;
  }

  bool equal(long query, long subject) const {
    const char a = backwards_ ? query_[query_.size() - 1 - static_cast<std::size_t>(query)]
                              : query_[static_cast<std::size_t>(query)];
    const char b = backwards_ ? subject_[subject_.size() - 1 - static_cast<std::size_t>(subject)]
                              : subject_[static_cast<std::size_t>(subject)];
    return a == b && sequence::base_code(a) != sequence::kNoCode;
  }

  static long score(const Reach& reach, long diagonal, long differences) {
    return 2 * reach.subject + diagonal - kDifference * differences;
  }

  void note(const Reach& reach, long diagonal, long differences) {
    const long found = score(reach, diagonal, differences);
    if (found < best_score_ || (found == best_score_ && ties_ == Ties::shortest)) return;
    best_score_ = found;
    best_ = {static_cast<std::size_t>(reach.subject + diagonal),
             static_cast<std::size_t>(reach.subject), reach.mismatches, reach.gaps};
  }

  static void trim(std::vector<Reach>& reach, long& low, long& high) {
    while (low <= high && reach.back().subject == kUnreached) reach.pop_back(), --high;
    std::size_t front = 0;
    while (low <= high && reach[front].subject == kUnreached) ++front, ++low;
    reach.erase(reach.begin(), reach.begin() + static_cast<std::ptrdiff_t>(front));
  }

  std::string_view query_, subject_;
  bool backwards_;
  Ties ties_;
  long best_score_ = 0;
  Extension best_;
};

}  // namespace

Extension extend_greedily(std::string_view query, std::string_view subject, bool backwards,
                          Ties ties) {
  return Extender(query, subject, backwards, ties).run();
}

}  // namespace kres::genome

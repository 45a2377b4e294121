#include "genome/concordance/peer_selection.h"

#include <algorithm>
#include <map>

namespace kres::genome {

namespace {

double worth(const PeerHit& hit) { return hit.identity() * hit.coverage(); }

int whole_percent(const PeerHit& hit) { return static_cast<int>(hit.coverage() * 100); }

enum class Rivalry { none, both_stay, new_wins, new_falls, new_loses };

// Two alignments on one contig. new_loses ends the comparison with others; new_falls does not.
Rivalry compete(const PeerHit& fresh, const PeerHit& kept, long allowed_overlap) {
  const auto span = [](const PeerHit& hit) {
    return static_cast<long>(hit.query_end) - static_cast<long>(hit.query_start);
  };
  const long both = static_cast<long>(std::max(fresh.query_end, kept.query_end)) -
                    static_cast<long>(std::min(fresh.query_start, kept.query_start));
  const long shared = span(fresh) + span(kept) - both;
  if (shared < allowed_overlap || shared < 0) return Rivalry::none;
  if (fresh.query_start == kept.query_start && fresh.query_end == kept.query_end) {
    if (fresh.identity() > kept.identity()) return Rivalry::new_wins;
    return fresh.identity() == kept.identity() ? Rivalry::both_stay : Rivalry::new_loses;
  }
  if (worth(fresh) > worth(kept)) return Rivalry::new_wins;
  if (worth(fresh) < worth(kept)) return Rivalry::new_loses;
  if (whole_percent(fresh) != whole_percent(kept)) return Rivalry::both_stay;
  if (fresh.columns > kept.columns) return Rivalry::new_wins;
  return fresh.columns < kept.columns ? Rivalry::new_falls : Rivalry::both_stay;
}

class Selector {
 public:
  Selector(const std::vector<PeerHit>& hits, const PeerLimits& limits)
      : hits_(hits), limits_(limits) {}

  PeerSelection run() {
    for (std::size_t i = 0; i < hits_.size(); ++i)
      if (admit(i)) kept_.push_back(i);
    return finish();
  }

 private:
  using Group = std::vector<std::size_t>;  // alignments of one entry that add up, in order

  void join(std::uint32_t entry, std::size_t hit) {
    auto& group = groups_[entry];
    if (std::find(group.begin(), group.end(), hit) == group.end()) group.push_back(hit);
  }
  void join_known(std::uint32_t entry, std::size_t hit) {
    if (groups_.count(entry) > 0) join(entry, hit);
  }
  void leave(std::uint32_t entry, std::size_t hit) {
    if (const auto group = groups_.find(entry); group != groups_.end())
      std::erase(group->second, hit);
  }

  void add_up(std::size_t fresh, std::size_t kept) {
    const auto &a = hits_[fresh], &b = hits_[kept];
    if (a.contig != b.contig) {
      join_known(a.entry, fresh);
    } else if (a.subject_start < b.subject_start || a.subject_end > b.subject_end) {
      join(a.entry, fresh);
      join(a.entry, kept);
    }
  }

  // Compares an alignment with all that are kept; whether it is kept too.
  bool admit(std::size_t fresh) {
    const auto& hit = hits_[fresh];
    bool admitted = true;
    const auto before = kept_;
    for (const std::size_t kept : before) {
      if (hits_[kept].entry == hit.entry) add_up(fresh, kept);
      if (hits_[kept].contig != hit.contig) continue;
      const auto rivalry = compete(hit, hits_[kept], limits_.allowed_overlap);
      if (rivalry == Rivalry::none) continue;
      if (rivalry == Rivalry::new_loses) {
        leave(hit.entry, fresh);
        return false;
      }
      if (rivalry == Rivalry::new_falls) admitted = false;
      join_known(hit.entry, fresh);
      if (rivalry != Rivalry::new_wins) continue;
      std::erase(kept_, kept);
      leave(hits_[kept].entry, kept);
    }
    return admitted;
  }

  // Entry bases of all alignments of a group, gaps inside them included; nothing if one is gone.
  bool joint_length(const Group& group, double& length) const {
    std::size_t start = 0, end = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (std::find(kept_.begin(), kept_.end(), group[i]) == kept_.end()) return false;
      const auto& hit = hits_[group[i]];
      if (i == 0) {
        length = static_cast<double>(hit.columns);
        start = hit.subject_start, end = hit.subject_end;
      }
      if (hit.subject_start < start)
        length += static_cast<double>(start - hit.subject_start), start = hit.subject_start;
      if (hit.subject_end > end)
        length += static_cast<double>(hit.subject_end - end), end = hit.subject_end;
    }
    return true;
  }

  PeerSelection finish() {
    PeerSelection selection;
    const auto before = kept_;
    for (const std::size_t kept : before) {
      const auto& hit = hits_[kept];
      double percent = hit.coverage() * 100;
      const auto group = groups_.find(hit.entry);
      if (group != groups_.end() && group->second.size() > 1) {
        double length = 0;
        if (!joint_length(group->second, length)) selection.peer_fails = true;
        percent = length / static_cast<double>(hit.subject_length) * 100;
      }
      if (percent >= 100 * limits_.least_coverage) continue;
      std::erase(kept_, kept);
      groups_.erase(hit.entry);
    }
    for (const std::size_t kept : kept_) selection.hits.push_back(hits_[kept]);
    return selection;
  }

  const std::vector<PeerHit>& hits_;
  PeerLimits limits_;
  std::vector<std::size_t> kept_;
  std::map<std::uint32_t, Group> groups_;  // an empty one is known, too
};

}  // namespace

PeerSelection select_as_peer(const std::vector<PeerHit>& hits, const PeerLimits& limits) {
  return Selector(hits, limits).run();
}

}  // namespace kres::genome

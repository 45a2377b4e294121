#include "genome/long_reads/correct_reads.h"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "genome/long_reads/edit_alignment.h"
#include "genome/long_reads/graph_walks.h"
#include "genome/long_reads/homopolymers.h"
#include "genome/long_reads/repeated_kmers.h"
#include "genome/long_reads/run_variants.h"
#include "genome/reads/clean_graph.h"

namespace kres::genome {

namespace {

constexpr std::uint32_t kLeastCount = 3;
constexpr double kLeastShare = 0.08;       // of one copy: less is left out at once
constexpr std::size_t kLongestGap = 300;   // k-mers with errors in a row
constexpr std::size_t kMostAnchors = 24;   // tried behind a gap
constexpr std::size_t kShortestPart = 60;  // bases of a read that are worth keeping
constexpr char kNotShown = '!';            // quality of a base that the read does not show
constexpr auto kLength = static_cast<std::size_t>(kCorrectingLength);

struct Anchor {
  std::size_t kmer = 0;  // of the read
  GraphPlace place;
};

// So many more or fewer bases, and so many edits at most, does a gap of that many k-mers have.
std::size_t slack(std::size_t kmers) { return 4 + kmers / 8; }

// One read on its way through the graph.
class ReadCorrector {
 public:
  ReadCorrector(const GraphWalks& walks, CorrectedReads& corrected)
      : walks_(walks), corrected_(corrected) {}

  void correct(std::string_view bases, std::string_view qualities, const RecruitedRead& read) {
    bases_ = bases;
    qualities_ = qualities;
    read_ = &read;
    find_anchors();
    for (std::size_t i = 0; i < anchors_.size();) {
      start(anchors_[i]);
      while (i + 1 < anchors_.size())
        if (const auto next = step(i); next > i)
          i = next;
        else
          break;
      finish();
      ++i;
    }
  }

 private:
  void find_anchors() {
    anchors_.clear();
    for_each_long_kmer(bases_, kCorrectingLength, [&](std::size_t at, const LongKmerRoll& roll) {
      if (!anchors_.empty() && anchors_.back().kmer + 1 == at) {
        const auto next = walks_.on_unitig(anchors_.back().place, bases_[at + kLength - 1]);
        if (next) return anchors_.push_back({at, *next});
      }
      if (const auto place = walks_.find(roll)) anchors_.push_back({at, *place});
    });
  }

  void start(const Anchor& anchor) {
    text_.assign(bases_.substr(anchor.kmer, kLength));
    scores_.assign(qualities_.substr(anchor.kmer, kLength));
    runs_.clear();
    edits_ = 0;
  }

  // The anchor to which a way leads from this one; this one itself if there is none.
  std::size_t step(std::size_t i) {
    const auto& from = anchors_[i];
    const auto& next = anchors_[i + 1];
    if (next.kmer == from.kmer + 1 && walks_.follows(from.place, next.place)) {
      text_ += bases_[next.kmer + kLength - 1];
      scores_ += qualities_[next.kmer + kLength - 1];
      return i + 1;
    }
    const auto last = std::min(anchors_.size(), i + 1 + kMostAnchors);
    for (auto to = i + 1; to < last; ++to) {
      if (anchors_[to].kmer - from.kmer > kLongestGap) break;
      if (bridge(from, anchors_[to])) return to;
    }
    return i;
  }

  bool bridge(const Anchor& from, const Anchor& to) {
    const auto kmers = to.kmer - from.kmer, room = slack(kmers);
    const auto ways =
        walks_.ways(from.place, to.place, kmers > room ? kmers - room : 1, kmers + room);
    if (!ways.complete) return false;
    const auto shown = bases_.substr(from.kmer + kLength, kmers);
    std::optional<EditAlignment> best;
    const std::string* best_way = nullptr;
    for (const auto& way : ways.bases) {
      const auto most = best ? best->edits : room;
      auto aligned = align_by_edits(way, shown, most);
      if (!aligned || (best && aligned->edits >= best->edits)) continue;
      best = std::move(aligned);
      best_way = &way;
    }
    if (!best) return false;
    take(*best_way, *best, from.kmer + kLength);
    return true;
  }

  // `at`: base of the read that the first column shows.
  void take(std::string_view way, const EditAlignment& aligned, std::size_t at) {
    std::size_t i = 0;
    for (const auto column : aligned.columns) {
      if (column == Column::insertion) {
        runs_.push_back(text_.size() - 1);
        runs_.push_back(text_.size());
        ++at;
        continue;
      }
      if (column == Column::deletion) runs_.push_back(text_.size());
      text_ += way[i++];
      scores_ += column == Column::match ? qualities_[at] : kNotShown;
      at += column != Column::deletion;
    }
    edits_ += aligned.edits;
  }

  void finish() {
    for (const auto place : runs_) {
      if (place >= text_.size()) continue;
      const auto [from, to] = run_at(text_, place);
      std::fill(scores_.begin() + static_cast<std::ptrdiff_t>(from),
                scores_.begin() + static_cast<std::ptrdiff_t>(to), kNotShown);
    }
    if (text_.size() < kShortestPart) return;
    corrected_.reads.add(text_, scores_, read_->file, read_->record);
    corrected_.edits += edits_;
    corrected_.bases += text_.size();
  }

  const GraphWalks& walks_;
  CorrectedReads& corrected_;
  std::string_view bases_, qualities_;
  const RecruitedRead* read_ = nullptr;
  std::vector<Anchor> anchors_;
  std::string text_, scores_;
  std::vector<std::size_t> runs_;  // places in the text whose run has another length in the read
  std::size_t edits_ = 0;
};

// Each thread takes reads side by side, so that their order stays.
CorrectedReads correct_all(const RecruitedReads& reads, const GraphWalks& walks, int threads) {
  const auto workers = static_cast<std::size_t>(std::max(1, threads));
  std::vector<CorrectedReads> parts(workers);
  const auto work = [&](std::size_t worker) {
    ReadCorrector corrector(walks, parts[worker]);
    for (auto i = worker * reads.size() / workers; i < (worker + 1) * reads.size() / workers; ++i)
      corrector.correct(reads.bases(i), reads.qualities(i), reads[i]);
  };
  std::vector<std::jthread> others;
  for (std::size_t worker = 1; worker < workers; ++worker) others.emplace_back(work, worker);
  work(0);
  others.clear();
  CorrectedReads all;
  for (auto& part : parts) {
    all.reads.append(part.reads);
    all.edits += part.edits;
    all.bases += part.bases;
    part = {};
  }
  return all;
}

}  // namespace

CorrectedReads correct_reads(const RecruitedReads& reads, const CorrectionOptions& options) {
  const auto repeated = RepeatedKmers::of(reads, kCorrectingLength, options.threads);
  auto table = KmerTable::count(repeated_stretches(reads, repeated, kCorrectingLength),
                                kCorrectingLength, options.threads);
  const double single = options.single_copy;
  UnitigGraph graph(table, std::max(kLeastCount, static_cast<std::uint32_t>(kLeastShare * single)));
  clean_graph(graph, {.single_copy = single,
                      .single_copy_share = options.errors.of_one_copy,
                      .rival_share = options.errors.of_rival});
  drop_run_variants(graph);
  const GraphWalks walks(graph, table);
  return correct_all(reads, walks, options.threads);
}

}  // namespace kres::genome

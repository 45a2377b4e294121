#include "genome/analysis/haplotypes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace kres::genome {

namespace {

class Parts {
 public:
  explicit Parts(const LocalAssembly& assembly) : k_(static_cast<std::uint64_t>(assembly.k)) {
    for (const auto& contig : assembly.contigs) contigs_[contig.sequence.name] = &contig;
  }

  // k-mers that begin in a part, 0-based, half-open, in the part's own direction.
  struct Span {
    const ContigPart* part;
    std::uint64_t from, to;
  };

  // Under bases of a contig, 1-based, inclusive.
  std::vector<Span> under(const std::string& contig, std::uint64_t start, std::uint64_t end) const {
    std::vector<Span> spans;
    const auto found = contigs_.find(contig);
    if (found == contigs_.end() || start == 0 || end < start) return spans;
    const std::uint64_t first = start - 1;
    const std::uint64_t last = std::max(first + 1, end >= k_ ? end - k_ + 1 : 0);
    for (const auto& part : found->second->parts) {
      const auto from = std::max(first, part.start), to = std::min(last, part.start + part.kmers);
      if (from >= to) continue;
      const auto a = from - part.start, b = to - part.start;
      spans.push_back(part.reverse ? Span{&part, part.kmers - b, part.kmers - a}
                                   : Span{&part, a, b});
    }
    return spans;
  }

  // Whether bases, 1-based, inclusive, lie on both sides of a part that joins haplotypes without a
  // read that shows them to be one.
  bool is_joined(const std::string& contig, std::uint64_t start, std::uint64_t end) const {
    const auto found = contigs_.find(contig);
    return found != contigs_.end() &&
           std::any_of(found->second->parts.begin(), found->second->parts.end(),
                       [&](const ContigPart& part) {
                         return (!part.is_shown && start <= part.start &&
                                 end >= part.start + part.kmers + k_) ||
                                is_unspanned(part, start, end);
                       });
  }

  // Whether the bases hold a stretch that no single read does.
  static bool is_unspanned(const ContigPart& part, std::uint64_t start, std::uint64_t end) {
    return std::any_of(part.unspanned.begin(), part.unspanned.end(), [&](std::uint64_t kmer) {
      const auto from = part.start + (part.reverse ? part.kmers - 1 - kmer : kmer);
      return from >= start && from < end;
    });
  }

  std::vector<Span> of(const Determinant& determinant) const {
    std::vector<Span> all;
    for (const auto& piece : determinant.pieces)
      for (const auto& span : under(piece.contig, piece.start, piece.end)) all.push_back(span);
    return all;
  }

 private:
  std::uint64_t k_;
  std::map<std::string, const LocalContig*> contigs_;
};

// Shorter words also stand in relatives of a gene: where depth has a gap, a contig may go over into
// one of them, and the gene seems to end.
constexpr int kDeepWords = 50;
bool goes_on_elsewhere(const std::string& reason) { return reason.rfind("truncated:", 0) == 0; }

constexpr const char* kNotPhased = "haplotypes_not_phased";

// k-mers that a call explains, in any part.
class Held {
 public:
  // How many of the span's k-mers are new.
  std::uint64_t count_new(const Parts::Span& span) const {
    const auto found = bits_.find(span.part->part);
    if (found == bits_.end()) return span.to - span.from;
    return static_cast<std::uint64_t>(
        std::count(found->second.begin() + static_cast<std::ptrdiff_t>(span.from),
                   found->second.begin() + static_cast<std::ptrdiff_t>(span.to), false));
  }
  void add(const Parts::Span& span) {
    auto& bits = bits_[span.part->part];
    bits.resize(span.part->kmers, false);
    std::fill(bits.begin() + static_cast<std::ptrdiff_t>(span.from),
              bits.begin() + static_cast<std::ptrdiff_t>(span.to), true);
  }

 private:
  std::map<std::uint32_t, std::vector<bool>> bits_;
};

// Fewer new k-mers than this are the frayed end of a call that another explains.
constexpr std::uint64_t kLeastNew = 5;

bool explains_more(const std::vector<Parts::Span>& spans, Held& held) {
  std::uint64_t fresh = 0;
  for (const auto& span : spans) fresh += held.count_new(span);
  for (const auto& span : spans) held.add(span);
  return fresh >= kLeastNew;
}

// The lower, the more a call explains by itself.
int rank_of(const Determinant& determinant) {
  if (determinant.coverage >= 100 && determinant.allele_status == AlleleStatus::exact) return 0;
  if (determinant.coverage >= 100 && determinant.allele_status == AlleleStatus::exact_protein)
    return 1;
  if (determinant.trace) return 5;
  if (determinant.contig_end) return 4;
  return determinant.function == FunctionState::intact ? 2 : 3;
}

}  // namespace

void keep_haplotypes(std::vector<Determinant>& determinants, const LocalAssembly& assembly) {
  const Parts parts(assembly);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < determinants.size(); ++i)
    if (determinants[i].kind == DeterminantKind::gene) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto &one = determinants[a], &other = determinants[b];
    const int rank = rank_of(one), other_rank = rank_of(other);
    return rank != other_rank ? rank < other_rank : one.coverage > other.coverage;
  });
  Held held;
  std::vector<char> dropped(determinants.size(), 0);
  for (const auto i : order) {
    const auto spans = parts.of(determinants[i]);
    dropped[i] = !spans.empty() && !explains_more(spans, held);
  }
  std::size_t i = 0;
  std::erase_if(determinants, [&](const Determinant&) { return dropped[i++] != 0; });
}

void keep_haplotypes(std::vector<Replicon>& replicons, const LocalAssembly& assembly) {
  const Parts parts(assembly);
  std::map<std::string, Held> held;
  std::erase_if(replicons, [&](const Replicon& replicon) {
    const auto spans = parts.under(replicon.contig, replicon.start, replicon.end);
    return !spans.empty() && !explains_more(spans, held[replicon.name]);
  });
}

void leave_rare_unnamed(std::vector<Determinant>& determinants) {
  for (auto& determinant : determinants) {
    if (determinant.kind != DeterminantKind::gene ||
        determinant.fraction.value_or(1) >= kLeastNamedShare)
      continue;
    determinant.function = FunctionState::not_assessable;
    determinant.function_reason = kNotPhased;
    if (determinant.allele.empty()) continue;
    determinant.nearest = std::exchange(determinant.allele, {});
    determinant.symbol = determinant.gene;
    determinant.names.clear();
    determinant.allele_status = AlleleStatus::ambiguous;
  }
}

void label_haplotypes(std::vector<Determinant>& determinants) {
  constexpr double kOneCopy = 1.5;  // and less
  for (auto& determinant : determinants) {
    if (determinant.kind != DeterminantKind::gene || determinant.intrinsic ||
        rank_of(determinant) == 0 || !determinant.copies)
      continue;
    determinant.intrinsic =
        std::any_of(determinants.begin(), determinants.end(), [&](const Determinant& other) {
          return other.kind == DeterminantKind::gene && other.intrinsic &&
                 other.gene == determinant.gene && other.copies &&
                 *other.copies + *determinant.copies < kOneCopy;
        });
  }
}

void mark_unphased(GenomeResult& result, const LocalAssembly& assembly) {
  const Parts parts(assembly);
  const bool is_shallow = assembly.k < kDeepWords;
  for (auto& determinant : result.determinants) {
    if (determinant.kind != DeterminantKind::gene || rank_of(determinant) < 2) continue;
    const bool joined = std::any_of(
        determinant.pieces.begin(), determinant.pieces.end(),
        [&](const Piece& piece) { return parts.is_joined(piece.contig, piece.start, piece.end); });
    if (!joined && !(is_shallow && goes_on_elsewhere(determinant.function_reason))) continue;
    determinant.function = FunctionState::not_assessable;
    determinant.function_reason = kNotPhased;
  }
  for (auto& target : result.targets) {
    if (!parts.is_joined(target.contig, target.start, target.end) &&
        !(is_shallow && goes_on_elsewhere(target.detail)))
      continue;
    target.state = "not_assessable";
    target.detail = kNotPhased;
    target.changes.clear();
    std::erase_if(result.determinants, [&](const Determinant& determinant) {
      return determinant.kind == DeterminantKind::disruption && determinant.gene == target.gene &&
             determinant.contig == target.contig;
    });
  }
}

}  // namespace kres::genome

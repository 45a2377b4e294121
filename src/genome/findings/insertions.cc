#include "genome/findings/insertions.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr std::uint32_t kLongestDuplication = 14;  // target-site duplications have 2 to 14 bases
constexpr std::uint32_t kLeastDuplication = 3;     // two bases agree by chance
constexpr std::uint32_t kLongestRepeat = 50;
constexpr int kLeastRepeat = 9;     // worth of an inverted repeat; less occurs by chance
constexpr std::size_t kProbe = 40;  // bases looked for elsewhere

std::uint32_t common_prefix(std::string_view a, std::string_view b, std::uint32_t most) {
  std::uint32_t length = 0;
  while (length < std::min<std::size_t>({a.size(), b.size(), most}) && a[length] == b[length])
    ++length;
  return length;
}

std::uint32_t common_suffix(std::string_view a, std::string_view b, std::uint32_t most) {
  std::uint32_t length = 0;
  while (length < std::min<std::size_t>({a.size(), b.size(), most}) &&
         a[a.size() - 1 - length] == b[b.size() - 1 - length])
    ++length;
  return length;
}

// The repeat of greatest worth from the ends inwards: a match counts one, a mismatch costs two.
std::uint32_t inverted_repeat(std::string_view element) {
  const auto most = std::min<std::size_t>(kLongestRepeat, element.size() / 2);
  const std::string back = sequence::reverse_complement(element.substr(element.size() - most));
  int worth = 0, best = 0;
  std::uint32_t length = 0;
  for (std::uint32_t i = 0; i < most; ++i) {
    worth += element[i] == back[i] ? 1 : -2;
    if (worth > best) best = worth, length = i + 1;
  }
  return best >= kLeastRepeat ? length : 0;
}

std::uint32_t count_in(std::string_view text, std::string_view probe) {
  std::uint32_t found = 0;
  for (auto at = text.find(probe); at != std::string_view::npos; at = text.find(probe, at + 1))
    ++found;
  return found;
}

std::uint32_t copies_of(std::string_view element,
                        const std::vector<sequence::ContigSequence>& contigs) {
  if (element.size() < 2 * kProbe) return 1;
  std::vector<std::uint32_t> counts;
  for (const std::size_t quarter : {1U, 2U, 3U}) {
    const auto at = quarter * (element.size() - kProbe) / 4;
    const std::string_view probe = element.substr(at, kProbe);
    const std::string turned = sequence::reverse_complement(probe);
    std::uint32_t count = 0;
    for (const auto& contig : contigs)
      count += count_in(contig.bases, probe) + count_in(contig.bases, turned);
    counts.push_back(std::max(1U, count));
  }
  std::sort(counts.begin(), counts.end());
  return counts[1];
}

const sequence::ContigSequence* contig_of(const std::vector<sequence::ContigSequence>& contigs,
                                          const std::string& name) {
  for (const auto& contig : contigs)
    if (contig.name == name) return &contig;
  return nullptr;
}

// LENGTH and CODON of "insertion:LENGTH@CODON".
struct Reason {
  std::uint64_t length = 0, codon = 0;
};
std::optional<Reason> parse_reason(std::string_view reason) {
  constexpr std::string_view kCode = "insertion:";
  const auto at = reason.find('@');
  if (!reason.starts_with(kCode) || at == std::string_view::npos) return std::nullopt;
  const auto length = parse_int(reason.substr(kCode.size(), at - kCode.size()));
  const auto codon = parse_int(reason.substr(at + 1));
  if (!length || !codon || *length < 1 || *codon < 1) return std::nullopt;
  return Reason{static_cast<std::uint64_t>(*length), static_cast<std::uint64_t>(*codon)};
}

struct Stretch {
  std::uint64_t start = 0, end = 0;  // 0-based, half-open
};

// The codon leaves three places for the stretch; the one with most evidence is taken.
Stretch best_of_codon(const sequence::ContigSequence& contig, const Target& target,
                      const Reason& reason) {
  Stretch best;
  std::uint32_t most = 0;
  for (const std::uint64_t base : {0U, 1U, 2U}) {
    const auto before = (reason.codon - 1) * 3 + base;  // bases of the gene before it
    const auto start =
        target.strand == '+' ? target.start - 1 + before : target.end - before - reason.length;
    if (start + reason.length > contig.bases.size() || start > contig.bases.size()) continue;
    const auto evidence = judge_insertion({}, contig.bases, start, start + reason.length);
    const auto weight = evidence.inverted_repeat + evidence.target_duplication + 1;
    if (weight > most) most = weight, best = {start, start + reason.length};
  }
  return best;
}

Insertion describe(const std::string& gene, const sequence::ContigSequence& contig, Stretch stretch,
                   std::uint64_t reference_position,
                   const std::vector<sequence::ContigSequence>& contigs) {
  const auto evidence = judge_insertion(contigs, contig.bases, stretch.start, stretch.end);
  return {.gene = gene,
          .place = "inside",
          .reference_position = static_cast<std::uint32_t>(reference_position),
          .contig = contig.name,
          .start = stretch.start + 1,
          .end = stretch.end,
          .copies = evidence.copies,
          .inverted_repeat = evidence.inverted_repeat,
          .target_duplication = evidence.target_duplication};
}

}  // namespace

InsertionEvidence judge_insertion(const std::vector<sequence::ContigSequence>& contigs,
                                  std::string_view contig, std::uint64_t start, std::uint64_t end) {
  const auto stretch = contig.substr(start, end - start);
  // Left flank, [rest of the target] element [beginning of the target], right flank.
  const auto head = common_prefix(stretch, contig.substr(end), kLongestDuplication);
  const auto tail = common_suffix(stretch, contig.substr(0, start), kLongestDuplication - head);
  InsertionEvidence evidence;
  if (head + tail >= kLeastDuplication) evidence.target_duplication = head + tail;
  const bool duplicated =
      evidence.target_duplication > 0 && head + tail + 2 * kProbe < stretch.size();
  const auto element = duplicated ? stretch.substr(head, stretch.size() - head - tail) : stretch;
  evidence.inverted_repeat = inverted_repeat(element);
  evidence.copies = copies_of(element, contigs);
  return evidence;
}

std::vector<Insertion> find_insertions(const std::vector<Determinant>& determinants,
                                       const std::vector<Target>& targets,
                                       const std::vector<sequence::ContigSequence>& contigs) {
  std::vector<Insertion> insertions;
  for (const auto& d : determinants) {
    if (d.kind != DeterminantKind::gene || !parse_reason(d.function_reason)) continue;
    for (std::size_t i = 0; i + 1 < d.pieces.size(); ++i) {
      const auto& a = d.pieces[i];
      const auto& b = d.pieces[i + 1];
      const auto* contig = contig_of(contigs, a.contig);
      const auto start = std::min(a.end, b.end), end = std::max(a.start, b.start) - 1;
      if (a.contig != b.contig || contig == nullptr || end <= start) continue;
      insertions.push_back(describe(d.symbol, *contig, {start, end}, a.reference_end, contigs));
    }
  }
  for (const auto& target : targets) {
    const auto reason = parse_reason(target.detail);
    const auto* contig = contig_of(contigs, target.contig);
    if (target.state != "interrupted" || !reason || contig == nullptr) continue;
    const auto stretch = best_of_codon(*contig, target, *reason);
    if (stretch.end == 0) continue;
    insertions.push_back(describe(target.gene, *contig, stretch, (reason->codon - 1) * 3, contigs));
  }
  return insertions;
}

}  // namespace kres::genome

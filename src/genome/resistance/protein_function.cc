#include "genome/resistance/protein_function.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kres::genome {

namespace {

// Per cent of the protein whose codons stand in a lost frame.
double out_of_frame(const TranslatedAlignment& aligned) {
  int shift = 0;
  std::uint32_t since = 0, out = 0;
  for (const auto& lost : aligned.lost_frames) {
    if (shift % 3 != 0) out += lost.residue - since;
    shift += lost.bases;
    since = lost.residue;
  }
  if (shift % 3 != 0) out += aligned.protein_end - since;
  return 100.0 * out / aligned.protein_length;
}

std::string first_lost_frame(const TranslatedAlignment& aligned) {
  return fmt::format("frameshift:{}", aligned.lost_frames.front().residue + 1);
}

// A stop or lost frame inside the part that is there, before the protein is nearly whole.
std::string break_inside(const TranslatedAlignment& aligned, double least_percent) {
  const double enough = least_percent / 100 * aligned.protein_length;
  const std::uint32_t stop = aligned.stop();
  const auto* lost = aligned.lost_frames.empty() ? nullptr : &aligned.lost_frames.front();
  if (lost != nullptr && lost->residue < enough && out_of_frame(aligned) > 100 - least_percent &&
      (stop == 0 || lost->residue < stop))
    return first_lost_frame(aligned);
  if (stop > 0 && stop - 1 < enough)
    return fmt::format("internal_stop:{}/{}", stop, aligned.protein_length);
  return "";
}

// Whole codons were inserted and bring no stop: a longer protein, not a broken one.
bool reads_through(const TranslatedAlignment& aligned) {
  std::uint32_t inserted = 0;
  for (const auto& insertion : aligned.insertions) inserted += insertion.length;
  return inserted % 3 == 0 && aligned.complete() && aligned.read_stops &&
         aligned.read_through.size() >= aligned.protein_length + inserted / 3 - aligned.deleted;
}

// Where what is read leaves the reference for good: after the last stretch of equal residues that
// is too long for chance.
std::size_t leaves_reference(std::string_view read, std::string_view reference) {
  constexpr std::size_t kNoChance = 4;
  std::size_t equal = 0;
  for (std::size_t i = std::min(read.size(), reference.size()); i-- > 0;) {
    equal = read[i] == reference[i] ? equal + 1 : 0;
    if (equal == kNoChance) {
      std::size_t end = i + equal;
      while (end < std::min(read.size(), reference.size()) && read[end] == reference[end]) ++end;
      return end;
    }
  }
  return 0;
}

}  // namespace

FunctionFinding assess_translated(const TranslatedAlignment& aligned, double least_percent) {
  FunctionFinding finding;
  const auto state = [&](FunctionState value, std::string reason) {
    finding.state = value;
    finding.reason = std::move(reason);
    return finding;
  };
  finding.protein_percent = aligned.coverage();
  if (aligned.unknown > 0) return state(FunctionState::not_assessable, "ambiguous_bases");
  if (!aligned.insertions.empty() && !reads_through(aligned)) {
    const auto& insertion = aligned.insertions.front();
    finding.protein_percent = 100.0 * insertion.residue / aligned.protein_length;
    return state(FunctionState::broken,
                 fmt::format("insertion:{}@{}", insertion.length, insertion.residue + 1));
  }
  if (auto inside = break_inside(aligned, least_percent); !inside.empty()) {
    finding.protein_percent =
        std::min(finding.protein_percent,
                 100.0 * static_cast<double>(aligned.read_through.size()) / aligned.protein_length);
    return state(FunctionState::broken, std::move(inside));
  }
  if (aligned.off_contig()) return state(FunctionState::not_assessable, "contig_end");
  if (aligned.coverage() < least_percent)
    return state(FunctionState::broken,
                 aligned.complete()
                     ? fmt::format("deletion:{}", 3 * aligned.deleted)
                     : fmt::format("truncated:{:.0f}", std::floor(aligned.coverage())));
  if (!aligned.starts && aligned.rare_start.empty())
    return state(FunctionState::broken, "start_lost");
  finding.protein = aligned.read_through;
  finding.protein_percent =
      100.0 * static_cast<double>(aligned.read_through.size()) / aligned.protein_length;
  if (finding.protein_percent < least_percent)
    return state(FunctionState::broken,
                 aligned.lost_frames.empty()
                     ? fmt::format("internal_stop:{}/{}", aligned.read_through.size() + 1,
                                   aligned.protein_length)
                     : first_lost_frame(aligned));
  if (!aligned.starts)
    return state(FunctionState::not_assessable, "rare_start:" + aligned.rare_start);
  if (!aligned.read_stops) return state(FunctionState::intact, "stop_lost");
  if (!aligned.stop_follows && aligned.deleted == 0)
    return state(
        FunctionState::intact,
        fmt::format("late_stop:{}/{}", aligned.read_through.size() + 1, aligned.protein_length));
  return state(FunctionState::intact, "");
}

std::string loss_of(const TranslatedAlignment& aligned, std::string_view reference) {
  const std::string& read = aligned.read_through;
  if (aligned.protein_start > 0 || !aligned.starts || !aligned.read_stops) return "";
  if (aligned.lost_frames.empty() && aligned.insertions.empty()) {
    const std::uint32_t stop = aligned.stop();
    return stop == 0 ? "" : fmt::format("{}{}*", reference[stop - 1], stop);
  }
  const auto differs = std::mismatch(read.begin(), read.end(), reference.begin(), reference.end());
  const std::size_t at = std::max(leaves_reference(read, reference),
                                  static_cast<std::size_t>(differs.first - read.begin()));
  if (at >= reference.size()) return "";
  if (at == read.size()) return fmt::format("{}{}*", reference[at], at + 1);
  const auto codons = read.size() - at + 1;
  const bool inserted = std::any_of(aligned.insertions.begin(), aligned.insertions.end(),
                                    [](const LongInsertion& one) { return one.length % 3 == 0; });
  if (inserted && at > 0) return fmt::format("{}{}ins*{}", reference[at - 1], at, codons);
  return fmt::format("{}{}{}fs*{}", reference[at], at + 1, read[at], codons);
}

}  // namespace kres::genome

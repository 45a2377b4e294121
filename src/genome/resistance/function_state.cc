#include "genome/resistance/function_state.h"

#include <cmath>

#include <fmt/format.h>

#include "genome/resistance/protein.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

FunctionFinding finding(FunctionState state, std::string reason, double percent = 0) {
  return {state, std::move(reason), percent, ""};
}

// Reading frame along the alignment: entry bases out of frame, and the codon where the frame is
// first lost.
struct Frame {
  std::uint32_t bases_out = 0;
  std::uint32_t first_codon = 0;  // 1-based, 0 if never lost
  std::uint32_t longest_deletion = 0;
};

Frame follow_frame(const AlignedPlacement& aligned) {
  Frame frame;
  int shift = 0;
  std::uint32_t at = aligned.entry_start, deletion = 0;
  for (const Column column : aligned.columns) {
    deletion = column == Column::deletion ? deletion + 1 : 0;
    frame.longest_deletion = std::max(frame.longest_deletion, deletion);
    shift += column == Column::insertion ? 1 : column == Column::deletion ? -1 : 0;
    if (column != Column::insertion) ++at;
    const bool paired = column != Column::insertion && column != Column::deletion;
    if (shift % 3 == 0 || !paired) continue;  // a gap of whole codons leaves the frame as it was
    ++frame.bases_out;
    if (frame.first_codon == 0) frame.first_codon = (at == 0 ? 0 : at - 1) / 3 + 1;
  }
  return frame;
}

// Starts that are read without evidence of their own: the three that bacteria use, and the entry's.
bool is_start(std::string_view codon, std::string_view entry) {
  return sequence::is_common_start_codon(codon) || codon == entry.substr(0, 3);
}

// A gene whose both ends stand on the contig.
FunctionFinding assess_complete(const AlignedPlacement& aligned, std::string_view entry,
                                Coding coding, std::string_view observed, double least_percent) {
  const auto entry_codons = entry.size() / 3 - (coding == Coding::complete ? 1 : 0);
  const std::string translated = sequence::translate(observed);
  const auto stop = translated.find('*');
  const double codons = static_cast<double>(stop == std::string::npos ? translated.size() : stop);
  FunctionFinding result;
  result.protein = protein_of(observed);
  result.protein_percent = 100.0 * codons / static_cast<double>(entry_codons);
  const Frame frame = follow_frame(aligned);
  const double out_percent = 100.0 * frame.bases_out / static_cast<double>(entry.size());
  const auto broken = [&](std::string reason) {
    result.state = FunctionState::broken;
    result.reason = std::move(reason);
    return result;
  };
  const auto start = observed.substr(0, 3);
  const bool rare_start = coding == Coding::complete && !is_start(start, entry);
  if (rare_start && !sequence::is_start_codon(start)) return broken("start_lost");
  if (result.protein_percent < least_percent) {
    if (frame.first_codon > 0 && static_cast<double>(frame.first_codon) <= codons + 1)
      return broken(fmt::format("frameshift:{}", frame.first_codon));
    if (stop != std::string::npos && stop + 1 < translated.size())
      return broken(fmt::format("internal_stop:{}/{}", stop + 1, entry_codons));
    return broken(fmt::format("deletion:{}", frame.longest_deletion));
  }
  if (out_percent > 100 - least_percent)
    return broken(fmt::format("frameshift:{}", frame.first_codon));
  if (rare_start) {
    result.state = FunctionState::not_assessable;
    result.reason = fmt::format("rare_start:{}", start);
    return result;
  }
  result.state = FunctionState::intact;
  if (coding == Coding::complete && stop == std::string::npos)
    result.reason = "stop_lost";
  else if (coding == Coding::complete && result.protein_percent < 100 && aligned.deleted == 0)
    result.reason = fmt::format("late_stop:{}/{}", stop + 1, entry_codons);
  return result;
}

// A gene of which only a part stands on the contig; a stop or lost frame inside it breaks it all
// the same.
FunctionFinding assess_partial(const AlignedPlacement& aligned, std::string_view entry,
                               std::string_view observed, double least_percent) {
  const Frame frame = follow_frame(aligned);
  const std::uint32_t skip = (3 - aligned.entry_start % 3) % 3;
  const auto entry_codons = entry.size() / 3;
  if (observed.size() > skip) {
    const std::string translated = sequence::translate(observed.substr(skip));
    const auto stop = translated.find('*');
    const auto codon =
        (aligned.entry_start + skip) / 3 + (stop == std::string::npos ? 0 : stop) + 1;
    if (stop != std::string::npos && 100.0 * static_cast<double>(codon - 1) <
                                         least_percent * static_cast<double>(entry_codons)) {
      if (frame.first_codon > 0 && frame.first_codon <= codon)
        return finding(FunctionState::broken, fmt::format("frameshift:{}", frame.first_codon));
      return finding(FunctionState::broken,
                     fmt::format("internal_stop:{}/{}", codon, entry_codons));
    }
  }
  return finding(FunctionState::not_assessable, "contig_end", aligned.coverage());
}

// An insertion of whole codons that brings no stop makes a longer protein, not a broken one.
bool reads_through(const AlignedPlacement& aligned, std::string_view entry, Coding coding,
                   std::string_view observed) {
  if (coding != Coding::complete || !aligned.complete() || aligned.off_contig()) return false;
  const std::string protein = sequence::translate(observed);
  return observed.size() % 3 == 0 && observed.size() > entry.size() &&
         protein.find('*') + 1 == protein.size();
}

}  // namespace

FunctionFinding assess_function(const AlignedPlacement& aligned, std::string_view entry,
                                Coding coding, std::string_view observed, double least_percent) {
  if (observed.find('N') != std::string_view::npos)
    return finding(FunctionState::not_assessable, "ambiguous_bases", aligned.coverage());
  if (coding == Coding::none) return finding(FunctionState::not_assessable, "reference_not_coding");
  if (!aligned.interruptions.empty() && !reads_through(aligned, entry, coding, observed)) {
    const auto& interruption = aligned.interruptions.front();
    return finding(
        FunctionState::broken,
        fmt::format("insertion:{}@{}", interruption.length, interruption.entry_position / 3 + 1),
        100.0 * interruption.entry_position / static_cast<double>(entry.size()));
  }
  if (aligned.off_contig()) return assess_partial(aligned, entry, observed, least_percent);
  if (!aligned.complete()) {
    if (aligned.coverage() < least_percent)
      return finding(FunctionState::broken,
                     fmt::format("truncated:{:.0f}", std::floor(aligned.coverage())),
                     aligned.coverage());
    if (aligned.entry_start > 0) return finding(FunctionState::broken, "start_lost");
  }
  return assess_complete(aligned, entry, coding, observed, least_percent);
}

}  // namespace kres::genome

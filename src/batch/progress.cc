#include "batch/progress.h"

#include <cmath>

#include <fmt/format.h>

namespace kres::batch {

std::string duration_text(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string progress_text(const Progress& progress) {
  auto text = fmt::format("{} of {} genomes", progress.finished, progress.total);
  if (progress.finished > 0 && progress.seconds > 0) {
    const double rate = static_cast<double>(progress.finished) / progress.seconds;
    const auto rest = static_cast<double>(progress.total - progress.finished);
    text += fmt::format(", {:.{}f} a second, {} left", rate, rate < 10 ? 1 : 0,
                        duration_text(rest / rate));
  }
  if (progress.failed > 0) text += fmt::format(", {} failed", progress.failed);
  return text;
}

}  // namespace kres::batch

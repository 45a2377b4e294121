#include "genome/quality/judge_reads.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::genome {

namespace {

void add(Quality& quality, Verdict verdict, std::string reason) {
  quality.verdict = std::max(quality.verdict, verdict);
  quality.reasons.push_back(std::move(reason));
}

void judge_depth(Quality& quality, double depth, const ReadLimits& limits) {
  if (depth < limits.depth_fail)
    add(quality, Verdict::fail,
        fmt::format("depth:{:.1f} x, at least {:.0f} x", depth, limits.depth_fail));
  else if (depth < limits.depth_warn)
    add(quality, Verdict::warn,
        fmt::format("depth:{:.1f} x, at least {:.0f} x", depth, limits.depth_warn));
}

}  // namespace

void judge_reads(Quality& quality, const ReadLimits& limits) {
  quality.verdict = Verdict::pass;
  quality.reasons.clear();
  judge_depth(quality, *quality.depth, limits);
  const ReadSummary& all = quality.reads->all;
  if (all.mean_quality < limits.mean_quality_warn)
    add(quality, Verdict::warn,
        fmt::format("mean_quality:{:.2f}, at least {:.0f}", all.mean_quality,
                    limits.mean_quality_warn));
  if (all.n_percent >= limits.n_percent_warn)
    add(quality, Verdict::warn,
        fmt::format("n_percent:{:.1f} %, below {:.0f} %", all.n_percent, limits.n_percent_warn));
  if (all.adapter_percent.value_or(0) >= limits.adapter_percent_warn)
    add(quality, Verdict::warn,
        fmt::format("adapter_percent:{:.1f} %, below {:.0f} %", *all.adapter_percent,
                    limits.adapter_percent_warn));
  if (quality.reads->error_percent.value_or(0) > limits.error_percent_fail)
    add(quality, Verdict::fail,
        fmt::format("error_percent:{:.1f} %, at most {:.0f} %", *quality.reads->error_percent,
                    limits.error_percent_fail));
  // Scores that mean nothing: evidence would count bases that it should not.
  for (const auto& note : quality.reads->notes)
    add(quality, note == "quality_offset_64" ? Verdict::fail : Verdict::warn, note);
}

}  // namespace kres::genome

#include "genome/species/own_depth.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kres::genome {

namespace {

constexpr int kIterations = 60;
constexpr double kFirstSpread = 0.05;
constexpr double kBelief = 0.02;  // weight of the expected part, in places of all

// Places by their depth.
struct Count {
  double depth = 0, places = 0;
};

struct Model {
  double own = 0, spread = kFirstSpread, shared = 0.5;  // part of the places that both genomes have
};

double variance(double mean, double spread) { return mean + spread * spread * mean * mean; }

double density(double depth, double mean, double spread) {
  const double v = variance(mean, spread);
  return std::exp(-(depth - mean) * (depth - mean) / (2 * v)) / std::sqrt(v);
}

// One step; `likelihood` (its logarithm) is that of the model as it came.
void improve(Model& model, const std::vector<Count>& counts, double second, double expected,
             double& likelihood) {
  double places = 0, shared = 0, own = 0, spread = 0;
  likelihood = 0;
  for (const auto& [depth, count] : counts) {
    const double alone = (1 - model.shared) * density(depth, model.own, model.spread);
    const double both = model.shared * density(depth, model.own + second, model.spread);
    if (alone + both <= 0) continue;
    const double part = both / (alone + both);
    likelihood += count * std::log(alone + both);
    places += count;
    shared += count * part;
    own += count * (depth - part * second);
    const auto beyond_chance = [&](double mean) {
      return ((depth - mean) * (depth - mean) - mean) / (mean * mean);
    };
    spread +=
        count * ((1 - part) * beyond_chance(model.own) + part * beyond_chance(model.own + second));
  }
  if (places == 0) return;
  const double belief = kBelief * places;
  likelihood +=
      belief * (expected * std::log(model.shared) + (1 - expected) * std::log(1 - model.shared));
  model = {own / places, std::sqrt(std::max(0.0, spread / places)),
           (shared + belief * expected) / (places + belief)};
}

}  // namespace

OwnDepth fit_own_depth(std::span<const std::uint32_t> depths, double middle, double second,
                       double shared) {
  const double expected = std::clamp(shared, 0.01, 0.99);
  std::vector<Count> counts;
  for (const auto depth : depths) {
    if (depth < 0.5 * middle || depth > 1.5 * middle) continue;
    const auto at = static_cast<std::size_t>(depth);
    if (counts.size() <= at) counts.resize(at + 1);
    ++counts[at].places;
  }
  for (std::size_t depth = 0; depth < counts.size(); ++depth)
    counts[depth].depth = static_cast<double>(depth);
  std::erase_if(counts, [](const Count& count) { return count.places == 0; });
  OwnDepth best;
  double most = 0;
  for (const double start : {middle, middle - second}) {
    if (start <= 0) continue;
    Model model{.own = start};
    double likelihood = 0;
    for (int i = 0; i < kIterations; ++i) improve(model, counts, second, expected, likelihood);
    if (best.own > 0 && likelihood <= most) continue;
    most = likelihood;
    best = {model.own, model.spread};
  }
  return best;
}

}  // namespace kres::genome

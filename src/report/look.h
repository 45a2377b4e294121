// The typography of the answer: its colours and the few text styles it uses.
#pragma once

#include "report/pdf/style.h"

namespace kres::report::look {

using pdf::Colour;
using pdf::Style;
using pdf::Weight;

inline constexpr Colour kInk{0.10, 0.12, 0.14};
inline constexpr Colour kMuted{0.34, 0.38, 0.43};
inline constexpr Colour kAccent{0.04, 0.29, 0.40};
inline constexpr Colour kTint{0.933, 0.953, 0.963};
inline constexpr Colour kRule{0.84, 0.86, 0.88};
inline constexpr Colour kResistant{0.60, 0.13, 0.14};
inline constexpr Colour kIncreased{0.53, 0.35, 0.00};
inline constexpr Colour kIncreasedTint{0.985, 0.945, 0.86};
inline constexpr Colour kWarningTint{0.995, 0.955, 0.85};
inline constexpr Colour kWarning{0.47, 0.29, 0.00};
inline constexpr Colour kWhite{1, 1, 1};

inline constexpr Style kBody{.size = 8.3, .colour = kInk};
inline constexpr Style kStrong{.size = 8.3, .weight = Weight::semibold, .colour = kInk};
inline constexpr Style kQuiet{.size = 7.4, .colour = kMuted};
inline constexpr Style kLabel{.size = 7.2, .colour = kMuted};
inline constexpr Style kHeading{.size = 9.6, .weight = Weight::semibold, .colour = kAccent};
inline constexpr Style kVerdict{.size = 12.4, .weight = Weight::semibold, .colour = kInk};
inline constexpr Style kGene{
    .size = 8.3, .weight = Weight::semibold, .colour = kInk, .distinct = true};
inline constexpr Style kCode{.size = 7.6, .colour = kInk, .distinct = true};

}  // namespace kres::report::look

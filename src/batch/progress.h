// How far a run is, in words.
#pragma once

#include <cstddef>
#include <string>

namespace kres::batch {

struct Progress {
  std::size_t total = 0, finished = 0, failed = 0;
  double seconds = 0;  // since the start
};

// "120 of 200 genomes, 4.2 a second, 19 s left, 1 failed". The time left supposes that the rest
// takes as long as what is finished.
std::string progress_text(const Progress& progress);

// "45 s", "3 min 20 s", "2 h 05 min".
std::string duration_text(double seconds);

}  // namespace kres::batch

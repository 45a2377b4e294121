// For tests: read pairs that ART simulates from sequences, 2 x 150 bases, insert 400 +- 50.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/folder_for_test.h"
#include "genome/pileup/reads.h"

namespace kres::genome {

// Owns what its reads are views of.
struct SimulatedReads {
  std::vector<std::string> bases, qualities;

  // Mates stand side by side.
  std::vector<Read> reads() const {
    std::vector<Read> list;
    for (std::uint32_t i = 0; i < bases.size(); ++i)
      list.push_back({bases[i], qualities[i], i % 2 == 0 ? i + 1 : i - 1});
    return list;
  }
};

inline bool has_art() { return std::system("command -v art_illumina > /dev/null 2>&1") == 0; }

// Requires: has_art(). `depth` of each sequence (x). The same seed gives the same reads.
inline SimulatedReads simulate_reads(const std::vector<std::string>& sequences, double depth,
                                     int seed, const Path& folder) {
  {
    std::ofstream fasta(folder / "in.fa");
    for (std::size_t i = 0; i < sequences.size(); ++i)
      fasta << '>' << i << '\n' << sequences[i] << '\n';
  }
  const auto command = fmt::format(
      "cd '{}' && art_illumina -ss HS25 -i in.fa -p -l 150 -m 400 -s 50 -f {} -rs {} -na -q -o r "
      "> /dev/null 2>&1",
      folder.string(), depth, seed);
  SimulatedReads made;
  if (std::system(command.c_str()) != 0) return made;
  std::ifstream first(folder / "r1.fq"), second(folder / "r2.fq");
  std::string name, bases, plus, qualities;
  for (bool more = true; more;)
    for (auto* file : {&first, &second}) {
      more = std::getline(*file, name) && std::getline(*file, bases) && std::getline(*file, plus) &&
             std::getline(*file, qualities);
      if (!more) break;
      made.bases.push_back(bases);
      made.qualities.push_back(qualities);
    }
  return made;
}

}  // namespace kres::genome

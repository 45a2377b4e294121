#include "genome/reference/entry.h"

#include "sequence/nucleotides.h"

namespace kres::genome {

Coding coding_of(const std::string& sequence) {
  if (sequence.size() < 6 || sequence.size() % 3 != 0) return Coding::none;
  const std::string protein = sequence::translate(sequence);
  const auto stop = protein.find('*');
  if (stop != std::string::npos && stop + 1 != protein.size()) return Coding::none;
  const bool starts = sequence::is_start_codon(std::string_view(sequence).substr(0, 3));
  return starts && stop != std::string::npos ? Coding::complete : Coding::open;
}

}  // namespace kres::genome

#include "genome/reference/entry.h"

#include <algorithm>

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

std::string protein_of(std::string_view coding_sequence) {
  std::string protein = sequence::translate(coding_sequence);
  protein.resize(std::min(protein.size(), protein.find('*')));
  if (!protein.empty() && sequence::is_start_codon(coding_sequence.substr(0, 3))) protein[0] = 'M';
  return protein;
}

}  // namespace kres::genome

// Imports PlasmidFinder replicons: one FASTA file, headers NAME_VARIANT_NOTE_ACCESSION.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "genome/reference/entry.h"
#include "genome/reference/import_log.h"

namespace kres::genome {

// "IncFIA(HI1)" of "IncFIA(HI1)_1_HI1_AF250878": what stands before the number of the variant. Of
// a header without one the replicon family ("repUS28" of "repUS28_repE(pQY182)"), else all of it.
std::string replicon_name(std::string_view header);

// Replicons ordered by id; equal sequences are one with aliases. Fails on a header that stands
// twice.
Result<std::vector<NewEntry>> parse_plasmidfinder(std::string_view text, const std::string& file,
                                                  ImportLog& log);

struct PlasmidFinderImport {
  std::string version;  // the date in the file's name, else its name
  std::vector<NewEntry> replicons;
};
Result<PlasmidFinderImport> import_plasmidfinder(const Path& file, ImportLog& log);

}  // namespace kres::genome

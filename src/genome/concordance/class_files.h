// The class files of a ResFinder database, as its configuration lists them.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

struct ClassFile {
  std::string name;                  // "beta-lactam"
  std::vector<FastaRecord> entries;  // header up to the first white space; order of the file
};

// In the order of the file `config`. Entries are as published: nothing is left out or joined.
Result<std::vector<ClassFile>> read_class_files(const Path& folder);

}  // namespace kres::genome

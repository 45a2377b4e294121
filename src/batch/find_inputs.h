// Finds the genome files that a person named: files as they are, folders to the bottom.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/files.h"

namespace kres::batch {

struct FoundInputs {
  std::vector<Path> files;  // in the order given, those of a folder sorted; each path once
  std::size_t ignored = 0;  // files of the folders that are not named as assemblies are
};

// Whether a file of a folder is taken: .fa .fas .fasta .fna .gfa, in any case, also followed by
// .gz .bgz .xz .zst or .bz2 (which the reader refuses by name: better than passing over it).
bool is_named_as_assembly(const Path& file);

// A file named by itself is taken whatever it is called, also if it does not exist. Inside folders
// hidden files and folders are passed over and links are followed; a folder that was entered once
// is not entered again. Fails with bad_input if there is nothing to take, with environment if a
// folder cannot be read: a genome is never left out silently.
Result<FoundInputs> find_inputs(const std::vector<std::string>& given);

// The file's name without folder and without the endings above.
std::string stem_of(const Path& file);

}  // namespace kres::batch

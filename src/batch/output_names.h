// What the result of each input is called in the folder of results.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace kres::batch {

// One name per file, without ".json": the file's stem, or stem and the first eight digits of the
// SHA-256 of its absolute path if several stems are equal (but for case). So no result overwrites
// another, and the name of an input does not depend on the order of the inputs. Control characters
// and path separators become '_', very long stems are cut and get the digits, too.
std::vector<std::string> output_names(const std::vector<Path>& files);

}  // namespace kres::batch

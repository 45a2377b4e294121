// Options that name the releases a reference set is built from.
#pragma once

#include <map>
#include <string>

#include "genome/reference/build.h"

namespace CLI {
class App;
}

namespace kres::app {

class SourceOptions {
 public:
  // Adds --resfinder, --kleborate ... and --all-from to the command.
  void add_to(CLI::App& command);
  // What the options say; a release named by itself wins over --all-from.
  Result<genome::BuildOptions> build_options() const;

 private:
  std::map<std::string, std::string> given_;  // option -> path
};

}  // namespace kres::app

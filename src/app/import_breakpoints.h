// Makes a breakpoint version of the project's form out of a file that a person names.
#pragma once

#include <string>

#include "app/breakpoint_directory.h"

namespace kres::app {

struct ImportRequest {
  std::string file, version;
  std::string valid_from;  // a date; needed for EUCAST's workbook
  int year = 0;            // needed for WHONET's table
};

struct ImportedVersion {
  std::string text;     // the table, read and checked
  std::string account;  // rows read, kept and left out, and what changes; lines for a person
};

// What the file is follows from its content: a workbook, WHONET's Breakpoints.txt, or the project's
// own table, whose version must be the one named. Changes are counted against the version in force.
Result<ImportedVersion> import_breakpoints(const ImportRequest& request,
                                           const BreakpointDirectory& directory);

}  // namespace kres::app

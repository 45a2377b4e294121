// Referrals as they were sent, checked, before anything is stored.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/files.h"
#include "laboratory/isolate_file.h"
#include "laboratory/referral.h"
#include "laboratory/sample.h"
#include "susceptibility/measurement.h"

namespace kres::exchange {

enum class Severity { error, warning };

// What is wrong with which row.
struct RowMessage {
  Severity severity = Severity::error;
  std::string file;
  std::size_t line = 0;  // 0: the whole file
  std::string text;      // one sentence without full stop; never a cell that may identify a person
  std::string column;    // of the sheet, empty if the whole row or file
  std::string code;      // what is wrong, as a word that pages translate: "unknown_laboratory"

  std::string printed() const;  // "file:line: error: text"
};

// An assembly, or a file of reads, that was opened and found to be one.
struct GenomeFile {
  Path path;
  std::string sha256;
  laboratory::FilePlace place;
};

struct SentReferral {
  laboratory::Referral referral;  // not stored yet: no id
  // Where the tube is as far as the sheet says.
  laboratory::SampleState sample = laboratory::SampleState::received;
  bool received_stated = true;      // otherwise the day of receipt is the day it was registered
  bool sends_stated = true;         // otherwise what a sender sends when it says nothing: a tube
  std::vector<GenomeFile> genomes;  // the assembly, and the reads as one whole library
  std::vector<susceptibility::Measurement> measurements;
  std::string file;  // where it stands
  std::size_t line = 0;
};

struct ReferralBatch {
  std::vector<SentReferral> referrals;  // those without errors
  std::vector<RowMessage> messages;     // in order of files and lines

  bool has_errors() const;
};

}  // namespace kres::exchange

// What the program makes of an isolate: analysis, interpretation, explanation.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "genome/result/genome_result.h"
#include "laboratory/isolate_file.h"
#include "laboratory/measurement_record.h"
#include "laboratory/referral.h"
#include "laboratory/test_result_record.h"
#include "mechanism/explain.h"
#include "susceptibility/interpret.h"
#include "workflow/day_control.h"
#include "workflow/progress.h"

namespace kres::workflow {

// One file that an analysis reads.
struct InputFile {
  Path path;
  laboratory::FilePlace place;
};

// Analyses one delivery, an assembly or reads by lane and mate, with the predicted phenotype.
using AnalyseFunction = std::function<Result<genome::GenomeResult>(
    const std::vector<InputFile>& files, const ProgressHook& progress)>;

// All outlive whoever holds this.
struct Examiner {
  AnalyseFunction analyse;
  const susceptibility::Standard& standard;
  const mechanism::Knowledge& knowledge;
};

// The species the measurements are interpreted for: the genome's if there is one that names it,
// else the sender's.
std::string believed_organism(const std::optional<genome::GenomeResult>& genome,
                              const laboratory::Referral& referral);

struct Examined {
  std::string organism;
  std::vector<susceptibility::Interpretation> interpretations;  // one per measurement, in order
  mechanism::Explanation explanation;
};

// What the registry holds of an isolate beside its genome.
struct Records {
  std::string accession;
  laboratory::Referral referral;
  std::vector<laboratory::MeasurementRecord> measurements;
  std::optional<DayControl> control;  // of the days of the measurements
  std::vector<laboratory::TestResultRecord> tests;
  std::vector<mechanism::EarlierIsolate> earlier;  // of the same patient
};

// Without a genome it is explained what measurements and tests say by themselves. `corrupt` if a
// stored measurement cannot be read.
Result<Examined> examine(const Examiner& examiner, const Records& records,
                         const std::optional<genome::GenomeResult>& genome, Date today);

}  // namespace kres::workflow

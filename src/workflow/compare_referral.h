// Compares what was sent again with what is stored.
#pragma once

#include <string>
#include <vector>

#include "exchange/referral_batch.h"
#include "laboratory/blob.h"
#include "laboratory/measurement_record.h"
#include "laboratory/referral.h"

namespace kres::workflow {

// What is stored of an isolate.
struct StoredReferral {
  laboratory::Referral referral;
  std::vector<laboratory::Blob> files;
  std::vector<laboratory::MeasurementRecord> measurements;
};

struct Comparison {
  std::vector<std::string> differences;  // field and what about it; no value of the referral
  std::vector<exchange::GenomeFile> new_genomes;
  std::vector<susceptibility::Measurement> new_measurements;
};

// Values that were not stated this time are no difference.
Comparison compare(const exchange::SentReferral& sent, const StoredReferral& stored);

}  // namespace kres::workflow

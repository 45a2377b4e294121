// Compares what was sent again with what is stored.
#pragma once

#include <string>
#include <vector>

#include "exchange/referral_batch.h"
#include "laboratory/isolate_file.h"
#include "laboratory/measurement_record.h"
#include "laboratory/referral.h"

namespace kres::workflow {

// What is stored of an isolate.
struct StoredReferral {
  laboratory::Referral referral;
  std::vector<laboratory::IsolateFile> files;
  std::vector<laboratory::MeasurementRecord> measurements;
};

struct Comparison {
  std::vector<std::string> differences;  // field and what about it; no value of the referral
  std::vector<std::vector<exchange::GenomeFile>> new_deliveries;  // each as one
  std::vector<susceptibility::Measurement> new_measurements;
};

// The deliveries a referral holds: its assembly, then its reads.
std::vector<std::vector<exchange::GenomeFile>> deliveries_of(
    const std::vector<exchange::GenomeFile>& genomes);

// Values that were not stated this time are no difference.
Comparison compare(const exchange::SentReferral& sent, const StoredReferral& stored);

}  // namespace kres::workflow

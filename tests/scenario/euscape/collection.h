// The EuSCAPE isolates of shared/cases: meropenem MIC, AMRFinderPlus' genotype, Kleborate's porins.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/genotype/amrfinder_result.h"
#include "susceptibility/measurement.h"

namespace kres::euscape {

// A line of AMRFinderPlus' table, read for the tests without the program's own reader.
struct Line {
  std::string symbol, subtype, subclass;
};

struct Isolate {
  std::string id;
  std::string country;  // ISO code of three letters
  std::string stated;   // category in the table, EUCAST of its time: S, I or R
  susceptibility::Measurement meropenem;
  std::vector<std::string> porins;  // as Kleborate writes them: "OmpK35-25%", "OmpK36GD"
  std::vector<Line> lines;
};

struct Collection {
  std::vector<Isolate> isolates;
  exchange::AmrFinderTable genotypes;
};

// Folder of the cases: beside the source tree, or in KRES_SHARED; empty if there is none.
std::filesystem::path cases_folder();
Result<Collection> read_collection(const std::filesystem::path& folder);

// The porins of a genotype as Kleborate read them in the assembly: lost below 90 % of the protein,
// known changes as mutations, whole where nothing is said.
void add_porins(genome::GenomeResult& result, const std::vector<std::string>& porins);

}  // namespace kres::euscape

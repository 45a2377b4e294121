// Replicons of ten genomes beside blastn on the same release.
#include <algorithm>

#include <gtest/gtest.h>

#include "sequence/assembly.h"
#include "tests/scenario/findings/real_genomes.h"

namespace kres::testing {
namespace {

std::vector<Edit> ten_genomes() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path klebsiella = "/usr/share/doc/kleborate/examples/data";
  for (const auto& folder : {shared_folder("KRES_CASE_GENOMES", "cases/genomes"), klebsiella}) {
    if (folder.empty() || !std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().string().find(".fna") != std::string::npos) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Edit> genomes;
  for (const auto& file : files)
    if (auto assembly = sequence::read_assembly(file))
      genomes.push_back({file.stem().stem().string(), std::move(assembly->contigs)});
  return genomes;
}

double coverage_of(const BlastHit& hit) {
  const auto bases = hit.query_end - hit.query_start + 1;
  return 100.0 * static_cast<double>(bases) / static_cast<double>(hit.query_length);
}

// A replicon across the origin of a circle ends before it starts; blastn sees one side of it.
bool same_place(const genome::Replicon& replicon, const BlastHit& hit) {
  const auto low = std::min(hit.start, hit.end), high = std::max(hit.start, hit.end);
  if (replicon.start > replicon.end)
    return replicon.contig == hit.contig && (replicon.start <= high || low <= replicon.end);
  return replicon.contig == hit.contig && replicon.start <= high && low <= replicon.end;
}

// The two count gaps and ends slightly differently: half a per cent is left between them.
TEST(RepliconsBesideBlastn, EveryOneIsFoundByBothOnTenGenomes) {
  const auto genomes = ten_genomes();
  if (genomes.size() < 10 || shared_set().empty() || !std::filesystem::exists("/usr/bin/blastn"))
    GTEST_SKIP() << "ten genomes, the shared releases or blastn are absent";
  const auto results = analyse_all(genomes, "", shared_set());
  ASSERT_EQ(results.size(), genomes.size());
  std::size_t replicons = 0;
  for (std::size_t i = 0; i < genomes.size(); ++i) {
    const auto& found = results[i].replicons;
    const auto hits = blastn(plasmidfinder_release(), genomes[i].contigs,
                             {"-perc_identity", "90", "-max_target_seqs", "5000"});
    replicons += found.size();
    for (const auto& hit : hits) {
      if (hit.identity < 95.5 || coverage_of(hit) < 90.5) continue;
      const bool both = std::any_of(found.begin(), found.end(), [&](const auto& replicon) {
        return same_place(replicon, hit);
      });
      EXPECT_TRUE(both) << genomes[i].name << ": blastn alone has " << hit.query << " on "
                        << hit.contig << " at " << hit.start;
    }
    for (const auto& replicon : found) {
      const bool across = replicon.start > replicon.end;
      const bool both = std::any_of(hits.begin(), hits.end(), [&](const BlastHit& hit) {
        if (across && same_place(replicon, hit)) return true;
        return same_place(replicon, hit) && hit.identity >= 94.5 && coverage_of(hit) >= 89.5;
      });
      EXPECT_TRUE(both) << genomes[i].name << ": kres alone has " << replicon.name << " on "
                        << replicon.contig;
    }
  }
  EXPECT_GE(replicons, 10U);
}

}  // namespace
}  // namespace kres::testing

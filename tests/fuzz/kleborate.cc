// Any files are either a Kleborate data folder or a refusal.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "genome/reference/import_kleborate.h"
#include "tests/fuzz/one_folder.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kres;
  static const fuzz::OneFolder folder({"CARD_AMR_clustered.csv", "CARD_v3.1.13.fasta", "OmpK.fasta",
                                       "MgrB_and_PmrB.fasta", "QRDR_120.fasta",
                                       "Klebsiella_pneumoniae.fasta", "kpneumoniae.txt",
                                       "species_mash_sketches.msh"});
  folder.write({reinterpret_cast<const char*>(data), size});
  genome::ImportLog log;
  const auto release = genome::import_kleborate(folder.path(), {{"Bla_ESBL", {"cefotaxime"}}}, log);
  if (fuzz::refused(release, "")) return 0;
  std::set<std::string> ids;
  for (const auto& entry : release->genes) fuzz::require(ids.insert(entry.id).second);
  return 0;
}

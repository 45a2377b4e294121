// Any files are either a ResFinder release whose entries keep their contract or a refusal.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "genome/reference/import_resfinder.h"
#include "tests/fuzz/one_folder.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kres;
  static const fuzz::OneFolder folder({"phenotypes.txt", "a.fsa", "history.txt", "config"});
  static const auto families =
      genome::GeneFamilies::parse(
          "pattern\tcritical\tadd_agents\tsource\nblaKPC-*\tcarbapenemase\t\ts\n", "f")
          .value();
  folder.write({reinterpret_cast<const char*>(data), size});
  genome::ImportLog log;
  const auto release =
      genome::import_resfinder(folder.path(), {{"meropenem", "meropenem"}}, families, log);
  if (fuzz::refused(release, folder.path().string())) return 0;
  std::set<std::string> ids, sequences;
  for (const auto& entry : release->entries)
    fuzz::require(ids.insert(entry.id).second && sequences.insert(entry.sequence).second &&
                  !entry.sequence.empty());
  return 0;
}

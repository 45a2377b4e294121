#include "genome/reference/imported.h"

#include <iterator>
#include <set>
#include <string_view>

namespace kres::genome {

void Imported::add_nucleotide_targets(std::vector<NewEntry> more) {
  nucleotide_targets.insert(nucleotide_targets.end(), std::make_move_iterator(more.begin()),
                            std::make_move_iterator(more.end()));
}

void join_genes(std::vector<NewEntry>& genes, std::vector<NewEntry> more, const std::string& source,
                ImportLog& log) {
  std::map<std::string_view, std::size_t> by_sequence;
  for (std::size_t i = 0; i < genes.size(); ++i) by_sequence.emplace(genes[i].sequence, i);
  std::vector<NewEntry> fresh;
  std::set<std::string> fresh_sequences;
  for (auto& entry : more) {
    const auto same = by_sequence.find(entry.sequence);
    if (same != by_sequence.end()) {
      auto& first = genes[same->second];
      log.note(source, "", "same_as_other_source", entry.id, first.id);
      first.aliases.push_back(entry.id);
      first.aliases.insert(first.aliases.end(), entry.aliases.begin(), entry.aliases.end());
    } else if (fresh_sequences.insert(entry.sequence).second) {
      fresh.push_back(std::move(entry));
    } else {
      log.note(source, "", "duplicate_sequence", entry.id);
    }
  }
  genes.insert(genes.end(), std::make_move_iterator(fresh.begin()),
               std::make_move_iterator(fresh.end()));
}

}  // namespace kres::genome

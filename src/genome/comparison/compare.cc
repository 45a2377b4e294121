#include "genome/comparison/compare.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "genome/comparison/statements.h"

namespace kres::genome {

namespace {

// What is said of one gene, scheme or agent.
struct Sides {
  std::vector<Statement> reads, assembly;
};

using Topic = std::pair<std::string, std::string>;  // subject, name

std::string in_words(const std::vector<Statement>& statements) {
  std::vector<std::string> words;
  for (const auto& one : statements) words.push_back(one.words);
  return join(words, ", ");
}

// Removes what both say; returns how much that was.
std::uint32_t remove_shared(Sides& sides) {
  std::uint32_t shared = 0;
  std::erase_if(sides.reads, [&](const Statement& one) {
    const auto same = std::find_if(sides.assembly.begin(), sides.assembly.end(),
                                   [&](const auto& other) { return other.words == one.words; });
    if (same == sides.assembly.end()) return false;
    sides.assembly.erase(same);
    ++shared;
    return true;
  });
  return shared;
}

std::string reason_of(const Sides& sides, bool some_shared) {
  const auto cut = [](const Statement& one) { return one.cut; };
  if (std::any_of(sides.reads.begin(), sides.reads.end(), cut)) return "reads_cut";
  if (std::any_of(sides.assembly.begin(), sides.assembly.end(), cut)) return "assembly_cut";
  if (sides.reads.empty()) return some_shared ? "assembly_has_more" : "only_in_assembly";
  if (sides.assembly.empty()) return some_shared ? "reads_have_more" : "only_in_reads";
  return "said_differently";
}

}  // namespace

Comparison compare(const GenomeResult& reads, const GenomeResult& assembly) {
  std::map<Topic, Sides> topics;
  for (auto& one : statements_of(reads)) topics[{one.subject, one.name}].reads.push_back(one);
  for (auto& one : statements_of(assembly)) topics[{one.subject, one.name}].assembly.push_back(one);
  Comparison comparison;
  for (auto& [topic, sides] : topics) {
    const auto shared = remove_shared(sides);
    comparison.agreeing += shared;
    if (sides.reads.empty() && sides.assembly.empty()) continue;
    comparison.differences.push_back({.subject = topic.first,
                                      .name = topic.second,
                                      .reads = in_words(sides.reads),
                                      .assembly = in_words(sides.assembly),
                                      .reason = reason_of(sides, shared > 0)});
  }
  return comparison;
}

}  // namespace kres::genome

#include "app/interpret_table.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/files.h"
#include "sequence/compression.h"

namespace kres::app {

namespace {
constexpr std::uint64_t kMostBytes = 2'000'000'000;  // of a table, decompressed

using susceptibility::ExpertRules;
using susceptibility::Interpretation;
using susceptibility::Interpreter;
using susceptibility::Measurement;
using susceptibility::Standard;

// The expert rules that the measurements of each isolate of a table set off, wherever they stand.
class SetOff {
 public:
  // Goes through the table once, and interprets only what a rule can look at.
  SetOff(exchange::TableReader& reader, Interpreter& interpret, const Standard& standard,
         const Afterwards& afterwards) {
    std::set<std::string> tested;
    for (const auto& rule : standard.expert_rules.rules()) tested.insert(rule.tested);
    reader.each([&](std::size_t, const exchange::Reading& reading) {
      if (!reading || !tested.contains(reading->agent)) return;
      auto interpretation = interpret(*reading);
      afterwards(interpretation);
      const auto rules = standard.expert_rules.set_off_by(interpretation, standard.organisms);
      if (rules.empty()) return;
      auto& known = of_isolate_[key_of(*reading)];
      known.insert(known.end(), rules.begin(), rules.end());
    });
  }

  void apply(Interpretation& interpretation) const {
    if (of_isolate_.empty()) return;
    const auto found = of_isolate_.find(key_of(interpretation.measurement));
    if (found == of_isolate_.end()) return;
    for (const auto* rule : found->second) susceptibility::apply(*rule, interpretation);
  }

 private:
  using Key = std::pair<std::string, std::string>;  // isolate, organism
  static Key key_of(const Measurement& m) { return {m.isolate, m.organism}; }

  std::map<Key, std::vector<const ExpertRules::Rule*>> of_isolate_;
};

}  // namespace

exchange::Account interpret_table(exchange::TableReader& reader, const Standard& standard,
                                  const Afterwards& afterwards, const TableOutput& output) {
  exchange::Account account;
  Interpreter interpret(standard);
  const SetOff rules(reader, interpret, standard, afterwards);
  reader.each([&](std::size_t line, const exchange::Reading& reading) {
    if (!reading) {
      account.add(reading.error());
      output.refusal(reading.error());
      return;
    }
    auto interpretation = interpret(*reading);
    afterwards(interpretation);
    rules.apply(interpretation);
    account.add(interpretation);
    output.interpretation(interpretation, line);
  });
  return account;
}

Result<std::string> read_table_text(const std::string& path) {
  KRES_ASSIGN(auto bytes, read_file(path));
  const auto compression = sequence::compression_of(bytes);
  if (compression == sequence::Compression::none) return bytes;
  return sequence::decompress(bytes, compression, path, kMostBytes);
}

}  // namespace kres::app

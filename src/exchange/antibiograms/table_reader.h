// Reads whole tables of measured susceptibility, value by value: measurements and named refusals.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "exchange/antibiograms/layout.h"
#include "exchange/antibiograms/repeats.h"
#include "exchange/antibiograms/test_systems.h"
#include "exchange/antibiograms/value_source.h"
#include "exchange/antibiograms/whonet_codes.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace kres::exchange {

// The words that tables are read with. Owned by the caller, immutable.
struct Vocabulary {
  AgentTable agents;
  OrganismTable organisms;
  WhonetCodes whonet;
  TestSystems systems;
};

using Reading = tl::expected<susceptibility::Measurement, susceptibility::Refusal>;
// Called with the line that the value stands in.
using ReadingSink = std::function<void(std::size_t line, const Reading& reading)>;
// A further reason to refuse a measurement that is possible in itself, or nothing.
using Check = std::function<std::optional<susceptibility::Refusal>(
    const susceptibility::Measurement& measurement, const susceptibility::RawValue& raw)>;

class TableReader {
 public:
  // Recognises the layout unless it is given. Goes through the text once to find repeats. Fails if
  // the table as a whole cannot be read. `text` and `vocabulary` must outlive the reader.
  static Result<TableReader> open(std::string_view text, const std::string& name,
                                  const Vocabulary& vocabulary,
                                  std::optional<Layout> layout = std::nullopt, Check check = {});

  Layout layout() const { return layout_; }
  std::vector<std::string> notes() const { return source_->notes(); }
  // Every value once, in the order of the text. Holds no more than one of them at a time.
  void each(const ReadingSink& sink);

 private:
  TableReader(Layout layout, std::unique_ptr<ValueSource> source, const Vocabulary& vocabulary,
              Check check);
  Reading read(const susceptibility::RawValue& raw) const;
  void note_repeats();
  Layout layout_;
  std::unique_ptr<ValueSource> source_;
  const Vocabulary* vocabulary_;
  Check check_;
  Repeats repeats_;
};

}  // namespace kres::exchange

// Any text is either a table of judgement (cases, implausible patterns, work-up, words, expected
// resistance) or a refusal that names it. The first byte chooses the table.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "mechanism/case_definitions.h"
#include "mechanism/judgement_tables.h"
#include "mechanism/texts.h"
#include "susceptibility/ecoff_table.h"
#include "susceptibility/expected_resistance.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kres;
using namespace kres::mechanism;

constexpr const char* kName = "fuzz";

// On no day two versions of one definition hold.
void cases(std::string_view text) {
  const auto definitions = CaseDefinitions::parse(text, kName);
  if (fuzz::refused(definitions, kName)) return;
  for (const auto& definition : definitions->all()) {
    fuzz::require(!definition.valid_to || definition.valid_from <= *definition.valid_to);
    for (const auto day : {definition.valid_from, definition.valid_to.value_or(Date{2100, 1, 1})}) {
      std::size_t versions = 0;
      for (const auto* valid : definitions->valid_on(day)) versions += valid->id == definition.id;
      fuzz::require(versions <= 1);
    }
  }
}

void patterns(std::string_view text) {
  const auto patterns = parse_implausible_patterns(text, kName);
  if (fuzz::refused(patterns, kName)) return;
  for (const auto& pattern : *patterns)
    fuzz::require(!pattern.when.empty() && !pattern.suspects.empty() && !pattern.text.empty());
}

void work_up(std::string_view text) {
  const auto rows = parse_work_up_rows(text, kName);
  if (fuzz::refused(rows, kName)) return;
  for (const auto& row : *rows)
    fuzz::require(row.codes.empty() ||
                  !work_up_codes(*rows, row.fit, row.reason, row.drug_class).empty());
}

// Whatever stands between braces, a text is filled in both languages.
void words(std::string_view text) {
  Texts texts;
  if (fuzz::refused(texts.add(text, kName), kName)) return;
  const auto key = text.substr(text.rfind('\n', text.size() - 2) + 1);
  const auto filled = texts.get(key.substr(0, key.find('\t')), {{"agents", plain("{x}")}});
  fuzz::require(!listed({filled, capitalised(filled), plain("")}, texts).nb.empty());
}

void expected(std::string_view text) {
  const auto table = susceptibility::ExpectedResistance::parse(text, kName);
  if (fuzz::refused(table, kName)) return;
  for (const auto& row : table->rows()) fuzz::require(!row.scope.empty() && !row.agents.empty());
}

void wild_types(std::string_view text) {
  fuzz::refused(susceptibility::EcoffTable::parse(text, kName), kName);
}

constexpr void (*kTables[])(std::string_view) = {cases, patterns, work_up,
                                                 words, expected, wild_types};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  kTables[static_cast<std::uint8_t>(data[0] - 'a') % std::size(kTables)](text);
  return 0;
}

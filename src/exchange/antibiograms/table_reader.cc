#include "exchange/antibiograms/table_reader.h"

#include <fmt/format.h>

#include "exchange/antibiograms/long_table.h"
#include "exchange/antibiograms/whonet_table.h"

namespace kres::exchange {

namespace {

using susceptibility::RawValue;
using susceptibility::Refusal;
using susceptibility::RefusalReason;

Result<std::unique_ptr<ValueSource>> open_source(DelimitedText text, const std::string& name,
                                                 Layout layout, const Vocabulary& words) {
  switch (layout) {
    case Layout::whonet:
      return open_whonet_table(std::move(text), name, words.whonet);
    case Layout::antibiogram:
      return open_long_table(std::move(text), name, antibiogram_columns(), &words.systems);
    case Layout::own:
      break;
  }
  return open_long_table(std::move(text), name, own_columns(), nullptr);
}

}  // namespace

TableReader::TableReader(Layout layout, std::unique_ptr<ValueSource> source,
                         const Vocabulary& vocabulary, Check check)
    : layout_(layout),
      source_(std::move(source)),
      vocabulary_(&vocabulary),
      check_(std::move(check)) {}

Result<TableReader> TableReader::open(std::string_view text, const std::string& name,
                                      const Vocabulary& vocabulary, std::optional<Layout> layout,
                                      Check check) {
  KRES_ASSIGN(auto table, DelimitedText::open(text, name));
  if (!layout) layout = recognise_layout(table.header());
  if (!layout)
    return bad_input("is no table of measurements that is known by its columns", name, 1,
                     "see docs/formats/interpretation.md for the layouts");
  KRES_ASSIGN(auto source, open_source(std::move(table), name, *layout, vocabulary));
  TableReader reader(*layout, std::move(source), vocabulary, std::move(check));
  reader.note_repeats();
  return reader;
}

Reading TableReader::read(const RawValue& raw) const {
  auto reading = susceptibility::read_value(raw, vocabulary_->agents);
  if (!reading) return reading;
  if (!vocabulary_->organisms.resolve(reading->organism))
    return tl::unexpected(Refusal{RefusalReason::unknown_organism, raw.line, raw.organism.column,
                                  raw.organism.text, "is no organism of the tables",
                                  "mend its name, or add it to organisms.tsv"});
  if (!check_) return reading;
  if (auto refusal = check_(*reading, raw)) return tl::unexpected(std::move(*refusal));
  return reading;
}

void TableReader::note_repeats() {
  std::size_t ordinal = 0;
  source_->each([&](const RawValue& raw) {
    ++ordinal;
    if (const auto reading = read(raw)) repeats_.note(*reading, ordinal, raw.line);
  });
}

void TableReader::each(const ReadingSink& sink) {
  std::size_t ordinal = 0;
  source_->each([&](const RawValue& raw) {
    ++ordinal;
    auto reading = read(raw);
    if (reading)
      if (auto repeat = repeats_.judge(*reading, ordinal, raw))
        reading = tl::unexpected(std::move(*repeat));
    sink(raw.line, reading);
  });
}

}  // namespace kres::exchange

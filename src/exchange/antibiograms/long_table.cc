#include "exchange/antibiograms/long_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::exchange {

namespace {

using susceptibility::Cell;
using susceptibility::RawValue;

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

// "#Sample name" -> "sample_name".
std::string plain_name(std::string_view column) {
  while (column.starts_with('#')) column.remove_prefix(1);
  return replace_all(to_lower(trim(column)), " ", "_");
}

const LongColumn* column_named(const std::vector<LongColumn>& columns, const std::string& name) {
  for (const auto& column : columns)
    if (std::find(column.names.begin(), column.names.end(), name) != column.names.end())
      return &column;
  return nullptr;
}

class LongTable : public ValueSource {
 public:
  LongTable(DelimitedText text, const TestSystems* systems)
      : text_(std::move(text)), systems_(systems) {
    places_.fill(kAbsent);
  }

  Result<void> find_columns(const std::vector<LongColumn>& columns, const std::string& name) {
    const auto& header = text_.header();
    for (std::size_t i = 0; i < header.size(); ++i) {
      const auto* column = column_named(columns, plain_name(header[i]));
      if (column == nullptr) {
        ignored_.push_back(header[i]);
        continue;
      }
      auto& place = places_[static_cast<std::size_t>(column->field)];
      if (place != kAbsent)
        return bad_input(
            fmt::format("columns '{}' and '{}' mean the same", header[place], header[i]), name, 1);
      place = i;
    }
    for (const auto& column : columns)
      if (column.required && places_[static_cast<std::size_t>(column.field)] == kAbsent)
        return bad_input(fmt::format("column '{}' is missing", column.names.front()), name, 1);
    return {};
  }

  void each(const RawSink& sink) override {
    text_.rewind();
    DelimitedLine line;
    while (text_.next(line)) sink(raw_value(line));
  }

  std::vector<std::string> notes() const override {
    if (ignored_.empty()) return {};
    return {fmt::format("columns not read: {}", join(ignored_, ", "))};
  }

 private:
  Cell cell(const DelimitedLine& line, LongField field) const {
    const auto place = places_[static_cast<std::size_t>(field)];
    if (place == kAbsent) return {};
    return {line.cells[place], text_.header()[place]};
  }

  RawValue raw_value(const DelimitedLine& line) const {
    RawValue raw;
    raw.line = line.number;
    if (line.is_quote_open || line.cells.size() != text_.header().size()) {
      raw.fault = line.is_quote_open ? std::string("a quote is not closed")
                                     : fmt::format("has {} cells, the header {}: it may be shifted",
                                                   line.cells.size(), text_.header().size());
      return raw;
    }
    raw.isolate = cell(line, LongField::isolate);
    raw.organism = cell(line, LongField::organism);
    raw.agent = cell(line, LongField::agent);
    raw.system = cell(line, LongField::system);
    raw.sign = cell(line, LongField::sign);
    raw.value = cell(line, LongField::value);
    raw.unit = cell(line, LongField::unit);
    raw.disk_ug = cell(line, LongField::disk_ug);
    raw.guideline = cell(line, LongField::guideline);
    raw.indication = cell(line, LongField::indication);
    raw.route = cell(line, LongField::route);
    raw.provenance = cell(line, LongField::provenance);
    raw.date = cell(line, LongField::date);
    raw.method = cell(line, LongField::method);
    if (systems_ != nullptr) raw.method.text = systems_->method(raw.method.text, raw.system.text);
    return raw;
  }

  DelimitedText text_;
  const TestSystems* systems_;
  std::array<std::size_t, kLongFields> places_{};
  std::vector<std::string> ignored_;
};

}  // namespace

const std::vector<LongColumn>& own_columns() {
  using enum LongField;
  static const std::vector<LongColumn> columns = {{isolate, true, {"isolate"}},
                                                  {organism, true, {"organism"}},
                                                  {agent, true, {"agent"}},
                                                  {method, true, {"method"}},
                                                  {value, true, {"value"}},
                                                  {sign, false, {"sign"}},
                                                  {unit, false, {"unit"}},
                                                  {system, false, {"system"}},
                                                  {disk_ug, false, {"disk_ug"}},
                                                  {guideline, false, {"guideline"}},
                                                  {indication, false, {"indication"}},
                                                  {route, false, {"route"}},
                                                  {provenance, false, {"provenance"}},
                                                  {date, false, {"date"}}};
  return columns;
}

const std::vector<LongColumn>& antibiogram_columns() {
  using enum LongField;
  static const std::vector<LongColumn> columns = {
      {isolate, true, {"id", "sample_name", "biosample", "sample", "sample_id"}},
      {organism, true, {"organism", "scientific_name", "species"}},
      {agent, true, {"drug", "antibiotic", "antibiotic_name", "antimicrobial"}},
      {value, true, {"mic", "measurement", "mic_(mg/l)", "disk_diffusion_(mm)"}},
      {method, true, {"method", "laboratory_typing_method"}},
      {sign, false, {"measurement_sign"}},
      {unit, false, {"measurement_units", "measurement_unit"}},
      {system, false, {"platform", "laboratory_typing_platform"}},
      {guideline, false, {"guideline", "testing_standard"}},
      {disk_ug, false, {"disk_ug", "disk_load"}},
      {date, false, {"collection_date", "date"}}};
  return columns;
}

bool has_columns_of(const std::vector<std::string>& header,
                    const std::vector<LongColumn>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](const LongColumn& column) {
    return !column.required ||
           std::any_of(header.begin(), header.end(), [&](const std::string& name) {
             return std::find(column.names.begin(), column.names.end(), plain_name(name)) !=
                    column.names.end();
           });
  });
}

Result<std::unique_ptr<ValueSource>> open_long_table(DelimitedText text, const std::string& name,
                                                     const std::vector<LongColumn>& columns,
                                                     const TestSystems* systems) {
  auto table = std::make_unique<LongTable>(std::move(text), systems);
  KRES_TRY(table->find_columns(columns, name));
  return table;
}

}  // namespace kres::exchange

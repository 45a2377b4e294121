#include "exchange/antibiograms/whonet_table.h"

#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/antibiograms/date_order.h"
#include "exchange/antibiograms/whonet_column.h"

namespace kres::exchange {

namespace {

using susceptibility::Cell;
using susceptibility::Method;
using susceptibility::RawValue;

struct ResultColumn {
  std::size_t place = 0;
  WhonetColumn code;
};

class WhonetTable : public ValueSource {
 public:
  WhonetTable(DelimitedText text, const WhonetCodes& codes)
      : text_(std::move(text)), codes_(codes) {}

  Result<void> find_columns(const std::string& name) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < text_.header().size(); ++i) {
      const auto& column = text_.header()[i];
      if (!column.empty() && !seen.insert(to_lower(column)).second)
        return bad_input(fmt::format("column '{}' stands twice", column), name, 1);
      if (const auto code = parse_whonet_column(column))
        results_.push_back({i, *code});
      else
        take_field(column, i);
    }
    if (!organism_) return bad_input("column 'ORGANISM' is missing", name, 1);
    if (!row_index_ && !specimen_)
      return bad_input("neither ROW_IDX nor SPEC_NUM tells the isolates apart", name, 1);
    if (date_) observe_dates();
    return {};
  }

  void each(const RawSink& sink) override {
    text_.rewind();
    DelimitedLine line;
    while (text_.next(line)) each_value(line, sink);
  }

  std::vector<std::string> notes() const override {
    std::vector<std::string> notes;
    if (!ignored_.empty())
      notes.push_back(fmt::format("columns not read: {}", join(ignored_, ", ")));
    if (dates_.has_slashes() && !dates_.is_known())
      notes.push_back("dates not read: nothing tells the day from the month");
    return notes;
  }

 private:
  void take_field(const std::string& column, std::size_t place) {
    if (iequals(column, "ORGANISM"))
      organism_ = place;
    else if (iequals(column, "ROW_IDX"))
      row_index_ = place;
    else if (iequals(column, "SPEC_NUM"))
      specimen_ = place;
    else if (iequals(column, "SPEC_DATE"))
      date_ = place;
    else if (iequals(column, "SPEC_TYPE"))
      material_ = place;
    else if (!column.empty())
      ignored_.push_back(column);
  }

  void observe_dates() {
    text_.rewind();
    DelimitedLine line;
    while (text_.next(line))
      if (line.cells.size() > *date_) dates_.observe(line.cells[*date_]);
  }

  Cell cell(const DelimitedLine& line, const std::optional<std::size_t>& place) const {
    if (!place) return {};
    return {line.cells[*place], text_.header()[*place]};
  }

  Cell isolate_of(const DelimitedLine& line) const {
    if (row_index_) return cell(line, row_index_);
    Cell isolate = cell(line, specimen_);
    if (isolate.text.empty()) return isolate;
    isolate.text += "/" + line.cells[*organism_];
    if (date_) isolate.text += "/" + line.cells[*date_];
    return isolate;
  }

  // What all values of a row share.
  RawValue row_of(const DelimitedLine& line) const {
    RawValue raw;
    raw.line = line.number;
    if (line.is_quote_open || line.cells.size() != text_.header().size()) {
      raw.fault = line.is_quote_open ? std::string("a quote is not closed")
                                     : fmt::format("has {} cells, the header {}: it may be shifted",
                                                   line.cells.size(), text_.header().size());
      return raw;
    }
    raw.isolate = isolate_of(line);
    raw.organism = cell(line, organism_);
    if (const auto& name = codes_.organism(raw.organism.text); !name.empty())
      raw.organism.text = name;
    if (material_) raw.indication.text = codes_.indication(line.cells[*material_]);
    if (date_) {
      raw.date = cell(line, date_);
      const auto date = dates_.read(raw.date.text);
      raw.date.text = date ? date->iso() : std::string();
    }
    return raw;
  }

  void each_value(const DelimitedLine& line, const RawSink& sink) const {
    RawValue raw = row_of(line);
    if (!raw.fault.empty()) return sink(raw);
    for (const auto& result : results_) {
      if (line.cells[result.place].empty()) continue;
      const auto& column = text_.header()[result.place];
      const auto& other = codes_.other_agent(result.code.agent);
      raw.agent = {other.empty() ? result.code.agent : other, column};
      raw.method = {std::string(susceptibility::name_of(result.code.method)), column};
      raw.disk_ug = {result.code.disk_ug, column};
      raw.guideline = {std::string(whonet_guideline(result.code.guideline)), column};
      raw.value = {line.cells[result.place], column};
      raw.sign.column = column;
      sink(raw);
    }
  }

  DelimitedText text_;
  const WhonetCodes& codes_;
  std::vector<ResultColumn> results_;
  std::optional<std::size_t> organism_, row_index_, specimen_, date_, material_;
  DateOrder dates_;
  std::vector<std::string> ignored_;
};

}  // namespace

Result<std::unique_ptr<ValueSource>> open_whonet_table(DelimitedText text, const std::string& name,
                                                       const WhonetCodes& codes) {
  auto table = std::make_unique<WhonetTable>(std::move(text), codes);
  KRES_TRY(table->find_columns(name));
  return table;
}

}  // namespace kres::exchange

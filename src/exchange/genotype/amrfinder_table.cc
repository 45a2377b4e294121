#include "exchange/genotype/amrfinder_table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::exchange {

namespace {

// Names of one column, that of the newest release first: where a table has several, the first is
// meant. The portal's gene_symbol is an annotated gene, release 3's "Gene symbol" the element.
using Names = std::vector<std::string_view>;
const Names kIsolate = {"name", "id", "biosample_id"},
            kSymbol = {"element symbol", "amr_element_symbol", "gene symbol"},
            kLocus = {"gene_symbol"}, kType = {"type", "element type", "element_type"},
            kSubtype = {"subtype", "element subtype", "element_subtype"}, kClass = {"class"},
            kSubclass = {"subclass"}, kMethod = {"method"},
            kClosest = {"closest reference name", "name of closest sequence"},
            kContig = {"contig id", "contig_id"}, kStart = {"start"}, kEnd = {"stop"},
            kStrand = {"strand"},
            kCoverage = {"% coverage of reference", "% coverage of reference sequence"},
            kIdentity = {"% identity to reference", "% identity to reference sequence"};

class Columns {
 public:
  explicit Columns(const TsvTable& table) {
    for (const auto& title : table.header()) titles_.push_back(to_lower(title));
  }

  bool has(const Names& names) const { return find(names).has_value(); }

  std::string cell(const TsvRow& row, const Names& names) const {
    const auto column = find(names);
    return column ? row.cells()[*column] : std::string();
  }

 private:
  std::optional<std::size_t> find(const Names& names) const {
    for (const auto name : names)
      for (std::size_t i = 0; i < titles_.size(); ++i)
        if (titles_[i] == name) return i;
    return std::nullopt;
  }

  std::vector<std::string> titles_;
};

class RowReader {
 public:
  RowReader(const Columns& columns, const TsvRow& row, const std::string& name)
      : columns_(columns), row_(row), name_(name) {}

  Result<AmrFinderRow> read() const {
    AmrFinderRow out{.isolate = text(kIsolate),
                     .symbol = text(kSymbol),
                     .locus = text(kLocus),
                     .type = text(kType),
                     .subtype = text(kSubtype),
                     .drug_class = text(kClass),
                     .subclass = text(kSubclass),
                     .method = text(kMethod),
                     .closest = text(kClosest),
                     .contig = text(kContig),
                     .line = row_.line()};
    if (out.symbol.empty()) return bad_input("names no element", name_, row_.line());
    if (columns_.has(kIsolate) && out.isolate.empty())
      return bad_input("names no isolate", name_, row_.line());
    if (columns_.cell(row_, kStrand) == "-") out.strand = '-';
    KRES_TRY(read_position(kStart, out.start));
    KRES_TRY(read_position(kEnd, out.end));
    KRES_TRY(read_percent(kCoverage, out.coverage));
    KRES_TRY(read_percent(kIdentity, out.identity));
    return out;
  }

 private:
  std::string text(const Names& names) const {
    auto cell = columns_.cell(row_, names);
    return cell == "NA" || cell == "-" ? std::string() : cell;
  }

  Result<void> read_position(const Names& names, std::uint64_t& position) const {
    const auto cell = text(names);
    if (cell.empty()) return {};
    const auto number = parse_int(cell);
    if (!number || *number < 0) return no_number(names, cell);
    position = static_cast<std::uint64_t>(*number);
    return {};
  }

  Result<void> read_percent(const Names& names, std::optional<double>& percent) const {
    const auto cell = text(names);
    if (cell.empty()) return {};
    percent = parse_double(cell);
    if (!percent || *percent < 0 || *percent > 100) return no_number(names, cell);
    return {};
  }

  tl::unexpected<Error> no_number(const Names& names, const std::string& cell) const {
    return bad_input(fmt::format("{} '{}' is no such number", names.front(), cell), name_,
                     row_.line());
  }

  const Columns& columns_;
  const TsvRow& row_;
  const std::string& name_;
};

}  // namespace

Result<AmrFinderTable> read_amrfinder_table(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {}, {}, true));
  const Columns columns(table);
  if (!columns.has(kSymbol) || !columns.has(kClass))
    return bad_input("has no column for the element's symbol or for its class", name, 0,
                     "give the table that amrfinder prints");
  AmrFinderTable out{.name = name,
                     .rows = {},
                     .names_isolates = columns.has(kIsolate),
                     .tells_method = columns.has(kMethod)};
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto read, RowReader(columns, row, name).read());
    out.looked_for_mutations = out.looked_for_mutations || read.subtype.starts_with("POINT");
    out.rows.push_back(std::move(read));
  }
  return out;
}

}  // namespace kres::exchange

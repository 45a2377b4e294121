#include "storage/tables/catalogue_table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "storage/tables/columns.h"
#include "storage/tables/condemned_lots.h"

namespace kres::storage {

using laboratory::CatalogueEntry;
using laboratory::CatalogueFilter;
using laboratory::IsolateFinding;
using laboratory::IsolateId;
using laboratory::PhenotypeTerm;

namespace {

// 0.06 is printed for 0.0625: bounds are a twentieth wider than stated, less than half a dilution.
constexpr double kRounding = 1.05;

// Comes after every other, so that word + it ends what begins with the word.
constexpr const char* kLastCharacter = "\U0010FFFF";

constexpr std::string_view kFindings =
    "select 1 from isolate_finding where isolate_finding.isolate = isolate.id";
// Absence is read from a genome, and not from one that failed its quality check.
constexpr std::string_view kSequenced =
    "exists (select 1 from analysis where analysis.id = isolate.current_analysis and "
    "analysis.verdict <> 'fail')";
constexpr std::string_view kRibosomal = "23s";

// Not those of a condemned lot.
const std::string kVialsLeft = fmt::format(
    "from lot join vial on vial.lot = lot.id where lot.strain = strain.id and vial.box is not null "
    "and not exists (select 1 from lot_check where lot_check.lot = lot.id and {})",
    kCondemns);

// "like" patterns take % and _ as wild; '^' takes that from them.
std::string literal(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    if (c == '%' || c == '_' || c == '^') out += '^';
    out += c;
  }
  return out;
}

// Collects the conditions of a search with their values.
class Conditions {
 public:
  explicit Conditions(const CatalogueFilter& filter) {
    if (!filter.species.empty())
      add("lower(isolate.species) like :species escape '^'",
          {"species", literal(filter.species) + "%"});
    if (!filter.st.empty()) add("isolate.st = :st", {"st", filter.st});
    if (filter.year)
      add("isolate.received like :year", {"year", fmt::format("{:04}-%", *filter.year)});
    if (!filter.text.empty())
      add("lower(strain.number || ' ' || isolate.accession || ' ' || isolate.species) like :text "
          "escape '^'",
          {"text", "%" + literal(filter.text) + "%"});
    for (const auto& term : filter.present) add_present(term);
    for (const auto& term : filter.absent) add_absent(term);
    if (!filter.absent.empty()) add(std::string(kSequenced));
    if (filter.phenotype) add_phenotype(*filter.phenotype);
    add_availability(filter.availability);
  }

  void add(std::string condition, Parameter value) {
    add(std::move(condition));
    parameters_.push_back(std::move(value));
  }
  void add(std::string condition) {
    text_ += " and " + std::move(condition);
    of_strain_ = false;
  }

  const std::string& text() const { return text_; }
  // Whether they are of the strain alone, not of its isolate or its terms.
  bool of_strain() const { return of_strain_; }
  const Parameters& parameters() const { return parameters_; }

 private:
  void add_present(const std::string& term) {
    add(fmt::format("exists ({} and kind <> 'unassessed')", findings_named(term)));
  }

  // Neither found nor among what the analysis could not have seen: where a family of genes was not
  // covered no gene is absent, where a ribosomal RNA was not, none of its mutations.
  void add_absent(const std::string& term) {
    add(fmt::format("not exists ({})", findings_named(term)));
    const bool ribosomal = to_lower(term).starts_with(kRibosomal);
    add(fmt::format("not exists ({} and kind = 'unassessed' and word {} '{}')", kFindings,
                    ribosomal ? "=" : "<>", kRibosomal));
  }

  std::string findings_named(const std::string& term) {
    const auto name = fmt::format("finding{}", parameters_.size());
    const bool open = term.ends_with('*');
    const auto word = to_lower(term.substr(0, term.size() - (open ? 1 : 0)));
    parameters_.push_back({name, word});
    if (!open) return fmt::format("{} and word = :{}", kFindings, name);
    parameters_.push_back({name + "_end", word + kLastCharacter});
    return fmt::format("{0} and word >= :{1} and word < :{1}_end", kFindings, name);
  }

  void add_phenotype(const PhenotypeTerm& term) {
    std::string measured =
        "exists (select 1 from measurement where measurement.isolate = isolate.id and "
        "measurement.agent = :agent and not exists (select 1 from measurement later where "
        "later.predecessor = measurement.id)";
    parameters_.push_back({"agent", term.agent});
    if (term.from) {
      measured +=
          " and measurement.unit = 'mg/L' and measurement.value >= :mic_from and "
          "measurement.sign not in ('<', '<=')";
      parameters_.push_back({"mic_from", *term.from / kRounding});
    }
    if (term.to) {
      measured +=
          " and measurement.unit = 'mg/L' and measurement.value <= :mic_to and "
          "measurement.sign not in ('>', '>=')";
      parameters_.push_back({"mic_to", *term.to * kRounding});
    }
    if (!term.category.empty()) {
      measured +=
          " and exists (select 1 from interpretation where interpretation.measurement = "
          "measurement.id and interpretation.category = :category and not exists (select 1 "
          "from interpretation newer where newer.predecessor = interpretation.id))";
      parameters_.push_back({"category", term.category});
    }
    add(measured + ")");
  }

  void add_availability(laboratory::Availability availability) {
    if (availability == laboratory::Availability::any) return;
    text_ += fmt::format(" and exists (select 1 {})", kVialsLeft);
    if (availability == laboratory::Availability::distributable)
      add("terms.distribution <> 'closed'");
  }

  std::string text_;
  bool of_strain_ = true;
  Parameters parameters_;
};

// "cross join" keeps SQLite from walking along all isolates to find the few that are banked.
constexpr std::string_view kFrom =
    " from strain cross join isolate join strain_terms terms on terms.id = (select "
    "max(strain_terms.id) from strain_terms where strain_terms.strain = strain.id) where "
    "isolate.id = strain.isolate";
// The same strains, of which nothing else is asked.
constexpr std::string_view kFromStrains =
    " from strain where exists (select 1 from strain_terms where strain_terms.strain = strain.id)";
std::string columns() {
  return fmt::format(
      "select strain.id, strain.number, strain.isolate, strain.banked_by, strain.banked, "
      "isolate.accession, isolate.species, isolate.st, isolate.key_findings, isolate.received, "
      "(select count(*) {}), terms.distribution, terms.risk_group",
      kVialsLeft);
}

CatalogueEntry entry_of(const Row& row) {
  return {
      .strain = {.id = {row.integer(0)},
                 .number = row.text(1),
                 .isolate = {row.integer(2)},
                 .banked_by = row.text(3),
                 .banked = row.instant(4)},
      .accession = row.text(5),
      .species = row.text(6),
      .st = row.text(7),
      .key_findings = separated(row.text(8)),
      .received = row.date(9),
      .vials = row.integer(10),
      .distribution =
          laboratory::distribution_from(row.text(11)).value_or(laboratory::Distribution::closed),
      .risk_group = row.small(12)};
}

}  // namespace

Result<void> CatalogueTable::keep_findings(IsolateId isolate,
                                           const std::vector<IsolateFinding>& findings) {
  KRES_TRY(session_.execute("delete from isolate_finding where isolate = :isolate",
                            {{"isolate", isolate.value}}));
  for (const auto& finding : findings)
    KRES_TRY(session_.execute(
        "insert into isolate_finding (isolate, kind, name, word) values (:isolate, :kind, :name, "
        ":word) on conflict (isolate, kind, name) do nothing",
        {{"isolate", isolate.value},
         {"kind", finding.kind},
         {"name", finding.name},
         {"word", to_lower(finding.name)}}));
  return {};
}

Result<std::vector<IsolateFinding>> CatalogueTable::findings_of(IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query("select kind, name from isolate_finding where isolate = :isolate "
                             "order by kind, name",
                             {{"isolate", isolate.value}}));
  return every<IsolateFinding>(rows, [](const Row& row) {
    return IsolateFinding{row.text(0), row.text(1)};
  });
}

Result<std::vector<CatalogueEntry>> CatalogueTable::list(const CatalogueFilter& filter) {
  Conditions conditions(filter);
  if (!filter.after.empty())
    conditions.add("strain.id > (select last.id from strain last where last.number = :after)",
                   {"after", filter.after});
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("{}{}{} order by strain.id limit {}", columns(), kFrom,
                                         conditions.text(), filter.limit),
                             conditions.parameters()));
  return every<CatalogueEntry>(rows, entry_of);
}

CatalogueStatement statement_of_a_count(const CatalogueFilter& filter) {
  const Conditions conditions(filter);
  return {fmt::format("select count(*){}{}", conditions.of_strain() ? kFromStrains : kFrom,
                      conditions.text()),
          conditions.parameters()};
}

Result<std::int64_t> CatalogueTable::count(const CatalogueFilter& filter) {
  const auto statement = statement_of_a_count(filter);
  KRES_ASSIGN(const auto rows, session_.query(statement.sql, statement.parameters));
  return rows.front().integer(0);
}

}  // namespace kres::storage

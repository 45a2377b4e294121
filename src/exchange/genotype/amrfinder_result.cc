#include "exchange/genotype/amrfinder_result.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/genotype/element_meaning.h"

namespace kres::exchange {

namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::GenomeResult;
using genome::Target;

void add_sorted(std::vector<std::string>& to, const std::vector<std::string>& from) {
  std::set<std::string> all(to.begin(), to.end());
  all.insert(from.begin(), from.end());
  to.assign(all.begin(), all.end());
}

// "blaPDC-114" of "class C beta-lactamase PDC-114" for a gene of the family blaPDC; else empty.
std::string closest_allele(const AmrFinderRow& row) {
  const auto name = "bla" + row.closest.substr(row.closest.rfind(' ') + 1);
  return row.symbol.starts_with("bla") && name.starts_with(row.symbol + "-") ? name : std::string();
}

class Maker {
 public:
  Maker(const Organism& organism, const GenotypeTables& tables) : tables_(tables) {
    auto& species = out_.species;
    species.name = organism.name;
    species.rank = organism.genus_only ? "genus" : "species";
    for (const auto& name : organism.within)
      if (name.ends_with(" complex")) species.complex = name;
    species.confidence = "none";
    species.stated_by_user = true;
    out_.reference_name = "AMRFinderPlus";
    out_.quality.verdict = genome::Verdict::warn;
    out_.quality.reasons = {"only the table of AMRFinderPlus was seen, no sequence"};
  }

  void add(const AmrFinderRow& row) {
    if (!row.type.empty() && row.type != "AMR") {
      other_types_[row.type] += 1;
    } else if (row.subtype.starts_with("POINT")) {
      add_point(row);
    } else {
      add_gene(row);
    }
  }

  GenomeResult finish(bool looked_for_mutations) {
    if (looked_for_mutations) add_unreported_targets();
    genome::label_intrinsic(out_.determinants, out_.species, tables_.intrinsic);
    for (const auto& [type, count] : other_types_)
      out_.warnings.push_back(fmt::format("lines of type {} left out: {}", type, count));
    for (const auto& warning : warnings_) out_.warnings.push_back(warning);
    return std::move(out_);
  }

 private:
  // The determinant of this symbol and place: lines that differ in subclass only share one.
  Determinant& determinant_at(const AmrFinderRow& row, const std::string& symbol) {
    const auto [at, added] = places_.emplace(std::tuple(symbol, row.locus, row.contig, row.start),
                                             out_.determinants.size());
    if (added) out_.determinants.push_back({.symbol = symbol});
    return out_.determinants[at->second];
  }

  void describe(Determinant& d, const AmrFinderRow& row, const std::string& gene) {
    d.method = "reported";
    d.source = "amrfinderplus:" + row.symbol;
    d.contig = row.contig;
    d.start = row.start;
    d.end = row.end;
    d.strand = row.strand;
    d.coverage = row.coverage.value_or(0);
    d.identity_aa = row.identity;
    const auto drug_class = genome::ncbi_drug_class(row.drug_class);
    if (d.drug_class.find(drug_class) == std::string::npos)
      d.drug_class += (d.drug_class.empty() ? "" : ", ") + drug_class;
    add_agents(d, row, gene);
  }

  void add_agents(Determinant& d, const AmrFinderRow& row, const std::string& gene) {
    std::vector<std::string> limits = {gene, replace_all(out_.species.name, " ", "_") + ":" + gene};
    if (d.kind == DeterminantKind::gene && row.symbol.starts_with("bla"))
      limits.emplace_back("hydrolase");
    const auto found = tables_.subclasses.agents_of(replace_all(row.subclass, " ", "_"), limits);
    for (const auto& subclass : found.unknown)
      warnings_.insert(fmt::format("subclass {} of {} is not known", subclass, row.symbol));
    add_sorted(d.agents, found.agents);
  }

  void add_gene(const AmrFinderRow& row) {
    const auto whole = wholeness_of(row.method, row.symbol);
    if (!whole.known)
      warnings_.insert(fmt::format("method {} of {} is not known", row.method, row.symbol));
    auto& d = determinant_at(row, row.symbol);
    describe(d, row, row.symbol);
    d.gene = genome::gene_of(row.symbol);
    d.allele_status = whole.status;
    d.function = whole.function;
    d.contig_end = whole.contig_end;
    if (whole.contig_end) d.function_reason = "contig_end";
    if (whole.status == genome::AlleleStatus::exact_protein)
      d.allele = row.symbol;
    else
      d.nearest = names_an_allele(row.symbol) ? row.symbol : closest_allele(row);
    const auto* family = tables_.families.find(row.symbol);
    if (family == nullptr) family = tables_.families.find(row.symbol + "-");  // of no named allele
    if (family == nullptr) return;
    d.critical_family = family->critical;
    add_sorted(d.agents, family->add_agents);
  }

  void add_point(const AmrFinderRow& row) {
    const auto point = point_change(row.symbol, row.subtype);
    if (!point) {
      warnings_.insert(
          fmt::format("line {}: {} is no change that can be read", row.line, row.symbol));
      return;
    }
    auto& d = determinant_at(row, point->loss ? point->gene : point->gene + " " + point->change);
    d.kind = point->loss ? DeterminantKind::disruption : DeterminantKind::mutation;
    describe(d, row, point->gene);
    d.gene = point->gene;
    d.allele_status = genome::AlleleStatus::exact_protein;
    d.function = point->loss ? genome::FunctionState::broken : genome::FunctionState::intact;
    if (point->loss)
      lost_.emplace(point->gene, point->change);
    else
      changed_[point->gene].push_back({point->change});
  }

  bool in_scope(const genome::TargetRow& row) const {
    return glob_match(row.scope, out_.species.name) ||
           (!out_.species.complex.empty() && glob_match(row.scope, out_.species.complex));
  }

  void add_unreported_targets() {
    std::set<std::string> genes;
    for (const auto& row : tables_.targets)
      if (in_scope(row)) genes.insert(row.gene);
    for (const auto& [gene, change] : lost_) genes.insert(gene);
    for (const auto& gene : genes) {
      Target target{.gene = gene, .state = "unreported", .method = "reported"};
      const auto lost = lost_.find(gene);
      if (lost != lost_.end()) {
        target.state = "truncated";
        target.detail = "reported:" + lost->second;
      } else if (const auto changed = changed_.find(gene); changed != changed_.end()) {
        std::set<std::string> once;
        for (const auto& change : changed->second)
          if (once.insert(change.text).second) target.changes.push_back(change);
      }
      out_.targets.push_back(std::move(target));
    }
  }

  const GenotypeTables& tables_;
  GenomeResult out_;
  std::map<std::tuple<std::string, std::string, std::string, std::uint64_t>, std::size_t> places_;
  std::map<std::string, std::string> lost_;
  std::map<std::string, std::vector<genome::AminoAcidChange>> changed_;
  std::map<std::string, int> other_types_;
  std::set<std::string> warnings_;
};

}  // namespace

std::vector<std::string> isolates_of(const AmrFinderTable& table) {
  std::vector<std::string> isolates;
  std::set<std::string> seen;
  for (const auto& row : table.rows)
    if (seen.insert(row.isolate).second) isolates.push_back(row.isolate);
  return isolates;
}

Result<GenomeResult> amrfinder_result(const AmrFinderTable& table, const std::string& isolate,
                                      const Organism& organism, const GenotypeTables& tables) {
  Maker maker(organism, tables);
  bool found = false;
  for (const auto& row : table.rows) {
    if (table.names_isolates && row.isolate != isolate) continue;
    found = true;
    maker.add(row);
  }
  if (!found)
    return bad_input(fmt::format("holds no isolate '{}'", isolate), table.name, 0,
                     "AMRFinderPlus prints no line of a genome in which it finds nothing");
  return maker.finish(table.looked_for_mutations);
}

}  // namespace kres::exchange

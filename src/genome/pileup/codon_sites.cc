#include "genome/pileup/codon_sites.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "genome/pileup/locus_pile.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 80;  // per cent; below this it is another gene of the family

// One gene where its codons can be found.
struct GeneCopies {
  std::vector<const AlignedPlacement*> placements;
  std::vector<const TranslatedAlignment*> proteins;
};

std::string accession_of(std::string_view id) { return std::string(id.substr(id.find(':') + 1)); }

class SiteFinder {
 public:
  explicit SiteFinder(const ReadEvidenceInput& input) : input_(input) {
    for (const auto& locus : input.targets) {
      const auto& best = locus.best.front();
      if (best.identity() >= kLeastIdentity)
        placements_[std::string(input.reference.sequences().gene(best.entry))].push_back(&best);
    }
  }

  std::vector<CodonSite> find() {
    for (const auto& change : input_.changes)
      if (!change.text.empty()) add_curated(change);
    if (input_.protein_targets != nullptr && input_.reference.proteins() != nullptr)
      for (const auto& change : input_.protein_targets->changes)
        if (change.scope == input_.scope && change.reference.size() == 1 &&
            change.observed.size() == 1 && !change.is_loss())
          add_catalogued(change);
    return std::move(sites_);
  }

 private:
  // The site of a codon, made where it is asked for first; null if it stands nowhere.
  template <class Places>
  CodonSite* site(const std::string& gene, const std::string& codon, bool curated, Places places) {
    const auto known = numbers_.find({gene, codon});
    if (known != numbers_.end())
      return known->second.curated == curated ? &sites_[known->second.number] : nullptr;
    CodonSite made{.gene = gene, .codon = codon, .changes = {}, .places = places()};
    if (made.places.empty()) return nullptr;
    numbers_.emplace(std::pair{gene, codon}, Known{sites_.size(), curated});
    sites_.push_back(std::move(made));
    return &sites_.back();
  }

  void add_curated(const KnownChange& change) {
    const auto residue = static_cast<std::uint32_t>(std::atoi(change.text.c_str() + 1));
    if (residue == 0 || change.text.back() == '*') return;
    auto* known = site(change.gene, change.text.substr(0, change.text.size() - 1), true, [&] {
      std::vector<CodonPlace> places;
      for (const auto* placement : placements_[change.gene])
        if (const auto place = codon_of(*placement, positions_of_entry(*placement), residue - 1))
          places.push_back(*place);
      return places;
    });
    if (known == nullptr) return;
    known->changes.push_back({.residue = change.text.back(),
                              .text = change.text,
                              .source = fmt::format("mutation:{}:{}", change.gene, change.text),
                              .drug_class = "",
                              .agents = change.agents});
  }

  void add_catalogued(const CataloguedChange& change) {
    auto* known = site(change.gene, change.text.substr(0, change.text.size() - 1), false, [&] {
      const auto& index = *input_.reference.proteins();
      std::vector<CodonPlace> places;
      for (const auto& aligned : input_.proteins) {
        if (accession_of(index.text(index.protein(aligned.protein).id)) != change.accession ||
            aligned.identity() < kLeastIdentity)
          continue;
        const auto place = codon_of(aligned, change.position - 1);
        if (place) places.push_back(*place);
      }
      return places;
    });
    if (known == nullptr) return;
    const bool repeated =
        std::any_of(known->changes.begin(), known->changes.end(),
                    [&](const CodonChange& other) { return other.text == change.text; });
    if (!repeated)
      known->changes.push_back({.residue = change.observed[0],
                                .text = change.text,
                                .source = fmt::format("ncbi:{}", change.symbol),
                                .drug_class = change.drug_class,
                                .agents = change.agents});
  }

  struct Known {
    std::size_t number;
    bool curated;
  };
  const ReadEvidenceInput& input_;
  std::map<std::string, std::vector<const AlignedPlacement*>> placements_;
  std::map<std::pair<std::string, std::string>, Known> numbers_;
  std::vector<CodonSite> sites_;
};

// The residue that a codon of the contig, by its number in CodonCounts, stands for.
char residue_of(std::size_t number, bool reverse) {
  std::array<char, 3> bases;
  for (std::size_t i = 0; i < 3; ++i)
    bases[i] = sequence::base_of_code(static_cast<std::uint8_t>(number >> (4 - 2 * i) & 3));
  if (reverse) {
    std::swap(bases[0], bases[2]);
    for (auto& base : bases) base = sequence::complement(base);
  }
  return sequence::translate_codon(bases[0], bases[1], bases[2]);
}

// Called, seen or neither (empty).
std::string state_of(const AlternativeReads& alternative, const ReadSettings& settings) {
  if (std::min(alternative.forward, alternative.reverse) < settings.site_strand_reads) return "";
  if (alternative.fraction >= settings.site_fraction && alternative.low > settings.site_lower_bound)
    return "called";
  return alternative.fraction >= settings.second_allele_fraction ? "seen" : "";
}

}  // namespace

std::vector<CodonSite> find_codon_sites(const ReadEvidenceInput& input) {
  return SiteFinder(input).find();
}

std::vector<WatchedCodon> watched(const std::vector<CodonSite>& sites) {
  std::vector<WatchedCodon> codons;
  for (const auto& site : sites)
    for (const auto& place : site.places) codons.push_back({place.contig, place.position});
  std::sort(codons.begin(), codons.end());
  codons.erase(std::unique(codons.begin(), codons.end()), codons.end());
  return codons;
}

ReadCodons read_codons(const CodonSite& site, const std::vector<WatchedCodon>& watched,
                       const std::vector<CodonCounts>& counts) {
  ReadCodons sum{.reads = 0, .changes = std::vector<StrandCount>(site.changes.size())};
  for (const auto& place : site.places) {
    const auto at = std::lower_bound(watched.begin(), watched.end(),
                                     WatchedCodon{place.contig, place.position});
    const auto& codons = counts[static_cast<std::size_t>(at - watched.begin())];
    for (std::size_t number = 0; number < codons.size(); ++number) {
      if (codons[number].sum() == 0) continue;
      sum.reads += codons[number].sum();
      const char residue = residue_of(number, place.reverse);
      for (std::size_t i = 0; i < site.changes.size(); ++i)
        if (site.changes[i].residue == residue)
          sum.changes[i] += place.reverse
                                ? StrandCount{codons[number].reverse, codons[number].forward}
                                : codons[number];
    }
  }
  return sum;
}

namespace {

class FractionWriter {
 public:
  FractionWriter(GenomeResult& result, const ReadEvidenceInput& input, bool assessable)
      : result_(result), input_(input), assessable_(assessable) {}

  void add(const CodonSite& site, const ReadCodons& codons) {
    auto& evidence = *result_.read_evidence;
    ++evidence.sites;
    const bool enough = assessable_ && codons.reads >= input_.settings.site_reads;
    if (enough)
      ++evidence.sites_assessed;
    else
      list(site, fmt::format("{} {}", site.gene, site.codon), "not_assessable",
           alternative_reads(codons.reads, {}));
    for (std::size_t i = 0; i < site.changes.size(); ++i) {
      const auto alternative = alternative_reads(codons.reads, codons.changes[i]);
      const auto state = enough ? state_of(alternative, input_.settings) : "not_assessable";
      const auto symbol = fmt::format("{} {}", site.gene, site.changes[i].text);
      if (enough && !state.empty()) list(site, symbol, state, alternative);
      if (auto* known = find(symbol))
        judge(*known, state, alternative);
      else if (state == "called")
        add_determinant(site, site.changes[i], symbol, alternative);
    }
  }

 private:
  void list(const CodonSite& site, const std::string& symbol, const std::string& state,
            const AlternativeReads& alternative) {
    const auto& place = site.places.front();
    result_.fractions.push_back({.symbol = symbol,
                                 .gene = site.gene,
                                 .contig = input_.contigs[place.contig].name,
                                 .position = place.position + (place.reverse ? 3u : 1u),
                                 .state = state,
                                 .alternative_reads = alternative});
  }

  Determinant* find(const std::string& symbol) {
    const auto found = std::find_if(result_.determinants.begin(), result_.determinants.end(),
                                    [&](const Determinant& determinant) {
                                      return determinant.kind == DeterminantKind::mutation &&
                                             determinant.symbol == symbol;
                                    });
    return found == result_.determinants.end() ? nullptr : &*found;
  }

  static void set_fraction(Determinant& determinant, const AlternativeReads& alternative) {
    determinant.fraction = alternative.fraction;
    determinant.fraction_low = alternative.low;
    determinant.fraction_high = alternative.high;
  }

  void judge(Determinant& determinant, const std::string& state,
             const AlternativeReads& alternative) const {
    if (alternative.reads > 0) set_fraction(determinant, alternative);
    if (state == "called") return;
    determinant.function = FunctionState::not_assessable;
    determinant.function_reason =
        fmt::format("reads:{}/{}", alternative.forward + alternative.reverse, alternative.reads);
  }

  // The gene as the result describes it; a protein that is lost has no other change that counts.
  void add_determinant(const CodonSite& site, const CodonChange& change, const std::string& symbol,
                       const AlternativeReads& alternative) {
    const auto target = std::find_if(result_.targets.begin(), result_.targets.end(),
                                     [&](const Target& other) { return other.gene == site.gene; });
    if (target == result_.targets.end() || target->contig.empty()) return;
    if (target->state == "truncated" || target->state == "interrupted" || target->state == "absent")
      return;
    Determinant made{.symbol = symbol,
                     .gene = site.gene,
                     .kind = DeterminantKind::mutation,
                     .drug_class = change.drug_class,
                     .agents = change.agents,
                     .source = change.source,
                     .contig = target->contig,
                     .start = target->start,
                     .end = target->end,
                     .strand = target->strand,
                     .method = target->method,
                     .identity = target->identity,
                     .coverage = target->coverage,
                     .allele_status = AlleleStatus::exact_protein,
                     .changes = {{change.text}},
                     .function = FunctionState::intact};
    made.pieces = {{.contig = made.contig,
                    .start = made.start,
                    .end = made.end,
                    .strand = made.strand,
                    .reference_start = 1,
                    .reference_end = static_cast<std::uint32_t>(made.end - made.start + 1)}};
    set_fraction(made, alternative);
    result_.determinants.push_back(std::move(made));
  }

  GenomeResult& result_;
  const ReadEvidenceInput& input_;
  bool assessable_;
};

}  // namespace

void add_codon_fractions(GenomeResult& result, const std::vector<CodonSite>& sites,
                         const PlacedReads& placed, const ReadEvidenceInput& input,
                         const std::vector<WatchedCodon>& watched, bool assessable) {
  FractionWriter writer(result, input, assessable);
  for (const auto& site : sites) writer.add(site, read_codons(site, watched, placed.codons));
}

}  // namespace kres::genome

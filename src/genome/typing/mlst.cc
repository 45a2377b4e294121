#include "genome/typing/mlst.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/mlst_index_builder.h"
#include "genome/typing/locus_call.h"

namespace kres::genome {

namespace {

constexpr std::uint32_t kNoAllele = kAnyAllele;  // of a locus that is there, but not exact
constexpr int kAllelesThatNameASpecies = 3;

class Typer {
 public:
  Typer(const std::vector<LocusSites>& sites, const ReferenceSet& reference,
        const std::vector<sequence::ContigSequence>& contigs)
      : reference_(reference), schemes_(reference.schemes()), contigs_(contigs), sites_(sites) {}

  void call_for_species(SchemeId id, const SchemeRow& row, Typing& typing) const {
    const auto& scheme = schemes_.schemes()[id];
    Mlst mlst{.scheme = std::string(schemes_.name(scheme)), .title = row.title};
    std::vector<LocusCall> calls;
    for (LocusId locus = scheme.first_locus; locus < scheme.first_locus + scheme.locus_count;
         ++locus) {
      calls.push_back(call_locus(locus, sites_[locus], reference_, contigs_));
      const std::string name(schemes_.name(schemes_.loci()[locus]));
      mlst.alleles.push_back({name, calls.back().text});
      note_locus(locus, calls.back(), row, name, typing);
    }
    name_type(id, calls, mlst, typing);
    typing.schemes.push_back(std::move(mlst));
  }

  // A scheme of other species, if every locus has one exact allele and together they are a type.
  void note_foreign_fit(SchemeId id, const SchemeRow* row, bool species_is_known,
                        Typing& typing) const {
    const auto& scheme = schemes_.schemes()[id];
    Mlst mlst{.scheme = std::string(schemes_.name(scheme)),
              .title = row == nullptr ? "" : row->title,
              .for_species = false};
    std::vector<std::uint32_t> alleles;
    for (LocusId locus = scheme.first_locus; locus < scheme.first_locus + scheme.locus_count;
         ++locus) {
      const auto exact = exact_alleles(locus, sites_[locus], reference_, contigs_);
      if (exact.size() != 1) return;
      alleles.push_back(*exact.begin());
      mlst.alleles.push_back(
          {std::string(schemes_.name(schemes_.loci()[locus])), std::to_string(alleles.back())});
    }
    const auto profile = schemes_.find_profile(id, alleles);
    if (profile.empty()) return;
    mlst.st = "-";
    const auto type = profile[alleles.size()];
    const std::string species(schemes_.species(profile[alleles.size() + 1]));
    if (!species_is_known && !species.empty())
      typing.species.push_back({species, fmt::format("{} ST{}", mlst.scheme, type)});
    mlst.note =
        fmt::format("{}:ST{}", species_is_known ? "against_species" : "without_species", type);
    typing.schemes.push_back(std::move(mlst));
  }

 private:
  static void note_locus(LocusId id, const LocusCall& call, const SchemeRow& row,
                         const std::string& name, Typing& typing) {
    typing.chromosomal.insert(call.contigs.begin(), call.contigs.end());
    typing.loci.push_back(id);
    const bool repeated = std::find(row.repeated_loci.begin(), row.repeated_loci.end(), name) !=
                          row.repeated_loci.end();
    if (repeated)
      typing.repeated.insert(id);
    else if (call.exact.size() > 1)
      typing.two_alleles.push_back(locus_label(row.scheme, name) + " " + call.text);
  }

  void name_type(SchemeId id, const std::vector<LocusCall>& calls, Mlst& mlst,
                 Typing& typing) const {
    std::vector<std::uint32_t> alleles;
    bool all_exact = true;
    std::string missing;
    for (std::size_t i = 0; i < calls.size(); ++i) {
      const bool exact = calls[i].exact.size() == 1;
      const bool is_missing = calls[i].text == "-";
      if (is_missing) missing += (missing.empty() ? "" : ";") + mlst.alleles[i].locus;
      all_exact = all_exact && exact;
      alleles.push_back(exact ? *calls[i].exact.begin() : is_missing ? kMissingAllele : kNoAllele);
    }
    const auto profile = schemes_.find_profile(id, alleles);
    if (!profile.empty()) {
      mlst.st = std::to_string(profile[alleles.size()]);
      if (!missing.empty()) mlst.note = "missing_in_the_type:" + missing;
      const std::string species(schemes_.species(profile[alleles.size() + 1]));
      if (!species.empty())
        typing.species.push_back({species, fmt::format("{} ST{}", mlst.scheme, mlst.st)});
      return;
    }
    mlst.st = "-";
    const auto nearest = schemes_.nearest_type(id, alleles);
    mlst.nearest_st = nearest == 0 ? "" : std::to_string(nearest);
    mlst.note = all_exact ? "new_combination" : "not_all_exact";
    name_species_by_alleles(calls, mlst.scheme, typing);
  }

  // Exact alleles that are known from one species only, if several agree and none disagrees.
  void name_species_by_alleles(const std::vector<LocusCall>& calls, const std::string& scheme,
                               Typing& typing) const {
    std::map<std::string_view, int> alleles_of;
    for (const auto& call : calls)
      if (const auto species = schemes_.species(call.species); !species.empty())
        ++alleles_of[species];
    if (alleles_of.size() != 1 || alleles_of.begin()->second < kAllelesThatNameASpecies) return;
    typing.species.push_back({std::string(alleles_of.begin()->first),
                              fmt::format("{} {} alleles", scheme, alleles_of.begin()->second)});
  }

  const ReferenceSet& reference_;
  const MlstIndex& schemes_;
  const std::vector<sequence::ContigSequence>& contigs_;
  const std::vector<LocusSites>& sites_;
};

}  // namespace

Typing type_assembly(const std::vector<LocusSites>& sites, const ReferenceSet& reference,
                     const std::vector<sequence::ContigSequence>& contigs, const SchemeTable& table,
                     const Species& species) {
  const auto& schemes = reference.schemes();
  const Typer typer(sites, reference, contigs);
  std::vector<std::pair<int, SchemeId>> chosen;
  std::vector<SchemeId> others;
  for (SchemeId id = 0; id < schemes.schemes().size(); ++id) {
    const auto* row = table.find(schemes.name(schemes.schemes()[id]));
    if (row != nullptr && is_for_species(*row, species.name))
      chosen.emplace_back(row->order, id);
    else
      others.push_back(id);
  }
  std::sort(chosen.begin(), chosen.end());
  Typing typing;
  const auto row_of = [&](SchemeId id) { return table.find(schemes.name(schemes.schemes()[id])); };
  for (const auto& [order, id] : chosen) typer.call_for_species(id, *row_of(id), typing);
  const bool is_known = species.rank == "species" || species.rank == "complex";
  for (const auto id : others) typer.note_foreign_fit(id, row_of(id), is_known, typing);
  return typing;
}

}  // namespace kres::genome

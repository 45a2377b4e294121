#include "genome/typing/mlst.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

constexpr std::int64_t kEndSlack = 9;  // bases by which the ends of other alleles may lie elsewhere

// The assembly's bases around a placement, in the allele's direction.
std::string window(const AlignedPlacement& placement, std::string_view contig) {
  const std::int64_t missing_start = placement.entry_start;
  const std::int64_t missing_end = std::int64_t{placement.entry_length} - placement.entry_end;
  const std::int64_t before = kEndSlack + (placement.reverse ? missing_end : missing_start);
  const std::int64_t after = kEndSlack + (placement.reverse ? missing_start : missing_end);
  const auto start = std::max<std::int64_t>(0, placement.contig_start - before);
  const auto end = std::min<std::int64_t>(static_cast<std::int64_t>(contig.size()),
                                          placement.contig_end + after);
  AlignedPlacement whole = placement;
  whole.contig_start = static_cast<std::uint32_t>(start);
  whole.contig_end = static_cast<std::uint32_t>(end);
  return observed_sequence(whole, contig);
}

// Fewest differing bases over all positions of `allele` in `bases`; bases missing at either end are
// not compared.
std::size_t least_difference(std::string_view allele, std::string_view bases) {
  std::size_t least = allele.size();
  const std::string_view shorter = allele.size() <= bases.size() ? allele : bases;
  const std::string_view longer = allele.size() <= bases.size() ? bases : allele;
  for (std::size_t at = 0; at + shorter.size() <= longer.size(); ++at) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < shorter.size() && different < least; ++i)
      different += shorter[i] != longer[at + i];
    least = std::min(least, different);
  }
  return least;
}

class LocusCaller {
 public:
  LocusCaller(const ReferenceSet& reference, const std::string& locus) : reference_(reference) {
    const auto& index = reference.sequences();
    for (EntryId id = 0; id < index.entries().size(); ++id)
      if (index.entry(id).kind == EntryKind::allele && index.gene(id) == locus)
        alleles_.push_back(id);
  }

  std::string call(const std::vector<Locus>& loci,
                   const std::vector<sequence::ContigSequence>& contigs, const std::string& locus) {
    const auto& index = reference_.sequences();
    std::set<long long> exact;
    const AlignedPlacement* best = nullptr;
    for (const auto& candidate : loci) {
      const auto& placement = candidate.best.front();
      if (index.gene(placement.entry) != locus) continue;
      add_exact(window(placement, contigs[placement.contig].bases), exact);
      if (best == nullptr || placement.score > best->score) best = &placement;
    }
    if (!exact.empty()) {
      std::vector<std::string> numbers;
      for (const auto number : exact) numbers.push_back(std::to_string(number));
      return join(numbers, ",");
    }
    if (best == nullptr || best->identity() < reference_.settings().identity_present) return "-";
    const std::string near = nearest(window(*best, contigs[best->contig].bases));
    return best->off_contig() ? near + "?" : "~" + near;
  }

 private:
  // Of alleles that contain one another only the longest counts.
  void add_exact(const std::string& bases, std::set<long long>& exact) const {
    std::size_t length = 0;
    std::set<long long> here;
    for (const auto id : alleles_) {
      const auto allele = reference_.sequences().sequence(id);
      if (allele.size() < length || bases.find(allele) == std::string::npos) continue;
      if (allele.size() > length) here.clear();
      length = allele.size();
      here.insert(parse_int(reference_.sequences().name(id)).value_or(0));
    }
    exact.insert(here.begin(), here.end());
  }

  std::string nearest(const std::string& bases) const {
    EntryId best = alleles_.front();
    std::size_t least = bases.size() + 1;
    for (const auto id : alleles_) {
      const auto different = least_difference(reference_.sequences().sequence(id), bases);
      if (different < least) best = id, least = different;
    }
    return std::string(reference_.sequences().name(best));
  }

  const ReferenceSet& reference_;
  std::vector<EntryId> alleles_;
};

}  // namespace

Result<MlstScheme> MlstScheme::parse(std::string_view text, const std::string& name,
                                     const std::vector<std::string>& loci) {
  MlstScheme scheme;
  scheme.name_ = name;
  scheme.loci_ = loci;
  std::vector<std::size_t> columns;
  std::size_t number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    const auto cells = split(trim(line), '\t');
    if (number == 1) {
      for (const auto& locus : loci) {
        const auto found = std::find(cells.begin(), cells.end(), locus);
        if (found == cells.end())
          return bad_input(fmt::format("locus '{}' has no column", locus), name, 1);
        columns.push_back(static_cast<std::size_t>(found - cells.begin()));
      }
      continue;
    }
    std::vector<std::string> alleles;
    for (const auto column : columns) {
      if (column >= cells.size()) return bad_input("row has too few cells", name, number);
      alleles.emplace_back(cells[column]);
    }
    scheme.types_.emplace_back(std::string(cells[0]), std::move(alleles));
  }
  if (scheme.types_.empty()) return bad_input("holds no types", name);
  return scheme;
}

std::string MlstScheme::type_of(const std::vector<std::string>& alleles) const {
  const auto found = std::find_if(types_.begin(), types_.end(),
                                  [&](const auto& type) { return type.second == alleles; });
  return found == types_.end() ? "" : found->first;
}

std::string MlstScheme::nearest(const std::vector<std::string>& alleles) const {
  std::string best;
  std::size_t most = 0;
  for (const auto& [type, profile] : types_) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < profile.size(); ++i) same += profile[i] == alleles[i];
    if (same > most) best = type, most = same;
  }
  return best;
}

Mlst call_mlst(const std::vector<Locus>& loci, const ReferenceSet& reference,
               const std::vector<sequence::ContigSequence>& contigs, const MlstScheme& scheme) {
  Mlst mlst{.scheme = scheme.name()};
  std::vector<std::string> calls;
  for (const auto& locus : scheme.loci()) {
    calls.push_back(LocusCaller(reference, locus).call(loci, contigs, locus));
    mlst.alleles.push_back({locus, calls.back()});
  }
  const bool all_exact = std::all_of(calls.begin(), calls.end(),
                                     [](const auto& call) { return parse_int(call).has_value(); });
  mlst.st = all_exact ? scheme.type_of(calls) : "";
  if (mlst.st.empty()) {
    mlst.st = "-";
    mlst.nearest_st = scheme.nearest(calls);
    mlst.note = all_exact ? "new_combination" : "not_all_exact";
  }
  return mlst;
}

}  // namespace kres::genome

#include "genome/reference/species_genome.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "genome/kmer/mash_hashes.h"
#include "genome/reference/set_writer.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "species";
constexpr std::uint64_t kShortestGenome = 1'500'000;  // bases; referred species have 2.5 Mb or more
constexpr double kSameSpecies = 95;  // per cent ANI, as the settings name a species
constexpr int kKmerSizeOfAni = 21;

// ANI from the hashes up to the largest that both sketches cover; 0 if they share none.
double ani_of(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const auto covered = std::min(a.back(), b.back());
  const auto end_a = std::upper_bound(a.begin(), a.end(), covered);
  const auto end_b = std::upper_bound(b.begin(), b.end(), covered);
  std::vector<std::uint64_t> shared;
  std::set_intersection(a.begin(), end_a, b.begin(), end_b, std::back_inserter(shared));
  const auto fewer = std::min(end_a - a.begin(), end_b - b.begin());
  if (fewer == 0 || shared.empty()) return 0;
  return 100 * std::pow(static_cast<double>(shared.size()) / static_cast<double>(fewer),
                        1.0 / kKmerSizeOfAni);
}

bool is_named(const std::string& species) { return !species.ends_with(" sp."); }

Result<void> check_name(const SpeciesGenome& genome) {
  const auto words = split(genome.species, ' ');
  const bool good = words.size() >= 2 && !words[1].empty() && words[0].size() > 1 &&
                    words[0][0] >= 'A' && words[0][0] <= 'Z';
  if (good) return {};
  return bad_input(fmt::format("'{}' is not the name of a species (Genus species)", genome.species),
                   genome.file.string());
}

}  // namespace

SpeciesSketch sketch_genome(const std::string& species, const sequence::Assembly& genome,
                            const SketchParameters& parameters) {
  std::vector<std::uint64_t> hashes;
  for (const auto& contig : genome.contigs)
    append_mash_hashes(contig.bases,
                       {.k = static_cast<int>(parameters.kmer_size),
                        .seed = parameters.seed,
                        .largest = UINT64_MAX},
                       hashes);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), parameters.sketch_size));
  const std::string file = Path(genome.path).filename().string();
  return {species, file.substr(0, file.find(".f")), std::move(hashes)};
}

SketchDoubt doubt_sketch(const SpeciesSketch& sketch, std::uint64_t genome_length,
                         const std::vector<SpeciesSketch>& known) {
  if (genome_length < kShortestGenome || sketch.hashes.empty())
    return {true, fmt::format("{} bases are no whole genome (at least {})", genome_length,
                              kShortestGenome)};
  double own = 0, best = 0;
  const SpeciesSketch* nearest = nullptr;
  for (const auto& other : known) {
    if (other.hashes == sketch.hashes)
      return {true, fmt::format("the set has this genome already: {} ({})", other.reference,
                                other.species)};
    const double ani = ani_of(sketch.hashes, other.hashes);
    if (other.species == sketch.species) {
      own = std::max(own, ani);
    } else if (is_named(other.species) && ani > best) {
      best = ani;
      nearest = &other;
    }
  }
  if (nearest != nullptr && best >= kSameSpecies && best > own)
    return {false, fmt::format("its best match is {} (ANI {:.1f} %, {}), {}", nearest->species,
                               best, nearest->reference,
                               own > 0 ? fmt::format("its own species has {:.1f} %", own)
                                       : "its own species has no like here")};
  if (own > 0 && own < kSameSpecies)
    return {false,
            fmt::format("the references of its own species have only ANI {:.1f} % to it", own)};
  return {};
}

Result<std::vector<SpeciesGenome>> parse_species_genomes(std::string_view text, const Path& table) {
  KRES_ASSIGN(const auto rows,
              TsvTable::parse(text, table.string(), {"species", "file"}, {"note"}));
  std::vector<SpeciesGenome> genomes;
  for (const auto& row : rows.rows()) {
    const Path file = std::string(row["file"]);
    genomes.push_back({std::string(row["species"]),
                       file.is_absolute() ? file : table.parent_path() / file,
                       std::string(row["note"])});
  }
  if (genomes.empty()) return bad_input("names no genomes", table.string());
  return genomes;
}

Result<std::vector<SpeciesSketch>> sketch_species(const std::vector<SpeciesGenome>& genomes,
                                                  const std::vector<SpeciesSketch>& known,
                                                  const SketchParameters& parameters,
                                                  ImportLog& log) {
  std::vector<SpeciesSketch> all = known;
  for (const auto& genome : genomes) {
    KRES_TRY(check_name(genome));
    KRES_ASSIGN(const auto assembly, sequence::read_assembly(genome.file));
    auto sketch = sketch_genome(genome.species, assembly, parameters);
    std::uint64_t length = 0;
    for (const auto& contig : assembly.contigs) length += contig.bases.size();
    const auto doubt = doubt_sketch(sketch, length, all);
    if (doubt.refused || (!doubt.text.empty() && genome.note.empty()))
      return bad_input(fmt::format("cannot stand for {}: {}", genome.species, doubt.text),
                       genome.file.string(), 0,
                       doubt.refused ? "" : "give a note that says why it stands all the same");
    if (!doubt.text.empty())
      log.note(kSource, genome.file.string(), "kept_against_doubt", sketch.reference,
               fmt::format("{}; {}", doubt.text, genome.note));
    log.note(kSource, genome.file.string(), "genome", sketch.reference, genome.species);
    all.push_back(std::move(sketch));
  }
  return std::vector<SpeciesSketch>(
      std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(known.size())),
      std::make_move_iterator(all.end()));
}

Result<Source> describe_genomes(const std::vector<SpeciesGenome>& genomes) {
  Source source{
      "Species genomes", std::to_string(genomes.size()), "as given by the laboratory", {}};
  std::vector<std::string> notes;
  for (const auto& genome : genomes) {
    KRES_ASSIGN(auto one, describe_source("", "", "", genome.file.parent_path(),
                                          {genome.file.filename().string()}));
    one.files.front().name = genome.species + "/" + one.files.front().name;
    source.files.push_back(std::move(one.files.front()));
    if (!genome.note.empty()) notes.push_back(genome.species + ": " + genome.note);
  }
  source.note = join(notes, "; ");
  return source;
}

}  // namespace kres::genome

// An altered index is refused by its checksum; opened without that check, it is refused or read
// within its bounds.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "genome/reference/index_builder.h"
#include "genome/reference/mlst_index.h"
#include "genome/reference/mlst_index_builder.h"
#include "genome/reference/protein_index.h"
#include "genome/reference/sequence_index.h"
#include "genome/reference/species_index.h"
#include "genome/search/seed_scan.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kres;
using namespace kres::genome;

constexpr std::string_view kBases =
    "ATGTCACTGTATCGCCGTCTAGTTCTGCTGTCTTGTCTCTCATGGCCGCTGGCTGGCTTTTCTGCCACCGCGCTGACCAACCTCGTCGCGGAAC"
    "CA"
    "TTCGCTAAACTCGAACAGGACTTTGGCGGCTCCATCGGTGTGTACGCGATGGATACCGGCTCAGGCGCAACTGTAAGTTACCGCGCTGAGGAGT"
    "AA";

constexpr std::string_view kProtein = "MSIQHFRVALIPFFAAFCLPVFAHPETLVKVKDAEDQLGARVGYIELDLNSGK";

std::string sequences() {
  const std::string bases(kBases);
  return SequenceIndexBuilder(
             {{.id = "a:1", .name = "blaKPC-2", .gene = "blaKPC", .sequence = bases},
              {.id = "a:2", .name = "x-1", .gene = "x", .sequence = bases.substr(30, 120)},
              {.id = "t:1",
               .name = "gyrA",
               .gene = "gyrA",
               .kind = EntryKind::target,
               .sequence = bases.substr(60)}})
      .build();
}

std::string schemes() {
  const std::string bases(kBases);
  static const std::vector<TypingScheme> kSchemes = {
      {.name = "s",
       .source = "p",
       .version = "1",
       .loci = {{"gapA", {{1, bases.substr(0, 90)}, {2, bases.substr(3, 90)}}},
                {"infB", {{1, bases.substr(90, 80)}}}},
       .profiles = {{1, {1, 1}, "A b"}, {2, {2, kAnyAllele}, ""}}}};
  return MlstIndexBuilder(kSchemes).build();
}

std::string proteins() {
  return build_protein_index({{.id = "n:1",
                               .name = "blaTEM-1",
                               .gene = "blaTEM",
                               .family = "blaTEM",
                               .sequence = std::string(kProtein)},
                              {.id = "n:2",
                               .name = "mgrB",
                               .gene = "mgrB",
                               .kind = ProteinKind::target,
                               .scopes = {"Klebsiella_pneumoniae"},
                               .sequence = "MKKFRWVVLVVVVLACLLLWAQVFNMMCDQDVQFFSGICAINQFIPW"}});
}

std::string species() {
  return SpeciesIndex::build(21, 42, {{"A a", "R1", {3, 5, 9}}, {"B b", "R2", {4, 5, 100}}})
      .value();
}

// A file in memory that indexes are opened from.
class Image {
 public:
  explicit Image(std::string bytes)
      : bytes_(std::move(bytes)), descriptor_(::memfd_create("kres_fuzz", 0)) {
    fuzz::require(bytes_.size() < 20'000);  // what is larger is fuzzed in vain
  }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  void write(const std::string& bytes) const {
    fuzz::require(::ftruncate(descriptor_, static_cast<off_t>(bytes.size())) == 0);
    fuzz::require(::pwrite(descriptor_, bytes.data(), bytes.size(), 0) ==
                  static_cast<ssize_t>(bytes.size()));
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  int descriptor_;
};

// Everything that a search asks of an index; what it gives must lie within its tables.
void use(const SequenceIndex& index) {
  std::size_t length = 0;
  for (EntryId id = 0; id < index.entries().size(); ++id)
    length += index.sequence(id).size() + index.name(id).size() + index.gene(id).size() +
              index.id(id).size();
  for (const auto id : index.genes_with_protein(kProtein)) length += index.sequence(id).size();
  for (const auto& segment : SeedScanner(index).scan(kBases))
    fuzz::require(segment.entry < index.entries().size());
  fuzz::require(length < 1'000'000'000);
}

void use(const MlstIndex& index) {
  for (LocusId locus = 0; locus < index.loci().size(); ++locus) {
    index.species(index.find_exact(locus, kBases).species);
    index.longest(locus);
    index.name(index.loci()[locus]);
    for (const auto& allele : index.alleles(locus)) index.sequence(allele);
  }
  for (SchemeId scheme = 0; scheme < index.schemes().size(); ++scheme) {
    index.name(index.schemes()[scheme]);
    const std::vector<std::uint32_t> alleles(index.schemes()[scheme].locus_count, 1);
    index.find_profile(scheme, alleles);
    index.nearest_type(scheme, alleles);
  }
}

void use(const SpeciesIndex& index) {
  for (std::uint64_t hash = 0; hash < 102; ++hash)
    for (const auto sketch : index.holders(hash)) {
      index.reference(sketch);
      index.species_name(index.sketches()[sketch].species);
    }
  fuzz::require(index.all_sketches().size() == index.sketches().size());
}

void use(const ProteinIndex& index) {
  for (ProteinId id = 0; id < index.proteins().size(); ++id) {
    index.sequence(id);
    for (const auto member : index.members(id)) index.text(index.protein(member).name);
  }
  for (const auto id : index.equal_to(kProtein)) index.text(index.protein(id).scopes);
  for (std::size_t at = 0; at + kWordLength <= kProtein.size(); ++at) {
    Word word = 0;
    for (std::size_t i = kWordLength; i-- > 0;) word = word << 8 | residue_code(kProtein[at + i]);
    index.may_contain(word);
    for (const auto place : index.places(word))
      fuzz::require(index.protein_at(place) < index.proteins().size());
  }
}

template <class Index>
void open(const Image& image, bool altered) {
  const auto verified = Index::open(image.path(), true);
  fuzz::require(verified.has_value() != altered);
  const auto index = Index::open(image.path(), false);
  if (index) use(*index);
}

// Reads numbers from the fuzzer's bytes.
struct Numbers {
  const std::uint8_t* data;
  std::size_t size;
  std::uint32_t next(int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes && size > 0; ++i, ++data, --size) value = value << 8 | *data;
    return value;
  }
};

// Bytes are changed everywhere, but half the time in the first kilobyte: header and section table.
std::string altered_copy(const std::string& bytes, Numbers& numbers) {
  std::string copy = bytes;
  if (numbers.next(1) % 8 == 0 && !copy.empty()) copy.resize(numbers.next(3) % copy.size());
  while (numbers.size > 0 && !copy.empty()) {
    const std::size_t reach = numbers.next(1) % 2 == 0 ? 1024 : copy.size();
    copy[numbers.next(3) % std::min(reach, copy.size())] = static_cast<char>(numbers.next(1));
  }
  return copy;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Image kImages[] = {Image(sequences()), Image(schemes()), Image(species()),
                                  Image(proteins())};
  if (size == 0 || size > 400) return 0;
  const Image& image = kImages[data[0] % 4];
  Numbers numbers{data + 1, size - 1};
  const auto bytes = altered_copy(image.bytes(), numbers);
  image.write(bytes);
  const bool altered = bytes != image.bytes();
  switch (data[0] % 4) {
    case 0:
      open<SequenceIndex>(image, altered);
      break;
    case 1:
      open<MlstIndex>(image, altered);
      break;
    case 2:
      open<SpeciesIndex>(image, altered);
      break;
    default:
      open<ProteinIndex>(image, altered);
  }
  return 0;
}

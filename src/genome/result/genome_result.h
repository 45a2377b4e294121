// The result of one genome analysis: one value, whatever the input was (assembly or reads).
//
// Positions are 1-based, inclusive, on the forward strand of the contig. Identities and coverages
// are percentages (0-100). The JSON form (genome/result/json.h, docs/formats/analysis.md) is stable
// and schema-versioned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "genome/result/read_quality.h"

namespace kres::genome {

inline constexpr int kResultSchemaVersion = 1;

struct InputFile {
  std::string path;    // as given; only the file name is written to JSON
  std::string sha256;  // of the file as given (compressed if it was)
};

enum class Verdict { pass, warn, fail };

struct Quality {
  Verdict verdict = Verdict::fail;
  std::uint64_t length = 0;          // bases
  std::uint32_t contigs = 0;         // all
  std::uint32_t contigs_500 = 0;     // of at least 500 bases
  std::uint64_t n50 = 0;             // bases
  std::uint64_t longest = 0;         // bases
  double gc = 0;                     // per cent of A, C, G, T
  double n_percent = 0;              // per cent of all bases that are not A, C, G, T
  std::optional<double> depth;       // reads only, x
  std::optional<ReadQuality> reads;  // reads only
  std::vector<std::string> reasons;  // one sentence for everything that is not "pass"
};

struct SpeciesHit {
  std::string name;  // "Klebsiella pneumoniae"
  double ani = 0;    // per cent, k-mer containment ANI
  std::string reference;
};

struct Species {
  std::string name;                  // empty if unknown; may be a complex or a genus, see rank
  std::string rank;                  // species | complex | genus | unknown
  std::string complex;               // "Klebsiella pneumoniae complex", empty if none
  std::string confidence;            // high | low | none
  double ani = 0;                    // per cent
  std::optional<SpeciesHit> second;  // best hit of another species
  bool stated_by_user = false;
  // Codes with detail that name, support or limit the species besides its ANI:
  // "not_told_apart:Enterococcus lactis", "profile:Acinetobacter baumannii (abaumannii_2 ST2)".
  std::vector<std::string> evidence;
};

// A contig whose sampled k-mers are known only from another species.
struct ForeignContig {
  std::string contig;
  std::uint64_t length = 0;   // bases
  std::string species;        // the one that holds most of them
  std::uint32_t sampled = 0;  // k-mers of the contig that are in the sample
  double percent = 0;         // of them, held by that species and not by the genome's own
};

// Reads that show something else than the rest at one base or codon, and what share they are.
struct AlternativeReads {
  std::uint32_t reads = 0;                 // all that tell something there
  std::uint32_t forward = 0, reverse = 0;  // the alternative ones, by the strand they were read on
  double fraction = 0;                     // alternative of all, 0-1
  double low = 0, high = 0;                // its 95 % Wilson interval
};

// A single-copy locus at which the reads show two alleles.
struct SecondAllele {
  std::string locus;
  AlternativeReads alternative_reads;  // at the base that tells them apart best
};

// Reads only: places of a sample of the genome (one in 500 to 1000 bases), and those beside them
// that a second genome explains. Depths are those of the genomes.
struct SecondGenome {
  std::uint32_t sites = 0, second_sites = 0;
  double depth = 0;  // x
  // Where there are enough second sites: x, and standard deviation of the isolate's depth over its
  // places beyond chance, as a share of it.
  std::optional<double> own_depth, own_spread, second_depth;
  std::optional<double> fraction, fraction_low, fraction_high;  // of the genomes, 0-1
};

struct Contamination {
  Verdict verdict = Verdict::pass;
  double second_species_percent = 0;  // of sampled k-mers
  std::string second_species;
  std::uint32_t single_copy_loci_twice = 0;
  std::vector<std::string> loci_twice;  // "klebsiella/gapA 3,4": locus and both alleles
  std::vector<ForeignContig> foreign_contigs;
  double foreign_contigs_percent = 0;  // their share of the assembly's bases
  // Reads only: single-copy loci looked at for a second allele, those that have one, and the share
  // of the second strain that explains them, 0-1.
  std::optional<std::uint32_t> loci_assessed;
  std::vector<SecondAllele> second_alleles;
  std::optional<SecondGenome> second_genome;
  std::optional<double> minor_fraction, minor_fraction_low, minor_fraction_high;
  std::vector<std::string> reasons;
};

struct MlstAllele {
  std::string locus;
  std::string call;  // "4", "~4" novel near 4, "4?" partial, "3,4" two exact, "-" missing
};

struct Mlst {
  std::string scheme;       // "abaumannii_2"
  std::string title;        // as people say it, "Pasteur"; empty if the scheme has one name only
  bool for_species = true;  // the scheme is meant for the species found; otherwise it makes no ST
  std::string st;           // "11", or "-" if any allele is not exact
  std::string nearest_st;   // sharing most loci, empty if st is set
  std::vector<MlstAllele> alleles;
  std::string note;
};

// One aligned stretch of a determinant on a contig.
struct Piece {
  std::string contig;
  std::uint64_t start = 0, end = 0;  // on the contig
  char strand = '+';
  std::uint32_t reference_start = 0, reference_end = 0;  // 1-based bases of the reference entry
  bool at_contig_end = false;
};

// Something else that was found on the contig of a determinant.
struct Neighbour {
  std::string kind;            // gene | replicon | insertion
  std::string name;            // symbol, replicon, or the gene that is interrupted
  std::uint64_t distance = 0;  // bases between the two, 0 if they touch or overlap
  std::string side;            // upstream | downstream | overlap, as the determinant reads
};

struct Context {
  std::string location;  // chromosome | unknown | plasmid (only by positive evidence)
  std::string evidence;  // why, in English for logs; the page writes its own
  std::uint64_t contig_length = 0;
  bool contig_circular = false;
  std::vector<Neighbour> neighbours;  // nearest first
};

struct AminoAcidChange {
  std::string text;  // "S83I", "A134_G135insGD", "Q30*"
};

enum class DeterminantKind { gene, mutation, disruption, operon };
enum class AlleleStatus { exact, exact_protein, novel, partial, ambiguous };
enum class FunctionState { intact, broken, not_assessable };

// What a release calls a sequence.
struct SequenceName {
  std::string database;   // "ResFinder", "NCBI", "CARD", "Kleborate"
  std::string name;       // "blaKPC-2", "KPC-2"
  std::string accession;  // "AY034847", "WP_004199234.1", "ARO:3002312"; may be empty
};

struct Determinant {
  std::string symbol;   // "blaKPC-2", "blaKPC" when no allele can be named, "gyrA S83I", "ompK35"
  std::string gene;     // family or gene: "blaKPC", "gyrA"
  std::string allele;   // the exact allele's name, empty unless exact or exact_protein
  std::string nearest;  // nearest allele's name if not exact
  DeterminantKind kind = DeterminantKind::gene;
  std::string drug_class;           // "beta-lactam", "quinolone", ...
  std::vector<std::string> agents;  // agents it acts on, our names ("meropenem"), sorted
  std::string source;               // reference entry, "resfinder:blaKPC-2_1_AY034847"
  // Names of the allele in every release that has its sequence, or else its protein; empty if no
  // allele is named.
  std::vector<SequenceName> names;
  std::string contig;
  std::uint64_t start = 0, end = 0;
  char strand = '+';
  // nucleotide | protein: what the alignment compared; reported: taken over from another program
  std::string method = "nucleotide";
  double identity = 0;                // per cent of the alignment's columns
  std::optional<double> identity_aa;  // per cent
  double coverage = 0;                // per cent of the reference entry
  std::optional<double> depth;        // reads only
  std::optional<double> copies;       // reads: estimated; assemblies: identical loci counted
  std::optional<double> copies_low, copies_high;  // reads only, 95 % interval
  // Reads only: share (0-1) of this haplotype among the reads on all haplotypes of its gene, with
  // its 95 % interval; of a mutation, its share of the reads at its place.
  std::optional<double> fraction, fraction_low, fraction_high;
  bool minor = false;  // reads only: its depth is that of a contaminant, not of the isolate
  AlleleStatus allele_status = AlleleStatus::novel;
  std::vector<std::string> ties;         // every equally good entry besides the one named
  std::vector<AminoAcidChange> changes;  // against the nearest allele or the reference protein
  FunctionState function = FunctionState::not_assessable;
  std::string
      function_reason;      // code[:detail], see docs/formats/analysis.md: "internal_stop:65/293"
  bool intrinsic = false;   // expected in this species; knowledge, not a finding
  bool contig_end = false;  // within 3 bp of a contig end and not complete
  bool trace = false;       // "trace of a critical gene"
  // carbapenemase | mcr | van | 16s_methylase | oxazolidinone, empty otherwise
  std::string critical_family;
  std::vector<Piece> pieces;  // more than one for a split or interrupted gene
  Context context;
};

// State of a chromosomal gene whose loss or change matters (mgrB, ompK36, gyrA ...).
struct Target {
  std::string gene;
  // intact | missense | truncated | interrupted | absent | not_assessable; unreported: another
  // program looked for known changes only and names none, so whether the gene is whole is not known
  std::string state;
  std::string detail;  // code[:detail] as in function_reason
  std::string contig;
  std::uint64_t start = 0, end = 0;
  char strand = '+';
  std::string method = "nucleotide";     // as in Determinant
  double identity = 0, coverage = 0;     // per cent
  double protein_percent = 0;            // of the reference protein before the first stop
  std::vector<AminoAcidChange> changes;  // classified ones are determinants too
  std::optional<double> depth;           // reads only
};

// One gene of a van cluster; `state` as of a determinant's function, or missing.
struct VanGene {
  std::string gene;    // "vanH-A"
  std::string role;    // ligase | dehydrogenase | dipeptidase | racemase | regulator | sensor |
                       // accessory
  std::string state;   // intact | broken | not_assessable | missing
  std::string reason;  // code[:detail], see docs/formats/analysis.md
  std::string source;  // reference entry
  std::string contig;
  std::uint64_t start = 0, end = 0;
  char strand = '+';
};

struct VanOperon {
  std::string type;     // "vanA"
  std::string verdict;  // FUNCTIONAL | SILENT | INCOMPLETE | NOT_ASSESSABLE
  bool intrinsic = false;
  std::string contig;  // of the ligase, or of the first gene if there is none
  std::uint64_t start = 0, end = 0;
  std::vector<VanGene> genes;
  std::vector<std::string> reasons;  // codes, see docs/formats/analysis.md
};

struct Replicon {
  std::string name;  // "IncFII(pKPX1)"
  std::string contig;
  std::uint64_t start = 0, end = 0;
  char strand = '+';
  double identity = 0, coverage = 0;  // per cent
  std::string source;                 // reference entry
};

// A single base of a ribosomal RNA that a table speaks about.
struct RibosomalPosition {
  std::string symbol;                // "23S G2576T", numbered as in its source
  std::uint32_t ecoli_position = 0;  // E. coli numbering, 0 if not known
  std::string reference, alternative;
  std::uint32_t mutant_copies = 0;  // of copies_found; of copies_expected where reads tell
  std::vector<std::string> agents;
  std::optional<AlternativeReads> alternative_reads;  // reads only
};

// A catalogued base or codon that reads do not all agree on, or that they do not cover. Positions
// that are covered and at which no alternative is seen are counted in ReadEvidence.
struct SiteFraction {
  std::string symbol;  // "gyrA S83I"; "gyrA S83" where nothing is named
  std::string gene;
  std::string contig;
  std::uint64_t position = 0;  // of the base, or of the codon's first base as the gene reads
  std::string state;           // called | seen | not_assessable
  AlternativeReads alternative_reads;  // of the catalogued change
};

// Depth of one single-copy locus, or of a ribosomal RNA that stands for all its copies.
struct LocusDepth {
  std::string locus;
  std::string contig;
  std::uint64_t start = 0, end = 0;
  double depth = 0;          // median over its bases, over all haplotypes, x
  std::uint32_t lowest = 0;  // depth of its least covered base
  bool single_copy = true;   // it counts for ReadEvidence::single_copy_depth
};

// What the reads say as a whole, beside the findings that carry their own depth.
struct ReadEvidence {
  std::string settings_name, settings_digest;
  double read_length = 0;                   // mean of those recruited, bases
  std::uint64_t recruited = 0;              // reads that share bases with the reference set
  std::uint64_t placed = 0;                 // those of them that fit a local contig
  std::optional<double> single_copy_depth;  // median of the single-copy loci, x
  std::optional<double> depth_spread;       // how much their depths differ beyond chance, 0-1
  std::uint32_t sites = 0;                  // catalogued positions of the targets that were found
  std::uint32_t sites_assessed = 0;         // those with enough reads
  std::vector<LocusDepth> loci;
};

struct Ribosomal {
  std::string gene;  // "23S"
  std::uint32_t copies_found = 0;
  std::uint32_t copies_expected = 0;         // 0: not known for the species
  std::string state;                         // assessed | not_assessable
  std::string reason;                        // code[:detail]
  std::optional<std::uint32_t> reads;        // reads only: at the catalogued base with fewest
  std::vector<RibosomalPosition> positions;  // mutant in at least one copy that was read
};

// A stretch of foreign bases in or before a gene, and what speaks for a mobile element.
struct Insertion {
  std::string gene;                      // symbol of the determinant or target
  std::string place;                     // inside | upstream
  std::uint32_t reference_position = 0;  // inside: bases of the gene before it
  std::uint64_t distance = 0;            // upstream: bases between it and the gene
  std::string contig;
  std::uint64_t start = 0, end = 0;
  std::uint32_t copies = 0;              // of the inserted stretch in this assembly
  std::uint32_t inverted_repeat = 0;     // bases, 0: none found
  std::uint32_t target_duplication = 0;  // bases, 0: none found
};

// What is said of one thing from the reads and, differently, from their assembly.
struct Disagreement {
  std::string subject;   // species | mlst | determinant | target | van | replicon | phenotype
  std::string name;      // gene and kind, scheme, target, type of cluster, agent
  std::string reads;     // in words, without what both say; empty: nothing
  std::string assembly;  // the same of the assembly
  std::string reason;    // code, see genome/comparison/compare.h
};

// The reads were assembled too, and the contigs analysed by the same engine.
struct AssemblyComparison {
  std::string assembler;  // "SKESA 2.4.0"
  Quality quality;        // of its contigs
  std::uint32_t agreeing = 0;
  std::vector<Disagreement> differences;
};

enum class Prediction { wild_type, non_wild_type, uncertain, no_rule };

struct PredictedPhenotype {
  std::string agent;
  Prediction prediction = Prediction::no_rule;
  std::vector<std::string> rules;         // rule ids that fired
  std::vector<std::string> determinants;  // symbols
};

struct Negative {
  std::string target;  // "carbapenemase genes"
  std::string state;   // absent_covered | not_covered | not_assessable
  std::string basis;   // what it rests on, code: "assembly_pass", "reads_15x" ...
  std::uint32_t entries_searched = 0;
  // Reads only: the depth that the negative rests on, and at most how likely such a gene would be
  // missed at that depth if it were there (0-1, never written as less than 0.0001).
  std::optional<double> depth, miss_probability;
};

struct Contig {
  std::string name;
  std::uint64_t length = 0;
  bool circular = false;
};

struct GenomeResult {
  std::vector<InputFile> input;
  std::string software;  // "kres 0.1.0"
  std::string reference_name, reference_digest;
  std::string settings_name, settings_digest;
  Quality quality;
  Species species;
  Contamination contamination;
  std::vector<Mlst> mlst;
  std::vector<Determinant> determinants;
  std::vector<Target> targets;
  std::vector<PredictedPhenotype> phenotype;
  std::vector<Negative> negatives;
  std::vector<VanOperon> van_operons;
  std::vector<Replicon> replicons;
  std::vector<Ribosomal> ribosomal;
  std::vector<Insertion> insertions;
  std::vector<SiteFraction> fractions;                    // reads only
  std::optional<ReadEvidence> read_evidence;              // reads only
  std::optional<AssemblyComparison> assembly_comparison;  // reads that were assembled too
  std::vector<Contig> contigs;  // those that carry a determinant or target
  std::vector<std::string> warnings;
};

}  // namespace kres::genome

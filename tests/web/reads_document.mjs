// What an analysis of reads says beyond that of an assembly, in the shape of docs/formats/analysis.schema.json.
const alternative = (reads, forward, reverse, low, high) => ({
  reads,
  forward,
  reverse,
  fraction: (forward + reverse) / reads,
  low,
  high,
});

const summary = {
  reads: 1_900_000,
  bases: 570_000_000,
  shortest: 35,
  longest: 151,
  mean_length: 150.2,
  n50: 151,
  gc: 57.1,
  n_percent: 0.012,
  mean_quality: 35.4,
  q20_percent: 97.8,
  q30_percent: 93.1,
  adapter_percent: 0.4,
};

// Falls along the read, the reverse mate more.
const falling = (slope) => Array.from({ length: 151 }, (_, i) => 37 - slope * i * i * 0.0001);

export function add_reads(analysis) {
  analysis.quality.reads = {
    all: summary,
    files: ["1", "2"].map((mate) => ({
      file: `HS11286_R${mate}.fastq.gz`,
      mate,
      summary,
    })),
    mates: [
      { mate: "1", reads: 950_000, quality_by_cycle: falling(2) },
      { mate: "2", reads: 950_000, quality_by_cycle: falling(5) },
    ],
    adapter: "TruSeq",
    sampled: 118_750,
    quality_of_bases: [],
    quality_of_reads: [],
    insert_median: 398,
    insert_low: 371,
    insert_high: 425,
    estimated_depth: 98.7,
    notes: ["one_quality:30"],
  };
  analysis.read_evidence = {
    settings: { name: "reads_v1", digest: "sha256:0" },
    recruited: 41_200,
    placed: 39_800,
    single_copy_depth: 97.5,
    depth_spread: 0.08,
    sites: 61,
    sites_assessed: 60,
    loci: ["gapA", "infB", "mdh", "pgi", "phoE", "rpoB", "tonB", "ompK35", "ompK36", "16S"].map(
      (locus, i) => ({
        locus,
        contig: `reads_${i + 1}`,
        start: 101,
        end: 600,
        depth: locus === "16S" ? 702 : 90 + 2 * i,
        lowest: 71 + i,
        single_copy: locus !== "16S",
      }),
    ),
  };
  analysis.fractions = [
    {
      symbol: "gyrA S83I",
      gene: "gyrA",
      contig: "reads_12",
      position: 288,
      state: "seen",
      alternative_reads: alternative(102, 3, 1, 0.015, 0.097),
    },
    {
      symbol: "parC S80",
      gene: "parC",
      contig: "reads_13",
      position: 301,
      state: "not_assessable",
      alternative_reads: alternative(0.0001, 0, 0, 0, 1),
    },
  ];
  analysis.fractions[1].alternative_reads.reads = 0;
  Object.assign(analysis.contamination, {
    loci_assessed: 7,
    second_alleles: [{ locus: "tonB", alternative_reads: alternative(98, 4, 3, 0.035, 0.14) }],
    second_genome: { sites: 5689, second_sites: 12, depth: 64 },
    minor_fraction: 0.07,
    minor_fraction_low: 0.03,
    minor_fraction_high: 0.14,
  });
  Object.assign(analysis.determinants[0], {
    depth: 205,
    copies: 2.1,
    copies_low: 1.8,
    copies_high: 2.4,
    fraction: 0.93,
    fraction_low: 0.9,
    fraction_high: 0.95,
    minor: true,
  });
  analysis.ribosomal = [
    {
      gene: "23S",
      copies_found: 1,
      copies_expected: 6,
      state: "assessed",
      reason: "",
      positions: [
        {
          symbol: "23S G2576T",
          mutant_copies: 2,
          agents: ["linezolid"],
          alternative_reads: alternative(612, 101, 99, 0.29, 0.37),
        },
      ],
    },
  ];
  analysis.negatives = [
    {
      target: "mcr",
      state: "absent_covered",
      basis: "reads_98x",
      entries_searched: 102,
      depth: 97.5,
      miss_probability: 0.0001,
    },
  ];
  analysis.assembly_comparison = {
    assembler: "SKESA 2.4.0",
    quality: { ...analysis.quality, reads: undefined },
    agreeing: 71,
    differences: [
      {
        subject: "determinant",
        name: "blaKPC",
        reads: "blaKPC-2, blaKPC-3",
        assembly: "blaKPC-2",
        reason: "reads_have_more",
      },
    ],
  };
  return analysis;
}

# Every curated table that is compiled into the program, one a line.
set(KRES_DATA_FILES
  README.md
  agents.tsv
  organisms.tsv
  laboratories.tsv
  settings/assembly_v1.tsv
  species.tsv
  intrinsic.tsv
  targets.tsv
  mutations.tsv
  bla_classes.tsv
  gene_families.tsv
  breakpoints/eucast_v16.0.tsv
  breakpoints/ecoffs_2025.tsv
  rules/enterobacterales.tsv
  rules/gene_classes.tsv
)

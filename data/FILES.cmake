# Every curated table that is compiled into the program, one a line.
set(KRES_DATA_FILES
  README.md
  agents.tsv
  organisms.tsv
  laboratories.tsv
)

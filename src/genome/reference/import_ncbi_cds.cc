#include "genome/reference/import_ncbi_cds.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "ncbi";

using ProteinsById = std::map<std::string, const NewProtein*, std::less<>>;

ProteinsById genes_by_id(const std::vector<NewProtein>& proteins) {
  ProteinsById by_id;
  for (const auto& protein : proteins) {
    if (protein.kind != ProteinKind::gene) continue;
    by_id.emplace(protein.id, &protein);
    for (const auto& alias : protein.aliases) by_id.emplace(alias, &protein);
  }
  return by_id;
}

Result<void> check_length(const NcbiCdsHeader& header, const FastaRecord& record,
                          const std::string& file) {
  if (record.sequence.size() == header.length()) return {};
  return bad_input(fmt::format("sequence has {} bases, its header says {}", record.sequence.size(),
                               header.length()),
                   file, record.line, "fetch the release again");
}

// A sequence that does not read as one protein is not found by its protein, so it is searched.
NewEntry make_entry(const NcbiCdsHeader& header, const NewProtein& protein, std::string sequence) {
  const bool coding = coding_of(sequence) == Coding::complete;
  return {.id = fmt::format("{}:{}_{}:{}-{}", kSource, protein.name, header.accession, header.start,
                            header.stop),
          .name = protein.name,
          .gene = protein.gene,
          .sequence = std::move(sequence),
          .drug_class = protein.drug_class,
          .agents = protein.agents,
          .critical_family = protein.critical_family,
          .always_searched = !coding};
}

void note_oddities(const NewEntry& entry, const NewProtein& protein, const std::string& file,
                   ImportLog& log) {
  if (coding_of(entry.sequence) == Coding::none)
    log.note(kSource, file, "not_coding", entry.id);
  else if (protein_of(entry.sequence) != protein.sequence)
    log.note(kSource, file, "translates_to_another_protein", entry.id, protein.id);
  if (entry.sequence.find_first_not_of("ACGT") != std::string::npos)
    log.note(kSource, file, "ambiguous_bases", entry.id);
}

void note_proteins_without_sequence(const ProteinsById& proteins, const std::set<std::string>& seen,
                                    const std::string& file, ImportLog& log) {
  for (const auto& [id, protein] : proteins)
    if (seen.count(id) == 0) log.note(kSource, file, "protein_without_coding_sequence", id);
}

}  // namespace

Result<std::vector<NewEntry>> parse_ncbi_cds(std::string_view text, const std::string& file,
                                             NcbiLayout layout,
                                             const std::vector<NewProtein>& proteins,
                                             ImportLog& log) {
  KRES_ASSIGN(auto records, parse_fasta_records(text, file));
  const auto by_id = genes_by_id(proteins);
  RecordTally tally(log, kSource, file);
  std::map<std::string, NewEntry> entries;  // by sequence
  std::set<std::string> loci, seen;
  for (auto& record : records) {
    KRES_ASSIGN(const auto header, parse_ncbi_cds_header(record.header, layout, file, record.line));
    KRES_TRY(check_length(header, record, file));
    const std::string protein_id = fmt::format("{}:{}", kSource, header.protein_accession);
    const std::string locus = fmt::format("{}:{}-{}", header.accession, header.start, header.stop);
    if (!loci.insert(fmt::format("{}|{}", locus, header.part)).second)
      return bad_input(fmt::format("locus '{}' stands twice", locus), file, record.line);
    const auto protein = by_id.find(protein_id);
    if (protein == by_id.end()) {
      tally.set_aside("out_of_scope", header.protein_accession, header.node);
      continue;
    }
    seen.insert(protein_id);
    auto entry = make_entry(header, *protein->second, std::move(record.sequence));
    if (header.part > 1) {
      tally.set_aside("part_of_fused_protein", entry.id, header.node);
    } else if (const auto same = entries.find(entry.sequence); same != entries.end()) {
      tally.set_aside("duplicate_sequence", entry.id, same->second.id);
      same->second.aliases.push_back(entry.id);
    } else {
      tally.keep();
      note_oddities(entry, *protein->second, file, log);
      const std::string sequence = entry.sequence;
      entries.emplace(sequence, std::move(entry));
    }
  }
  KRES_TRY(tally.close(records.size()));
  note_proteins_without_sequence(by_id, seen, file, log);
  std::vector<NewEntry> genes;
  for (auto& [sequence, entry] : entries) genes.push_back(std::move(entry));
  std::sort(genes.begin(), genes.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return genes;
}

}  // namespace kres::genome

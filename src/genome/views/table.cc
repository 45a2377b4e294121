#include "genome/views/table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::genome {

namespace {

std::string texts(const std::vector<AminoAcidChange>& changes) {
  std::vector<std::string> out;
  for (const auto& change : changes) out.push_back(change.text);
  return join(out, ";");
}

// "ResFinder:blaKPC-2:AY034847;NCBI:blaKPC-2:WP_004199234.1"
std::string names_of(const Determinant& determinant) {
  std::vector<std::string> out;
  for (const auto& name : determinant.names)
    out.push_back(fmt::format("{}:{}:{}", name.database, name.name, name.accession));
  return join(out, ";");
}

std::string genome_cells(const GenomeResult& result) {
  return fmt::format("{}\t{}\t{}\t{}", result.input.empty() ? "" : result.input.front().path,
                     name_of(result.quality.verdict), result.species.name,
                     result.mlst.empty() ? "" : result.mlst.front().st);
}

std::string line(const std::string& genome, const Determinant& d) {
  return fmt::format(
      "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.2f}\t{}\t{:.2f}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}"
      "\n",
      genome, d.symbol, name_of(d.kind), name_of(d.allele_status), d.nearest, name_of(d.function),
      d.function_reason, d.intrinsic ? "yes" : "no", d.identity,
      d.identity_aa ? fmt::format("{:.2f}", *d.identity_aa) : "", d.coverage, d.contig, d.start,
      d.end, d.strand, d.contig_end ? "yes" : "no", d.trace ? "yes" : "no", d.drug_class,
      join(d.agents, ";"),
      join(d.ties, ";") + (d.changes.empty() ? "" : (d.ties.empty() ? "" : " ") + texts(d.changes)),
      names_of(d));
}

}  // namespace

std::string result_tsv_header() {
  return "input\tquality\tspecies\tst\tsymbol\tkind\tallele_status\tnearest\tfunction\tfunction_"
         "reason\tintrinsic\t"
         "identity_percent\tidentity_aa_percent\tcoverage_"
         "percent\tcontig\tstart\tend\tstrand\tcontig_end\ttrace\tclass\t"
         "agents\tties_and_changes\tnames\n";
}

std::string result_tsv(const GenomeResult& result) {
  const std::string genome = genome_cells(result);
  std::string out;
  for (const auto& determinant : result.determinants) out += line(genome, determinant);
  if (out.empty()) out = genome + "\tnone" + std::string(19, '\t') + "\n";
  return out;
}

}  // namespace kres::genome

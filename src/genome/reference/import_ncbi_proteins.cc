#include "genome/reference/import_ncbi_proteins.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/fasta_records.h"

namespace kres::genome {

namespace {

constexpr const char* kSource = "ncbi";

bool is_target(const NcbiProteinHeader& header) {
  return header.mechanism == "mutation" || header.mechanism == "susceptible";
}

// The curated family decides by name, then by gene; by node only for what NCBI itself calls a
// carbapenemase, since families hold members without that activity (OXA-163).
const GeneFamily* curated_family(const GeneFamilies& families, const NcbiName& names,
                                 const std::string& subclass) {
  if (const auto* found = families.find(names.name)) return found;
  if (const auto* found = families.find(names.gene)) return found;
  return subclass.find("CARBAPENEM") == std::string::npos ? nullptr : families.find(names.node);
}

// Builds proteins from records; the parts of a fused protein arrive under one accession.
class Collector {
 public:
  Collector(const std::string& file, const NcbiFamilies& hierarchy, const TargetScopes& scopes,
            const NcbiKnowledge& knowledge, ImportLog& log)
      : file_(file),
        hierarchy_(hierarchy),
        scopes_(scopes),
        knowledge_(knowledge),
        log_(log),
        tally_(log, kSource, file) {}

  Result<void> add(const NcbiProteinHeader& header, const FastaRecord& record) {
    const Key key = {header.accession, is_target(header)};
    const std::string part = fmt::format("{}|{}|{}|{}", header.accession, header.part,
                                         header.mutant_of, is_target(header));
    if (!parts_.insert(part).second)
      return bad_input(fmt::format("part {} of '{}' stands twice", header.part, header.accession),
                       file_, record.line);
    if (!header.mutant_of.empty()) {
      tally_.set_aside("mutant_form", header.accession, header.mutant_of);
    } else if (const auto* family = hierarchy_.find(header.family);
               !is_target(header) && (family == nullptr || family->type != "AMR")) {
      tally_.set_aside("out_of_scope", header.accession,
                       family == nullptr ? "no family" : to_lower(family->type));
    } else if (const auto known = proteins_.find(key); known != proteins_.end()) {
      return join_part(known->second, header, record);
    } else if (const auto stop = record.sequence.find('*');
               stop != std::string::npos && stop + 1 != record.sequence.size()) {
      return bad_input(fmt::format("a stop stands inside '{}'", header.accession), file_,
                       record.line);
    } else {
      tally_.keep();
      proteins_.emplace(key, make(header, record.sequence));
    }
    return {};
  }

  Result<std::vector<NewProtein>> finish(std::size_t records) {
    KRES_TRY(tally_.close(records));
    note_missing_targets();
    std::vector<NewProtein> proteins;
    std::map<std::string, std::size_t> genes;  // by sequence
    for (auto& [key, protein] : proteins_) {
      const bool gene = protein.kind == ProteinKind::gene;
      const auto known = gene ? genes.find(protein.sequence) : genes.end();
      if (known != genes.end()) {
        log_.note(kSource, file_, "duplicate_sequence", protein.id, proteins[known->second].id);
        proteins[known->second].aliases.push_back(protein.id);
        continue;
      }
      if (gene) genes.emplace(protein.sequence, proteins.size());
      proteins.push_back(std::move(protein));
    }
    log_.count(kSource, file_, "proteins", proteins.size());
    return proteins;
  }

 private:
  // Accession, and whether as a target: fexA is a gene, and a target of changes.
  using Key = std::pair<std::string, bool>;

  NewProtein make(const NcbiProteinHeader& header, const std::string& sequence) {
    const auto names = ncbi_name(header.node, header.family, hierarchy_);
    NewProtein protein{.id = fmt::format("{}:{}", kSource, header.accession),
                       .name = names.name,
                       .gene = names.gene,
                       .family = names.node,
                       .kind = is_target(header) ? ProteinKind::target : ProteinKind::gene,
                       .sequence = sequence.substr(0, sequence.find('*')),
                       .drug_class = ncbi_drug_class(header.drug_class)};
    if (const auto scopes = scopes_.find(header.accession); scopes != scopes_.end())
      protein.scopes.assign(scopes->second.begin(), scopes->second.end());
    else if (protein.kind == ProteinKind::target)
      log_.note(kSource, file_, "target_without_rule", header.accession, header.node);
    if (protein.kind == ProteinKind::target && proteins_.count({header.accession, false}) > 0)
      protein.id += ":target";
    annotate(protein, names, header);
    return protein;
  }

  void annotate(NewProtein& protein, const NcbiName& names, const NcbiProteinHeader& header) {
    auto found = knowledge_.subclasses.agents_of(header.subclass, {header.node, header.mechanism});
    for (const auto& unknown : found.unknown)
      log_.note(kSource, file_, "unknown_subclass", unknown, header.accession);
    std::set<std::string> agents(protein.agents.begin(), protein.agents.end());
    const bool core = header.reportable == 2;
    if (core) agents.insert(found.agents.begin(), found.agents.end());
    if (protein.kind == ProteinKind::gene) {
      if (!core)
        log_.note(kSource, file_, header.reportable == 1 ? "plus_gene" : "not_reported_by_release",
                  protein.id, names.name);
      if (header.subclass.empty()) log_.note(kSource, file_, "id_without_phenotype", protein.id);
      const auto* family = curated_family(knowledge_.families, names, header.subclass);
      if (family != nullptr && header.reportable > 0) {
        if (!family->critical.empty()) protein.critical_family = family->critical;
        agents.insert(family->add_agents.begin(), family->add_agents.end());
      }
    }
    protein.agents.assign(agents.begin(), agents.end());
    set_cut_offs(protein, header);
  }

  void set_cut_offs(NewProtein& protein, const NcbiProteinHeader& header) {
    const auto* node = hierarchy_.find(header.node);
    if (node == nullptr) node = hierarchy_.find(header.family);
    if (node == nullptr) return;
    protein.complete_identity = node->cut_offs.complete_identity;
    protein.complete_coverage = node->cut_offs.complete_coverage;
    protein.partial_identity = node->cut_offs.partial_identity;
    protein.partial_coverage = node->cut_offs.partial_coverage;
  }

  Result<void> join_part(NewProtein& protein, const NcbiProteinHeader& header,
                         const FastaRecord& record) {
    if (record.sequence.substr(0, record.sequence.find('*')) != protein.sequence)
      return bad_input(fmt::format("parts of '{}' have different sequences", header.accession),
                       file_, record.line);
    const auto names = ncbi_name(header.node, header.family, hierarchy_);
    protein.name += "/" + names.name;
    protein.gene += "/" + names.gene;
    annotate(protein, names, header);
    tally_.set_aside("part_of_fused_protein", header.accession, header.node);
    return {};
  }

  void note_missing_targets() {
    for (const auto& [accession, taxgroups] : scopes_)
      if (proteins_.find({accession, true}) == proteins_.end())
        log_.note(kSource, file_, "rule_without_sequence", accession,
                  join({taxgroups.begin(), taxgroups.end()}, ";"));
  }

  const std::string& file_;
  const NcbiFamilies& hierarchy_;
  const TargetScopes& scopes_;
  const NcbiKnowledge& knowledge_;
  ImportLog& log_;
  RecordTally tally_;
  std::set<std::string> parts_;
  std::map<Key, NewProtein> proteins_;
};

}  // namespace

NcbiName ncbi_name(std::string_view node, std::string_view family, const NcbiFamilies& hierarchy) {
  const auto symbol = [&](std::string_view of) {
    const auto* found = hierarchy.find(of);
    return found == nullptr || found->symbol.empty() ? std::string(of) : found->symbol;
  };
  return {.name = symbol(node), .gene = symbol(family), .node = std::string(family)};
}

Result<std::vector<NewProtein>> parse_ncbi_proteins(std::string_view text, const std::string& file,
                                                    NcbiLayout layout,
                                                    const NcbiFamilies& hierarchy,
                                                    const TargetScopes& scopes,
                                                    const NcbiKnowledge& knowledge,
                                                    ImportLog& log) {
  KRES_ASSIGN(const auto records, parse_fasta_records(text, file, Alphabet::amino_acids));
  if (!records.back().sequence.ends_with('*'))
    return bad_input("ends inside a protein", file, records.back().line, "fetch the release again");
  Collector collector(file, hierarchy, scopes, knowledge, log);
  for (const auto& record : records) {
    KRES_ASSIGN(const auto header,
                parse_ncbi_protein_header(record.header, layout, file, record.line));
    KRES_TRY(collector.add(header, record));
  }
  return collector.finish(records.size());
}

}  // namespace kres::genome

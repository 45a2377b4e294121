#include "genome/resistance/protein_targets.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "genome/resistance/protein_function.h"
#include "genome/resistance/unlike_stretch.h"

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 80;  // per cent; below this it is another gene of the family
constexpr double kLeastCoverage = 20;  // per cent
// A shorter piece is read where the contig ends, if it is long and alike enough to be no other
// gene.
constexpr std::uint32_t kLeastPiece = 30;   // residues
constexpr double kLeastPieceIdentity = 90;  // per cent

// Alignments of one gene, the best of each place, best first.
using Copies = std::vector<const TranslatedAlignment*>;

int score_of(const TranslatedAlignment& aligned) {
  return static_cast<int>(aligned.matches) - 3 * static_cast<int>(aligned.mismatches) -
         5 * static_cast<int>(aligned.inserted > 0) - 5 * static_cast<int>(aligned.deleted > 0);
}

std::string accession_of(std::string_view id) {
  const auto colon = id.find(':');
  return std::string(colon == std::string_view::npos ? id : id.substr(colon + 1));
}

}  // namespace

bool is_target_of(const std::string& scope, const ProteinIndex& index, ProteinId id) {
  if (index.kind(id) != ProteinKind::target || scope.empty()) return false;
  const auto scopes = fmt::format(";{};", index.text(index.protein(id).scopes));
  return scopes.find(";" + scope + ";") != std::string::npos;
}

namespace {

bool same_place(const TranslatedAlignment& a, const TranslatedAlignment& b) {
  return a.contig == b.contig && a.contig_start < b.contig_end && b.contig_start < a.contig_end;
}

bool is_enough(const TranslatedAlignment& aligned) {
  if (aligned.identity() < kLeastIdentity) return false;
  return aligned.coverage() >= kLeastCoverage ||
         (aligned.off_contig() && aligned.identity() >= kLeastPieceIdentity &&
          aligned.matches + aligned.mismatches >= kLeastPiece);
}

// Copies of every target gene of the scope; none of a gene that is not seen.
std::map<std::string, Copies> copies_by_gene(const std::vector<TranslatedAlignment>& alignments,
                                             const std::string& scope, const ProteinIndex& index) {
  std::map<std::string, Copies> genes;
  for (ProteinId id = 0; id < index.proteins().size(); ++id)
    if (is_target_of(scope, index, id)) genes[std::string(index.text(index.protein(id).gene))];
  for (const auto& aligned : alignments)
    if (is_target_of(scope, index, aligned.protein) && is_enough(aligned))
      genes[std::string(index.text(index.protein(aligned.protein).gene))].push_back(&aligned);
  for (auto& [gene, all] : genes) {
    std::stable_sort(all.begin(), all.end(),
                     [](const auto* a, const auto* b) { return score_of(*a) > score_of(*b); });
    Copies best;
    for (const auto* aligned : all)
      if (std::none_of(best.begin(), best.end(),
                       [&](const auto* other) { return same_place(*aligned, *other); }))
        best.push_back(aligned);
    all = std::move(best);
  }
  return genes;
}

class TargetCaller {
 public:
  TargetCaller(const TranslatedAlignment& aligned, const ProteinIndex& index,
               const ProteinTargetKnowledge& knowledge, const std::string& scope,
               const std::vector<sequence::ContigSequence>& contigs, double broken_protein)
      : aligned_(aligned),
        reference_(index.sequence(aligned.protein)),
        record_(index.protein(aligned.protein)),
        index_(index),
        knowledge_(knowledge),
        scope_(scope),
        contig_(contigs[aligned.contig]),
        function_(assess_translated(aligned, broken_protein)),
        unlike_(unlike_stretches(aligned.reference, aligned.observed,
                                 static_cast<int>(aligned.protein_start) + 1)) {}

  bool works() const { return function_.state == FunctionState::intact; }

  Target target() const {
    Target target{.gene = gene(),
                  .state = "intact",
                  .detail = function_.reason,
                  .contig = contig_.name,
                  .start = aligned_.contig_start + 1,
                  .end = aligned_.contig_end,
                  .strand = aligned_.reverse ? '-' : '+',
                  .method = "protein",
                  .identity = aligned_.identity(),
                  .coverage = std::min(100.0, aligned_.coverage()),
                  .protein_percent = std::min(100.0, function_.protein_percent)};
    if (function_.state == FunctionState::broken)
      target.state = aligned_.insertions.empty() ? "truncated" : "interrupted";
    if (function_.state == FunctionState::not_assessable) target.state = "not_assessable";
    if (function_.state != FunctionState::intact) return target;
    for (auto& change : changes_of(aligned_))
      if (!is_unread(change)) target.changes.push_back({std::move(change)});
    if (!target.changes.empty()) target.state = "missense";
    if (const auto unread = unread_stretch(unlike_, known_codons()); !unread.empty()) {
      target.state = "not_assessable";
      target.detail = unread;
      return target;
    }
    const auto unknown = unclassified();
    if (!unknown.empty() && target.detail.empty())
      target.detail = "unclassified_at_known_codon:" + unknown;
    return target;
  }

  // Catalogued changes that keep the protein, each once; in a broken protein only its loss counts.
  std::vector<Determinant> mutations() const {
    std::vector<Determinant> found;
    if (function_.state == FunctionState::broken) return found;
    std::set<std::string> seen;
    for (const auto& change : knowledge_.changes) {
      if (!is_ours(change) || change.is_loss() || !shows(aligned_, reference_, change) ||
          covered(unlike_, static_cast<int>(change.position)))
        continue;
      const std::string& text = change.text;
      if (!seen.insert(text).second) continue;
      Determinant determinant = describe(fmt::format("{} {}", gene(), text), change.agents);
      determinant.kind = DeterminantKind::mutation;
      determinant.source = fmt::format("ncbi:{}", change.symbol);
      determinant.drug_class = change.drug_class;
      determinant.changes = {{text}};
      determinant.function = FunctionState::intact;
      found.push_back(std::move(determinant));
    }
    return found;
  }

  // A change that no catalogue knows, at a codon where others resist.
  std::string unclassified() const {
    std::vector<std::string> classified;
    for (const auto& change : knowledge_.changes) {
      if (!is_ours(change) || change.is_loss()) continue;
      if (shows(aligned_, reference_, change))
        classified.push_back(
            fmt::format("{}{}{}", change.reference, change.position, change.observed));
    }
    return unclassified_change(changes_of(aligned_), classified, known_codons());
  }

  // A loss of a gene whose loss is known to matter.
  std::vector<Determinant> disruption() const {
    if (function_.state != FunctionState::broken) return {};
    std::set<std::string> agents;
    std::string drug_class, source;
    for (const auto& change : knowledge_.changes) {
      if (!is_ours(change) || !change.is_loss()) continue;
      if (source.empty() || shows(aligned_, reference_, change)) source = "ncbi:" + change.symbol;
      agents.insert(change.agents.begin(), change.agents.end());
      drug_class = change.drug_class;
    }
    for (const auto& protein : knowledge_.susceptible) {
      if (protein.scope != scope_ || protein.gene != gene() || protein.cutoff > 0) continue;
      if (source.empty()) source = fmt::format("ncbi:{}", protein.accession);
      agents.insert(protein.agents.begin(), protein.agents.end());
      drug_class = protein.drug_class;
    }
    if (source.empty()) return {};
    Determinant determinant = describe(gene(), {agents.begin(), agents.end()});
    determinant.kind = DeterminantKind::disruption;
    determinant.source = source;
    determinant.drug_class = drug_class;
    determinant.function = FunctionState::broken;
    determinant.function_reason = function_.reason;
    if (auto loss = loss_of(aligned_, reference_); !loss.empty()) determinant.changes = {{loss}};
    return {determinant};
  }

 private:
  std::string gene() const { return std::string(index_.text(record_.gene)); }

  // Codons of which a substitution is known.
  std::vector<int> known_codons() const {
    std::vector<int> codons;
    for (const auto& change : knowledge_.changes)
      if (is_ours(change) && !change.is_loss() && change.reference.size() == 1 &&
          change.observed.size() == 1)
        codons.push_back(static_cast<int>(change.position));
    return codons;
  }

  bool is_unread(const std::string& change) const {
    const auto codons = codons_of(change);
    return !codons.empty() && (covered(unlike_, codons.front()) || covered(unlike_, codons.back()));
  }

  bool is_ours(const CataloguedChange& change) const {
    return change.scope == scope_ && change.accession == accession_of(index_.text(record_.id));
  }

  Determinant describe(std::string symbol, std::vector<std::string> agents) const {
    Determinant determinant{.symbol = std::move(symbol),
                            .gene = gene(),
                            .agents = std::move(agents),
                            .contig = contig_.name,
                            .start = aligned_.contig_start + 1,
                            .end = aligned_.contig_end,
                            .strand = aligned_.reverse ? '-' : '+',
                            .method = "protein",
                            .identity = aligned_.identity(),
                            .identity_aa = aligned_.identity(),
                            .coverage = std::min(100.0, aligned_.coverage()),
                            .allele_status = AlleleStatus::exact_protein};
    determinant.pieces = {{.contig = contig_.name,
                           .start = determinant.start,
                           .end = determinant.end,
                           .strand = determinant.strand,
                           .reference_start = 3 * aligned_.protein_start + 1,
                           .reference_end = 3 * aligned_.protein_end}};
    return determinant;
  }

  const TranslatedAlignment& aligned_;
  std::string_view reference_;
  const ProteinRecord& record_;
  const ProteinIndex& index_;
  const ProteinTargetKnowledge& knowledge_;
  const std::string& scope_;
  const sequence::ContigSequence& contig_;
  FunctionFinding function_;
  std::vector<UnlikeStretch> unlike_;
};

void append(std::vector<Determinant>& all, std::vector<Determinant> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// A disruption that was found on nucleotides gains the change of the protein.
void add_loss(std::vector<Determinant>& known, const Determinant& found) {
  for (auto& determinant : known)
    if (determinant.symbol == found.symbol && determinant.kind == DeterminantKind::disruption &&
        determinant.contig == found.contig && determinant.changes.empty())
      determinant.changes = found.changes;
}

}  // namespace

TargetFindings call_protein_targets(const std::vector<TranslatedAlignment>& alignments,
                                    const std::string& scope, const ProteinIndex& index,
                                    const ProteinTargetKnowledge& knowledge,
                                    const std::vector<sequence::ContigSequence>& contigs,
                                    double broken_protein, Verdict quality) {
  TargetFindings findings;
  for (const auto& [gene, copies] : copies_by_gene(alignments, scope, index)) {
    if (copies.empty()) {
      findings.targets.push_back(
          {.gene = gene,
           .state = "not_assessable",
           .detail = quality != Verdict::fail ? "not_found" : "assembly_quality",
           .method = "protein"});
      continue;
    }
    std::vector<Determinant> losses;
    bool works = false;
    for (const auto* copy : copies) {
      const TargetCaller caller(*copy, index, knowledge, scope, contigs, broken_protein);
      if (copy == copies.front()) findings.targets.push_back(caller.target());
      append(findings.determinants, caller.mutations());
      append(losses, caller.disruption());
      works = works || caller.works();
    }
    if (!works) append(findings.determinants, std::move(losses));
  }
  return findings;
}

void join_targets(TargetFindings& findings, TargetFindings more) {
  std::set<std::string> genes, symbols;
  for (const auto& target : findings.targets)
    if (target.detail != "not_found") genes.insert(target.gene);
  for (const auto& determinant : findings.determinants) symbols.insert(determinant.symbol);
  for (auto& target : more.targets) {
    if (genes.count(target.gene) > 0) continue;
    std::erase_if(findings.targets, [&](const Target& old) { return old.gene == target.gene; });
    findings.targets.push_back(std::move(target));
  }
  for (auto& determinant : more.determinants) {
    if (symbols.count(determinant.symbol) == 0)
      findings.determinants.push_back(std::move(determinant));
    else
      add_loss(findings.determinants, determinant);
  }
}

}  // namespace kres::genome

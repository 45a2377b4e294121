#include "tests/scenario/invariance/calls.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::testing {

namespace {

using namespace kres::genome;

std::string texts(const std::vector<AminoAcidChange>& changes) {
  std::string all;
  for (const auto& change : changes) all += change.text + ";";
  return all;
}

std::string sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  return join(texts, ";");
}

// First and last base of the reference entry that is there, with the place of each in the original.
std::string extent(const Determinant& d, const Rewritten& rewritten) {
  if (d.pieces.empty()) return "nowhere";
  const auto by_start = [](const Piece& a, const Piece& b) {
    return a.reference_start < b.reference_start;
  };
  const auto by_end = [](const Piece& a, const Piece& b) {
    return a.reference_end < b.reference_end;
  };
  const auto& first = *std::min_element(d.pieces.begin(), d.pieces.end(), by_start);
  const auto& last = *std::max_element(d.pieces.begin(), d.pieces.end(), by_end);
  const auto place = [&](const Piece& piece, bool start) {
    const bool low = (piece.strand == '+') == start;
    return fmt::format("{}:{}{}", piece.contig,
                       rewritten.original(piece.contig, low ? piece.start : piece.end),
                       rewritten.original_strand(piece.contig, piece.strand));
  };
  return fmt::format("{}={} {}={}", first.reference_start, place(first, true), last.reference_end,
                     place(last, false));
}

std::string call(const Determinant& d, const Rewritten& rewritten) {
  return fmt::format(
      "{} {} gene={} allele={} nearest={} class={} agents={} identity={:.4f}/{:.4f} "
      "coverage={:.4f} copies={} {} ties={} changes={} {} {} intrinsic={} end={} trace={} {} {} {} "
      "{}",
      name_of(d.kind), d.symbol, d.gene, d.allele, d.nearest, d.drug_class, sorted(d.agents),
      d.identity, d.identity_aa.value_or(-1), d.coverage, d.copies.value_or(0),
      name_of(d.allele_status), sorted(d.ties), texts(d.changes), name_of(d.function),
      d.function_reason, d.intrinsic, d.contig_end, d.trace, d.critical_family, d.context.location,
      d.context.contig_length, extent(d, rewritten));
}

std::string call(const Target& t, const Rewritten& rewritten) {
  const auto one = rewritten.original(t.contig, t.start), two = rewritten.original(t.contig, t.end);
  return fmt::format("target {} {} {} identity={:.4f} coverage={:.4f} protein={:.4f} {} {}:{}-{}",
                     t.gene, t.state, t.detail, t.identity, t.coverage, t.protein_percent,
                     texts(t.changes), t.contig, std::min(one, two), std::max(one, two));
}

void add_typing(std::vector<std::string>& calls, const GenomeResult& result) {
  calls.push_back(fmt::format("species {} {} {}", result.species.name, result.species.rank,
                              result.species.confidence));
  calls.push_back(fmt::format("contamination {} {}", name_of(result.contamination.verdict),
                              result.contamination.single_copy_loci_twice));
  const auto& q = result.quality;
  calls.push_back(fmt::format("quality {} {} {} {} {} {:.4f}", name_of(q.verdict), q.length,
                              q.contigs, q.n50, q.longest, q.gc));
  for (const auto& mlst : result.mlst) {
    std::string alleles;
    for (const auto& allele : mlst.alleles) alleles += " " + allele.locus + "=" + allele.call;
    calls.push_back(fmt::format("mlst {} {}{}", mlst.scheme, mlst.st, alleles));
  }
}

void add_clusters(std::vector<std::string>& calls, const GenomeResult& result) {
  for (const auto& van : result.van_operons)
    calls.push_back(
        fmt::format("van {} {} {} {}", van.type, van.verdict, van.contig, van.genes.size()));
  for (const auto& replicon : result.replicons)
    calls.push_back(fmt::format("replicon {} {} {:.4f} {:.4f}", replicon.name, replicon.contig,
                                replicon.identity, replicon.coverage));
  for (const auto& rna : result.ribosomal)
    calls.push_back(fmt::format("rrna {} {} {} {} {}", rna.gene, rna.copies_found, rna.state,
                                rna.reason, rna.positions.size()));
}

}  // namespace

std::vector<std::string> calls_of(const GenomeResult& result, const Rewritten& rewritten) {
  std::vector<std::string> calls;
  add_typing(calls, result);
  add_clusters(calls, result);
  for (const auto& determinant : result.determinants) calls.push_back(call(determinant, rewritten));
  for (const auto& target : result.targets) calls.push_back(call(target, rewritten));
  for (const auto& p : result.phenotype)
    calls.push_back(fmt::format("{} {} {} {}", p.agent, name_of(p.prediction), sorted(p.rules),
                                sorted(p.determinants)));
  for (const auto& negative : result.negatives)
    calls.push_back(fmt::format("negative {} {} {}", negative.target, negative.state,
                                negative.entries_searched));
  for (const auto& warning : result.warnings) calls.push_back("warning " + warning);
  std::sort(calls.begin(), calls.end());
  return calls;
}

}  // namespace kres::testing

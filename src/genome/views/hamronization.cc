#include "genome/views/hamronization.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace kres::genome {

namespace {

// A finding with what the fields need besides it.
struct Record {
  const GenomeResult& result;
  const Determinant& finding;
  const std::vector<ReferenceSource>& sources;
};

enum class FieldType { text, number };

// A field of the specification. `value` gives its text, empty for none.
struct Field {
  const char* name;
  FieldType type;
  std::string (*value)(const Record&);
};

bool is_mutation(const Record& r) { return r.finding.kind == DeterminantKind::mutation; }

// Ribosomal RNA and promoters change by nucleotide, everything else by amino acid.
bool is_nucleotide_change(const Record& r) {
  const auto& gene = r.finding.gene;
  return is_mutation(r) && (gene.starts_with("23S") || gene.starts_with("16S") ||
                            gene.find("promoter") != std::string::npos);
}

std::string changes(const Record& r, const char* prefix) {
  std::vector<std::string> texts;
  for (const auto& change : r.finding.changes) texts.push_back(prefix + change.text);
  return join(texts, ";");
}

std::string number(double value) { return fmt::format("{:.2f}", value); }
std::string whole(std::uint64_t value) { return value == 0 ? "" : std::to_string(value); }

// "resfinder" of "resfinder:blaKPC-2_1_AY034847".
std::string_view prefix_of(std::string_view source) { return source.substr(0, source.find(':')); }

const ReferenceSource* database_of(const Record& r) {
  const auto prefix = to_lower(prefix_of(r.finding.source));
  for (const auto& source : r.sources)
    if (to_lower(source.name).find(prefix) != std::string::npos) return &source;
  return nullptr;
}

std::string database_name(const Record& r) {
  const auto* database = database_of(r);
  return database == nullptr ? "kres reference set " + r.result.reference_name : database->name;
}

std::string database_version(const Record& r) {
  const auto* database = database_of(r);
  return database == nullptr ? r.result.reference_digest : database->version;
}

// ResFinder's ids end in _NUMBER_ACCESSION; of other sources the whole id.
std::string accession(const Record& r) {
  const std::string& source = r.finding.source;
  const auto colon = source.find(':');
  const std::string id = colon == std::string::npos ? source : source.substr(colon + 1);
  if (prefix_of(source) != "resfinder") return id;
  for (auto end = id.rfind('_'); end != std::string::npos && end > 0;) {
    const auto begin = id.rfind('_', end - 1);
    if (begin == std::string::npos) break;
    if (parse_int(id.substr(begin + 1, end - begin - 1))) return id.substr(end + 1);
    end = begin;
  }
  return id;
}

std::string gene_symbol(const Record& r) {
  const auto& finding = r.finding;
  return replace_all(finding.kind == DeterminantKind::gene ? finding.symbol : finding.gene, " ",
                     "_");
}

std::string variation_type(const Record& r) {
  if (r.finding.kind == DeterminantKind::disruption) return "inactivating_mutation_detected";
  if (!is_mutation(r)) return "gene_presence_detected";
  return is_nucleotide_change(r) ? "nucleotide_variant_detected" : "protein_variant_detected";
}

std::string predicted_phenotype(const Record& r) {
  if (r.finding.function != FunctionState::not_assessable) return "";
  return r.finding.function_reason.empty() ? "not assessable"
                                           : "not assessable: " + r.finding.function_reason;
}

// First or last base of the reference entry that is there.
std::string reference_base(const Record& r, bool first) {
  const auto& pieces = r.finding.pieces;
  if (pieces.empty()) return "";
  std::uint32_t base = first ? pieces.front().reference_start : pieces.front().reference_end;
  for (const auto& piece : pieces)
    base = first ? std::min(base, piece.reference_start) : std::max(base, piece.reference_end);
  return whole(base);
}

std::string input_length(const Record& r) {
  const auto& f = r.finding;
  return f.pieces.size() == 1 && f.end >= f.start && f.start > 0 ? whole(f.end - f.start + 1) : "";
}

std::string software(const Record& r, bool version) {
  const auto& text = r.result.software;
  const auto blank = std::min(text.find(' '), text.size());
  return version ? std::string(trim(text.substr(blank))) : text.substr(0, blank);
}

constexpr auto kText = FieldType::text;
constexpr auto kNumber = FieldType::number;

const auto kFields = std::to_array<Field>({
    {"input_file_name", kText,
     [](const Record& r) { return r.result.input.empty() ? "" : r.result.input.front().path; }},
    {"gene_symbol", kText, gene_symbol},
    {"gene_name", kText, [](const Record& r) { return r.finding.symbol; }},
    {"reference_database_name", kText, database_name},
    {"reference_database_version", kText, database_version},
    {"reference_accession", kText, accession},
    {"analysis_software_name", kText, [](const Record& r) { return software(r, false); }},
    {"analysis_software_version", kText, [](const Record& r) { return software(r, true); }},
    {"genetic_variation_type", kText, variation_type},
    {"antimicrobial_agent", kText, [](const Record& r) { return join(r.finding.agents, ";"); }},
    {"coverage_percentage", kNumber, [](const Record& r) { return number(r.finding.coverage); }},
    {"coverage_depth", kNumber,
     [](const Record& r) { return r.finding.depth ? number(*r.finding.depth) : ""; }},
    {"coverage_ratio", kText, [](const Record&) { return std::string(); }},
    {"drug_class", kText, [](const Record& r) { return r.finding.drug_class; }},
    {"input_gene_length", kNumber, input_length},
    {"input_gene_start", kNumber, [](const Record& r) { return whole(r.finding.start); }},
    {"input_gene_stop", kNumber, [](const Record& r) { return whole(r.finding.end); }},
    {"input_protein_length", kNumber, [](const Record&) { return std::string(); }},
    {"input_protein_start", kNumber, [](const Record&) { return std::string(); }},
    {"input_protein_stop", kNumber, [](const Record&) { return std::string(); }},
    {"input_sequence_id", kText, [](const Record& r) { return r.finding.contig; }},
    {"nucleotide_mutation", kText,
     [](const Record& r) { return is_nucleotide_change(r) ? changes(r, "n.") : ""; }},
    {"nucleotide_mutation_interpretation", kText, [](const Record&) { return std::string(); }},
    {"predicted_phenotype", kText, predicted_phenotype},
    {"predicted_phenotype_confidence_level", kText, [](const Record&) { return std::string(); }},
    {"amino_acid_mutation", kText,
     [](const Record& r) {
       return is_mutation(r) && !is_nucleotide_change(r) ? changes(r, "p.") : "";
     }},
    {"amino_acid_mutation_interpretation", kText,
     [](const Record& r) {
       return r.finding.kind == DeterminantKind::disruption ? r.finding.function_reason : "";
     }},
    {"reference_gene_length", kNumber, [](const Record&) { return std::string(); }},
    {"reference_gene_start", kNumber, [](const Record& r) { return reference_base(r, true); }},
    {"reference_gene_stop", kNumber, [](const Record& r) { return reference_base(r, false); }},
    {"reference_protein_length", kNumber, [](const Record&) { return std::string(); }},
    {"reference_protein_start", kNumber, [](const Record&) { return std::string(); }},
    {"reference_protein_stop", kNumber, [](const Record&) { return std::string(); }},
    {"resistance_mechanism", kText, [](const Record&) { return std::string(); }},
    {"strand_orientation", kText,
     [](const Record& r) {
       return std::string(r.finding.contig.empty() ? 0 : 1, r.finding.strand);
     }},
    {"sequence_identity", kNumber, [](const Record& r) { return number(r.finding.identity); }},
});

bool is_reported(const Determinant& finding) {
  return finding.kind == DeterminantKind::disruption || finding.function != FunctionState::broken;
}

std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string tsv_line(const Record& record) {
  std::vector<std::string> cells;
  for (const auto& field : kFields) cells.push_back(cell(field.value(record)));
  return join(cells, "\t") + "\n";
}

std::string json_line(const Record& record) {
  nlohmann::ordered_json json;
  for (const auto& field : kFields) {
    const auto value = field.value(record);
    if (value.empty()) continue;
    if (const auto integer = parse_int(value); field.type == kNumber && integer)
      json[field.name] = *integer;
    else if (field.type == kNumber)
      json[field.name] = parse_double(value).value_or(0);
    else
      json[field.name] = value;
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string lines(const GenomeResult& result, const std::vector<ReferenceSource>& sources,
                  std::string (*line)(const Record&)) {
  std::string text;
  for (const auto& finding : result.determinants)
    if (is_reported(finding)) text += line({result, finding, sources});
  return text;
}

}  // namespace

std::string hamronization_header() {
  std::vector<std::string> names;
  for (const auto& field : kFields) names.emplace_back(field.name);
  return join(names, "\t") + "\n";
}

std::string hamronization_tsv(const GenomeResult& result,
                              const std::vector<ReferenceSource>& sources) {
  return lines(result, sources, tsv_line);
}

std::string hamronization_json(const GenomeResult& result,
                               const std::vector<ReferenceSource>& sources) {
  return lines(result, sources, json_line);
}

}  // namespace kres::genome

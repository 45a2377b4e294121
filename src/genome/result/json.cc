// One list of fields per struct serves writing and reading, so the two cannot drift apart.
// Long because it is that table: every field of the document, once.
#include "genome/result/json.h"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kres::genome {

namespace {

using Json = nlohmann::ordered_json;

template <class E, std::size_t N>
struct Names {
  std::array<std::pair<E, std::string_view>, N> rows;
  std::string_view operator()(E value) const {
    for (const auto& [key, name] : rows)
      if (key == value) return name;
    return rows[0].second;
  }
  E parse(std::string_view text) const {
    for (const auto& [key, name] : rows)
      if (name == text) return key;
    throw std::invalid_argument(fmt::format("'{}' is not one of the known values", text));
  }
};

constexpr Names<Verdict, 3> kVerdicts{
    {{{Verdict::pass, "pass"}, {Verdict::warn, "warn"}, {Verdict::fail, "fail"}}}};
constexpr Names<DeterminantKind, 4> kKinds{{{{DeterminantKind::gene, "gene"},
                                             {DeterminantKind::mutation, "mutation"},
                                             {DeterminantKind::disruption, "disruption"},
                                             {DeterminantKind::operon, "operon"}}}};
constexpr Names<AlleleStatus, 5> kStatuses{{{{AlleleStatus::exact, "exact"},
                                             {AlleleStatus::exact_protein, "exact_protein"},
                                             {AlleleStatus::novel, "novel"},
                                             {AlleleStatus::partial, "partial"},
                                             {AlleleStatus::ambiguous, "ambiguous"}}}};
constexpr Names<FunctionState, 3> kFunctions{{{{FunctionState::intact, "intact"},
                                               {FunctionState::broken, "broken"},
                                               {FunctionState::not_assessable, "not_assessable"}}}};
constexpr Names<Prediction, 4> kPredictions{{{{Prediction::wild_type, "WT"},
                                              {Prediction::non_wild_type, "NWT"},
                                              {Prediction::uncertain, "uncertain"},
                                              {Prediction::no_rule, "no_rule"}}}};

const auto& names(Verdict) { return kVerdicts; }
const auto& names(DeterminantKind) { return kKinds; }
const auto& names(AlleleStatus) { return kStatuses; }
const auto& names(FunctionState) { return kFunctions; }
const auto& names(Prediction) { return kPredictions; }

// Percentages and ratios are written with four decimals, so that equal values give equal text.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

bool says_something(bool value) { return value; }
template <class T>
bool says_something(const std::optional<T>& value) {
  return value.has_value();
}
template <class T>
bool says_something(const std::vector<T>& values) {
  return !values.empty();
}

struct Writer {
  Json& json;

  void operator()(const char* key, const double& value) { json[key] = rounded(value); }
  void operator()(const char* key, const std::string& value) { json[key] = value; }
  void operator()(const char* key, const std::vector<std::string>& value) { json[key] = value; }
  void operator()(const char* key, const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values) list.push_back(rounded(value));
    json[key] = std::move(list);
  }
  void operator()(const char* key, const char& value) { json[key] = std::string(1, value); }
  template <class T>
  void operator()(const char* key, const T& value) {
    if constexpr (std::is_enum_v<T>)
      json[key] = names(value)(value);
    else if constexpr (std::is_class_v<T>)
      json[key] = object(value);
    else
      json[key] = value;
  }
  template <class T>
  void operator()(const char* key, const std::optional<T>& value) {
    if (value)
      (*this)(key, *value);
    else
      json[key] = nullptr;
  }
  template <class T>
  void operator()(const char* key, const std::vector<T>& values) {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(object(value));
    json[key] = std::move(list);
  }
  template <class T>
  void later(const char* key, T& value) {
    (*this)(key, value);
  }
  // A field that only reads can fill: it is not written where there is nothing to say.
  template <class T>
  void from_reads(const char* key, T& value) {
    if (says_something(value)) (*this)(key, value);
  }
  template <class T>
  static Json object(const T& value) {
    Json out = Json::object();
    Writer writer{out};
    fields(writer, const_cast<T&>(value));
    return out;
  }
};

struct Reader {
  const Json& json;

  const Json& at(const char* key) const {
    const auto found = json.find(key);
    if (found == json.end()) throw std::invalid_argument(fmt::format("field '{}' is missing", key));
    return *found;
  }
  void operator()(const char* key, char& value) {
    const auto text = at(key).get<std::string>();
    value = text.empty() ? '+' : text[0];
  }
  void operator()(const char* key, std::string& value) { value = at(key).get<std::string>(); }
  void operator()(const char* key, std::vector<std::string>& value) {
    value = at(key).get<std::vector<std::string>>();
  }
  void operator()(const char* key, std::vector<double>& value) {
    value = at(key).get<std::vector<double>>();
  }
  template <class T>
  void operator()(const char* key, T& value) {
    if constexpr (std::is_enum_v<T>)
      value = names(value).parse(at(key).get<std::string>());
    else if constexpr (std::is_class_v<T>)
      value = object<T>(at(key));
    else
      value = at(key).get<T>();
  }
  template <class T>
  void operator()(const char* key, std::optional<T>& value) {
    if (at(key).is_null()) return;
    value.emplace();
    (*this)(key, *value);
  }
  template <class T>
  void operator()(const char* key, std::vector<T>& values) {
    for (const auto& item : at(key)) values.push_back(object<T>(item));
  }
  // A field that documents written before it do not have.
  template <class T>
  void later(const char* key, T& value) {
    if (json.contains(key)) (*this)(key, value);
  }
  template <class T>
  void from_reads(const char* key, T& value) {
    later(key, value);
  }
  template <class T>
  static T object(const Json& json) {
    T value;
    Reader reader{json};
    fields(reader, value);
    return value;
  }
};

template <class IO>
void fields(IO& io, ReadSummary& s) {
  io("reads", s.reads);
  io("bases", s.bases);
  io("shortest", s.shortest);
  io("longest", s.longest);
  io("mean_length", s.mean_length);
  io("n50", s.n50);
  io("gc", s.gc);
  io("n_percent", s.n_percent);
  io("mean_quality", s.mean_quality);
  io("q20_percent", s.q20_percent);
  io("q30_percent", s.q30_percent);
  io("adapter_percent", s.adapter_percent);
}

template <class IO>
void fields(IO& io, ReadFile& f) {
  io("file", f.file);
  io("mate", f.mate);
  io("summary", f.summary);
}

template <class IO>
void fields(IO& io, ReadMate& m) {
  io("mate", m.mate);
  io("reads", m.reads);
  io("quality_by_cycle", m.quality_by_cycle);
}

template <class IO>
void fields(IO& io, ReadQuality& q) {
  io.from_reads("nanopore", q.nanopore);
  io.from_reads("error_percent", q.error_percent);
  io("all", q.all);
  io("files", q.files);
  io("mates", q.mates);
  io("adapter", q.adapter);
  io("sampled", q.sampled);
  io("quality_of_bases", q.quality_of_bases);
  io("quality_of_reads", q.quality_of_reads);
  io("insert_median", q.insert_median);
  io("insert_low", q.insert_low);
  io("insert_high", q.insert_high);
  io("estimated_depth", q.estimated_depth);
  io("notes", q.notes);
}

template <class IO>
void fields(IO& io, Quality& q) {
  io("verdict", q.verdict);
  io("length", q.length);
  io("contigs", q.contigs);
  io("contigs_500", q.contigs_500);
  io("n50", q.n50);
  io("longest", q.longest);
  io("gc", q.gc);
  io("n_percent", q.n_percent);
  io("depth", q.depth);
  io.from_reads("reads", q.reads);
  io("reasons", q.reasons);
}

template <class IO>
void fields(IO& io, SpeciesHit& s) {
  io("name", s.name);
  io("ani", s.ani);
  io("reference", s.reference);
}

template <class IO>
void fields(IO& io, Species& s) {
  io("name", s.name);
  io("rank", s.rank);
  io("complex", s.complex);
  io("confidence", s.confidence);
  io("ani", s.ani);
  io("second", s.second);
  io("stated_by_user", s.stated_by_user);
  io.later("evidence", s.evidence);
}

template <class IO>
void fields(IO& io, ForeignContig& f) {
  io("contig", f.contig);
  io("length", f.length);
  io("species", f.species);
  io("sampled", f.sampled);
  io("percent", f.percent);
}

template <class IO>
void fields(IO& io, AlternativeReads& a) {
  io("reads", a.reads);
  io("forward", a.forward);
  io("reverse", a.reverse);
  io("fraction", a.fraction);
  io("low", a.low);
  io("high", a.high);
}

template <class IO>
void fields(IO& io, SecondAllele& s) {
  io("locus", s.locus);
  io("alternative_reads", s.alternative_reads);
}

template <class IO>
void fields(IO& io, SecondGenome& s) {
  io("sites", s.sites);
  io("second_sites", s.second_sites);
  io("depth", s.depth);
  io.from_reads("own_depth", s.own_depth);
  io.from_reads("own_spread", s.own_spread);
  io.from_reads("second_depth", s.second_depth);
  io.from_reads("fraction", s.fraction);
  io.from_reads("fraction_low", s.fraction_low);
  io.from_reads("fraction_high", s.fraction_high);
}

template <class IO>
void fields(IO& io, Contamination& c) {
  io("verdict", c.verdict);
  io("second_species_percent", c.second_species_percent);
  io("second_species", c.second_species);
  io("single_copy_loci_twice", c.single_copy_loci_twice);
  io.later("loci_twice", c.loci_twice);
  io.later("foreign_contigs", c.foreign_contigs);
  io.later("foreign_contigs_percent", c.foreign_contigs_percent);
  io.from_reads("loci_assessed", c.loci_assessed);
  io.from_reads("second_alleles", c.second_alleles);
  io.from_reads("second_genome", c.second_genome);
  io.from_reads("minor_fraction", c.minor_fraction);
  io.from_reads("minor_fraction_low", c.minor_fraction_low);
  io.from_reads("minor_fraction_high", c.minor_fraction_high);
  io("reasons", c.reasons);
}

template <class IO>
void fields(IO& io, Piece& p) {
  io("contig", p.contig);
  io("start", p.start);
  io("end", p.end);
  io("strand", p.strand);
  io("reference_start", p.reference_start);
  io("reference_end", p.reference_end);
  io("at_contig_end", p.at_contig_end);
}

template <class IO>
void fields(IO& io, Neighbour& n) {
  io("kind", n.kind);
  io("name", n.name);
  io("distance", n.distance);
  io("side", n.side);
}

template <class IO>
void fields(IO& io, Context& c) {
  io("location", c.location);
  io("evidence", c.evidence);
  io("contig_length", c.contig_length);
  io("contig_circular", c.contig_circular);
  io.later("neighbours", c.neighbours);
}

// Amino-acid changes are plain strings in JSON.
std::vector<std::string> texts(const std::vector<AminoAcidChange>& changes) {
  std::vector<std::string> out;
  for (const auto& change : changes) out.push_back(change.text);
  return out;
}
void change_list(Writer& io, std::vector<AminoAcidChange>& changes) {
  io.json["changes"] = texts(changes);
}
void change_list(Reader& io, std::vector<AminoAcidChange>& changes) {
  for (const auto& text : io.at("changes")) changes.push_back({text.get<std::string>()});
}

template <class IO>
void fields(IO& io, SequenceName& n) {
  io("database", n.database);
  io("name", n.name);
  io("accession", n.accession);
}

template <class IO>
void fields(IO& io, Determinant& d) {
  io("symbol", d.symbol);
  io("gene", d.gene);
  io("allele", d.allele);
  io("nearest", d.nearest);
  io("kind", d.kind);
  io("class", d.drug_class);
  io("agents", d.agents);
  io("source", d.source);
  io.later("names", d.names);
  io("contig", d.contig);
  io("start", d.start);
  io("end", d.end);
  io("strand", d.strand);
  io.later("method", d.method);
  io("identity", d.identity);
  io("identity_aa", d.identity_aa);
  io("coverage", d.coverage);
  io("depth", d.depth);
  io("copies", d.copies);
  io.from_reads("copies_low", d.copies_low);
  io.from_reads("copies_high", d.copies_high);
  io.from_reads("fraction", d.fraction);
  io.from_reads("fraction_low", d.fraction_low);
  io.from_reads("fraction_high", d.fraction_high);
  io.from_reads("minor", d.minor);
  io("allele_status", d.allele_status);
  io("ties", d.ties);
  change_list(io, d.changes);
  io("function", d.function);
  io("function_reason", d.function_reason);
  io("intrinsic", d.intrinsic);
  io("contig_end", d.contig_end);
  io("trace", d.trace);
  io("critical_family", d.critical_family);
  io("pieces", d.pieces);
  io("context", d.context);
}

template <class IO>
void fields(IO& io, Target& t) {
  io("gene", t.gene);
  io("state", t.state);
  io("detail", t.detail);
  io("contig", t.contig);
  io("start", t.start);
  io("end", t.end);
  io("strand", t.strand);
  io.later("method", t.method);
  io("identity", t.identity);
  io("coverage", t.coverage);
  io("protein_percent", t.protein_percent);
  change_list(io, t.changes);
  io.from_reads("depth", t.depth);
}

template <class IO>
void fields(IO& io, VanGene& g) {
  io("gene", g.gene);
  io("role", g.role);
  io("state", g.state);
  io("reason", g.reason);
  io("source", g.source);
  io("contig", g.contig);
  io("start", g.start);
  io("end", g.end);
  io("strand", g.strand);
}

template <class IO>
void fields(IO& io, VanOperon& o) {
  io("type", o.type);
  io("verdict", o.verdict);
  io("intrinsic", o.intrinsic);
  io("contig", o.contig);
  io("start", o.start);
  io("end", o.end);
  io("genes", o.genes);
  io("reasons", o.reasons);
}

template <class IO>
void fields(IO& io, Replicon& r) {
  io("name", r.name);
  io("contig", r.contig);
  io("start", r.start);
  io("end", r.end);
  io("strand", r.strand);
  io("identity", r.identity);
  io("coverage", r.coverage);
  io("source", r.source);
}

template <class IO>
void fields(IO& io, RibosomalPosition& p) {
  io("symbol", p.symbol);
  io("ecoli_position", p.ecoli_position);
  io("reference", p.reference);
  io("alternative", p.alternative);
  io("mutant_copies", p.mutant_copies);
  io("agents", p.agents);
  io.from_reads("alternative_reads", p.alternative_reads);
}

template <class IO>
void fields(IO& io, Ribosomal& r) {
  io("gene", r.gene);
  io("copies_found", r.copies_found);
  io("copies_expected", r.copies_expected);
  io("state", r.state);
  io("reason", r.reason);
  io("positions", r.positions);
  io.from_reads("reads", r.reads);
}

template <class IO>
void fields(IO& io, Insertion& i) {
  io("gene", i.gene);
  io("place", i.place);
  io("reference_position", i.reference_position);
  io("distance", i.distance);
  io("contig", i.contig);
  io("start", i.start);
  io("end", i.end);
  io("copies", i.copies);
  io("inverted_repeat", i.inverted_repeat);
  io("target_duplication", i.target_duplication);
}

template <class IO>
void fields(IO& io, SiteFraction& s) {
  io("symbol", s.symbol);
  io("gene", s.gene);
  io("contig", s.contig);
  io("position", s.position);
  io("state", s.state);
  io("alternative_reads", s.alternative_reads);
}

template <class IO>
void fields(IO& io, LocusDepth& l) {
  io("locus", l.locus);
  io("contig", l.contig);
  io("start", l.start);
  io("end", l.end);
  io("depth", l.depth);
  io("lowest", l.lowest);
  io("single_copy", l.single_copy);
}

template <class IO>
void fields(IO& io, Disagreement& d) {
  io("subject", d.subject);
  io("name", d.name);
  io("reads", d.reads);
  io("assembly", d.assembly);
  io("reason", d.reason);
}

template <class IO>
void fields(IO& io, AssemblyComparison& a) {
  io("assembler", a.assembler);
  io("quality", a.quality);
  io("agreeing", a.agreeing);
  io("differences", a.differences);
}

template <class IO>
void fields(IO& io, PredictedPhenotype& p) {
  io("agent", p.agent);
  io("prediction", p.prediction);
  io("rules", p.rules);
  io("determinants", p.determinants);
}

template <class IO>
void fields(IO& io, Negative& n) {
  io("target", n.target);
  io("state", n.state);
  io("basis", n.basis);
  io("entries_searched", n.entries_searched);
  io.from_reads("depth", n.depth);
  io.from_reads("miss_probability", n.miss_probability);
}

template <class IO>
void fields(IO& io, Contig& c) {
  io("name", c.name);
  io("length", c.length);
  io("circular", c.circular);
}

template <class IO>
void fields(IO& io, MlstAllele& a) {
  io("locus", a.locus);
  io("call", a.call);
}

template <class IO>
void fields(IO& io, InputFile& f) {
  io("path", f.path);
  io("sha256", f.sha256);
}

Json alleles_json(const std::vector<MlstAllele>& alleles) {
  Json out = Json::object();
  for (const auto& allele : alleles) out[allele.locus] = allele.call;
  return out;
}

template <class IO>
void mlst_fields(IO& io, Mlst& m) {
  io("scheme", m.scheme);
  io.later("title", m.title);
  io.later("for_species", m.for_species);
  io("st", m.st);
  io("nearest_st", m.nearest_st);
  io("note", m.note);
}
void fields(Writer& io, Mlst& m) {
  mlst_fields(io, m);
  io.json["alleles"] = alleles_json(m.alleles);
}
void fields(Reader& io, Mlst& m) {
  mlst_fields(io, m);
  for (const auto& [locus, call] : io.at("alleles").items())
    m.alleles.push_back({locus, call.get<std::string>()});
}

// The identity of a reference set or of the settings: {name, digest}.
struct Named {
  std::string& name;
  std::string& digest;
};
void named(Writer& io, const char* key, Named pair) {
  io.json[key] = Json{{"name", pair.name}, {"digest", pair.digest}};
}
void named(Reader& io, const char* key, Named pair) {
  pair.name = Reader{io.at(key)}.at("name").get<std::string>();
  pair.digest = Reader{io.at(key)}.at("digest").get<std::string>();
}

template <class IO>
void fields(IO& io, ReadEvidence& e) {
  named(io, "settings", {e.settings_name, e.settings_digest});
  io("read_length", e.read_length);
  io("recruited", e.recruited);
  io("placed", e.placed);
  io("single_copy_depth", e.single_copy_depth);
  io("depth_spread", e.depth_spread);
  io("sites", e.sites);
  io("sites_assessed", e.sites_assessed);
  io("loci", e.loci);
}

template <class IO>
void fields(IO& io, GenomeResult& r) {
  io("input", r.input);
  io("software", r.software);
  named(io, "reference", {r.reference_name, r.reference_digest});
  named(io, "settings", {r.settings_name, r.settings_digest});
  io("quality", r.quality);
  io("species", r.species);
  io("contamination", r.contamination);
  io("mlst", r.mlst);
  io("determinants", r.determinants);
  io("targets", r.targets);
  io("phenotype", r.phenotype);
  io("negatives", r.negatives);
  io.later("van_operons", r.van_operons);
  io.later("replicons", r.replicons);
  io.later("ribosomal", r.ribosomal);
  io.later("insertions", r.insertions);
  io.from_reads("fractions", r.fractions);
  io.from_reads("read_evidence", r.read_evidence);
  io.from_reads("assembly_comparison", r.assembly_comparison);
  io("contigs", r.contigs);
  io("warnings", r.warnings);
}

}  // namespace

std::string_view name_of(Verdict value) { return kVerdicts(value); }
std::string_view name_of(DeterminantKind value) { return kKinds(value); }
std::string_view name_of(AlleleStatus value) { return kStatuses(value); }
std::string_view name_of(FunctionState value) { return kFunctions(value); }
std::string_view name_of(Prediction value) { return kPredictions(value); }

std::string to_json(const GenomeResult& result) {
  Json json = {{"schema_version", kResultSchemaVersion}};
  Writer writer{json};
  fields(writer, const_cast<GenomeResult&>(result));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<GenomeResult> result_from_json(std::string_view text, const std::string& name) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object() || json.value("schema_version", 0) != kResultSchemaVersion)
      return bad_input("is not an analysis result of schema version 1", name, 0,
                       "make it with 'kres analyse'");
    return Reader::object<GenomeResult>(json);
  } catch (const std::exception& error) {  // nlohmann's and our own, all about the text
    return bad_input(fmt::format("is not an analysis result: {}", error.what()), name);
  }
}

}  // namespace kres::genome

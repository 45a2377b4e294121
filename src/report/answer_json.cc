// Writes the answer with ordered keys, section by section.
#include "report/answer_json.h"

#include <nlohmann/json.hpp>

namespace kres::report {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json value_or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}
Json text_json(const BilingualText& text) { return {{"nb", text.nb}, {"en", text.en}}; }
Json date_json(const std::optional<Date>& date) { return date ? Json(date->iso()) : Json(); }

Json texts_json(const std::vector<BilingualText>& texts) {
  Json out = Json::array();
  for (const BilingualText& text : texts) out.push_back(text_json(text));
  return out;
}

// One JSON value per element, made by `make`.
template <class T>
Json list_json(const std::vector<T>& values, Json (*make)(const T&)) {
  Json out = Json::array();
  for (const T& value : values) out.push_back(make(value));
  return out;
}

std::string_view name_of(AnswerStatus status) {
  if (status == AnswerStatus::draft) return "draft";
  return status == AnswerStatus::validated ? "validated" : "signed";
}

Json identity_json(const AnswerIdentity& identity) {
  return {{"number", identity.number},
          {"accession", identity.accession},
          {"version", identity.version},
          {"state", name_of(identity.status)},
          {"language", code_of(identity.language)},
          {"preliminary", identity.preliminary},
          {"predecessor", identity.predecessor},
          {"follows_preliminary", identity.follows_preliminary},
          {"amendment_reason", identity.amendment_reason},
          {"created", iso_utc(identity.created)},
          {"zone", identity.zone}};
}

Json request_json(const Request& request) {
  const Patient& patient = request.patient;
  return {{"laboratory", {{"code", request.laboratory_code}, {"name", request.laboratory_name}}},
          {"referral_id", request.referral_id},
          {"sender_id", request.sender_id},
          {"suspected_group", request.suspected_group},
          {"reason", request.reason},
          {"question", request.question},
          {"sampled", date_json(request.sampled)},
          {"received", date_json(request.received)},
          {"clinical",
           {{"infection_or_carriage", request.infection_or_carriage},
            {"material", request.material},
            {"travel", request.travel},
            {"hospital_abroad", request.hospital_abroad},
            {"known_contact", request.known_contact},
            {"ward", request.ward}}},
          {"patient",
           {{"pseudonym", patient.pseudonym},
            {"age", patient.age},
            {"sex", patient.sex},
            {"municipality", patient.municipality}}}};
}

Json case_json(const CaseFinding& finding) {
  const char* state = finding.met ? "met" : finding.suspected ? "undecided" : "not_met";
  return {{"definition", finding.code},
          {"name", text_json(finding.name)},
          {"state", state},
          {"notifiable", finding.notifiable},
          {"basis", text_json(finding.basis)}};
}

Json remark_json(const Remark& remark) {
  return {{"code", remark.code}, {"text", text_json(remark.text)}};
}

Json susceptibility_json(const SusceptibilityRow& row) {
  return {{"agent", row.agent},
          {"agent_name", text_json(row.agent_name)},
          {"group", text_json(row.group)},
          {"method", row.method},
          {"sign", row.sign},
          {"value", row.value},
          {"unit", row.unit},
          {"provenance", row.provenance},
          {"category", row.category.empty() ? Json() : Json(row.category)},
          {"reason", row.reason},
          {"breakpoint",
           {{"row", row.breakpoint_row},
            {"s", row.s},
            {"r", row.r},
            {"bracketed", row.bracketed},
            {"indication", row.indication},
            {"note", text_json(row.breakpoint_note)}}},
          {"technical_uncertainty", row.technical_uncertainty},
          {"ecoff", value_or_null(row.ecoff)},
          {"wild_type", value_or_null(row.wild_type)},
          {"remarks", list_json(row.remarks, remark_json)}};
}

Json genome_json(const GenomeSummary& genome) {
  return {{"species", genome.species},
          {"ani", genome.ani},
          {"second", {{"species", genome.second_species}, {"ani", genome.second_ani}}},
          {"mlst", {{"scheme", genome.scheme}, {"st", genome.st}}},
          {"quality",
           {{"verdict", genome.quality},
            {"length", genome.length},
            {"contigs", genome.contigs},
            {"n50", genome.n50}}},
          {"input_sha256", genome.input_digests}};
}

Json no_genome_json(const NoGenome& no_genome) {
  return {{"text", text_json(no_genome.text)}, {"reason", no_genome.reason}};
}

Json test_json(const TestRow& row) {
  return {{"test", row.test},
          {"name", text_json(row.name)},
          {"outcome", text_json(row.outcome)},
          {"date", row.date ? Json(row.date->iso()) : Json()},
          {"sentence", text_json(row.sentence)}};
}

Json finding_json(const Finding& finding) {
  return {{"symbol", finding.symbol},
          {"kind", finding.kind},
          {"group", text_json(finding.group)},
          {"agents", texts_json(finding.agents)},
          {"allele_status", finding.allele_status},
          {"allele", text_json(finding.allele_text)},
          {"identity", finding.identity},
          {"identity_aa", value_or_null(finding.identity_aa)},
          {"coverage", finding.coverage},
          {"function", finding.function},
          {"function_text", text_json(finding.function_text)},
          {"contig", finding.contig},
          {"start", finding.start},
          {"end", finding.end},
          {"strand", std::string(1, finding.strand)},
          {"location", text_json(finding.location)},
          {"intrinsic", finding.intrinsic},
          {"contig_end", finding.contig_end},
          {"trace", finding.trace},
          {"critical_family", finding.critical_family},
          {"source", finding.source}};
}

Json explanation_json(const ExplanationItem& item) {
  return {{"fit", item.fit},
          {"fit_name", text_json(item.fit_name)},
          {"agents", item.agents},
          {"sentence", text_json(item.sentence)}};
}

Json negative_json(const NegativeFinding& negative) {
  return {{"target", negative.target},
          {"state", negative.state},
          {"basis", negative.basis},
          {"entries_searched", negative.entries_searched},
          {"text", text_json(negative.text)}};
}

Json method_json(const MethodUsed& method) {
  return {
      {"code", method.code}, {"name", text_json(method.name)}, {"accredited", method.accredited}};
}

Json version_json(const VersionUsed& version) {
  return {{"key", version.key}, {"value", version.value}, {"digest", version.digest}};
}

Json person_json(const Involved& person) {
  return {{"role", person.role},
          {"name", person.name},
          {"title", person.title},
          {"time", person.time ? Json(iso_utc(*person.time)) : Json()},
          {"comment", person.comment}};
}

}  // namespace

std::string answer_json(const AnswerDocument& document) {
  const Json json = {
      {"schema_version", kAnswerSchemaVersion},
      {"answer", identity_json(document.identity)},
      {"request", request_json(document.request)},
      {"verdict",
       {{"sentence", text_json(document.verdict.sentence)},
        {"cases", list_json(document.verdict.cases, case_json)}}},
      {"constructed", document.constructed},
      {"susceptibility", list_json(document.susceptibility, susceptibility_json)},
      {"tests", list_json(document.tests, test_json)},
      {"genome", document.genome ? genome_json(*document.genome) : Json()},
      {"no_genome", document.no_genome ? no_genome_json(*document.no_genome) : Json()},
      {"findings", list_json(document.findings, finding_json)},
      {"explanation", list_json(document.explanation, explanation_json)},
      {"context", text_json(document.context)},
      {"work_up", texts_json(document.work_up)},
      {"negatives", list_json(document.negatives, negative_json)},
      {"limitations", texts_json(document.limitations)},
      {"methods", list_json(document.methods, method_json)},
      {"versions", list_json(document.versions, version_json)},
      {"people", list_json(document.people, person_json)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kres::report

#include "mechanism/explanation_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "genome/result/json.h"
#include "susceptibility/interpretation_json.h"

namespace kres::mechanism {

namespace {

using Json = nlohmann::ordered_json;

// Writes both languages, or the text of one.
class Writer {
 public:
  explicit Writer(std::optional<Language> language) : language_(language) {}

  Json text(const BilingualText& t) const {
    if (language_) return t.in(*language_);
    return {{"nb", t.nb}, {"en", t.en}};
  }

  Json evidence(const Evidence& e) const {
    return {{"kind", e.kind},     {"symbol", e.symbol}, {"role", e.role}, {"text", text(e.text)},
            {"contig", e.contig}, {"start", e.start},   {"end", e.end}};
  }

  Json limitations(const std::vector<BilingualText>& texts) const {
    Json list = Json::array();
    for (const auto& item : texts) list.push_back(text(item));
    return list;
  }

  Json agent(const AgentExplanation& a) const {
    Json measured = Json::array();
    for (const auto& i : a.measured) measured.push_back(susceptibility::to_json_value(i));
    return {{"agent", a.agent},
            {"agent_name", text(a.agent_name)},
            {"class", a.drug_class},
            {"measured", std::move(measured)},
            {"predicted", std::string(genome::name_of(a.predicted))},
            {"fit", std::string(name_of(a.fit))},
            {"fit_title", text(title_of(a.fit))},
            {"fit_reason", a.fit_reason},
            {"rules", a.rules},
            {"limitations", limitations(a.limitations)},
            {"unread", a.unread},
            {"evidence", list(a.evidence, &Writer::evidence)},
            {"sentence", text(a.sentence)},
            {"work_up", a.work_up}};
  }

  Json statement(const Statement& s) const {
    return {{"fit", std::string(name_of(s.fit))},
            {"fit_reason", s.fit_reason},
            {"class", s.drug_class},
            {"agents", s.agents},
            {"text", text(s.text)}};
  }

  Json duty(const NotificationDuty& d) const {
    Json particulars = Json::array();
    for (const auto& particular : d.particulars) particulars.push_back(text(particular));
    return {{"reporter", d.reporter},
            {"who", text(d.who)},
            {"to", text(d.to)},
            {"when", text(d.when)},
            {"particulars", std::move(particulars)},
            {"source", d.source}};
  }

  Json notification(const Notification& n) const {
    return {{"group", n.group},
            {"version", n.version},
            {"duties", list(n.duties, &Writer::duty)},
            {"note", text(n.note)},
            {"text", text(n.text)}};
  }

  Json case_finding(const CaseFinding& c) const {
    return {{"definition", c.definition},
            {"version", c.version},
            {"status", std::string(name_of(c.status))},
            {"ground", c.ground},
            {"basis", c.basis},
            {"notifiable", c.notifiable},
            {"notification", c.notification ? notification(*c.notification) : Json(nullptr)},
            {"title", text(c.title)},
            {"sentence", text(c.sentence)}};
  }

  Json test(const TestFinding& t) const {
    return {{"test", t.test},
            {"name", text(t.name)},
            {"outcomes", t.outcomes},
            {"outcome", text(t.outcome)},
            {"date", t.date ? Json(t.date->iso()) : Json(nullptr)},
            {"role", t.role},
            {"sentence", text(t.sentence)}};
  }

  Json work_up(const WorkUp& w) const {
    return {{"code", w.code}, {"text", text(w.text)}, {"agents", w.agents}};
  }

  Json absent(const AbsentFinding& a) const {
    return {{"target", a.target},
            {"state", a.state},
            {"basis", a.basis},
            {"entries_searched", a.entries_searched},
            {"text", text(a.text)}};
  }

  Json document(const Explanation& e) const {
    return {{"schema_version", kExplanationSchemaVersion},
            {"isolate", e.isolate},
            {"organism", e.organism},
            {"genome_reference", e.genome_reference},
            {"breakpoint_version", e.breakpoint_version},
            {"rule_version", e.rule_version},
            {"case_version", e.case_version},
            {"constructed", e.constructed},
            {"needs_person", e.needs_person},
            {"verdict", text(e.verdict)},
            {"statements", list(e.statements, &Writer::statement)},
            {"key_findings", e.key_findings},
            {"agents", list(e.agents, &Writer::agent)},
            {"tests", list(e.tests, &Writer::test)},
            {"cases", list(e.cases, &Writer::case_finding)},
            {"work_up", list(e.work_up, &Writer::work_up)},
            {"absent", list(e.absent, &Writer::absent)},
            {"context", e.context ? text(*e.context) : Json(nullptr)}};
  }

 private:
  template <class T>
  Json list(const std::vector<T>& items, Json (Writer::*write)(const T&) const) const {
    Json out = Json::array();
    for (const auto& item : items) out.push_back((this->*write)(item));
    return out;
  }

  std::optional<Language> language_;
};

BilingualText text_from(const Json& j) { return {j.at("nb"), j.at("en")}; }

template <class T, class Read>
std::vector<T> list_from(const Json& j, Read read) {
  std::vector<T> out;
  for (const auto& item : j) out.push_back(read(item));
  return out;
}

Evidence evidence_from(const Json& j) {
  return {j.at("kind"),   j.at("symbol"), j.at("role"), text_from(j.at("text")),
          j.at("contig"), j.at("start"),  j.at("end")};
}

genome::Prediction prediction_from(const std::string& name) {
  for (const auto value : {genome::Prediction::wild_type, genome::Prediction::non_wild_type,
                           genome::Prediction::uncertain})
    if (genome::name_of(value) == name) return value;
  return genome::Prediction::no_rule;
}

AgentExplanation agent_from(const Json& j) {
  AgentExplanation a;
  a.agent = j.at("agent");
  a.agent_name = text_from(j.at("agent_name"));
  a.drug_class = j.at("class");
  a.measured = list_from<susceptibility::Interpretation>(j.at("measured"), [](const Json& item) {
    return susceptibility::interpretation_from_json_value(item, "measured").value();
  });
  a.predicted = prediction_from(j.at("predicted"));
  a.fit = parse_fit(j.at("fit").get<std::string>()).value();
  a.fit_reason = j.at("fit_reason");
  a.rules = j.at("rules").get<std::vector<std::string>>();
  if (const auto at = j.find("limitations"); at != j.end())
    a.limitations = list_from<BilingualText>(*at, text_from);
  a.unread = j.value("unread", std::vector<std::string>());
  a.evidence = list_from<Evidence>(j.at("evidence"), evidence_from);
  a.sentence = text_from(j.at("sentence"));
  a.work_up = j.at("work_up").get<std::vector<std::string>>();
  return a;
}

Statement statement_from(const Json& j) {
  return {parse_fit(j.at("fit").get<std::string>()).value(), j.at("fit_reason"), j.at("class"),
          j.at("agents").get<std::vector<std::string>>(), text_from(j.at("text"))};
}

NotificationDuty duty_from(const Json& j) {
  return {.reporter = j.at("reporter"),
          .who = text_from(j.at("who")),
          .to = text_from(j.at("to")),
          .when = text_from(j.at("when")),
          .particulars = list_from<BilingualText>(j.at("particulars"), text_from),
          .source = j.at("source")};
}

std::optional<Notification> notification_from(const Json& j) {
  if (j.is_null()) return std::nullopt;
  return Notification{.group = j.at("group"),
                      .version = j.at("version"),
                      .duties = list_from<NotificationDuty>(j.at("duties"), duty_from),
                      .note = text_from(j.at("note")),
                      .text = text_from(j.at("text"))};
}

CaseFinding case_from(const Json& j) {
  return {.definition = j.at("definition"),
          .version = j.at("version"),
          .status = parse_case_status(j.at("status").get<std::string>()).value(),
          .ground = j.value("ground", std::string()),
          .basis = j.at("basis").get<std::vector<std::string>>(),
          .notifiable = j.at("notifiable"),
          .notification = notification_from(j.value("notification", Json(nullptr))),
          .title = text_from(j.at("title")),
          .sentence = text_from(j.at("sentence"))};
}

TestFinding test_from(const Json& j) {
  const auto& date = j.at("date");
  return {.test = j.at("test"),
          .name = text_from(j.at("name")),
          .outcomes = j.at("outcomes").get<std::vector<std::string>>(),
          .outcome = text_from(j.at("outcome")),
          .date = date.is_null() ? std::nullopt : Date::parse(date.get<std::string>()),
          .role = j.at("role"),
          .sentence = text_from(j.at("sentence"))};
}

WorkUp work_up_from(const Json& j) {
  return {j.at("code"), text_from(j.at("text")), j.at("agents").get<std::vector<std::string>>()};
}

AbsentFinding absent_from(const Json& j) {
  return {j.at("target"), j.at("state"), j.at("basis"), j.at("entries_searched"),
          text_from(j.at("text"))};
}

Explanation document_from(const Json& j) {
  Explanation e;
  e.isolate = j.at("isolate");
  e.organism = j.at("organism");
  e.genome_reference = j.at("genome_reference");
  e.breakpoint_version = j.at("breakpoint_version");
  e.rule_version = j.at("rule_version");
  e.case_version = j.at("case_version");
  e.constructed = j.at("constructed");
  e.needs_person = j.at("needs_person");
  e.verdict = text_from(j.at("verdict"));
  e.statements = list_from<Statement>(j.at("statements"), statement_from);
  e.key_findings = j.at("key_findings").get<std::vector<std::string>>();
  e.agents = list_from<AgentExplanation>(j.at("agents"), agent_from);
  e.tests = list_from<TestFinding>(j.value("tests", Json::array()), test_from);
  e.cases = list_from<CaseFinding>(j.at("cases"), case_from);
  e.work_up = list_from<WorkUp>(j.at("work_up"), work_up_from);
  e.absent = list_from<AbsentFinding>(j.at("absent"), absent_from);
  if (!j.at("context").is_null()) e.context = text_from(j.at("context"));
  return e;
}

}  // namespace

std::string to_json(const Explanation& explanation) {
  return Writer(std::nullopt).document(explanation).dump();
}

std::string to_json(const Explanation& explanation, Language language) {
  return Writer(language).document(explanation).dump();
}

Result<Explanation> explanation_from_json(std::string_view text, const std::string& name) {
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return bad_input("is not JSON", name);
  try {
    if (json.at("schema_version") != kExplanationSchemaVersion)
      return bad_input(fmt::format("has schema_version {}, this program reads {}",
                                   json.at("schema_version").dump(), kExplanationSchemaVersion),
                       name);
    return document_from(json);
  } catch (const Json::exception& error) {
    return bad_input(fmt::format("is no explanation: {}", error.what()), name);
  } catch (const std::exception&) {
    return bad_input("is no explanation: a fit, status or measurement is unknown", name);
  }
}

}  // namespace kres::mechanism

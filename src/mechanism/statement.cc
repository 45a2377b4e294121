#include "mechanism/statement.h"

#include <algorithm>

#include "base/text.h"
#include "mechanism/findings.h"

namespace kres::mechanism {

namespace {

std::string key_of(const AgentExplanation& agent) {
  return "fit." + to_lower(name_of(agent.fit)) + "." + agent.fit_reason;
}

// What explains the agent, or else what a few reads show, or else that there is nothing.
BilingualText mechanisms_text(const AgentExplanation& agent, const Texts& texts) {
  const auto phrase = explaining_phrase(agent.evidence, texts);
  if (!phrase.nb.empty()) return phrase;
  const auto minor = texts_of(agent.evidence, "minor");
  return minor.empty() ? texts.get("nothing") : listed(minor, texts);
}

// A bracketed breakpoint allows no plain S or I.
BilingualText category_text(const susceptibility::Interpretation& i, const Texts& texts) {
  const auto category = plain(std::string(name_of(*i.category)));
  if (!i.has_flag("bracketed") || *i.category == susceptibility::Category::R) return category;
  return texts.get("value.bracketed", {{"category", category}});
}

BilingualText in_brackets(const BilingualText& note) {
  return note.nb.empty() ? note : plain(" (") + note + plain(")");
}

// A note that all values share stands once, behind the last.
BilingualText all_values(const std::vector<ValueText>& values, const Texts& texts) {
  const auto& first = values.front().note;
  const bool shared =
      values.size() > 1 && !first.nb.empty() &&
      std::all_of(values.begin(), values.end(), [&](const auto& v) { return v.note == first; });
  std::vector<BilingualText> items;
  for (const auto& value : values)
    items.push_back(shared ? value.value : value.value + in_brackets(value.note));
  if (!shared) return listed(items, texts);
  return listed(items, texts) + in_brackets(texts.get("value.all", {{"note", first}}));
}

}  // namespace

ValueText value_text(const AgentExplanation& agent, const susceptibility::Interpretation& leading,
                     const Texts& texts) {
  const auto& m = leading.measurement;
  ValueText out{
      {agent.agent_name.nb + " " + text_of(m, ','), agent.agent_name.en + " " + text_of(m, '.')},
      {}};
  if (!leading.held_by_quality_control().empty()) return out;
  if (leading.category) out.note = category_text(leading, texts);
  if (!leading.wild_type) return out;
  if (leading.category) out.note = out.note + plain(", ");
  out.note = out.note + texts.get(*leading.wild_type ? "value.wild_type" : "value.non_wild_type");
  return out;
}

BilingualText sentence(const AgentExplanation& agent, const std::vector<ValueText>& values,
                       const BilingualText& pattern, const Texts& texts) {
  const auto role = [&](const char* name) { return texts_of(agent.evidence, name); };
  std::vector<BilingualText> unread;
  for (const auto& gene : agent.unread) unread.push_back(plain(gene));
  BilingualText text = texts.get(key_of(agent), {{"agents", all_values(values, texts)},
                                                 {"mechanisms", mechanisms_text(agent, texts)},
                                                 {"intrinsic", listed(role("intrinsic"), texts)},
                                                 {"hints", listed(role("hint"), texts)},
                                                 {"unread", listed(unread, texts)},
                                                 {"pattern", pattern},
                                                 {"tests", listed(role("unexplained"), texts)}});
  if (const auto phrase = explaining_phrase(agent.evidence, texts);
      agent.fit_reason == "test_positive" && !phrase.nb.empty())
    text = text + plain(" ") + texts.get("also.holds", {{"mechanisms", phrase}});
  if (const auto items = role("contributes"); !items.empty() && agent.fit_reason != "wild_type")
    text = text + plain(" ") +
           capitalised(texts.get("also.contributes", {{"contributing", listed(items, texts)}}));
  if (agent.fit == Fit::unexplained && !unread.empty())
    text = text + plain(" ") +
           capitalised(texts.get("also.unread", {{"unread", listed(unread, texts)}}));
  if (const auto items = role("spares"); !items.empty())
    text = text + plain(" ") +
           capitalised(texts.get("also.spares", {{"spared", listed(items, texts)}}));
  if (const auto items = role("broken"); !items.empty())
    text = text + plain(" ") +
           capitalised(texts.get("also.broken", {{"broken", listed(items, texts)}}));
  for (const auto* of_test : {"contradicts", "confirms", "shows"})
    for (const auto& said : role(of_test)) text = text + plain(" ") + said;
  return capitalised(text);
}

}  // namespace kres::mechanism

#include "mechanism/statement.h"

#include "base/text.h"
#include "mechanism/findings.h"

namespace kres::mechanism {

namespace {

std::string key_of(const AgentExplanation& agent) {
  return "fit." + to_lower(name_of(agent.fit)) + "." + agent.fit_reason;
}

BilingualText or_nothing(const std::vector<BilingualText>& items, const Texts& texts) {
  return items.empty() ? texts.get("nothing") : listed(items, texts);
}

}  // namespace

BilingualText measured_text(const AgentExplanation& agent,
                            const susceptibility::Interpretation& leading, const Texts& texts) {
  const auto& m = leading.measurement;
  BilingualText text = {agent.agent_name.nb + " " + text_of(m, ','),
                        agent.agent_name.en + " " + text_of(m, '.')};
  BilingualText note;
  if (leading.category) note = plain(std::string(name_of(*leading.category)));
  if (leading.wild_type) {
    if (!note.nb.empty()) note = note + plain(", ");
    note = note + texts.get(*leading.wild_type ? "value.wild_type" : "value.non_wild_type");
  }
  if (note.nb.empty()) return text;
  return text + plain(" (") + note + plain(")");
}

BilingualText sentence(const AgentExplanation& agent, const std::vector<BilingualText>& values,
                       const BilingualText& pattern, const Texts& texts) {
  const auto role = [&](const char* name) { return texts_of(agent.evidence, name); };
  BilingualText text =
      texts.get(key_of(agent), {{"agents", listed(values, texts)},
                                {"mechanisms", or_nothing(role("explains"), texts)},
                                {"intrinsic", listed(role("intrinsic"), texts)},
                                {"hints", listed(role("hint"), texts)},
                                {"pattern", pattern}});
  if (const auto items = role("contributes"); !items.empty() && agent.fit_reason != "wild_type")
    text = text + plain(" ") +
           capitalised(texts.get("also.contributes", {{"contributing", listed(items, texts)}}));
  if (const auto items = role("broken"); !items.empty())
    text = text + plain(" ") +
           capitalised(texts.get("also.broken", {{"broken", listed(items, texts)}}));
  return capitalised(text);
}

}  // namespace kres::mechanism

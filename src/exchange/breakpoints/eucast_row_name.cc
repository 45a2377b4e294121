#include "exchange/breakpoints/eucast_row_name.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "susceptibility/select_row.h"

namespace kres::exchange {

namespace {

std::string_view without_front(std::string_view text, std::size_t count) {
  return trim(text.substr(std::min(count, text.size())));
}

// The longest beginning that is an agent; the rest stays in `text`.
const Agent* take_agent(std::string_view& text, const AgentTable& agents) {
  for (std::size_t end = text.size(); end > 0; --end) {
    if (end < text.size() && text[end] != ' ' && text[end] != ',' && text[end] != '(') continue;
    if (const auto* agent = agents.find(trim(text.substr(0, end)))) {
      text = without_front(text, end);
      return agent;
    }
  }
  return nullptr;
}

bool take_word(std::string_view& text, std::string_view word) {
  if (text.size() < word.size() || !iequals(text.substr(0, word.size()), word)) return false;
  if (text.size() > word.size() && text[word.size()] != ' ' && text[word.size()] != ',')
    return false;
  text = without_front(text, word.size());
  return true;
}

// The words of "(...)" at the front, which are taken away; nothing if there are none.
std::optional<std::string_view> take_bracket(std::string_view& text) {
  if (!text.starts_with('(')) return std::nullopt;
  const auto end = text.find(')');
  if (end == std::string_view::npos) return std::nullopt;
  const auto inside = trim(text.substr(1, end - 1));
  text = without_front(text, end + 1);
  return inside;
}

std::optional<std::string> indication_of(std::string_view words) {
  if (iequals(words, "screen only") || words.starts_with("test for")) return "screen";
  if (words.starts_with("MRSA")) return std::nullopt;
  return susceptibility::indication_key(words);
}

// "S. aureus", "Klebsiella spp.", "Morganellaceae", "A. baumannii group" as a scope of the project.
std::optional<std::string> scope_of(std::string_view words, const OrganismTable& organisms) {
  if (words == "MRSA") return "methicillin-resistant Staphylococcus aureus";
  if (iequals(words, "coagulase-negative staphylococci")) return to_lower(words);
  std::string text(words);
  for (const std::string_view end : {" spp.", " spp", " species"})
    if (text.ends_with(end)) text.resize(text.size() - end.size());
  if (text.ends_with(" group") || text.ends_with(" complex")) {
    const auto member = organisms.resolve(text.substr(0, text.rfind(' ')));
    if (!member) return std::nullopt;
    return member->within.empty() ? member->name : member->within.front();
  }
  if (const auto organism = organisms.resolve(text); organism && !organism->genus_only)
    return organism->name;
  if (organisms.knows(text)) return text;
  return std::nullopt;
}

// "E. coli, Klebsiella spp. and P. mirabilis" -> scopes; false if one is unknown.
bool take_scopes(std::string_view words, const std::string& group, const OrganismTable& organisms,
                 std::vector<std::string>& scopes, std::string& unknown) {
  const auto listed = replace_all(std::string(words), " and ", ",");
  for (const auto part : split(listed, ',')) {
    if (trim(part).empty() || iequals(trim(part), group)) continue;
    const auto scope = scope_of(trim(part), organisms);
    if (!scope) {
      unknown = trim(part);
      return false;
    }
    scopes.push_back(*scope);
  }
  return true;
}

Result<void> read_scope(std::string_view words, const std::string& group,
                        const OrganismTable& organisms, EucastRowName& name) {
  std::string unknown;
  std::string plain(words);
  // Exceptions in brackets stand behind the genus they belong to.
  for (auto open = plain.find("(except "); open != std::string::npos;
       open = plain.find("(except ")) {
    const auto close = plain.find(')', open);
    if (close == std::string::npos) return bad_input("has an open bracket");
    if (!take_scopes(plain.substr(open + 8, close - open - 8), group, organisms, name.except,
                     unknown))
      return bad_input(fmt::format("organism '{}' is unknown", unknown));
    plain.erase(open, close - open + 1);
  }
  for (const std::string_view but : {" except ", " other than "})
    if (const auto at = plain.find(but); at != std::string::npos) {
      const auto front = plain.substr(0, at);
      if (!take_scopes(plain.substr(at + but.size()), group, organisms, name.except, unknown))
        return bad_input(fmt::format("organism '{}' is unknown", unknown));
      plain = but == " other than " ? std::string() : front;
    }
  if (plain.starts_with("other ") || plain.starts_with("Other ")) {
    name.others = true;
    return {};
  }
  if (!take_scopes(plain, group, organisms, name.species, unknown))
    return bad_input(fmt::format("organism '{}' is unknown", unknown));
  return {};
}

}  // namespace

Result<EucastRowName> parse_eucast_row_name(std::string_view text, const std::string& group,
                                            const AgentTable& agents,
                                            const OrganismTable& organisms) {
  EucastRowName name;
  auto rest = trim(text);
  const auto* agent = take_agent(rest, agents);
  if (agent == nullptr) return name;
  name.agent = agent->name;
  for (const std::string_view route : {"iv", "oral"})
    if (take_word(rest, route)) name.route = route;
  if (const auto words = take_bracket(rest)) {
    const auto indication = indication_of(*words);
    if (!indication) return bad_input(fmt::format("indication '{}' is unknown", *words));
    name.indication = *indication;
  }
  if (rest.starts_with(',')) rest = without_front(rest, 1);
  KRES_TRY(read_scope(rest, group, organisms, name));
  return name;
}

}  // namespace kres::exchange

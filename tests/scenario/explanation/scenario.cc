#include "tests/scenario/explanation/scenario.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::mechanism {

namespace {

using genome::Determinant;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const auto& word : split(text, ' '))
    if (!trim(word).empty()) words.emplace_back(trim(word));
  return words;
}

// "a=b" as a pair; a word without "=" has no value.
std::pair<std::string, std::string> attribute(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return {std::string(text), {}};
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

// "broken:internal_stop:65/293" as state and reason.
std::pair<std::string, std::string> at_colon(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return {std::string(text), {}};
  return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

genome::AlleleStatus allele_status(std::string_view name) {
  using genome::AlleleStatus;
  if (name == "exact") return AlleleStatus::exact;
  if (name == "exact_protein") return AlleleStatus::exact_protein;
  if (name == "partial") return AlleleStatus::partial;
  if (name == "ambiguous") return AlleleStatus::ambiguous;
  return AlleleStatus::novel;
}

genome::FunctionState function_state(std::string_view name) {
  using genome::FunctionState;
  if (name == "intact") return FunctionState::intact;
  return name == "broken" ? FunctionState::broken : FunctionState::not_assessable;
}

void add_facts(Determinant& d, const std::vector<GeneFacts>& facts) {
  for (const auto& fact : facts) {
    if (!glob_match(fact.pattern, d.symbol)) continue;
    d.critical_family = d.intrinsic ? std::string() : fact.family;
    d.agents = fact.agents;
    return;
  }
}

Result<Determinant> gene_of(std::string_view text, const std::vector<GeneFacts>& facts) {
  Determinant d;
  d.allele_status = genome::AlleleStatus::exact;
  d.function = genome::FunctionState::intact;
  bool first = true;
  for (const auto& part : split(text, ',')) {
    const auto [name, value] = attribute(trim(part));
    if (std::exchange(first, false)) {
      d.symbol = name;
      d.source = "scenario:" + name;
    } else if (name == "allele") {
      d.allele_status = allele_status(value);
    } else if (name == "nearest") {
      d.nearest = value;
    } else if (name == "function") {
      const auto [state, reason] = at_colon(value);
      d.function = function_state(state);
      d.function_reason = reason;
    } else if (name == "copies") {
      d.copies = std::stod(value);
    } else if (name == "contig") {
      d.contig = value;
    } else if (name == "replicon") {
      d.context.neighbours.push_back({"replicon", value, 1000, "upstream"});
    } else if (name == "intrinsic") {
      d.intrinsic = true;
    } else if (name == "minor") {
      d.minor = true;
    } else if (name == "trace") {
      d.trace = d.contig_end = true;
    } else {
      return bad_input(fmt::format("a gene has no '{}'", name));
    }
  }
  if (d.allele_status == genome::AlleleStatus::exact) d.allele = d.symbol;
  add_facts(d, facts);
  return d;
}

Result<genome::Target> target_of(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2) return bad_input("a target needs a gene and a state");
  genome::Target target{.gene = words[0], .state = words[1]};
  for (std::size_t i = 2; i < words.size(); ++i) {
    const auto [name, value] = attribute(words[i]);
    if (name == "changes")
      target.changes.push_back({value});
    else
      target.detail = words[i];
  }
  return target;
}

void add_rrna(genome::GenomeResult& genome, const std::vector<std::string>& words) {
  const auto copies = split(words.at(2), '/');
  const auto mutant = static_cast<std::uint32_t>(std::stoul(std::string(copies.at(0))));
  const auto all = static_cast<std::uint32_t>(std::stoul(std::string(copies.at(1))));
  const auto symbol = words[0] + " " + words[1];
  genome::Ribosomal rna{
      .gene = words[0], .copies_found = all, .copies_expected = all, .state = "assessed"};
  rna.positions.push_back({.symbol = symbol, .mutant_copies = mutant, .agents = {"linezolid"}});
  genome.ribosomal.push_back(rna);
  Determinant d{.symbol = symbol, .gene = words[0], .kind = genome::DeterminantKind::mutation};
  d.agents = {"linezolid"};
  d.allele_status = genome::AlleleStatus::exact;
  d.function = genome::FunctionState::intact;
  genome.determinants.push_back(d);
}

// The reference set names a cluster by one entry; its genes refer to that.
void add_van(genome::GenomeResult& genome, const std::vector<std::string>& words) {
  genome::VanOperon operon{.type = words.at(0), .verdict = words.at(1), .contig = "v"};
  const auto part = [&](std::string gene, std::string role) {
    operon.genes.push_back({.gene = std::move(gene),
                            .role = std::move(role),
                            .state = "intact",
                            .source = "scenario:" + operon.type,
                            .contig = "v",
                            .start = 100,
                            .end = 200});
  };
  part(operon.type, "ligase");
  for (std::size_t i = 2; i < words.size(); ++i) {
    const auto [name, state] = attribute(words[i]);
    if (name == "intrinsic") {
      operon.intrinsic = true;
      continue;
    }
    part(name, name.starts_with("vanH") ? "dehydrogenase" : "dipeptidase");
    operon.genes.back().state = state;
    operon.reasons.push_back(state + ":" + name);
  }
  Determinant d{.symbol = operon.type, .gene = operon.type};
  d.source = "scenario:" + operon.type;
  d.agents = {"vancomycin"};
  d.contig = "v";
  d.start = 100;
  d.end = 200;
  d.allele_status = genome::AlleleStatus::exact;
  d.function = genome::FunctionState::intact;
  d.intrinsic = operon.intrinsic;
  d.critical_family = "van";
  genome.determinants.push_back(d);
  genome.van_operons.push_back(operon);
}

Result<genome::Insertion> insertion_of(std::string_view text) {
  const auto words = words_of(text);
  genome::Insertion insertion{.gene = words.at(0), .place = "upstream", .copies = 2};
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto [name, value] = attribute(words[i]);
    if (name == "bases")
      insertion.start = 1, insertion.end = std::stoul(value);
    else if (name == "distance")
      insertion.distance = std::stoul(value);
    else if (name == "repeats")
      insertion.inverted_repeat = static_cast<std::uint32_t>(std::stoul(value));
    else
      return bad_input(fmt::format("an insertion has no '{}'", name));
  }
  return insertion;
}

// "meropenem gradient <= 0.5, flag=qc_out"
Result<ScenarioMeasurement> measurement_of(std::string_view text) {
  ScenarioMeasurement out;
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) out.flag = attribute(trim(text.substr(comma + 1))).second;
  auto words = words_of(text.substr(0, comma));
  if (words.size() < 3) return bad_input("a measurement needs agent, sign and value");
  auto& m = out.measurement;
  m.isolate = "X-1";
  m.value = std::stod(words.back());
  words.pop_back();
  const auto sign = susceptibility::parse_sign(words.back());
  if (!sign) return bad_input(fmt::format("'{}' is no sign", words.back()));
  m.sign = *sign;
  words.pop_back();
  m.agent = words.front();
  if (words.size() == 1) return out;
  const auto method = susceptibility::parse_method(words[1] == "agar" ? "agar_dilution" : words[1]);
  if (!method) return bad_input(fmt::format("'{}' is no method", words[1]));
  m.method = *method;
  if (m.method == susceptibility::Method::disk) m.unit = susceptibility::Unit::mm;
  return out;
}

class Reader {
 public:
  Reader(std::string file, const std::vector<GeneFacts>& facts)
      : file_(std::move(file)), facts_(facts) {}

  Result<std::vector<Scenario>> read(std::string_view text) {
    for (const auto& raw : split(text, '\n')) {
      ++line_;
      if (trim(raw).empty() || trim(raw).starts_with('#')) continue;
      const auto colon = raw.find(": ");
      if (colon == std::string_view::npos) return bad_input("no ': ' in the line", file_, line_);
      auto done = take(trim(raw.substr(0, colon)), trim(raw.substr(colon + 2)));
      if (!done) return bad_input(done.error().message, file_, line_);
    }
    return std::move(scenarios_);
  }

 private:
  Result<void> take(std::string_view key, std::string_view value) {
    if (key == "scenario") {
      scenarios_.push_back({.title = std::string(value), .file = file_, .line = line_});
      scenarios_.back().genome.emplace();
      scenarios_.back().genome->quality.verdict = genome::Verdict::pass;
      sentence_ = nullptr;
      return {};
    }
    if (scenarios_.empty()) return bad_input("the first line must be a scenario");
    if (key == "nb" || key == "en") return take_sentence(key, value);
    if (key == "verdict nb") return set(scenarios_.back().verdict.nb, value);
    if (key == "verdict en") return set(scenarios_.back().verdict.en, value);
    return take_fact(key, value);
  }

  static Result<void> add_to(std::vector<std::string>& list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
    return {};
  }

  static Result<void> set(std::string& where, std::string_view value) {
    where = std::string(value);
    return {};
  }

  Result<void> take_sentence(std::string_view language, std::string_view value) {
    if (sentence_ == nullptr) return bad_input("a sentence belongs below an agent or a definition");
    return set(language == "nb" ? sentence_->nb : sentence_->en, value);
  }

  Result<void> take_fact(std::string_view key, std::string_view value) {
    auto& s = scenarios_.back();
    if (key == "organism") return take_organism(value);
    if (key == "stated") return set(s.stated, value);
    if (key == "genome") return take_genome(value);
    if (key == "contamination") {
      s.genome->contamination.verdict =
          value == "fail" ? genome::Verdict::fail : genome::Verdict::warn;
      return {};
    }
    if (key == "asks") return add_to(s.asks, {std::string(value)});
    if (key == "not asked") return add_to(s.not_asked, {std::string(value)});
    if (key == "test") return take_test(value);
    if (key == "tests") return take_role(value);
    if (key == "key") return add_to(s.key, list_cell(value));
    if (key == "unread") return add_to(s.unread, list_cell(value));
    if (key == "measured") {
      KRES_ASSIGN(auto measurement, measurement_of(value));
      s.measured.push_back(std::move(measurement));
      return {};
    }
    if (take_finding(key, value, *s.genome)) return finding_;
    return take_expectation(key, value);
  }

  // "carba_np positive 2026-05-12"; several outcomes with ";" between
  Result<void> take_test(std::string_view value) {
    const auto words = words_of(value);
    if (words.size() < 2) return bad_input("a test needs its id and an outcome");
    scenarios_.back().tests.push_back(
        {words[0], list_cell(words[1]),
         words.size() > 2 ? Date::parse(words[2]) : std::optional<Date>()});
    return {};
  }

  Result<void> take_role(std::string_view value) {
    const auto words = words_of(value);
    if (words.size() != 2) return bad_input("a role needs the id of a test");
    scenarios_.back().tested.push_back({words[0], words[1], {}, line_});
    return {};
  }

  bool take_finding(std::string_view key, std::string_view value, genome::GenomeResult& genome) {
    const auto add = [&](auto made, auto& list) {
      finding_ = {};
      if (made)
        list.push_back(std::move(*made));
      else
        finding_ = tl::unexpected<Error>(made.error());
      return true;
    };
    finding_ = {};
    if (key == "gene") return add(gene_of(value, facts_), genome.determinants);
    if (key == "target") return add(target_of(value), genome.targets);
    if (key == "upstream") return add(insertion_of(value), genome.insertions);
    if (key == "rrna") return add_rrna(genome, words_of(value)), true;
    if (key == "van") return add_van(genome, words_of(value)), true;
    if (key != "mutation") return false;
    Determinant d{.symbol = std::string(value), .kind = genome::DeterminantKind::mutation};
    d.allele_status = genome::AlleleStatus::exact;
    d.function = genome::FunctionState::intact;
    genome.determinants.push_back(d);
    return true;
  }

  Result<void> take_expectation(std::string_view key, std::string_view value) {
    auto& s = scenarios_.back();
    const bool is_case = key == "CPO" || key == "ColR" || key == "VRE" || key == "LRE";
    auto& list = is_case ? s.cases : s.agents;
    const bool is_agent = std::any_of(s.measured.begin(), s.measured.end(),
                                      [&](const auto& m) { return m.measurement.agent == key; });
    if (!is_case && !is_agent) return bad_input(fmt::format("'{}' was not measured", key));
    list.push_back({std::string(key), std::string(value), {}, line_});
    sentence_ = &list.back().sentence;
    return {};
  }

  Result<void> take_organism(std::string_view value) {
    auto& s = scenarios_.back();
    const auto st = value.rfind(" ST");
    s.stated = std::string(value.substr(0, st));
    s.genome->species.name = s.stated;
    s.genome->species.rank = "species";
    if (st != std::string_view::npos)
      s.genome->mlst.push_back({.scheme = "any", .st = std::string(value.substr(st + 3))});
    return {};
  }

  Result<void> take_genome(std::string_view value) {
    auto& s = scenarios_.back();
    if (value == "none")
      s.genome.reset();
    else
      s.genome->quality.verdict = value == "fail" ? genome::Verdict::fail : genome::Verdict::warn;
    return {};
  }

  std::string file_;
  const std::vector<GeneFacts>& facts_;
  std::size_t line_ = 0;
  std::vector<Scenario> scenarios_;
  BilingualText* sentence_ = nullptr;
  Result<void> finding_;
};

}  // namespace

Result<std::vector<GeneFacts>> read_gene_facts(const Path& file) {
  KRES_ASSIGN(const auto text, read_file(file));
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, file.string(), {"pattern", "family", "agents"}));
  std::vector<GeneFacts> facts;
  for (const auto& row : table.rows())
    facts.push_back(
        {std::string(row["pattern"]), std::string(row["family"]), list_cell(row["agents"])});
  return facts;
}

Result<std::vector<Scenario>> read_scenarios(const Path& file,
                                             const std::vector<GeneFacts>& facts) {
  KRES_ASSIGN(const auto text, read_file(file));
  return Reader(file.filename().string(), facts).read(text);
}

}  // namespace kres::mechanism

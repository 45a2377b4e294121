#include "mechanism/test_readings.h"

#include <algorithm>

#include "base/text.h"
#include "genome/phenotype/gene_fit.h"
#include "genome/phenotype/match_rule.h"

namespace kres::mechanism {

namespace {

using genome::Truth;

void add_once(std::vector<std::string>& list, const std::string& symbol) {
  if (std::find(list.begin(), list.end(), symbol) == list.end()) list.push_back(symbol);
}

// A PCR sees the ligase gene of a cluster, whatever the cluster can do.
SubjectMatch match_ligase(const TestSubject& subject, const genome::GenomeResult& genome) {
  SubjectMatch match;
  bool broken = false;
  for (const auto& operon : genome.van_operons) {
    if (operon.intrinsic || !glob_match(subject.condition.pattern, operon.type)) continue;
    for (const auto& gene : operon.genes) {
      if (gene.role != "ligase" || gene.state == "missing") continue;
      if (gene.state == "broken") {
        broken = true;
        continue;
      }
      match.truth = std::max(match.truth, gene.state == "intact" ? Truth::yes : Truth::open);
      add_once(match.symbols, operon.type);
    }
  }
  match.broken_only = broken && match.truth == Truth::no;
  return match;
}

bool has_broken(const TestSubject& subject, const genome::GenomeResult& genome,
                const genome::RuleTable& rules) {
  return std::any_of(genome.determinants.begin(), genome.determinants.end(), [&](const auto& d) {
    return !d.intrinsic && d.function == genome::FunctionState::broken &&
           genome::fit_of_condition(subject.condition, rules, d) != genome::GeneFit::no;
  });
}

BilingualText words_of(const std::vector<std::string>& symbols, const Texts& texts) {
  std::vector<BilingualText> words;
  for (const auto& symbol : symbols) words.push_back(plain(symbol));
  return listed(words, texts);
}

// A name in upper case within its first word ("mCIM") stays as it is.
BilingualText sentence_start(BilingualText text) {
  const auto capital = capitalised(text);
  const auto keeps = [](const std::string& words) {
    const auto first = words.substr(0, words.find(' '));
    return std::any_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  return {keeps(text.nb) ? text.nb : capital.nb, keeps(text.en) ? text.en : capital.en};
}

class Reader {
 public:
  Reader(const TestOutcome& result, const ConfirmatoryTest& test, const TestReadingInput& input,
         const Texts& texts)
      : result_(result), test_(test), input_(input), texts_(texts) {
    const auto* genome = input.genome;
    const bool sound = genome != nullptr && genome->quality.verdict != genome::Verdict::fail;
    genome_ = sound ? genome : nullptr;
  }

  TestReading read() {
    out_.test = &test_;
    name_result();
    if (!is_valid()) {
      out_.finding.role = "not_valid";
      return std::move(out_);
    }
    for (const auto& code : result_.outcomes)
      if (const auto* outcome = test_.find(code)) consider(*outcome);
    for (const auto& claim : claims_of(test_, result_.outcomes))
      if (claim.state == ClaimState::absent) consider_absent(claim);
    write();
    return std::move(out_);
  }

 private:
  void name_result() {
    auto& finding = out_.finding;
    finding.test = test_.id;
    finding.name = test_.name;
    finding.outcomes = result_.outcomes;
    finding.date = result_.date;
    std::vector<BilingualText> words;
    for (const auto& code : result_.outcomes) {
      const auto* outcome = test_.find(code);
      words.push_back(outcome == nullptr ? plain(code) : outcome->words);
    }
    finding.outcome = listed(words, texts_);
    label_ = test_.name + plain(" (") + finding.outcome + plain(")");
  }

  bool is_valid() const {
    return !input_.organism ||
           std::any_of(test_.groups.begin(), test_.groups.end(),
                       [&](const auto& scope) { return input_.organism->is_within(scope); });
  }

  SubjectMatch match(const TestSubject& subject) const {
    return match_subject(subject, *genome_, input_.rules);
  }

  // What an outcome shows or suggests.
  void consider(const ConfirmatoryOutcome& outcome) {
    if (!outcome.shows_something()) return;
    bool found = false, surely = false, broken = false;
    for (const auto& claim : outcome.claims) {
      if (claim.state == ClaimState::absent) continue;
      surely = surely || claim.state == ClaimState::present;
      if (genome_ == nullptr) continue;
      const auto matched = match(claim.subject);
      found = found || matched.truth != Truth::no;
      broken = broken || (matched.broken_only && test_.of_gene);
      for (const auto& symbol : matched.symbols) add_once(agreed_, symbol);
    }
    if (broken && !found) return;  // the sequence is there and does not work: no contradiction
    (surely ? out_.shows : out_.suggests) = true;
    if (genome_ == nullptr)
      (surely ? alone_ : alone_suspected_).push_back(outcome.shown);
    else if (!found)
      (surely ? unfound_ : unfound_suspected_).push_back(outcome.shown);
  }

  void consider_absent(const TestClaim& claim) {
    says_absent_ = true;
    out_.negative = out_.negative || claim.subject == test_.analyte;
    if (genome_ == nullptr) return;
    for (const auto& symbol : match(claim.subject).symbols)
      add_once(is_missed(symbol) ? missed_ : undetected_, symbol);
  }

  bool is_missed(const std::string& symbol) const {
    return std::any_of(test_.misses.begin(), test_.misses.end(), [&](const auto& subject) {
      const auto symbols = match(subject).symbols;
      return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
    });
  }

  BilingualText text(const char* key, const Texts::Values& more) const {
    Texts::Values values = {{"test", label_}};
    values.insert(values.end(), more.begin(), more.end());
    return sentence_start(texts_.get(key, values));
  }

  void say(const char* role, const BilingualText& sentence) {
    out_.evidence.push_back({"test", test_.id, role, sentence, {}, 0, 0});
    add_to_sentence(role, sentence);
  }

  void add_to_sentence(const std::string& role, const BilingualText& sentence) {
    auto& finding = out_.finding;
    if (finding.role.empty() || role == "contradicts" || finding.role == "shows")
      finding.role = role;
    const bool first = finding.sentence.nb.empty();
    finding.sentence = first ? sentence : finding.sentence + plain(" ") + sentence;
  }

  void write() {
    const auto genes = [&](const std::vector<std::string>& symbols) -> Texts::Values {
      return {{"genes", words_of(symbols, texts_)}};
    };
    const auto shown = [&](const std::vector<BilingualText>& words) -> Texts::Values {
      return {{"shown", listed(words, texts_)}};
    };
    if (!unfound_.empty()) write_unfound(shown(unfound_));
    if (!unfound_suspected_.empty())
      say("contradicts", text("tests.unfound_suspected", shown(unfound_suspected_)));
    if (!undetected_.empty()) say("contradicts", text("tests.undetected", genes(undetected_)));
    if (!missed_.empty()) say("contradicts", text("tests.missed", genes(missed_)));
    if (!agreed_.empty()) say("confirms", text("tests.agrees", genes(agreed_)));
    if (!alone_.empty()) say("shows", text("tests.shows", shown(alone_)));
    if (!alone_suspected_.empty()) say("shows", text("tests.suggests", shown(alone_suspected_)));
    const bool says_more = !out_.finding.role.empty();
    if (says_absent_ && !says_more)
      say("shows", text("tests.negative", {{"analyte", test_.analyte_words}}));
    if (out_.finding.role.empty()) out_.finding.role = "none";
    out_.in_doubt = !undetected_.empty() || !unfound_.empty();
  }

  void write_unfound(const Texts::Values& shown) {
    out_.unfound_sentence = text("tests.unfound", shown);
    Texts::Values values = shown;
    values.emplace_back("test", label_);
    out_.unfound_phrase = texts_.get("tests.unfound_phrase", values);
    add_to_sentence("contradicts", out_.unfound_sentence);
    out_.unexplained = match(test_.analyte).truth == Truth::no;
  }

  const TestOutcome& result_;
  const ConfirmatoryTest& test_;
  const TestReadingInput& input_;
  const Texts& texts_;
  const genome::GenomeResult* genome_ = nullptr;  // only if it is sound
  BilingualText label_;
  std::vector<BilingualText> unfound_, unfound_suspected_, alone_, alone_suspected_;
  std::vector<std::string> agreed_, undetected_, missed_;
  bool says_absent_ = false;
  TestReading out_;
};

TestReading unknown_test(const TestOutcome& result) {
  TestReading reading;
  std::vector<std::string> codes = result.outcomes;
  reading.finding = {.test = result.test,
                     .name = plain(result.test),
                     .outcomes = codes,
                     .outcome = plain(join(codes, ", ")),
                     .date = result.date,
                     .role = "unknown",
                     .sentence = {}};
  return reading;
}

}  // namespace

SubjectMatch match_subject(const TestSubject& subject, const genome::GenomeResult& genome,
                           const genome::RuleTable& rules) {
  if (subject.ligase) return match_ligase(subject, genome);
  genome::Rule rule;
  rule.conditions = {subject.condition};
  const auto found = genome::match_rule(rule, rules, genome);
  SubjectMatch match{.truth = found.truth,
                     .symbols = {found.findings.begin(), found.findings.end()}};
  match.broken_only = found.truth == Truth::no && has_broken(subject, genome, rules);
  return match;
}

std::vector<TestReading> read_tests(const TestReadingInput& input, const Texts& texts) {
  std::vector<TestReading> readings;
  for (const auto& result : input.outcomes) {
    const auto* test = input.tests.find(result.test);
    readings.push_back(test == nullptr ? unknown_test(result)
                                       : Reader(result, *test, input, texts).read());
  }
  return readings;
}

bool is_settled(const std::string& code, const std::vector<TestReading>& tests) {
  return std::any_of(tests.begin(), tests.end(), [&](const TestReading& reading) {
    const bool says = reading.shows || reading.suggests || reading.negative;
    const auto* test = reading.test;
    return says &&
           std::find(test->settles.begin(), test->settles.end(), code) != test->settles.end();
  });
}

}  // namespace kres::mechanism

// Values as the engine, the breakpoints and the explanation would give them.
#include "report/answer_examples.h"

#include <stdexcept>

#include "base/files.h"

namespace kres::report::examples {
namespace {

using genome::AlleleStatus;
using genome::Determinant;
using genome::DeterminantKind;
using genome::FunctionState;
using susceptibility::Category;
using susceptibility::Interpretation;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  return std::move(*result);
}

std::string data_file(const std::string& name) {
  return must(read_file(Path(KRES_SOURCE_DIR) / "data" / name));
}

struct Values {
  const char* agent;
  double mic;
  const char* s;
  const char* r;
  std::optional<Category> category;
  std::optional<double> ecoff;
  std::vector<std::string> flags{};
  susceptibility::Sign sign = susceptibility::Sign::equal;
};

Interpretation interpretation(const Values& values, const std::string& provenance) {
  Interpretation out;
  out.measurement = {
      .agent = values.agent, .sign = values.sign, .value = values.mic, .provenance = provenance};
  out.category = values.category;
  out.flags = values.flags;
  if (!values.flags.empty()) out.reason = values.flags.front();
  out.breakpoint = susceptibility::AppliedBreakpoint{.version = "EUCAST v16.0",
                                                     .row = std::string("ENT-") + values.agent,
                                                     .s = values.s,
                                                     .r = values.r,
                                                     .unit = "mg/L"};
  out.ecoff = values.ecoff;
  out.breakpoint->bracketed = out.has_flag("bracketed");
  if (values.agent == std::string("cefiderocol"))
    out.breakpoint->note = {"MIC krever jernfattig buljong.", "The MIC needs iron-depleted broth."};
  if (values.ecoff) out.wild_type = values.mic <= *values.ecoff;
  return out;
}

Determinant gene(const std::string& symbol, const std::string& drug_class,
                 std::vector<std::string> agents, const std::string& contig, std::uint64_t start,
                 std::uint64_t end) {
  Determinant out;
  out.symbol = out.gene = out.allele = symbol;
  out.drug_class = drug_class;
  out.agents = std::move(agents);
  out.contig = contig;
  out.start = start;
  out.end = end;
  out.identity = out.coverage = 100;
  out.allele_status = AlleleStatus::exact;
  out.function = FunctionState::intact;
  out.source = "resfinder:" + symbol;
  return out;
}

Determinant mutation(const std::string& symbol, const std::string& drug_class,
                     std::vector<std::string> agents) {
  Determinant out =
      gene(symbol, drug_class, std::move(agents), "NC_016845.1", 2'905'116, 2'907'749);
  out.kind = DeterminantKind::mutation;
  out.identity = 99.2;
  out.identity_aa = 99.54;
  return out;
}

std::vector<Determinant> intrinsic_genes() {
  std::vector<Determinant> genes = {
      gene("blaSHV-11", "beta-lactam", {"ampicillin"}, "NC_016845.1", 1'254'001, 1'254'861),
      gene("oqxA", "quinolone", {}, "NC_016845.1", 2'411'006, 2'412'181),
      gene("oqxB", "quinolone", {}, "NC_016845.1", 2'412'205, 2'415'357),
      gene("fosA6", "fosfomycin", {"fosfomycin"}, "NC_016845.1", 4'800'112, 4'800'531)};
  genes[1].identity = 99.32;
  for (Determinant& determinant : genes) determinant.intrinsic = true;
  return genes;
}

genome::GenomeResult klebsiella(const std::string& st) {
  genome::GenomeResult out;
  out.input = {{"HS11286.fna", "5d0c3b1a9f8e77aa5d0c3b1a9f8e77aa5d0c3b1a9f8e77aa5d0c3b1a9f8e77aa"}};
  out.software = "kres 0.1.0";
  out.reference_name = "default";
  out.reference_digest = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90";
  out.settings_name = "standard";
  out.settings_digest = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
  out.quality = {.verdict = genome::Verdict::pass,
                 .length = 5'682'322,
                 .contigs = 7,
                 .n50 = 5'333'942,
                 .gc = 57.1};
  out.species = {
      .name = "Klebsiella pneumoniae", .rank = "species", .confidence = "high", .ani = 99.62};
  out.species.second = genome::SpeciesHit{"Klebsiella quasipneumoniae", 93.4, "reference"};
  out.mlst = {{.scheme = "klebsiella", .st = st}};
  out.determinants = intrinsic_genes();
  return out;
}

AnswerInput common(const std::string& number) {
  AnswerInput out;
  out.identity = {.number = number + "/1",
                  .accession = number,
                  .status = AnswerStatus::approved,
                  .created = *parse_instant("2026-11-21T13:05:09Z")};
  out.request = {
      .laboratory_code = "AHUS",
      .laboratory_name = "Akershus universitetssykehus, Avdeling for mikrobiologi og smittevern",
      .referral_id = "R-2026-118",
      .sender_id = "26-114302",
      .suspected_group = "CPO",
      .reason = "Meropenem over screeninggrense",
      .question = "Karbapenemase? Hvilken type?",
      .sampled = Date{2026, 11, 12},
      .received = Date{2026, 11, 16},
      .material = "Urin",
      .infection_or_carriage = "infection",
      .travel = "Hellas",
      .hospital_abroad = "Athen, oktober 2026",
      .ward = "Medisinsk avdeling",
      .patient = {"P-7F31A2", "67", "female", "Lørenskog"}};
  out.people = {
      {"entered", "Kari Bakke", "bioengineer", parse_instant("2026-11-19T09:12:00Z"), ""},
      {"validated", "Ola Lund", "bioengineer", parse_instant("2026-11-20T12:40:00Z"),
       "QC innenfor grensene."},
      {"approved", "Ingrid Myhre", "microbiologist", parse_instant("2026-11-21T13:05:00Z"), ""}};
  out.software = "kres 0.1.0";
  out.accredited_methods = {"broth_microdilution"};
  out.explanation.breakpoint_version = "EUCAST v16.0";
  out.explanation.rule_version = "kres-rules 2026.1";
  out.explanation.case_version = "2026.1";
  out.explanation.absent = {
      {"mcr genes",
       "absent_covered",
       "assembly_pass",
       98,
       {"Gener for overførbar kolistinresistens (mcr): ikke påvist; 98 referansesekvenser søkt i "
        "en sammenstilling som besto kvalitetskontrollen.",
        "Genes of transferable colistin resistance (mcr): not detected; 98 reference sequences "
        "searched in an assembly that passed quality control."}},
      {"16S methylase genes",
       "absent_covered",
       "assembly_pass",
       21,
       {"16S-rRNA-metylaser: ikke påvist; 21 referansesekvenser søkt.",
        "16S rRNA methylases: not detected; 21 reference sequences searched."}}};
  return out;
}

void explain(AnswerInput& input, const std::string& agent, mechanism::Fit fit,
             BilingualText sentence) {
  input.explanation.statements.push_back(
      {.fit = fit, .agents = {agent}, .text = std::move(sentence)});
}

void measure(AnswerInput& input, const std::vector<Values>& all, const std::string& provenance) {
  for (const Values& values : all)
    input.interpretations.push_back(interpretation(values, provenance));
}

mechanism::CaseFinding cpo(mechanism::CaseStatus status) {
  return {.definition = "CPO",
          .version = "2026.1",
          .status = status,
          .basis = {},
          .notifiable = true,
          .title = {"Karbapenemaseproduserende Enterobacterales",
                    "Carbapenemase-producing Enterobacterales"},
          .sentence = {}};
}
mechanism::CaseFinding colr(mechanism::CaseStatus status) {
  return {.definition = "ColR",
          .version = "2026.1",
          .status = status,
          .basis = {},
          .notifiable = true,
          .title = {"Kolistinresistente gramnegative bakterier",
                    "Colistin-resistant Gram-negative bacteria"},
          .sentence = {}};
}

}  // namespace

AgentTable agents() { return must(AgentTable::parse(data_file("agents.tsv"), "agents.tsv")); }
AnswerTexts texts() {
  return must(AnswerTexts::parse(data_file("texts/answer.tsv"), "answer.tsv"));
}

AnswerDocument document(const AnswerInput& input) {
  return must(compose_answer(input, agents(), texts()));
}

AnswerInput kpc() {
  AnswerInput out = common("2026-CPO-0001-K");
  using enum Category;
  measure(
      out,
      {{"meropenem", 32, "2", "8", R, 0.125, {"screening_positive"}, susceptibility::Sign::greater},
       {"imipenem", 16, "2", "4", R, 1},
       {"ertapenem", 8, "0.5", "0.5", R, 0.06, {}, susceptibility::Sign::greater},
       {"meropenem-vaborbactam", 1, "8", "8", S, {}},
       {"imipenem-relebactam", 2, "2", "2", S, {}},
       {"ceftazidime-avibactam", 2, "8", "8", S, 1},
       {"ceftolozane-tazobactam", 64, "2", "2", R, 1, {}, susceptibility::Sign::greater},
       {"cefiderocol", 2, "2", "2", S, 0.25, {"atu"}},
       {"cefotaxime", 128, "1", "2", R, 0.25, {}, susceptibility::Sign::greater},
       {"ceftazidime", 64, "1", "4", R, 0.5},
       {"aztreonam", 128, "1", "4", R, 0.25, {}, susceptibility::Sign::greater},
       {"piperacillin-tazobactam", 128, "8", "8", R, 8, {}, susceptibility::Sign::greater},
       {"temocillin", 32, "0.001", "16", R, 16},
       {"ciprofloxacin", 16, "0.25", "0.5", R, 0.125, {}, susceptibility::Sign::greater},
       {"gentamicin", 128, "2", "2", R, 2, {"bracketed"}, susceptibility::Sign::greater},
       {"amikacin", 256, "8", "8", R, 8, {"bracketed"}, susceptibility::Sign::greater},
       {"tigecycline", 1, "IE", "IE", std::nullopt, 2, {"ie"}},
       {"colistin", 0.5, "2", "2", S, 2, {"bracketed"}, susceptibility::Sign::less_equal}},
      "constructed");
  genome::GenomeResult genome = klebsiella("11");
  const std::string plasmid = "NC_016846.1";
  Determinant kpc = gene("blaKPC-2", "beta-lactam", {"ertapenem", "imipenem", "meropenem"}, plasmid,
                         12'345, 13'226);
  kpc.critical_family = "carbapenemase";
  Determinant rmtb = gene("rmtB", "aminoglycoside", {"amikacin", "gentamicin", "tobramycin"},
                          plasmid, 44'910, 45'665);
  rmtb.critical_family = "16s_methylase";
  rmtb.strand = '-';
  Determinant ctx =
      gene("blaCTX-M-14", "beta-lactam", {"cefotaxime", "ceftriaxone"}, plasmid, 21'004, 21'879);
  Determinant ompk = mutation("ompK35", "", {"ertapenem"});
  ompk.kind = DeterminantKind::disruption;
  ompk.function = FunctionState::broken;
  ompk.function_reason = "frameshift:62";
  genome.determinants.insert(
      genome.determinants.begin(),
      {kpc, rmtb, ctx, ompk, mutation("gyrA S83I", "quinolone", {"ciprofloxacin"}),
       mutation("parC S80I", "quinolone", {"ciprofloxacin"})});
  out.genome = genome;
  out.explanation.verdict = {
      "Klebsiella pneumoniae ST11 med KPC-2-karbapenemase: resistent mot alle testede "
      "karbapenemer, følsom for ceftazidim-avibaktam og meropenem-vaborbaktam.",
      "Klebsiella pneumoniae ST11 with KPC-2 carbapenemase: resistant to every carbapenem tested, "
      "susceptible to ceftazidime-avibactam and meropenem-vaborbactam."};
  out.explanation.cases = {cpo(mechanism::CaseStatus::met), colr(mechanism::CaseStatus::not_met)};
  explain(out, "meropenem", mechanism::Fit::agree,
          {"Meropenem >32 mg/L: blaKPC-2 (eksakt, intakt, ett locus, kontig NC_016846.1) forklarer "
           "resistensen; tap av OmpK35 (leserammeforskyvning i kodon 62) bidrar.",
           "Meropenem >32 mg/L: blaKPC-2 (exact, intact, one locus, contig NC_016846.1) explains "
           "the resistance; loss of OmpK35 (frameshift at codon 62) contributes."});
  explain(out, "ciprofloxacin", mechanism::Fit::agree,
          {"Ciprofloksacin >16 mg/L: gyrA S83I og parC S80I.",
           "Ciprofloxacin >16 mg/L: gyrA S83I and parC S80I."});
  explain(out, "cefiderocol", mechanism::Fit::edge,
          {"Cefiderocol 2 mg/L: én fortynning fra brytningspunktet; KPC med porintap øker MIC uten "
           "å forklare resistens alene.",
           "Cefiderocol 2 mg/L: one dilution from the breakpoint; KPC with porin loss raises the "
           "MIC without explaining resistance alone."});
  explain(out, "amikacin", mechanism::Fit::agree,
          {"Amikacin >256 mg/L og gentamicin >128 mg/L: rmtB (16S-rRNA-metylase).",
           "Amikacin >256 mg/L and gentamicin >128 mg/L: rmtB (16S rRNA methylase)."});
  out.explanation.work_up = {
      {"repeat_cefiderocol",
       {"Gjenta cefiderocol med jernfattig buljong; verdien ligger i det teknisk usikre området.",
        "Repeat cefiderocol in iron-depleted broth; the value lies in the area of technical "
        "uncertainty."},
       {"cefiderocol"}}};
  return out;
}

AnswerInput wild_type() {
  AnswerInput out = common("2026-CPO-0002-3");
  using enum Category;
  measure(out,
          {{"meropenem", 0.03, "2", "8", S, 0.125, {}, susceptibility::Sign::less_equal},
           {"cefotaxime", 0.06, "1", "2", S, 0.25},
           {"ciprofloxacin", 0.03, "0.25", "0.5", S, 0.125},
           {"gentamicin", 0.5, "2", "2", S, 2, {"bracketed"}},
           {"colistin", 0.5, "2", "2", S, 2, {"bracketed"}}},
          "");
  out.genome = klebsiella("23");
  out.explanation.verdict = {
      "Klebsiella pneumoniae ST23 av villtype: ingen ervervede resistensmekanismer påvist.",
      "Wild-type Klebsiella pneumoniae ST23: no acquired resistance mechanisms detected."};
  out.explanation.cases = {cpo(mechanism::CaseStatus::not_met),
                           colr(mechanism::CaseStatus::not_met)};
  explain(out, "meropenem", mechanism::Fit::agree,
          {"Karbapenemer: villtype, og ingen mekanisme påvist.",
           "Carbapenems: wild type, and no mechanism detected."});
  return out;
}

AnswerInput broken_kpc() {
  AnswerInput out = wild_type();
  out.identity.number = "2026-CPO-0003-A/1";
  out.identity.accession = "2026-CPO-0003-A";
  out.identity.status = AnswerStatus::draft;
  out.people.resize(1);
  Determinant kpc = gene("blaKPC", "beta-lactam", {"meropenem"}, "contig_14", 101, 981);
  kpc.critical_family = "carbapenemase";
  kpc.allele_status = AlleleStatus::novel;
  kpc.nearest = "blaKPC-2";
  kpc.identity = 99.89;
  kpc.identity_aa = 22.1;
  kpc.function = FunctionState::broken;
  kpc.function_reason = "internal_stop:65/293";
  out.genome->determinants.insert(out.genome->determinants.begin(), kpc);
  out.explanation.verdict = {
      "blaKPC påvist, men genet er ødelagt av en stoppkodon; meropenem er av villtype.",
      "blaKPC detected, but the gene is broken by a stop codon; meropenem is wild type."};
  return out;
}

AnswerInput mcr() {
  AnswerInput out = common("2026-ColR-0004-P");
  out.identity.version = 2;
  out.identity.number = "2026-ColR-0004-P/2";
  out.identity.predecessor = "2026-ColR-0004-P/1";
  out.identity.amendment_reason = "Kolistin er gjentatt med buljongmikrofortynning.";
  out.identity.language = Language::en;
  out.request.suspected_group = "ColR";
  measure(out,
          {{"colistin", 8, "2", "2", Category::R, 2, {"bracketed"}},
           {"meropenem", 0.06, "2", "8", Category::S, 0.125}},
          "");
  out.genome = klebsiella("-");
  Determinant gene_found = gene("mcr-1.1", "polymyxin", {"colistin"}, "contig_31", 4'011, 5'636);
  gene_found.critical_family = "mcr";
  out.genome->determinants.insert(out.genome->determinants.begin(), gene_found);
  out.explanation.verdict = {
      "Klebsiella pneumoniae med overførbar kolistinresistens (mcr-1.1).",
      "Klebsiella pneumoniae with transferable colistin resistance (mcr-1.1)."};
  out.explanation.cases = {cpo(mechanism::CaseStatus::not_met), colr(mechanism::CaseStatus::met)};
  explain(
      out, "colistin", mechanism::Fit::agree,
      {"Kolistin 8 mg/L: mcr-1.1.", "Colistin 8 mg/L: mcr-1.1 (exact, intact, contig contig_31)."});
  return out;
}

}  // namespace kres::report::examples

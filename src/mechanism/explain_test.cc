// Explanations: how measured and predicted are reconciled, class by class, and what is said.
#include "mechanism/explain.h"

#include "mechanism/explanation_text.h"
#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

TEST(Explanation, MeropenemResistanceWithAnIntactKpcIsExplained) {
  const auto e = explained(klebsiella({kpc()}), {measured("meropenem", "=", 16)});
  EXPECT_EQ(fit_of(e, "meropenem"), "AGREE mechanism_named");
  EXPECT_EQ(case_of(e, "CPO"), "met");
  EXPECT_EQ(e.key_findings, std::vector<std::string>{"blaKPC-2"});
  EXPECT_FALSE(e.needs_person);
  EXPECT_EQ(e.agents[0].sentence.en,
            "Meropenem 16 mg/L (R, not wild type): explained by the carbapenemase blaKPC-2 (exact "
            "allele, intact, on contig contig_1).");
  EXPECT_EQ(e.agents[0].sentence.nb,
            "Meropenem 16 mg/L (R, ikke villtype): forklart av karbapenemasen blaKPC-2 (eksakt "
            "allel, intakt, på kontig contig_1).");
  EXPECT_EQ(e.verdict.en,
            "Klebsiella pneumoniae ST11: carbapenemase producer with blaKPC-2. Every measured "
            "deviation from the wild type is explained.");
}

TEST(Explanation, NothingMeasuredAndNothingFoundIsTheWildType) {
  const auto e = explained(klebsiella(),
                           {measured("meropenem", "=", 0.06), measured("ciprofloxacin", "=", 0.06),
                            measured("gentamicin", "=", 0.5)});
  for (const auto* agent : {"meropenem", "ciprofloxacin", "gentamicin"})
    EXPECT_EQ(fit_of(e, agent), "AGREE wild_type") << agent;
  EXPECT_EQ(case_of(e, "CPO"), "not_met");
  EXPECT_FALSE(e.needs_person);
  EXPECT_EQ(e.verdict.nb,
            "Klebsiella pneumoniae ST11: ingen ervervet resistensmekanisme er funnet for de "
            "vurderte midlene. Måling og genom samsvarer.");
}

TEST(Explanation, NonWildTypeWithoutMechanismIsUnexplainedAndAsksForATest) {
  const auto e = explained(klebsiella(), {measured("meropenem", "=", 4)});
  EXPECT_EQ(fit_of(e, "meropenem"), "UNEXPLAINED no_mechanism");
  EXPECT_TRUE(asks_for(e, "carbapenemase_test"));
  EXPECT_EQ(case_of(e, "CPO"), "undecided") << "above the screening cut-off";
  EXPECT_TRUE(e.needs_person);
}

TEST(Explanation, ABrokenKpcIsSaidToGiveNoResistance) {
  auto genome = klebsiella({kpc()});
  genome.determinants[0].function = genome::FunctionState::broken;
  genome.determinants[0].function_reason = "internal_stop:65/293";
  const auto e = explained(genome, {measured("meropenem", "=", 0.06)});
  EXPECT_EQ(fit_of(e, "meropenem"), "AGREE wild_type");
  EXPECT_EQ(case_of(e, "CPO"), "not_met");
  EXPECT_NE(e.agents[0].sentence.en.find(
                "Gives no resistance: broken blaKPC-2 (stop at codon 65 of 293)."),
            std::string::npos)
      << e.agents[0].sentence.en;
}

TEST(Explanation, AnIntactMechanismWithAWildTypeMicIsSilent) {
  auto oxa = gene("blaOXA-244", {"imipenem", "meropenem", "ertapenem"}, "carbapenemase");
  const auto e = explained(klebsiella({oxa}), {measured("meropenem", "=", 0.03)});
  EXPECT_EQ(fit_of(e, "meropenem"), "SILENT mechanism_silent");
  EXPECT_EQ(case_of(e, "CPO"), "met") << "the gene decides";
  EXPECT_TRUE(asks_for(e, "expression"));
}

TEST(Explanation, OneDilutionAboveTheCutWithoutMechanismIsAnEdge) {
  const auto e = explained(klebsiella(), {measured("ciprofloxacin", "=", 0.25)});
  EXPECT_EQ(fit_of(e, "ciprofloxacin"), "EDGE above_cut");
  EXPECT_EQ(fit_of(explained(klebsiella(), {measured("ciprofloxacin", "=", 0.5)}), "ciprofloxacin"),
            "UNEXPLAINED no_mechanism");
}

TEST(Explanation, AtTheCutWithAMechanismIsAnEdge) {
  const auto e = explained(klebsiella({gene("qnrB1", {"ciprofloxacin"})}),
                           {measured("ciprofloxacin", "=", 0.125)});
  EXPECT_EQ(fit_of(e, "ciprofloxacin"), "EDGE at_cut");
}

TEST(Explanation, ARangeThatHidesTheWildTypeIsNotCalledAgreement) {
  const auto e = explained(klebsiella({gene("qnrB1", {"ciprofloxacin"})}),
                           {measured("ciprofloxacin", "<=", 0.25)});
  EXPECT_EQ(fit_of(e, "ciprofloxacin"), "EDGE sign_open_with_mechanism");
  EXPECT_TRUE(asks_for(e, "extend_dilution"));
}

TEST(Explanation, APartialGeneAtAContigEndIsHidden) {
  auto genome = klebsiella({kpc()});
  auto& d = genome.determinants[0];
  d.allele_status = genome::AlleleStatus::partial;
  d.function = genome::FunctionState::not_assessable;
  d.function_reason = "contig_end";
  d.trace = true;
  const auto e = explained(genome, {measured("meropenem", "=", 16)});
  EXPECT_EQ(fit_of(e, "meropenem"), "HIDDEN incomplete");
  EXPECT_EQ(case_of(e, "CPO"), "undecided");
  EXPECT_TRUE(asks_for(e, "pcr_gene"));
  EXPECT_EQ(fit_of(explained(genome, {measured("meropenem", "=", 0.06)}), "meropenem"),
            "HIDDEN incomplete_wild_type");
}

TEST(Explanation, AContaminatedGenomeIsNotBelievedAgainstTheMic) {
  auto genome = klebsiella({kpc()});
  genome.contamination.verdict = genome::Verdict::warn;
  const auto e = explained(genome, {measured("meropenem", "=", 0.06)});
  EXPECT_EQ(fit_of(e, "meropenem"), "CONTAMINATION_SUSPECTED mixture");
  EXPECT_TRUE(asks_for(e, "new_culture"));
}

TEST(Explanation, AnotherSpeciesThanStatedIsAReasonForDoubt) {
  const auto e =
      explained(klebsiella({kpc()}), {measured("meropenem", "=", 0.06)}, "Escherichia coli");
  EXPECT_EQ(fit_of(e, "meropenem"), "CONTAMINATION_SUSPECTED species_differs");
  EXPECT_TRUE(asks_for(e, "identify_again"));
  EXPECT_NE(e.verdict.en.find("another species than the one stated (Escherichia coli)"),
            std::string::npos);
  const auto complex =
      explained(klebsiella(), {measured("meropenem", "=", 0.06)}, "Klebsiella variicola");
  EXPECT_FALSE(asks_for(complex, "identify_again")) << "one complex, MALDI-TOF cannot tell";
}

TEST(Explanation, ImplausiblePatternsPutTheTestInDoubt) {
  const auto e =
      explained(klebsiella(), {measured("meropenem", "=", 32), measured("ertapenem", "=", 0.25)});
  EXPECT_EQ(fit_of(e, "meropenem"), "TEST_SUSPECTED implausible_pattern");
  EXPECT_EQ(fit_of(e, "ertapenem"), "TEST_SUSPECTED implausible_pattern");
  EXPECT_TRUE(asks_for(e, "check_test"));
}

TEST(Explanation, AnOxa48MakesCarbapenemResistanceWithoutCephalosporinsPlausible) {
  const std::vector<susceptibility::Interpretation> pattern = {measured("meropenem", "=", 16),
                                                               measured("cefotaxime", "=", 0.25),
                                                               measured("ceftazidime", "=", 0.5)};
  EXPECT_EQ(fit_of(explained(klebsiella(), pattern), "meropenem"),
            "TEST_SUSPECTED implausible_pattern");
  const auto oxa = gene("blaOXA-48", {"imipenem", "meropenem"}, "carbapenemase");
  EXPECT_EQ(fit_of(explained(klebsiella({oxa}), pattern), "meropenem"), "AGREE mechanism_named");
}

TEST(Explanation, MethodsThatDisagreePutTheTestInDoubt) {
  const auto e = explained(klebsiella(), {measured("meropenem", "=", 0.03),
                                          measured("meropenem", "=", 15, "Klebsiella pneumoniae",
                                                   susceptibility::Method::disk)});
  EXPECT_EQ(fit_of(e, "meropenem"), "TEST_SUSPECTED methods_disagree");
}

TEST(Explanation, ColistinByGradientIsNoMeasurement) {
  const auto e = explained(klebsiella(), {measured("colistin", "=", 0.5, "Klebsiella pneumoniae",
                                                   susceptibility::Method::gradient)});
  EXPECT_EQ(fit_of(e, "colistin"), "TEST_SUSPECTED wrong_method");
  EXPECT_TRUE(asks_for(e, "colistin_two_strains"));
}

TEST(Explanation, ColistinResistanceByMgrBLossIsExplainedAndNotNotifiable) {
  auto genome = klebsiella();
  target_of(genome, "mgrB").state = "truncated";
  target_of(genome, "mgrB").detail = "internal_stop:30/47";
  const auto e = explained(genome, {measured("colistin", "=", 16)});
  EXPECT_EQ(fit_of(e, "colistin"), "AGREE mechanism_named");
  EXPECT_EQ(case_of(e, "ColR"), "met");
  EXPECT_FALSE(e.cases[1].notifiable) << "not transferable";
  EXPECT_EQ(e.key_findings, std::vector<std::string>{"mgrB truncated"});
  EXPECT_NE(e.agents[0].sentence.nb.find("avkortet mgrB (stopp i kodon 30 av 47)"),
            std::string::npos)
      << e.agents[0].sentence.nb;
}

TEST(Explanation, McrWithColistinResistanceIsNotifiableAndWithoutItIsUndecided) {
  const auto mcr = gene("mcr-1.1", {"colistin"}, "mcr");
  const auto resistant = explained(klebsiella({mcr}), {measured("colistin", "=", 8)});
  EXPECT_EQ(case_of(resistant, "ColR"), "met");
  EXPECT_TRUE(resistant.cases[1].notifiable);
  const auto silent = explained(klebsiella({mcr}), {measured("colistin", "=", 0.5)});
  EXPECT_EQ(case_of(silent, "ColR"), "undecided");
  EXPECT_EQ(fit_of(silent, "colistin"), "SILENT mechanism_silent");
}

TEST(Explanation, ProteusIsColistinResistantByNatureAndNoCase) {
  const auto e = explained(std::nullopt, {measured("colistin", ">", 8, "Proteus mirabilis")},
                           "Proteus mirabilis");
  EXPECT_NE(case_of(e, "ColR"), "met");
}

TEST(Explanation, AnUnclassifiedChangeInATargetIsARuleGap) {
  auto genome = klebsiella();
  target_of(genome, "pmrB").state = "missense";
  target_of(genome, "pmrB").changes = {{"R256G"}};
  const auto e = explained(genome, {measured("colistin", "=", 16)});
  EXPECT_EQ(fit_of(e, "colistin"), "RULE_GAP unclassified_change");
  EXPECT_TRUE(asks_for(e, "rule_review"));
  EXPECT_NE(e.agents[0].sentence.en.find("pmrB with R256G"), std::string::npos);
}

TEST(Explanation, AnAgentBeyondTheRulesIsNeverCalledAgreement) {
  const auto e = explained(klebsiella(), {measured("mecillinam", "=", 4)});
  EXPECT_EQ(fit_of(e, "mecillinam"), "RULE_GAP no_rule");
  EXPECT_FALSE(e.needs_person) << "nothing to do about it";
}

TEST(Explanation, IntrinsicResistanceIsNamedAsSuch) {
  auto shv = gene("blaSHV-11", {"ampicillin"});
  shv.intrinsic = true;
  const auto e = explained(klebsiella({shv}), {measured("ampicillin", ">", 32)});
  EXPECT_EQ(fit_of(e, "ampicillin"), "AGREE intrinsic");
  EXPECT_TRUE(e.key_findings.empty());
}

TEST(Explanation, ResistanceExpectedOfTheSpeciesNeedsNoMechanism) {
  const auto e = explained(klebsiella(), {measured("ampicillin", "=", 4)});
  EXPECT_EQ(fit_of(e, "ampicillin"), "AGREE expected") << "not silent, though the value is low";
  EXPECT_FALSE(e.needs_person);
  EXPECT_EQ(e.verdict.en.find("genome agree"), std::string::npos) << e.verdict.en;
}

TEST(Explanation, AColistinValueOfASpeciesThatIsResistantByNatureMakesNoCase) {
  const std::string yersinia = "Yersinia pseudotuberculosis";
  const auto e = explained(std::nullopt, {measured("colistin", "=", 16, yersinia)}, yersinia);
  EXPECT_EQ(e.agents[0].measured[0].reason, "expected_resistance");
  EXPECT_NE(case_of(e, "ColR"), "met");
}

TEST(Explanation, PorinLossContributesToAnExplainedCarbapenem) {
  auto genome = klebsiella({gene("blaCTX-M-15", {"cefotaxime", "ceftazidime"})});
  target_of(genome, "ompK36").state = "truncated";
  target_of(genome, "ompK36").detail = "frameshift:64";
  const auto e = explained(genome, {measured("ertapenem", "=", 4)});
  EXPECT_EQ(fit_of(e, "ertapenem"), "AGREE mechanism_named");
  EXPECT_NE(e.agents[0].sentence.en.find("blaCTX-M-15"), std::string::npos);
  EXPECT_NE(e.agents[0].sentence.en.find("truncated ompK36 (frameshift from codon 64)"),
            std::string::npos)
      << e.agents[0].sentence.en;
}

TEST(Explanation, AgentsWithTheSameMechanismShareAStatement) {
  const auto e =
      explained(klebsiella({kpc()}), {measured("ertapenem", ">", 2), measured("meropenem", "=", 32),
                                      measured("imipenem", "=", 16)});
  ASSERT_EQ(e.statements.size(), 1U);
  EXPECT_EQ(e.statements[0].agents,
            (std::vector<std::string>{"meropenem", "imipenem", "ertapenem"}));
  EXPECT_EQ(
      e.statements[0].text.nb.rfind(
          "Meropenem 32 mg/L, imipenem 16 mg/L og ertapenem > 2 mg/L (alle R, ikke villtype): ", 0),
      0U)
      << e.statements[0].text.nb;
}

TEST(Explanation, WithoutAGenomeOnlyThePhenotypeSpeaks) {
  const auto e = explained(std::nullopt, {measured("meropenem", "=", 16)});
  EXPECT_EQ(fit_of(e, "meropenem"), "RULE_GAP no_genome");
  EXPECT_EQ(case_of(e, "CPO"), "undecided");
  EXPECT_TRUE(asks_for(e, "carbapenemase_test"));
}

TEST(Explanation, AnOrganismThatNobodyNamedIsCalledUnknown) {
  const auto e = explained(std::nullopt, {measured("gentamicin", "=", 1)}, "");
  EXPECT_EQ(e.verdict.nb.rfind("Ukjent art: ", 0), 0U) << e.verdict.nb;
  EXPECT_EQ(e.verdict.en.rfind("Unknown species: ", 0), 0U) << e.verdict.en;
}

TEST(Explanation, AGeneWithoutMeasurementAsksForIt) {
  const auto e = explained(klebsiella({kpc()}), {});
  EXPECT_EQ(case_of(e, "CPO"), "met");
  EXPECT_TRUE(asks_for(e, "measure_agent"));
}

TEST(Explanation, AFailedGenomeGivesNoGenotypicAnswer) {
  auto genome = klebsiella();
  genome.quality.verdict = genome::Verdict::fail;
  const auto e = explained(genome, {measured("meropenem", "=", 0.06)});
  EXPECT_EQ(fit_of(e, "meropenem"), "HIDDEN not_assessable");
  EXPECT_EQ(case_of(e, "CPO"), "undecided");
  EXPECT_NE(e.verdict.en.find("not good enough"), std::string::npos);
}

TEST(Explanation, NegativesAreListedWithTheirBasis) {
  auto genome = klebsiella();
  genome.negatives = {{"carbapenemase", "absent_covered", "assembly_pass", 1205}};
  const auto e = explained(genome, {});
  ASSERT_FALSE(e.absent.empty());
  EXPECT_EQ(
      e.absent[0].text.nb,
      "Karbapenemasegener: ikke funnet (1205 referansesekvenser søkt, godkjent genomsamling)");
}

TEST(Explanation, ANegativeFromReadsNamesItsDepthAndTheChanceToHaveMissedTheGene) {
  auto genome = klebsiella();
  genome.negatives = {{"mcr", "absent_covered", "reads:38x", 110, 38.2, 0.0004}};
  const auto e = explained(genome, {});
  ASSERT_FALSE(e.absent.empty());
  EXPECT_EQ(
      e.absent[0].text.nb,
      "mcr-gener: ikke funnet (110 referansesekvenser søkt, avlesninger med 38 x dybde, høyst "
      "0,04 % sjanse for å ha oversett ett eksemplar)");
  EXPECT_EQ(e.absent[0].text.en,
            "mcr genes: not found (110 reference sequences searched, reads of 38 x depth, at most "
            "0.04 % chance to have missed one copy)");
}

TEST(Explanation, TheReferralsContextIsStatedAsContext) {
  ExplainInput input;
  input.organism = "Klebsiella pneumoniae";
  input.genome = klebsiella();
  input.context.hospital_abroad = "Hellas";
  input.context.infection_or_carriage = "carriage";
  input.today = {2026, 6, 1};
  const auto e = explain(input, project_knowledge());
  ASSERT_TRUE(e.context);
  EXPECT_EQ(e.context->nb,
            "Opplyst i henvisningen: bærerskap og sykehusopphold i utlandet (Hellas). "
            "Opplysningene gir sammenheng, de er ikke bevis.");
}

TEST(Explanation, EarlierIsolatesOfThePatientAreNamedAsContext) {
  ExplainInput input;
  input.organism = "Klebsiella pneumoniae";
  input.genome = klebsiella();
  input.context.ward = "ICU";
  input.context.earlier = {
      {"2025-CPO-0007-K", {2025, 11, 3}, "Klebsiella pneumoniae", {"blaKPC-2"}},
      {"2026-CPO-0003-A", {2026, 3, 2}, "", {}}};
  input.today = {2026, 6, 1};
  const auto e = explain(input, project_knowledge());
  ASSERT_TRUE(e.context);
  EXPECT_EQ(e.context->en,
            "Stated in the referral: ward ICU. This is context, not proof. Earlier isolates of the "
            "same patient: 2025-CPO-0007-K received 2025-11-03 (Klebsiella pneumoniae, blaKPC-2) "
            "and 2026-CPO-0003-A received 2026-03-02.");
}

TEST(Explanation, YesAndNoOfTheReferralAreSaidInWords) {
  ExplainInput input;
  input.organism = "Klebsiella pneumoniae";
  input.genome = klebsiella();
  input.context.hospital_abroad = "yes";
  input.context.known_contact = "nei";
  input.today = {2026, 6, 1};
  const auto e = explain(input, project_knowledge());
  ASSERT_TRUE(e.context);
  EXPECT_EQ(e.context->nb,
            "Opplyst i henvisningen: sykehusopphold i utlandet og ingen kjent kontakt. "
            "Opplysningene gir sammenheng, de er ikke bevis.");
}

TEST(Explanation, NothingComparedIsNeverCalledAgreement) {
  const auto e = explained(klebsiella(), {measured("tigecycline", "=", 0.25)});
  EXPECT_EQ(e.verdict.en.find("agree"), std::string::npos) << e.verdict.en;
  EXPECT_NE(e.verdict.en.find("could not be compared with the genome: tigecycline."),
            std::string::npos)
      << e.verdict.en;
  const auto some = explained(
      klebsiella(), {measured("tigecycline", "=", 0.25), measured("meropenem", "=", 0.06)});
  EXPECT_NE(some.verdict.en.find("Measurement and genome agree."), std::string::npos)
      << some.verdict.en;
}

TEST(Explanation, AMeasurementWithoutCategoryIsNotInterpretableRatherThanNotMeasured) {
  const auto colr = [](const Explanation& e) {
    for (const auto& item : e.cases)
      if (item.definition == "ColR") return item.sentence.en;
    return std::string("absent");
  };
  const auto gradient =
      measured("colistin", "=", 0.5, "Klebsiella pneumoniae", susceptibility::Method::gradient);
  EXPECT_EQ(colr(explained(klebsiella(), {gradient})),
            "Not assessed: measured, but the measurement cannot be interpreted.");
  EXPECT_EQ(colr(explained(klebsiella(), {})), "Not assessed: not measured.");
}

TEST(Explanation, AFindingAboutAnUnmeasuredAgentStandsInTheHeadline) {
  auto genome = klebsiella();
  target_of(genome, "mgrB").state = "truncated";
  target_of(genome, "mgrB").detail = "internal_stop:30/47";
  const auto e = explained(genome, {measured("meropenem", "=", 0.06)});
  EXPECT_EQ(e.verdict.en.find("no acquired resistance mechanism"), std::string::npos);
  EXPECT_NE(e.verdict.en.find("acquired resistance by mgrB truncated"), std::string::npos)
      << e.verdict.en;
  genome.determinants.push_back(kpc());
  const auto both = explained(genome, {measured("meropenem", "=", 16)});
  EXPECT_NE(both.verdict.en.find("Colistin resistance is expected from mgrB truncated, but "
                                 "colistin was not measured."),
            std::string::npos)
      << both.verdict.en;
}

TEST(Explanation, ConstructedDataIsMarked) {
  auto m = measured("meropenem", "=", 16);
  m.measurement.provenance = "constructed";
  const auto e = explained(klebsiella({kpc()}), {m});
  EXPECT_TRUE(e.constructed);
  EXPECT_NE(to_text(e, Language::en).find("CONSTRUCTED"), std::string::npos);
}

}  // namespace
}  // namespace kres::mechanism

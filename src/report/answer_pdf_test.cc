// The printed answer: what a reader finds on it, and that nothing from outside can spoil it.
#include "report/answer_pdf.h"

#include <array>
#include <cstdio>
#include <memory>
#include <regex>

#include <gtest/gtest.h>

#include "base/files.h"
#include "report/answer_examples.h"

namespace kres::report {
namespace {

std::string printed(const AnswerInput& input) {
  return answer_pdf(examples::document(input), examples::texts()).value();
}

// Output of a Poppler tool on a PDF; "{}" in the command stands for the file.
std::string poppler(const std::string& pdf, std::string command) {
  const Path file =
      Path(testing::TempDir()) /
      (testing::UnitTest::GetInstance()->current_test_info()->name() + std::string(".pdf"));
  EXPECT_TRUE(write_file_atomic(file, pdf));
  command.replace(command.find("{}"), 2, file.string());
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe.get()))
    out.append(buffer.data(), n);
  return out;
}

std::string text_of(const std::string& pdf) { return poppler(pdf, "pdftotext -layout {} -"); }

int pages_of(const std::string& pdf) {
  const std::string info = poppler(pdf, "pdfinfo {}");
  std::smatch match;
  return std::regex_search(info, match, std::regex("Pages: +([0-9]+)")) ? std::stoi(match[1]) : 0;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

// Words whose box leaves the printable part of the page.
std::vector<std::string> words_outside(const std::string& pdf) {
  const std::string boxes = poppler(pdf, "pdftotext -bbox {} -");
  static const std::regex kWord(
      R"re(xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)<)re");
  std::vector<std::string> outside;
  for (std::sregex_iterator at(boxes.begin(), boxes.end(), kWord), end; at != end; ++at) {
    const std::smatch& word = *at;
    if (std::stod(word[1]) < 40 || std::stod(word[3]) > 556 || std::stod(word[2]) < 20 ||
        std::stod(word[4]) > 830)
      outside.push_back(word[5]);
  }
  EXPECT_GT(count(boxes, "<word"), 50u);
  return outside;
}

TEST(AnswerPdf, TellsALimitationOfSeveralAgentsOnce) {
  EXPECT_EQ(text_of(printed(examples::wild_type())).find("Begrensninger"), std::string::npos)
      << "no rule, no limitation";
  AnswerInput input = examples::kpc();
  const BilingualText copies{"Kopitallet er ikke målt.", "Copy number was not measured."};
  for (const char* name : {"meropenem", "imipenem"}) {
    mechanism::AgentExplanation agent;
    agent.agent = name;
    agent.agent_name = {name, name};
    agent.limitations = {copies};
    input.explanation.agents.push_back(agent);
  }
  const std::string text = text_of(printed(input));
  EXPECT_EQ(count(text, "Begrensninger"), 1u);
  EXPECT_EQ(count(text, "meropenem, imipenem: Kopitallet er ikke målt."), 1u);
}

TEST(AnswerPdf, SaysVerdictCategoriesAndVersions) {
  const std::string pdf = printed(examples::kpc());
  const std::string text = text_of(pdf);
  EXPECT_NE(text.find("Klebsiella pneumoniae ST11 med KPC-2-karbapenemase"), std::string::npos);
  EXPECT_NE(text.find("Meldingspliktig til MSIS"), std::string::npos);
  EXPECT_TRUE(std::regex_search(text, std::regex("meropenem +> ?32 ?† +R +2 ?/ ?8 +0,125")))
      << text;
  EXPECT_TRUE(std::regex_search(text, std::regex("cefiderokol +2 ?† +S "))) << text;
  EXPECT_TRUE(std::regex_search(text, std::regex("gentamicin +> ?128 ?† +R +\\(2 ?/ ?2\\)")))
      << text;
  EXPECT_NE(text.find("blaKPC-2"), std::string::npos);
  EXPECT_TRUE(std::regex_search(text, std::regex("EUCAST.{1,2}v16\\.0")));
  EXPECT_TRUE(std::regex_search(text, std::regex("kres-rules.{1,2}2026\\.1")));
  EXPECT_NE(text.find("a1b2c3d4e5f6"), std::string::npos);
  EXPECT_NE(text.find("Ingrid Myhre"), std::string::npos);
  EXPECT_NE(text.find("21.11.2026 kl. 14.05"), std::string::npos);
  EXPECT_EQ(pages_of(pdf), 2);
  EXPECT_NE(text.find("Side 1 av 2"), std::string::npos);
}

TEST(AnswerPdf, ConstructedDataIsSaidOnEveryPageAndAtEveryValue) {
  const std::string text = text_of(printed(examples::kpc()));
  EXPECT_EQ(count(text, "Konstruerte data"), 2u);
  EXPECT_GE(count(text, "†"), examples::kpc().interpretations.size());
  EXPECT_EQ(count(text_of(printed(examples::wild_type())), "Konstruerte data"), 0u);
}

TEST(AnswerPdf, ADraftSaysSoAndAnApprovedAnswerDoesNot) {
  EXPECT_NE(text_of(printed(examples::broken_kpc())).find("UTKAST"), std::string::npos);
  EXPECT_EQ(text_of(printed(examples::kpc())).find("UTKAST"), std::string::npos);
}

TEST(AnswerPdf, ABrokenGeneIsNotCountedAsResistance) {
  const std::string text = text_of(printed(examples::broken_kpc()));
  EXPECT_NE(text.find("ute av funksjon"), std::string::npos);
  EXPECT_NE(text.find("regnes"), std::string::npos);
}

TEST(AnswerPdf, EnglishHasADecimalPointAndNoNorwegianWords) {
  AnswerInput input = examples::kpc();
  input.identity.language = Language::en;
  const std::string text = text_of(printed(input));
  EXPECT_NE(text.find("Constructed data"), std::string::npos);
  EXPECT_TRUE(std::regex_search(text, std::regex("meropenem +> ?32 ?† +R +2 ?/ ?8 +0\\.125")))
      << text;
  for (const char* norwegian : {"Resistensbestemmelse", "ikke", "Brytningspunkt", "påvist"})
    EXPECT_EQ(text.find(norwegian), std::string::npos) << norwegian;
}

TEST(AnswerPdf, AnAmendedAnswerNamesItsPredecessorAndTheReason) {
  const std::string text = text_of(printed(examples::mcr()));
  EXPECT_NE(text.find("Replaces 2026-ColR-0004-P/1"), std::string::npos);
  EXPECT_NE(text.find("buljongmikrofortynning"), std::string::npos);
  EXPECT_NE(text.find("version 2"), std::string::npos);
}

TEST(AnswerPdf, APreliminaryAnswerSaysThatAFinalOneFollowsAndTheFinalOneWhatItFollows) {
  AnswerInput input = examples::kpc();
  input.identity.preliminary = true;
  std::string text = text_of(printed(input));
  EXPECT_NE(text.find("Foreløpig svarrapport"), std::string::npos);
  EXPECT_NE(text.find("Endelig svar følger"), std::string::npos);
  EXPECT_EQ(text.find("Endelig svar, medisinsk godkjent"), std::string::npos);
  input.identity.preliminary = false;
  input.identity.follows_preliminary = true;
  input.identity.predecessor = "2026-CPO-0001-K/1";
  text = text_of(printed(input));
  EXPECT_EQ(text.find("Foreløpig svarrapport"), std::string::npos);
  EXPECT_NE(text.find("Følger etter det foreløpige svaret 2026-CPO-0001-K/1"), std::string::npos);
}

TEST(AnswerPdf, EqualAnswersGiveEqualBytes) {
  const std::string first = printed(examples::kpc());
  (void)printed(examples::mcr());
  EXPECT_EQ(printed(examples::kpc()), first);
}

TEST(AnswerPdf, TheFileIsTaggedTitledAndNamesItsLanguageAndDate) {
  const std::string pdf = printed(examples::kpc());
  const std::string info = poppler(pdf, "pdfinfo {}");
  EXPECT_TRUE(std::regex_search(info, std::regex("Tagged: +yes")));
  EXPECT_NE(info.find("Svarrapport 2026-CPO-0001-K/1"), std::string::npos);
  EXPECT_NE(pdf.find("/Lang (nb-NO)"), std::string::npos);
  EXPECT_NE(poppler(pdf, "TZ=UTC pdfinfo -isodates {}").find("2026-11-21T13:05:09"),
            std::string::npos);
  const std::string structure = poppler(pdf, "pdfinfo -struct {}");
  for (const char* element : {"H1", "H2", "Table", "TR", "TH", "TD"})
    EXPECT_NE(structure.find(element), std::string::npos) << element;
}

TEST(AnswerPdf, FortyDeterminantsStillFitThreePages) {
  AnswerInput input = examples::kpc();
  const genome::Determinant gene = input.genome->determinants.front();
  for (int i = 0; i < 30; ++i) {
    input.genome->determinants.push_back(gene);
    input.genome->determinants.back().symbol = "blaX-" + std::to_string(100 + i);
  }
  const std::string pdf = printed(input);
  EXPECT_LE(pages_of(pdf), 3);
  const std::string text = text_of(pdf);
  for (int i = 0; i < 30; ++i)
    EXPECT_NE(text.find("blaX-" + std::to_string(100 + i)), std::string::npos);
  EXPECT_EQ(words_outside(pdf), std::vector<std::string>{});
}

TEST(AnswerPdf, MarkupIsPrintedAsItIs) {
  AnswerInput input = examples::wild_type();
  input.request.question = "<b>Karbapenemase</b> & \"type\"? <span size='99999'>&amp;</span>";
  const std::string text = text_of(printed(input));
  EXPECT_NE(text.find("<b>Karbapenemase</b> & \"type\"?"), std::string::npos) << text;
  EXPECT_NE(text.find("&amp;"), std::string::npos);
}

TEST(AnswerPdf, HostileTextNeitherFailsNorLeavesThePage) {
  AnswerInput input = examples::wild_type();
  input.request.laboratory_name = std::string(600, 'W');
  input.request.sender_id = "\u202E12345\u0000\x01\xFF\xC0";
  input.request.patient.pseudonym = "שלום עולם مرحبا";
  input.request.question = std::string(9000, 'q') + " slutt";
  input.genome->determinants.front().intrinsic = false;
  input.genome->determinants.front().symbol = std::string(300, 'g');
  input.genome->determinants.front().contig = std::string(5000, 'c');
  input.explanation.verdict.nb = std::string(4000, 'V') + " ferdig";
  const std::string pdf = printed(input);
  const std::string text = text_of(pdf);
  EXPECT_NE(text.find("slutt"), std::string::npos);
  EXPECT_NE(text.find("ferdig"), std::string::npos);
  EXPECT_NE(text.find("12345"), std::string::npos);
  EXPECT_EQ(words_outside(pdf), std::vector<std::string>{});
}

TEST(AnswerPdf, BeforeAGenomeItSaysThatNothingOfItWasExaminedAndWhichTestsWereMade) {
  AnswerInput input = examples::wild_type();
  input.genome.reset();
  input.explanation.absent.clear();
  input.identity.without_genome = "Sekvensering er ikke bestilt.";
  input.explanation.tests.push_back({.test = "ict",
                                     .name = {"immunkromatografi", "immunochromatography"},
                                     .outcomes = {"kpc"},
                                     .outcome = {"KPC", "KPC"},
                                     .date = Date{2026, 11, 20},
                                     .role = "shows",
                                     .sentence = {"Viser KPC.", "Shows KPC."}});
  const std::string pdf = printed(input);
  const std::string text = text_of(pdf);
  for (const auto* part : {"Det er ikke lest noe genom", "Sekvensering er ikke bestilt.",
                           "Bekreftende tester", "immunkromatografi", "20.11.2026", "Viser KPC."})
    EXPECT_NE(text.find(part), std::string::npos) << part;
  for (const auto* claim : {"Ingen ervervede resistensgener", "ikke påvist", "Referansesett"})
    EXPECT_EQ(text.find(claim), std::string::npos) << claim;
  EXPECT_EQ(words_outside(pdf), std::vector<std::string>{});
}

TEST(AnswerPdf, AnAnswerWithNothingMeasuredAndNoGenomeIsOnePage) {
  AnswerInput input = examples::wild_type();
  input.genome.reset();
  input.interpretations.clear();
  input.explanation.statements.clear();
  EXPECT_EQ(pages_of(printed(input)), 1);
}

}  // namespace
}  // namespace kres::report

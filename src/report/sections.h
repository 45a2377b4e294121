// The parts of the printed answer, one function each, in the order they are printed.
#pragma once

#include <string>
#include <string_view>

#include "report/answer_document.h"
#include "report/answer_texts.h"
#include "report/pdf/flow.h"

namespace kres::report {

// What every part needs: where it prints, what, and in which words.
struct Print {
  pdf::Flow& flow;
  const AnswerDocument& answer;
  const AnswerTexts& texts;

  Language language() const { return answer.identity.language; }
  const std::string& text(std::string_view key) const { return texts.in(language(), key); }
  const std::string& in(const BilingualText& text) const { return text.in(language()); }
};

void print_amendment(Print& print);       // what this version replaces, and why
void print_request(Print& print);         // who asked, about which isolate, and what
void print_verdict(Print& print);         // the answer in one sentence, case definitions
void print_susceptibility(Print& print);  // measurements with interpretation
void print_tests(Print& print);           // confirmatory tests with what they say
void print_findings(Print& print);        // mechanisms with their evidence, intrinsic genes apart
void print_explanation(Print& print);     // how measurements and genome fit
void print_work_up(Print& print);         // what to do next
void print_negatives(Print& print);       // what was looked for and not found
void print_limitations(Print& print);     // when the explanation fails
void print_basis(Print& print);           // methods, accreditation, versions
void print_people(Print& print);          // who entered, validated and approved

// A section heading, kept together with `following` points of what comes after it.
void print_heading(Print& print, std::string_view key, double following);

}  // namespace kres::report

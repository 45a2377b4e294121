// Gathers everything an answer says from the records it rests on.
#pragma once

#include <functional>
#include <string>

#include "base/error.h"
#include "laboratory/answer.h"
#include "laboratory/ports/registry.h"
#include "report/compose_answer.h"

namespace kres::workflow {

struct RenderedAnswer {
  std::string pdf;
  std::string json;
};

// Composes and prints an answer; given by the program, which has the texts.
using RenderFunction = std::function<Result<RenderedAnswer>(const report::AnswerInput&)>;

// What is the same for every answer.
struct AnswerSettings {
  std::string software;  // "kres 0.1.0"
  std::string zone = "Europe/Oslo";
  std::vector<std::string> accredited_methods;
};

// The number printed on a version of an answer: "2026-CPO-0001-K/2".
std::string answer_number(const std::string& accession, int version);

// Requires: the answer is stored, or is a stored one with further steps taken.
Result<report::AnswerInput> answer_input(laboratory::UnitOfWork& work,
                                         const laboratory::Answer& answer,
                                         const AnswerSettings& settings);

}  // namespace kres::workflow

// Hand-made answers for the tests: the isolates of the main job and the cases that go wrong.
#pragma once

#include "report/compose_answer.h"

namespace kres::report::examples {

AgentTable agents();  // of data/agents.tsv
AnswerTexts texts();  // of data/texts/answer.tsv

AnswerInput kpc();         // HS11286-like: blaKPC-2 intact, constructed measurements, approved
AnswerInput wild_type();   // only the species' own genes
AnswerInput broken_kpc();  // blaKPC-2 with a stop, meropenem S, draft
AnswerInput mcr();         // mcr-1 with colistin R, amended answer

AnswerDocument document(const AnswerInput& input);

}  // namespace kres::report::examples

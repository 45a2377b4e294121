#include "laboratory/answer.h"

#include <array>

#include <fmt/format.h>

#include "base/digest.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<AnswerState>, 3> kStates{{{AnswerState::draft, "draft"},
                                                       {AnswerState::validated, "validated"},
                                                       {AnswerState::signed_, "signed"}}};
}  // namespace

std::string_view name_of(AnswerState state) { return name_in(kStates, state); }
std::optional<AnswerState> answer_state_from(std::string_view name) {
  return value_in<AnswerState>(kStates, name);
}

bool is_signed(const Answer& answer) { return answer.state == AnswerState::signed_; }
bool is_signed_final(const Answer& answer) { return is_signed(answer) && !answer.preliminary; }

std::string signed_statement(const Answer& answer, std::string_view pdf_sha256,
                             std::string_view json_sha256) {
  std::string kind = answer.preliminary ? "preliminary\n" : "";
  if (!answer.without_genome.empty())
    kind += fmt::format("without genome {}\n", sha256_hex(answer.without_genome));
  return fmt::format(
      "kres answer 1\naccession {}\nversion {}\n{}validated {} {}\napproved {} {}\npdf {}\njson "
      "{}\n",
      answer.accession, answer.version, kind, answer.validated->person,
      iso_utc(answer.validated->time), answer.approved->person, iso_utc(answer.approved->time),
      pdf_sha256, json_sha256);
}

}  // namespace kres::laboratory

#include "sequence/header.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sequence/foreign_format.h"

namespace kres::sequence {

namespace {

bool says_any(std::string_view text, const auto& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

// Assemblers write circular=true (Unicycler, Dragonflye) or circular=yes; NCBI and its validators
// [topology=circular]; NCBI titles end finished replicons with "complete genome" or "complete
// sequence". A stated linear topology overrides the title.
bool is_circular(std::string_view description) {
  constexpr std::array<std::string_view, 3> kCircular = {"circular=true", "circular=yes",
                                                         "topology=circular"};
  constexpr std::array<std::string_view, 3> kLinear = {"circular=false", "circular=no",
                                                       "topology=linear"};
  constexpr std::array<std::string_view, 2> kFinished = {"complete genome", "complete sequence"};
  const std::string text = to_lower(description);
  return says_any(text, kCircular) || (says_any(text, kFinished) && !says_any(text, kLinear));
}

std::string as_utf8(std::string_view text) {
  std::string result(text);
  if (is_valid_utf8(text)) return result;
  std::replace_if(
      result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; },
      '?');
  return result;
}

}  // namespace

Result<Header> parse_header(std::string_view line, const std::string& file, std::size_t number) {
  const auto end = std::min(line.find_first_of(" \t"), line.size());
  const auto name = line.substr(0, end);
  if (name.empty()) return bad_input("header without a name", file, number);
  if (first_binary_byte(line) != std::string_view::npos || !is_valid_utf8(name))
    return bad_input("binary data in a header", file, number, "give the assembly as FASTA");
  Header header{.name = std::string(name), .description = as_utf8(trim(line.substr(end)))};
  header.circular = is_circular(header.description);
  return header;
}

}  // namespace kres::sequence

#include "sequence/fasta.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include <fmt/format.h>

#include "sequence/base_counts.h"
#include "sequence/foreign_format.h"
#include "sequence/header.h"

namespace kres::sequence {

namespace {

constexpr std::string_view kAmbiguousCodes = "RYSWKMBDHVryswkmbdhv";
constexpr std::uint8_t kNeedsLook = 0x80;  // an ambiguous code, or no nucleotide code at all

// The base of a letter in upper case; with kNeedsLook for ambiguous codes (read as N) and for
// everything else, so that one lookup per letter suffices for the letters that genomes consist of.
constexpr auto kBases = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(kNeedsLook);
  for (const char c : std::string_view("ACGTN")) {
    table[static_cast<std::uint8_t>(c)] = static_cast<std::uint8_t>(c);
    table[static_cast<std::uint8_t>(c - 'A' + 'a')] = static_cast<std::uint8_t>(c);
  }
  table['U'] = table['u'] = 'T';
  for (const char c : kAmbiguousCodes) table[static_cast<std::uint8_t>(c)] = 'N' | kNeedsLook;
  return table;
}();

bool is_nucleotide_code(char c) { return kBases[static_cast<std::uint8_t>(c)] != kNeedsLook; }
bool is_ambiguous(char c) { return kAmbiguousCodes.find(c) != std::string_view::npos; }

// Above this share of IUPAC codes other than A, C, G, T, N the text is protein that happens to use
// few other letters; the worst real assemblies stay below 1 %.
constexpr double kMostAmbiguous = 0.25;

// Whether the first line that is not blank is a header.
bool starts_with_header(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && text[start] == '>' &&
         (start == 0 || text[start - 1] == '\n');
}

class FastaParser {
 public:
  FastaParser(const std::string& name, const AssemblyLimits& limits)
      : name_(name), limits_(limits) {}

  Result<FastaContent> parse(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    if (!starts_with_header(text)) return fail(not_fasta(text, name_));
    for (std::size_t begin = 0; begin < text.size();) {
      const void* newline = std::memchr(text.data() + begin, '\n', text.size() - begin);
      const std::size_t end =
          newline ? static_cast<std::size_t>(static_cast<const char*>(newline) - text.data())
                  : text.size();
      ++line_;
      KRES_TRY(take_line(text.substr(begin, end - begin), text.size() - begin));
      begin = end + 1;
    }
    KRES_TRY(end_contig());
    KRES_TRY(check_alphabet());
    return std::move(content_);
  }

 private:
  Result<void> take_line(std::string_view line, std::size_t rest) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
      line.remove_suffix(1);
    if (line.empty()) return {};
    if (line.front() == '>') return begin_contig(line.substr(1), rest);
    return append_bases(line);
  }

  Result<void> begin_contig(std::string_view line, std::size_t rest) {
    KRES_TRY(end_contig());
    KRES_ASSIGN(Header header, parse_header(line, name_, line_));
    if (const auto [known, inserted] = first_line_.emplace(header.name, line_); !inserted)
      return bad_input(
          fmt::format("contig name '{}' was used in line {} already", header.name, known->second),
          name_, line_, "give every contig a name of its own");
    if (content_.contigs.size() >= limits_.contigs)
      return too_large(fmt::format("more than {} contigs", limits_.contigs));
    content_.contigs.push_back({.name = std::move(header.name),
                                .description = std::move(header.description),
                                .bases = {},
                                .circular = header.circular});
    header_line_ = line_;
    // One large contig is read without growing; small ones do not claim the whole file each.
    content_.contigs.back().bases.reserve(
        content_.contigs.size() == 1 ? std::min<std::uint64_t>(rest, limits_.bases) : 0);
    return {};
  }

  Result<void> end_contig() {
    if (content_.contigs.empty()) return {};
    std::string& bases = content_.contigs.back().bases;
    if (bases.empty())
      return bad_input(fmt::format("contig '{}' has no sequence", content_.contigs.back().name),
                       name_, header_line_, "remove the header or complete the file");
    if (bases.capacity() > 2 * bases.size()) bases.shrink_to_fit();
    return {};
  }

  Result<void> append_bases(std::string_view line) {
    total_ += line.size();
    if (total_ > limits_.bases) return too_large(fmt::format("more than {} bases", limits_.bases));
    std::string& bases = content_.contigs.back().bases;
    const std::size_t before = bases.size();
    bases.append(line);
    if (only_known_bases(line)) return {};
    std::uint8_t seen = 0;
    for (std::size_t i = before; i < bases.size(); ++i) {
      const std::uint8_t base = kBases[static_cast<std::uint8_t>(bases[i])];
      seen |= base;
      bases[i] = static_cast<char>(base & ~kNeedsLook);
    }
    return seen & kNeedsLook ? look_at(line) : Result<void>{};
  }

  Result<void> look_at(std::string_view line) {
    if (!std::all_of(line.begin(), line.end(), is_nucleotide_code)) return wrong_letter(line);
    content_.ambiguous_bases +=
        static_cast<std::uint64_t>(std::count_if(line.begin(), line.end(), is_ambiguous));
    return {};
  }

  Result<void> wrong_letter(std::string_view line) const {
    const auto wrong = std::find_if_not(line.begin(), line.end(), is_nucleotide_code);
    if (first_binary_byte(line) != std::string_view::npos ||
        static_cast<unsigned char>(*wrong) >= 0x80)
      return bad_input("binary data in the sequence", name_, line_, "give the assembly as FASTA");
    const auto bases = std::count_if(line.begin(), line.end(), [](char c) {
      return std::string_view("ACGTUNacgtun").find(c) != std::string_view::npos;
    });
    if (static_cast<double>(bases) < 0.9 * static_cast<double>(line.size()) &&
        std::string_view("EFILPQXZJO*efilpqxzjo").find(*wrong) != std::string_view::npos)
      return looks_like_protein(line_);
    return bad_input(
        fmt::format("'{}' in column {} is not a nucleotide code", *wrong, wrong - line.begin() + 1),
        name_, line_);
  }

  Result<void> check_alphabet() const {
    if (static_cast<double>(content_.ambiguous_bases) >
        kMostAmbiguous * static_cast<double>(total_))
      return looks_like_protein(0);
    return {};
  }

  Result<void> looks_like_protein(std::size_t line) const {
    return bad_input("looks like protein, not nucleotide sequence", name_, line,
                     "give the assembled genome (contigs), not its proteins");
  }

  Result<void> too_large(std::string message) const {
    return fail({ErrorCode::too_large, std::move(message), name_, line_,
                 "send one assembled genome per file"});
  }

  const std::string& name_;
  const AssemblyLimits& limits_;
  FastaContent content_;
  std::unordered_map<std::string, std::size_t> first_line_;  // of each contig name
  std::size_t line_ = 0;
  std::size_t header_line_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace

Result<FastaContent> parse_fasta(std::string_view text, const std::string& name,
                                 const AssemblyLimits& limits) {
  return FastaParser(name, limits).parse(text);
}

}  // namespace kres::sequence

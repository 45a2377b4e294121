#include "sequence/gfa.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::sequence {

namespace {

constexpr std::string_view kRecords = "HSLCPWJ";
constexpr const char* kWantSequences = "export the graph with its sequences, or give FASTA";

struct Segment {
  std::string name;
  std::size_t line = 0;
  std::size_t links = 0;       // of both ends, to whatever segment
  std::string_view self_link;  // overlap of a link from the end to the start; no data if none
};

// Calls visit(line, number) for every line without its line end; stops at the first error.
template <class Visit>
Result<void> for_each_line(std::string_view text, Visit&& visit) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    KRES_TRY(visit(line, number));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

bool is_record(std::string_view line) {
  return line.size() > 1 && line[1] == '\t' && kRecords.find(line[0]) != std::string_view::npos;
}

// "127M" is 127, "*" and "" are 0; nothing for other alignments.
std::optional<std::size_t> overlap_length(std::string_view cigar) {
  if (cigar == "*" || cigar.empty()) return 0;
  if (!cigar.ends_with('M')) return std::nullopt;
  const auto length = parse_int(cigar.substr(0, cigar.size() - 1));
  if (!length || *length < 0) return std::nullopt;
  return static_cast<std::size_t>(*length);
}

// Makes the contig circular if its links say so and its bases do not contradict them.
void close_circle(ContigSequence& contig, const Segment& segment) {
  if (segment.self_link.data() == nullptr || segment.links != 2) return;
  const auto overlap = overlap_length(segment.self_link);
  if (!overlap || *overlap >= contig.bases.size()) return;
  const auto rest = contig.bases.size() - *overlap;
  if (contig.bases.compare(rest, *overlap, contig.bases, 0, *overlap) != 0) return;
  contig.bases.resize(rest);
  contig.circular = true;
}

// Collects segments as FASTA (header and sequence take one line each), which parse_fasta() then
// judges as it does every assembly.
class GfaParser {
 public:
  explicit GfaParser(const std::string& name) : name_(name) {}

  Result<FastaContent> parse(std::string_view text, const AssemblyLimits& limits) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    KRES_TRY(for_each_line(text, [&](auto line, auto number) { return take(line, number); }));
    if (segments_.empty())
      return bad_input("the graph has no segments (S lines)", name_, 0, kWantSequences);
    KRES_TRY(for_each_line(text, [&](auto line, auto number) { return link(line, number); }));
    auto content = parse_fasta(fasta_, name_, limits);
    if (!content) return fail(of_graph(content.error()));
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      content->contigs[i].circular = false;
      close_circle(content->contigs[i], segments_[i]);
    }
    return content;
  }

 private:
  Result<void> take(std::string_view line, std::size_t number) {
    if (line.empty() || line.front() == '#') return {};
    if (!is_record(line))
      return bad_input("is not a GFA 1 record", name_, number,
                       "the first letter of a line says what it is: H, S, L, C, P, W or J");
    const auto cells = split(line, '\t');
    if (line.front() == 'H') return check_version(cells, number);
    return line.front() == 'S' ? add_segment(cells, number) : Result<void>{};
  }

  Result<void> check_version(const std::vector<std::string_view>& cells, std::size_t number) const {
    for (const auto cell : cells)
      if (cell.starts_with("VN:Z:") && !cell.substr(5).starts_with("1"))
        return bad_input(fmt::format("GFA version {} is not read", cell.substr(5)), name_, number,
                         "convert the graph to GFA 1, or give FASTA");
    return {};
  }

  Result<void> add_segment(const std::vector<std::string_view>& cells, std::size_t number) {
    const std::string segment(cells[1]);
    if (segment.empty() || segment.find(' ') != std::string::npos)
      return bad_input("segment without a name", name_, number);
    if (cells.size() < 3 || cells[2].empty() || cells[2] == "*")
      return bad_input(fmt::format("segment '{}' has no sequence", segment), name_, number,
                       kWantSequences);
    if (cells[2].front() == '>')
      return bad_input("'>' in column 1 is not a nucleotide code", name_, number);
    const auto [known, inserted] = by_name_.emplace(segment, segments_.size());
    if (!inserted)
      return bad_input(fmt::format("segment name '{}' was used in line {} already", segment,
                                   segments_[known->second].line),
                       name_, number);
    segments_.push_back({.name = segment, .line = number});
    fasta_.append(">").append(segment);
    for (std::size_t i = 3; i < cells.size(); ++i) {
      KRES_TRY(check_length(cells[i], cells[2].size(), number));
      fasta_.append(" ").append(cells[i]);
    }
    fasta_.append("\n").append(cells[2]).append("\n");
    return {};
  }

  Result<void> check_length(std::string_view tag, std::size_t length, std::size_t number) const {
    if (!tag.starts_with("LN:i:") || parse_int(tag.substr(5)) == static_cast<long long>(length))
      return {};
    return bad_input(fmt::format("the sequence has {} bases, its tag says {}", length, tag), name_,
                     number, "transfer the file again and compare its checksum");
  }

  Result<void> link(std::string_view line, std::size_t number) {
    if (line.empty() || line.front() != 'L') return {};
    const auto cells = split(line, '\t');
    if (cells.size() < 5) return bad_input("link has fewer than five columns", name_, number);
    for (const auto which : {1U, 3U}) {
      const auto found = by_name_.find(std::string(cells[which]));
      if (found == by_name_.end())
        return bad_input(fmt::format("link of segment '{}', which is not there", cells[which]),
                         name_, number, "transfer the file again and compare its checksum");
      auto& segment = segments_[found->second];
      ++segment.links;
      if (cells[1] == cells[3] && cells[2] == cells[4])
        segment.self_link = cells.size() > 5 ? cells[5] : std::string_view("*");
    }
    return {};
  }

  // Line 2i + 1 of the FASTA text is the header of segment i, the next its sequence.
  Error of_graph(Error error) const {
    if (error.line > 0) error.line = segments_[(error.line - 1) / 2].line;
    return error;
  }

  const std::string& name_;
  std::vector<Segment> segments_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::string fasta_;
};

}  // namespace

bool looks_like_gfa(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (!trim(line).empty() && line.front() != '#') return is_record(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

Result<FastaContent> parse_gfa(std::string_view text, const std::string& name,
                               const AssemblyLimits& limits) {
  return GfaParser(name).parse(text, limits);
}

}  // namespace kres::sequence

#include "genome/reference/section_file.h"

#include <array>

#include <fmt/format.h>
#include <xxhash.h>

namespace kres::genome {

namespace {

constexpr std::array<char, 8> kMagic{'K', 'R', 'E', 'S', 'I', 'D', 'X', '\0'};
constexpr std::size_t kAlignment = 64;

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kIndexFormatVersion;
  std::uint32_t sections = 0;
  std::uint64_t file_size = 0;
  std::uint64_t checksum = 0;  // XXH3, 64 bits, of everything after the header
};

struct TableRow {
  std::uint32_t id;
  std::uint32_t item_size;
  std::uint64_t offset;
  std::uint64_t bytes;
};

std::size_t aligned(std::size_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

template <class T>
void put(std::string& out, std::size_t offset, const T& value) {
  std::memcpy(out.data() + offset, &value, sizeof value);
}

template <class T>
T get(std::string_view bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

void SectionWriter::add_bytes(std::uint32_t id, std::size_t item_size, std::string_view bytes) {
  sections_.push_back({id, static_cast<std::uint32_t>(item_size), std::string(bytes)});
}

std::string SectionWriter::finish() const {
  Header header{.sections = static_cast<std::uint32_t>(sections_.size())};
  std::vector<TableRow> table;
  std::size_t offset = aligned(sizeof header + sections_.size() * sizeof(TableRow));
  for (const auto& section : sections_) {
    table.push_back({section.id, section.item_size, offset, section.bytes.size()});
    offset = aligned(offset + section.bytes.size());
  }
  header.file_size = offset;
  std::string out(offset, '\0');
  for (std::size_t i = 0; i < table.size(); ++i) {
    put(out, sizeof header + i * sizeof(TableRow), table[i]);
    out.replace(table[i].offset, table[i].bytes, sections_[i].bytes);
  }
  header.checksum = XXH3_64bits(out.data() + sizeof header, out.size() - sizeof header);
  put(out, 0, header);
  return out;
}

Result<SectionFile> SectionFile::open(const Path& path, bool verify) {
  KRES_ASSIGN(auto mapped, MappedFile::open(path));
  SectionFile file(std::move(mapped));
  file.path_ = path.string();
  KRES_TRY(file.check(verify));
  return file;
}

Result<void> SectionFile::check(bool verify) const {
  const auto bytes = file_.bytes();
  const auto corrupt = [&](std::string message) -> Result<void> {
    return fail(
        {ErrorCode::corrupt, std::move(message), path_, 0, "build the reference set again"});
  };
  if (bytes.size() < sizeof(Header)) return corrupt("index is truncated: no header");
  const auto header = get<Header>(bytes, 0);
  if (header.magic != kMagic) return corrupt("is not an index of kres");
  if (header.version != kIndexFormatVersion)
    return corrupt(fmt::format("index has format version {}, this program reads version {}",
                               header.version, kIndexFormatVersion));
  if (header.file_size != bytes.size())
    return corrupt(fmt::format("index is truncated or altered: {} bytes, its header says {}",
                               bytes.size(), header.file_size));
  if ((bytes.size() - sizeof(Header)) / sizeof(TableRow) < header.sections)
    return corrupt("index is altered: its section table does not fit");
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    const auto row = get<TableRow>(bytes, sizeof(Header) + i * sizeof(TableRow));
    const bool inside = row.offset <= bytes.size() && row.bytes <= bytes.size() - row.offset;
    if (!inside || row.offset % kAlignment != 0 || row.item_size == 0 ||
        row.bytes % row.item_size != 0)
      return corrupt(fmt::format("index is altered: section {} does not fit", row.id));
  }
  if (verify &&
      XXH3_64bits(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header)) != header.checksum)
    return corrupt("index is altered: its checksum does not match");
  return {};
}

Result<std::string_view> SectionFile::find(std::uint32_t id, std::size_t item_size) const {
  const auto bytes = file_.bytes();
  const auto header = get<Header>(bytes, 0);
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    const auto row = get<TableRow>(bytes, sizeof(Header) + i * sizeof(TableRow));
    if (row.id == id && row.item_size == item_size) return bytes.substr(row.offset, row.bytes);
  }
  return fail({ErrorCode::corrupt, fmt::format("index has no section {}", id), path_, 0,
               "build the reference set again"});
}

}  // namespace kres::genome

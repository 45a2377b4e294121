#include "exchange/spreadsheet/zip_archive.h"

#include <zlib.h>

#include <fmt/format.h>

namespace kres::exchange {

namespace {

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEntrySignature = 0x02014b50;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::size_t kEndSize = 22, kEntrySize = 46, kLocalSize = 30, kMostComment = 65535;

// Little-endian numbers; 0 beyond the end, which the checks of positions below then refuse.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

std::size_t find_end(std::string_view bytes) {
  if (bytes.size() < kEndSize) return std::string_view::npos;
  const std::size_t last = bytes.size() - kEndSize;
  const std::size_t first = last > kMostComment ? last - kMostComment : 0;
  for (std::size_t at = last + 1; at-- > first;)
    if (number(bytes, at, 4) == kEndSignature) return at;
  return std::string_view::npos;
}

// The packed bytes of a member whose local header is at `at`, or nothing beyond the end.
std::string_view packed_bytes(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at + kLocalSize > bytes.size() || number(bytes, at, 4) != kLocalSignature) return {};
  const std::size_t start = at + kLocalSize + number(bytes, at + 26, 2) + number(bytes, at + 28, 2);
  if (start > bytes.size() || size > bytes.size() - start) return {};
  return bytes.substr(start, size);
}

bool inflate_all(std::string_view packed, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int state = inflate(&stream, Z_FINISH);
  const bool whole = state == Z_STREAM_END && stream.total_out == out.size();
  inflateEnd(&stream);
  return whole;
}

}  // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string name) {
  const auto end = find_end(bytes);
  if (end == std::string_view::npos) return bad_input("is no ZIP archive, or it is cut", name);
  const std::size_t count = number(bytes, end + 10, 2);
  if (count > kMostMembers) return bad_input("holds too many members", name);
  ZipArchive archive;
  std::size_t at = number(bytes, end + 16, 4), total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (at + kEntrySize > end || number(bytes, at, 4) != kEntrySignature)
      return bad_input("has a damaged list of members", name);
    const std::size_t length = number(bytes, at + 28, 2), size = number(bytes, at + 24, 4);
    const auto method = number(bytes, at + 10, 2);
    if (at + kEntrySize + length > end) return bad_input("has a damaged list of members", name);
    const std::string member(bytes.substr(at + kEntrySize, length));
    if ((number(bytes, at + 8, 2) & 1U) != 0 || (method != 0 && method != 8))
      return bad_input(fmt::format("member '{}' is encrypted or packed in an unknown way", member),
                       name);
    total += size;
    if (size > kMostBytes || total > kMostBytes)
      return bad_input("would unpack to more than 64 MB", name);
    const std::size_t packed = number(bytes, at + 20, 4);
    archive.members_[member] = {packed_bytes(bytes, number(bytes, at + 42, 4), packed), size,
                                number(bytes, at + 16, 4), method == 8};
    if (archive.members_[member].packed.size() != packed)
      return bad_input(fmt::format("member '{}' lies outside the file", member), name);
    at += kEntrySize + length + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  archive.name_ = std::move(name);
  return archive;
}

Result<std::string> ZipArchive::read(const std::string& member) const {
  const auto at = members_.find(member);
  if (at == members_.end())
    return fail({ErrorCode::not_found, fmt::format("has no member '{}'", member), name_, 0, {}});
  const Member& found = at->second;
  std::string out(found.size, '\0');
  if (found.deflated ? !inflate_all(found.packed, out) : found.packed.size() != found.size)
    return bad_input(fmt::format("member '{}' is damaged", member), name_);
  if (!found.deflated) out = found.packed;
  if (crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size())) !=
      found.crc)
    return bad_input(fmt::format("member '{}' is damaged (its checksum differs)", member), name_);
  return out;
}

}  // namespace kres::exchange

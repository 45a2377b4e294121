// Reads the members of a ZIP archive that is held in memory.
//
// Stored and deflated members only, no encryption, no ZIP64: what spreadsheet programs write. Sizes
// are limited and checked, so that a hostile archive is refused and not unpacked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::exchange {

class ZipArchive {
 public:
  static constexpr std::size_t kMostMembers = 2000;
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;  // of all members, unpacked

  // Requires: bytes outlive the archive. `name` stands in errors.
  static Result<ZipArchive> open(std::string_view bytes, std::string name);

  bool has(const std::string& member) const { return members_.contains(member); }
  // `not_found` if there is no such member, `bad_input` if it is damaged.
  Result<std::string> read(const std::string& member) const;

 private:
  struct Member {
    std::string_view packed;
    std::size_t size = 0;
    std::uint32_t crc = 0;
    bool deflated = false;
  };
  std::string name_;
  std::map<std::string, Member> members_;
};

}  // namespace kres::exchange

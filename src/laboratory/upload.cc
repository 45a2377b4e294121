#include "laboratory/upload.h"

#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {
constexpr std::array<NameRow<UploadState>, 4> kStates{{{UploadState::open, "open"},
                                                       {UploadState::stored, "stored"},
                                                       {UploadState::cancelled, "cancelled"},
                                                       {UploadState::expired, "expired"}}};
}  // namespace

std::string_view name_of(UploadState state) { return name_in(kStates, state); }
std::optional<UploadState> upload_state_from(std::string_view name) {
  return value_in<UploadState>(kStates, name);
}

std::uint64_t Upload::size() const {
  std::uint64_t sum = 0;
  for (const auto& one : files) sum += one.size;
  return sum;
}

std::uint64_t Upload::received() const {
  std::uint64_t sum = 0;
  for (const auto& one : files) sum += one.received;
  return sum;
}

const UploadFile* Upload::file(int number) const {
  for (const auto& one : files)
    if (one.number == number) return &one;
  return nullptr;
}

}  // namespace kres::laboratory

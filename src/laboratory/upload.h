// Files on their way in: sent in parts, part of nothing until every one of them is whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "laboratory/ids.h"
#include "laboratory/isolate_file.h"

namespace kres::laboratory {

enum class UploadState {
  open,       // takes parts
  stored,     // every file was whole; they belong to the isolate now
  cancelled,  // by a person
  expired,    // nothing came for too long
};
std::string_view name_of(UploadState state);
std::optional<UploadState> upload_state_from(std::string_view name);

struct UploadFile {
  int number = 0;  // 1, 2 ... within the upload
  FilePlace place;
  std::string name;  // as the sender calls it, without folders
  std::uint64_t size = 0;
  std::string sha256;          // of the whole file as the sender states it; empty if not stated yet
  std::uint64_t received = 0;  // bytes that arrived, were verified and are on disk
};

// The files of one delivery.
struct Upload {
  UploadId id;
  IsolateId isolate;
  std::string accession;
  std::string created_by;  // username
  UploadState state = UploadState::open;
  Instant created{};
  Instant changed{};  // the last part, or the end
  JobId job;          // that analyses what was stored; 0 if none
  std::vector<UploadFile> files;

  std::uint64_t size() const;
  std::uint64_t received() const;
  bool whole() const { return received() == size(); }
  const UploadFile* file(int number) const;  // nullptr if there is none
};

}  // namespace kres::laboratory

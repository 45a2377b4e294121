// The files of an isolate: assemblies and reads, each with its place in what was sent together.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "laboratory/blob.h"

namespace kres::laboratory {

enum class FileRole {
  assembly,           // FASTA or GFA
  reads_1,            // the forward mates of a lane
  reads_2,            // their reverse mates
  reads,              // unpaired short reads
  reads_interleaved,  // mates one after the other in one file
  long_reads,         // Oxford Nanopore
};
std::string_view name_of(FileRole role);
std::optional<FileRole> file_role_from(std::string_view name);
std::string_view media_type_of(FileRole role);  // "text/x-fasta", "text/x-fastq"

// Which part of a delivery a file is. Lanes of a sequencing run count from 1; an assembly has 0.
struct FilePlace {
  FileRole role = FileRole::assembly;
  int lane = 0;
  bool operator==(const FilePlace&) const = default;
};

// A delivery is what is analysed together: one assembly, or all lanes of one library. A library
// sequenced again is another delivery; the two are never pooled.
struct IsolateFile {
  Blob blob;
  FilePlace place;
  int delivery = 0;  // 1, 2, 3 ... of the isolate
};

inline constexpr int kMostLanes = 32;

// `bad_input` unless the places are one whole delivery: a single assembly, or reads in which every
// lane has both mates or one other file, all lanes of the same kind.
Result<void> check_delivery(const std::vector<FilePlace>& places);

// The files of the newest delivery, by lane and role; empty if there is none.
std::vector<IsolateFile> newest_delivery(const std::vector<IsolateFile>& files);
int next_delivery(const std::vector<IsolateFile>& files);

}  // namespace kres::laboratory

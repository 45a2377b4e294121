// The table of addresses: which files a public release consists of and where they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::download {

struct SourceFile {
  std::string file;     // path inside the release: "klebsiella/gapA.tfa"
  std::string address;  // https; or kDayOfDownload
  std::string sha256;   // as the release or a publication gives it; empty if nobody does
};

// The address of a file that the download writes itself: the day (UTC), for releases without a
// version.
inline constexpr std::string_view kDayOfDownload = "day";

struct Source {
  std::string name;     // "ncbi-amrfinderplus"
  std::string release;  // of the folder it is put into; kDayOfDownload for the day
  std::string licence;
  std::vector<SourceFile> files;
};

// Columns source, release, file, address, sha256, licence, note; a source's rows agree in release
// and licence. Refuses addresses that are not https (http only of this machine itself), paths that
// lead out of their folder, and a file that is named twice.
Result<std::vector<Source>> parse_sources(std::string_view text, const std::string& name);

}  // namespace kres::download

// A public release on disk: fetched file by file, checked, and published as one folder.
#pragma once

#include <functional>
#include <string>

#include "base/date.h"
#include "base/files.h"
#include "download/source_table.h"
#include "download/transfer.h"

namespace kres::download {

struct Published {
  Path folder;          // <to>/<source>/<release>
  bool is_new = false;  // false: the same release was there already, byte for byte
};

using FetchProgress = std::function<void(const std::string& step)>;

// Fetches into <to>/<source>/.<release>.part, which a later call goes on with, and renames it when
// it is whole, with a file SHA256SUMS (as sha256sum writes) and a file SOURCE that names addresses
// and licence. A release that is there is never written to: it is fetched again and compared.
// Errors: those of Transfer; corrupt if a file has not the SHA-256 that the table gives (the file
// is removed); conflict if the release that is there differs from what the addresses give now.
Result<Published> fetch_release(const Source& source, const Path& to, Date today,
                                Transfer& transfer, const FetchProgress& progress);

}  // namespace kres::download

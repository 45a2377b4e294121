#include "app/interpret_table.h"

#include "base/files.h"
#include "sequence/compression.h"

namespace kres::app {

namespace {
constexpr std::uint64_t kMostBytes = 2'000'000'000;  // of a table, decompressed
}

exchange::Account interpret_table(exchange::TableReader& reader,
                                  const susceptibility::Standard& standard,
                                  const Afterwards& afterwards, const TableOutput& output) {
  exchange::Account account;
  susceptibility::Interpreter interpret(standard);
  reader.each([&](std::size_t line, const exchange::Reading& reading) {
    if (!reading) {
      account.add(reading.error());
      output.refusal(reading.error());
      return;
    }
    auto interpretation = interpret(*reading);
    afterwards(interpretation);
    account.add(interpretation);
    output.interpretation(interpretation, line);
  });
  return account;
}

Result<std::string> read_table_text(const std::string& path) {
  KRES_ASSIGN(auto bytes, read_file(path));
  const auto compression = sequence::compression_of(bytes);
  if (compression == sequence::Compression::none) return bytes;
  return sequence::decompress(bytes, compression, path, kMostBytes);
}

}  // namespace kres::app

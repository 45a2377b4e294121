#include "genome/reference/reference_set.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/text.h"
#include "genome/reference/reference_store.h"

namespace kres::genome {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!item.empty()) items.emplace_back(item);
  return items;
}

}  // namespace

std::string Manifest::json() const {
  Json json = {{"format", kIndexFormatVersion}, {"name", name}, {"sources", Json::array()}};
  for (const auto& source : sources) {
    Json list = Json::array();
    for (const auto& file : source.files)
      list.push_back({{"name", file.name}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    json["sources"].push_back({{"name", source.name},
                               {"version", source.version},
                               {"licence", source.licence},
                               {"files", list}});
    if (!source.note.empty()) json["sources"].back()["note"] = source.note;
  }
  json["counts"] = counts;
  json["files"] = files;
  return json.dump(1) + "\n";
}

Result<Manifest> Manifest::parse(std::string_view text, const std::string& file) {
  try {
    const Json json = Json::parse(text);
    if (json.at("format") != kIndexFormatVersion)
      return fail({ErrorCode::corrupt, "reference set has another format version", file, 0,
                   "build it again with 'kres reference build'"});
    Manifest manifest{.name = json.at("name").get<std::string>()};
    for (const auto& item : json.at("sources")) {
      Source source{item.at("name").get<std::string>(),
                    item.at("version").get<std::string>(),
                    item.at("licence").get<std::string>(),
                    {},
                    item.value("note", "")};
      for (const auto& entry : item.at("files"))
        source.files.push_back({entry.at("name").get<std::string>(),
                                entry.at("sha256").get<std::string>(),
                                entry.at("bytes").get<std::uint64_t>()});
      manifest.sources.push_back(std::move(source));
    }
    manifest.counts = json.at("counts").get<std::map<std::string, std::uint64_t>>();
    manifest.files = json.at("files").get<std::map<std::string, std::string>>();
    manifest.digest = sha256_hex(text);
    return manifest;
  } catch (const Json::exception& error) {
    return fail({ErrorCode::corrupt, fmt::format("is not a manifest: {}", error.what()), file, 0,
                 "build the reference set again"});
  }
}

ReferenceSet::ReferenceSet(Path path, Manifest manifest, Settings settings, SequenceIndex sequences,
                           SpeciesIndex species, MlstIndex schemes,
                           std::optional<ProteinIndex> proteins, std::string annotations)
    : path_(std::move(path)),
      manifest_(std::move(manifest)),
      settings_(std::move(settings)),
      sequences_(std::move(sequences)),
      species_(std::move(species)),
      schemes_(std::move(schemes)),
      proteins_(std::move(proteins)),
      annotations_(std::move(annotations)) {
  for (std::size_t at = 0; at < annotations_.size(); at = annotations_.find('\n', at) + 1)
    annotation_lines_.push_back(at);
}

Result<ReferenceSet> ReferenceSet::open(const Path& path, bool verify) {
  KRES_ASSIGN(const Path set, resolve_reference_set(path));
  KRES_ASSIGN(const auto text, read_file(set / "manifest.json"));
  KRES_ASSIGN(auto manifest, Manifest::parse(text, (set / "manifest.json").string()));
  if (verify) KRES_TRY(verify_reference_set(set));
  KRES_ASSIGN(auto sequences, SequenceIndex::open(set / "sequences.index", verify));
  KRES_ASSIGN(auto species, SpeciesIndex::open(set / "species.index", verify));
  KRES_ASSIGN(auto schemes, MlstIndex::open(set / "mlst.index", verify));
  std::optional<ProteinIndex> proteins;
  if (manifest.files.count("proteins.index") > 0) {
    KRES_ASSIGN(auto opened, ProteinIndex::open(set / "proteins.index", verify));
    proteins.emplace(std::move(opened));
  }
  KRES_ASSIGN(auto annotations, read_file(set / "genes.tsv"));
  KRES_ASSIGN(const auto thresholds, read_file(set / "tables" / "settings" / "assembly_v1.tsv"));
  KRES_ASSIGN(auto settings, Settings::parse(thresholds, "assembly_v1"));
  return ReferenceSet(set, std::move(manifest), std::move(settings), std::move(sequences),
                      std::move(species), std::move(schemes), std::move(proteins),
                      std::move(annotations));
}

std::string_view ReferenceSet::annotation_line(EntryId gene) const {
  if (gene >= annotation_lines_.size()) return {};
  const std::string_view line = std::string_view(annotations_).substr(annotation_lines_[gene]);
  return line.substr(0, line.find('\n'));
}

std::string_view ReferenceSet::critical_family(EntryId gene) const {
  constexpr int kColumn = 3;
  std::string_view line = annotation_line(gene);
  for (int column = 0; column < kColumn; ++column) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return {};
    line.remove_prefix(tab + 1);
  }
  return line.substr(0, line.find('\t'));
}

GeneAnnotation ReferenceSet::annotation(EntryId gene) const {
  GeneAnnotation annotation;
  const auto cells = split(annotation_line(gene), '\t');
  if (cells.size() != 6) return annotation;
  annotation.drug_class = cells[1];
  annotation.agents = list(cells[2]);
  annotation.critical_family = cells[3];
  annotation.aliases = list(cells[4]);
  annotation.names = parse_names(cells[5]);
  return annotation;
}

Result<std::string> ReferenceSet::table(const std::string& name) const {
  return read_file(path_ / "tables" / name);
}

Result<Manifest> verify_reference_set(const Path& set) {
  KRES_ASSIGN(const auto text, read_file(set / "manifest.json"));
  KRES_ASSIGN(auto manifest, Manifest::parse(text, (set / "manifest.json").string()));
  for (const auto& [name, expected] : manifest.files) {
    KRES_ASSIGN(const auto actual, sha256_file(set / name));
    if (actual != expected)
      return fail({ErrorCode::corrupt, "file differs from the manifest of its reference set",
                   (set / name).string(), 0, "build the reference set again"});
  }
  return manifest;
}

}  // namespace kres::genome

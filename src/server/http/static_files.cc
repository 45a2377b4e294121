#include "server/http/static_files.h"

#include <array>
#include <utility>

#include "server/http/etag.h"
#include "server/http/problem.h"

namespace kres::http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".pdf", "application/pdf"},
}};

constexpr std::string_view kIndex = "index.html";

}  // namespace

std::string_view content_type_of(std::string_view path) {
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

StaticFiles::StaticFiles(const std::vector<StaticFile>& files) {
  for (const auto& file : files)
    files_.emplace(file.path, Entry{file.content, make_etag(file.content)});
}

const StaticFiles::Entry* StaticFiles::find(const Target& target, std::string& path) const {
  path = target.path().substr(1);
  if (const auto found = files_.find(path); found != files_.end()) return &found->second;
  const bool names_a_file =
      !target.segments.empty() && target.segments.back().find('.') != std::string::npos;
  if (names_a_file) return nullptr;
  path = kIndex;
  const auto index = files_.find(kIndex);
  return index == files_.end() ? nullptr : &index->second;
}

Response StaticFiles::respond(const Request& request) const {
  if (is_change(request.method))
    return problem(405, "error.method", "Files can only be read").with("Allow", "GET, HEAD");
  std::string path;
  const auto* entry = find(request.target, path);
  if (entry == nullptr) return problem(404, "error.not_found", "There is no such page");
  Response response{.status = 200,
                    .content_type = std::string(content_type_of(path)),
                    .body = std::string(entry->content),
                    .headers = {}};
  response.with("Cache-Control",
                path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  return with_etag(request, std::move(response), entry->etag);
}

}  // namespace kres::http

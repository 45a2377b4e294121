// The web page: files held in memory, with the fall-back that a page with its own addresses needs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace kres::http {

struct StaticFile {
  std::string_view path;     // "index.html", "assets/index-Bx3k.js"
  std::string_view content;  // outlives the StaticFiles
};

class StaticFiles {
 public:
  explicit StaticFiles(const std::vector<StaticFile>& files);

  // A file by its path; else, for a path whose last part has no dot, index.html (the page finds its
  // own way); else 404. Files below assets/ have their digest in their name and may be kept for a
  // year; the others are asked for again with their ETag.
  Response respond(const Request& request) const;

 private:
  struct Entry {
    std::string_view content;
    std::string etag;
  };
  const Entry* find(const Target& target, std::string& path) const;
  std::map<std::string, Entry, std::less<>> files_;
};

std::string_view content_type_of(std::string_view path);  // by the ending

}  // namespace kres::http

// Goes through the tags and texts of an XML document, as far as spreadsheets need it.
//
// No document types and so no entities but the five of XML and character references; prefixes of
// names are dropped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kres::exchange {

struct XmlPiece {
  enum class Kind { open, close, text };
  Kind kind = Kind::text;
  std::string_view name;        // of a tag, without its prefix
  std::string_view attributes;  // of an opening tag, as written
  bool empty = false;           // <name/>: no closing tag follows
  std::string text;             // decoded, of a text

  bool opens(std::string_view tag) const { return kind == Kind::open && name == tag; }
  bool closes(std::string_view tag) const { return kind == Kind::close && name == tag; }
  // Decoded; empty if absent. `key` is the name as written, with its prefix.
  std::string attribute(std::string_view key) const;
};

class XmlScanner {
 public:
  // Requires: the document outlives the scanner and its pieces.
  explicit XmlScanner(std::string_view document) : rest_(document) {}
  // Nothing at the end, or where the document is no XML; failed() tells the two apart.
  std::optional<XmlPiece> next();
  bool failed() const { return failed_; }

 private:
  std::optional<XmlPiece> fail();
  std::optional<XmlPiece> tag();
  bool skip_to_behind(std::string_view end);
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace kres::exchange

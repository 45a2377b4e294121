// Makes small workbooks for tests, as a spreadsheet program would write them.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace kres::exchange {

// A sheet as rows of cells; "8^1,A" is 8 with the superscript 1,A. "=0.06" is a number and no text.
struct TestSheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;
};

inline std::string little_endian(std::size_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xFF);
  return text;
}

inline std::string deflated(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct TestMember {
  std::string name, text;
};

// A ZIP archive; every second member is deflated, the others are stored.
inline std::string zip_of(const std::vector<TestMember>& members) {
  std::string body, list;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto& [name, text] = members[i];
    const std::string packed = i % 2 == 1 ? deflated(text) : text;
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
    const std::string common =
        little_endian(20, 2) + little_endian(0, 2) + little_endian(i % 2 == 1 ? 8 : 0, 2) +
        little_endian(0, 4) + little_endian(crc, 4) + little_endian(packed.size(), 4) +
        little_endian(text.size(), 4) + little_endian(name.size(), 2) + little_endian(0, 2);
    list += "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 2) +
            little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) +
            little_endian(body.size(), 4) + name;
    body += "PK\x03\x04" + common + name + packed;
  }
  return body + list + "PK\x05\x06" + little_endian(0, 4) + little_endian(members.size(), 2) +
         little_endian(members.size(), 2) + little_endian(list.size(), 4) +
         little_endian(body.size(), 4) + little_endian(0, 2);
}

inline std::string xml_text(std::string text) {
  text = replace_all(std::move(text), "&", "&amp;");
  return replace_all(replace_all(std::move(text), "<", "&lt;"), ">", "&gt;");
}

inline std::string shared_string(const std::string& cell) {
  const auto mark = cell.find('^');
  if (mark == std::string::npos) return "<si><t>" + xml_text(cell) + "</t></si>";
  return "<si><r><t>" + xml_text(cell.substr(0, mark)) +
         "</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>" +
         xml_text(cell.substr(mark + 1)) + "</t></r></si>";
}

inline std::string workbook_of(const std::vector<TestSheet>& sheets) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  std::string strings, book, relations;
  std::size_t count = 0;
  std::vector<TestMember> members;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto id = std::to_string(i + 1);
    book += "<sheet name=\"" + xml_text(sheets[i].name) + "\" sheetId=\"" + id + "\" r:id=\"rId" +
            id + "\"/>";
    relations += "<Relationship Id=\"rId" + id + "\" Target=\"worksheets/sheet" + id + ".xml\"/>";
    std::string data;
    for (std::size_t r = 0; r < sheets[i].rows.size(); ++r) {
      data += "<row r=\"" + std::to_string(r + 1) + "\">";
      for (std::size_t c = 0; c < sheets[i].rows[r].size(); ++c) {
        const auto& cell = sheets[i].rows[r][c];
        const std::string place =
            "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1) + "\"";
        if (cell.empty()) {
          data += place + "/>";
        } else if (cell.front() == '=') {
          data += place + "><v>" + cell.substr(1) + "</v></c>";
        } else {
          data += place + " t=\"s\"><v>" + std::to_string(count++) + "</v></c>";
          strings += shared_string(cell);
        }
      }
      data += "</row>";
    }
    members.push_back({"xl/worksheets/sheet" + id + ".xml",
                       head + "<worksheet><sheetData>" + data + "</sheetData></worksheet>"});
  }
  members.push_back(
      {"xl/workbook.xml", head + "<workbook><sheets>" + book + "</sheets></workbook>"});
  members.push_back(
      {"xl/_rels/workbook.xml.rels", head + "<Relationships>" + relations + "</Relationships>"});
  members.push_back({"xl/sharedStrings.xml", head + "<sst>" + strings + "</sst>"});
  return zip_of(members);
}

}  // namespace kres::exchange

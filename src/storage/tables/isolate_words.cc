#include "storage/tables/isolate_words.h"

#include <cstring>

#include <algorithm>
#include <mutex>
#include <unordered_set>

namespace kres::storage {

namespace {

constexpr char kBetween = '\0';  // no text of the database holds it

// The end of the first two lines: accession and the sender's own number.
std::size_t known_part(std::string_view words) {
  const auto first = words.find('\n');
  if (first == std::string_view::npos) return words.size();
  return std::min(words.find('\n', first + 1), words.size());
}

const char* find_in(const char* from, const char* end, const std::string& text) {
  return static_cast<const char*>(
      ::memmem(from, static_cast<std::size_t>(end - from), text.data(), text.size()));
}

}  // namespace

Result<std::optional<WordAnswer>> IsolateWords::find(Session& session,
                                                     const WordQuestion& question) {
  KRES_ASSIGN(const auto rows,
              session.query("select coalesce(max(revision), -1) from isolate_search"));
  const auto newest = rows.front().integer(0);
  {
    const std::shared_lock reading(mutex_);
    if (revision_ == newest) return answer(question);
    if (revision_ > newest) return std::nullopt;
  }
  const std::unique_lock changing(mutex_);
  if (revision_ < newest) KRES_TRY(take_in(session, newest));
  if (revision_ > newest) return std::nullopt;
  return answer(question);
}

Result<void> IsolateWords::take_in(Session& session, std::int64_t newest) {
  std::vector<Changed> changes;
  KRES_TRY(session.each(
      "select isolate, list_key, state, laboratory, words from isolate_search where revision > "
      ":revision order by list_key",
      {{"revision", revision_}}, [&](const Row& row) -> Result<void> {
        changes.push_back({{.isolate = row.integer(0),
                            .list_key = row.text(1),
                            .state = row.text(2),
                            .laboratory = number_of(row.text(3))},
                           row.text(4)});
        return {};
      }));
  merge(std::move(changes));
  revision_ = newest;
  return {};
}

std::uint32_t IsolateWords::number_of(const std::string& laboratory) {
  const auto found = std::find(laboratories_.begin(), laboratories_.end(), laboratory);
  const auto number = static_cast<std::uint32_t>(found - laboratories_.begin());
  if (found == laboratories_.end()) laboratories_.push_back(laboratory);
  return number;
}

// All that stays and all that is new, each with its words, in the order of the list keys.
void IsolateWords::merge(std::vector<Changed> changes) {
  std::unordered_set<std::int64_t> changed;
  for (const auto& change : changes) changed.insert(change.entry.isolate);
  std::vector<Entry> entries;
  entries.reserve(entries_.size() + changes.size());
  std::string words;
  words.reserve(words_.size());
  const auto add = [&](const Entry& entry, std::string_view text) {
    entries.push_back(entry);
    auto& added = entries.back();
    added.start = words.size();
    added.known = added.start + known_part(text);
    words += text;
    words += kBetween;
    added.end = words.size();
  };
  auto next = changes.begin();
  for (const auto& entry : entries_) {
    if (changed.contains(entry.isolate)) continue;
    for (; next != changes.end() && next->entry.list_key < entry.list_key; ++next)
      add(next->entry, next->words);
    add(entry, std::string_view(words_).substr(entry.start, entry.end - entry.start - 1));
  }
  for (; next != changes.end(); ++next) add(next->entry, next->words);
  entries_ = std::move(entries);
  words_ = std::move(words);
}

// Each text is looked for in all words at once: it cannot lie across the end of an entry.
void IsolateWords::mark(const WordQuestion& question, std::vector<char>& found) const {
  const char *const all = words_.data(), *const end = all + words_.size();
  for (const auto& text : question.texts) {
    std::size_t i = 0;
    for (const char* at = find_in(all, end, text); at != nullptr;) {
      const auto place = static_cast<std::size_t>(at - all);
      while (entries_[i].end <= place) ++i;
      const auto& entry = entries_[i];
      // Its first place is the one that can lie in the first lines.
      if (question.scope.whole() || place + text.size() <= entry.known) found[i] = 1;
      at = find_in(all + entry.end, end, text);
    }
  }
}

WordAnswer IsolateWords::answer(const WordQuestion& question) const {
  std::vector<char> found(entries_.size(), 0), visible, named;
  mark(question, found);
  for (const auto& laboratory : laboratories_) {
    visible.push_back(question.scope.includes(laboratory) ? 1 : 0);
    named.push_back(std::ranges::count(question.laboratories, laboratory) > 0 ? 1 : 0);
  }
  const auto state = question.state ? std::string(laboratory::name_of(*question.state)) : "";
  WordAnswer answer;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto& entry = entries_[i];
    if (found[i] == 0 && named[entry.laboratory] == 0) continue;
    if (visible[entry.laboratory] == 0) continue;
    if (!state.empty() && entry.state != state) continue;
    if (!question.before.empty() && entry.list_key >= question.before) break;
    ++answer.total;
    if (answer.list_keys.size() < question.limit && entry.list_key > question.after)
      answer.list_keys.push_back(entry.list_key);
  }
  return answer;
}

}  // namespace kres::storage

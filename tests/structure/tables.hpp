// SPDX-License-Identifier: MIT
//
// The tables of the structure test: what rooms.txt allows, and the known exceptions of exceptions.txt.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

// A line of a table: words, without the comment behind `#`, which gives the reason.
struct Row {
    std::vector<std::string> words;
    std::string reason;
    unsigned line = 0;
};
std::vector<Row> read_rows(const std::string& path);

struct Rooms {
    std::map<std::string, std::vector<std::string>> may_include; // by folder; patterns of folders
    std::map<std::string, std::string> serves;                   // folder of headers: folder of their sources
    std::set<std::string> shared_headers; // served by any source of their folder
    std::map<std::string, std::string> served_by; // by header: the one source that serves it besides its own
    std::set<std::string> generated;      // headers whose source is made by the build
    std::vector<std::string> skipped;     // folders that no rule is about
    std::vector<std::string> plain;       // patterns of folders that their parent's README describes

    bool is_room(const std::string& folder) const { return may_include.contains(folder); }
    bool allows(const std::string& from, const std::string& to) const;
};
Rooms read_rooms(const std::string& path);

// Does `folder` match: the same, or, where the pattern ends in "/*", that folder or one below it?
bool matches(std::string_view pattern, std::string_view folder);

// Known exceptions: how often a rule may be broken by a subject. Whatever is not used up is an error as well.
class Exceptions {
public:
    explicit Exceptions(const std::string& path);

    // How much is allowed for "rule subject", 0 where nothing is.
    unsigned allowed(const std::string& rule, const std::string& subject);
    // Those that nothing has asked for.
    std::vector<std::string> unused() const;

private:
    std::map<std::string, unsigned> m_allowed;
    std::set<std::string> m_used;
};

} // namespace structure

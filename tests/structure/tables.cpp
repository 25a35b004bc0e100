// SPDX-License-Identifier: MIT
//
// Reading the tables. Every line of exceptions.txt needs a reason.
#include "tables.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace structure {

namespace {

[[noreturn]] void fail(const std::string& path, unsigned line, const char* what) {
    std::fprintf(stderr, "%s:%u: %s\n", path.c_str(), line, what);
    std::exit(2);
}

} // namespace

std::vector<Row> read_rows(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        fail(path, 0, "cannot be read");
    std::vector<Row> rows;
    std::string text;
    for (unsigned line = 1; std::getline(file, text); line++) {
        Row row;
        row.line = line;
        size_t comment = text.find('#');
        if (comment != std::string::npos) {
            row.reason = text.substr(comment + 1);
            text.resize(comment);
        }
        std::istringstream words(text);
        for (std::string word; words >> word;)
            row.words.push_back(word);
        if (!row.words.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

bool matches(std::string_view pattern, std::string_view folder) {
    if (!pattern.ends_with("/*"))
        return pattern == folder;
    std::string_view parent = pattern.substr(0, pattern.size() - 2);
    return folder == parent || folder.starts_with(pattern.substr(0, pattern.size() - 1));
}

bool Rooms::allows(const std::string& from, const std::string& to) const {
    return std::ranges::any_of(may_include.at(from), [&](const std::string& pattern) { return matches(pattern, to); });
}

Rooms read_rooms(const std::string& path) {
    Rooms rooms;
    for (Row& row : read_rows(path)) {
        if (row.words.size() < 2)
            fail(path, row.line, "a rule and its subject are expected");
        const std::string& rule = row.words[0];
        const std::string& subject = row.words[1];
        if (rule == "room")
            rooms.may_include[subject].assign(row.words.begin() + 2, row.words.end());
        else if (rule == "serves" && row.words.size() == 3)
            rooms.serves[subject] = row.words[2];
        else if (rule == "served-by" && row.words.size() == 3)
            rooms.served_by[subject] = row.words[2];
        else if (rule == "shared-header")
            rooms.shared_headers.insert(subject);
        else if (rule == "generated")
            rooms.generated.insert(subject);
        else if (rule == "skip")
            rooms.skipped.push_back(subject);
        else if (rule == "plain")
            rooms.plain.push_back(subject);
        else
            fail(path, row.line, "no such rule");
    }
    return rooms;
}

Exceptions::Exceptions(const std::string& path) {
    for (Row& row : read_rows(path)) {
        if (row.words.size() < 3 || row.reason.empty())
            fail(path, row.line, "expected: rule subject count # reason");
        std::string subject = row.words[1];
        for (size_t i = 2; i + 1 < row.words.size(); i++)
            subject += " " + row.words[i];
        m_allowed[row.words[0] + " " + subject] = unsigned(std::atoi(row.words.back().c_str()));
    }
}

unsigned Exceptions::allowed(const std::string& rule, const std::string& subject) {
    std::string key = rule + " " + subject;
    auto found = m_allowed.find(key);
    if (found == m_allowed.end())
        return 0;
    m_used.insert(key);
    return found->second;
}

std::vector<std::string> Exceptions::unused() const {
    std::vector<std::string> unused;
    for (auto& [key, count] : m_allowed)
        if (!m_used.contains(key))
            unused.push_back(key);
    return unused;
}

} // namespace structure

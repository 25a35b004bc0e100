// SPDX-License-Identifier: MIT
//
// check_structure FOLDER: does the source tree keep the rules that CONTRIBUTING.md gives?
//
//   arrow      a file includes only headers of rooms (folders) that rooms.txt allows to its room
//   circle     rooms include each other in one direction
//   service    a function that x.hpp declares is defined in x.cpp or x_<part>.cpp beside it; a member in its folder
//   lines      no file has more than 800 lines
//   columns    no line has more than 120 characters
//   function   no function has more than 60 lines
//   readme     each room has a README.md; none in the tree has more than 20 lines
//   license    each source file begins with its SPDX line
//
// exceptions.txt lists how often a rule may be broken where; exceptions that are not needed any more fail as well.
#include "functions.hpp"
#include "tables.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

namespace structure {

namespace {

namespace fs = std::filesystem;

constexpr unsigned MAX_LINES = 800, MAX_COLUMNS = 120, MAX_FUNCTION = 60, MAX_README = 20;

struct File {
    std::string path, folder, name;
    std::string text;
    std::vector<std::string> includes; // paths of files of the tree

    bool is_header() const { return name.ends_with(".hpp"); }
    bool is_source() const { return name.ends_with(".cpp") || name.ends_with(".cc"); }
    bool is_cpp() const { return is_header() || is_source() || name.ends_with(".yy") || name.ends_with(".def"); }
    std::string stem() const { return name.substr(0, name.find('.')); }
};

class Check {
public:
    Check(fs::path root, const std::string& tables)
        : m_root(std::move(root)), m_rooms(read_rooms(tables + "/rooms.txt")),
          m_exceptions(tables + "/exceptions.txt") {}

    int run() {
        read_tree();
        for (const File& file : m_files)
            check_text(file);
        check_arrows();
        check_circles();
        check_functions();
        check_readmes();
        for (const std::string& key : m_exceptions.unused())
            report("exceptions.txt: not needed any more: " + key);
        std::printf("structure: %zu files, %u errors\n", m_files.size(), m_errors);
        return m_errors != 0;
    }

private:
    void report(const std::string& text) {
        std::printf("%s\n", text.c_str());
        m_errors++;
    }

    // A count above a limit of 0: what exceptions.txt allows must be exact, so that it can only shrink.
    void compare(const std::string& rule, const std::string& subject, unsigned count, const std::string& text) {
        unsigned allowed = count ? m_exceptions.allowed(rule, subject) : 0;
        if (count > allowed)
            report(text);
        else if (count < allowed)
            report("exceptions.txt: " + rule + " " + subject + ": only " + std::to_string(count) + " are left");
    }

    // The folders of the tree, but for those that begin with a dot and those that programs make.
    std::vector<std::string> top_folders() const {
        std::vector<std::string> folders;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_root)) {
            std::string name = entry.path().filename().string();
            bool is_made = name == "build" || name == "__pycache__";
            if (entry.is_directory() && !name.starts_with(".") && !is_made)
                folders.push_back(name);
        }
        return folders;
    }

    void read_tree() {
        for (const std::string& folder : top_folders()) {
            for (auto it = fs::recursive_directory_iterator(m_root / folder); it != fs::recursive_directory_iterator();
                 ++it) {
                std::string path = fs::relative(it->path(), m_root).generic_string();
                bool is_skipped = std::ranges::any_of(m_rooms.skipped, [&](auto& p) { return matches(p, path); });
                if (is_skipped && it->is_directory())
                    it.disable_recursion_pending();
                else if (it->is_regular_file())
                    add_file(path);
            }
            m_folders.insert(folder);
        }
        std::ranges::sort(m_files, {}, &File::path);
        for (File& file : m_files)
            m_by_path[file.path] = &file;
        for (File& file : m_files)
            if (file.is_cpp())
                read_includes(file);
    }

    void add_file(const std::string& path) {
        File file;
        file.path = path;
        size_t slash = path.rfind('/');
        file.folder = path.substr(0, slash);
        file.name = path.substr(slash + 1);
        if (!file.is_cpp() && !file.name.ends_with(".py") && !file.name.ends_with(".cmake") &&
            file.name != "CMakeLists.txt") {
            for (const char* ending : {".h", ".hh", ".hxx", ".h++", ".inc", ".ipp", ".tpp", ".inl", ".c", ".cxx"})
                if (file.name.ends_with(ending) && !std::ranges::any_of(m_rooms.skipped, [&](auto& p) {
                        return matches(p, path);
                    }))
                    report(path + ": headers end in .hpp, sources in .cpp");
            return;
        }
        std::ifstream stream(m_root / path, std::ios::binary);
        std::ostringstream text;
        text << stream.rdbuf();
        file.text = text.str();
        m_folders.insert(file.folder);
        m_files.push_back(std::move(file));
    }

    void read_includes(File& file) {
        std::istringstream lines(file.text);
        for (std::string line; std::getline(lines, line);) {
            size_t hash = line.find_first_not_of(" \t");
            if (hash == std::string::npos || line[hash] != '#' || line.find("include") == std::string::npos)
                continue;
            size_t open = line.find_first_of("\"<");
            size_t close = open == std::string::npos ? open : line.find(line[open] == '<' ? '>' : '"', open + 1);
            if (close == std::string::npos)
                continue;
            std::string target = line.substr(open + 1, close - open - 1);
            for (const std::string& from : {std::string(), std::string("include/"), file.folder + "/"}) {
                std::string path = fs::path(from + target).lexically_normal().generic_string();
                if (m_by_path.contains(path)) {
                    file.includes.push_back(path);
                    break;
                }
            }
        }
    }

    void check_text(const File& file) {
        unsigned lines = 0, wide = 0;
        bool has_license = file.text.empty();
        std::istringstream stream(file.text);
        for (std::string line; std::getline(stream, line); lines++) {
            bool is_license = line.find("SPDX-License-Identifier: MIT") != std::string::npos;
            has_license |= is_license && lines < 2;
            auto is_first_byte = [](char c) { return (c & 0xC0) != 0x80; };
            if (std::ranges::count_if(line, is_first_byte) > MAX_COLUMNS) {
                wide++;
                m_details[file.path] += " " + std::to_string(lines + 1);
            }
        }
        if (!has_license)
            compare("license", file.path, 1, file.path + ": does not begin with its SPDX line");
        compare("columns", file.path, wide,
                file.path + ": " + std::to_string(wide) + " lines of over 120 columns:" + m_details[file.path]);
        if (lines > MAX_LINES && lines > m_exceptions.allowed("lines", file.path))
            report(file.path + ": " + std::to_string(lines) + " lines");
    }

    // The room of a folder: itself, or the folder above it that is one.
    std::string room(std::string folder) const {
        while (!m_rooms.is_room(folder) && folder.find('/') != std::string::npos)
            folder.resize(folder.rfind('/'));
        return folder;
    }

    void check_arrows() {
        for (const File& file : m_files) {
            if (!file.is_cpp())
                continue;
            std::string from = room(file.folder);
            if (!m_rooms.is_room(from)) {
                report(file.path + ": rooms.txt has no room for it");
                continue;
            }
            for (const std::string& include : file.includes) {
                std::string to = room(m_by_path[include]->folder);
                if (from == to)
                    continue;
                if (!m_rooms.allows(from, to)) {
                    if (!m_exceptions.allowed("arrow", file.path + " " + include))
                        report(file.path + ": " + from + " may not include " + include);
                    continue;
                }
                m_arrows[from].insert(to);
            }
        }
    }

    // Depth first through the rooms; one that is met while it is open closes a circle.
    void check_circles() {
        std::map<std::string, int> state;
        std::vector<std::string> open;
        std::function<void(const std::string&)> visit = [&](const std::string& from) {
            state[from] = 1;
            open.push_back(from);
            for (const std::string& to : m_arrows[from]) {
                if (state[to] == 1) {
                    std::string circle;
                    for (auto it = std::ranges::find(open, to); it != open.end(); ++it)
                        circle += *it + " -> ";
                    report("circle: " + circle + to);
                } else if (state[to] == 0) {
                    visit(to);
                }
            }
            open.pop_back();
            state[from] = 2;
        };
        for (auto& [room, arrows] : std::map(m_arrows))
            if (state[room] == 0)
                visit(room);
    }

    struct Definition {
        const File* file;
        std::string parameters;
    };

    void check_functions() {
        std::map<std::string, std::vector<Definition>> definitions;
        std::map<std::string, std::vector<Function>> functions;
        for (const File& file : m_files) {
            if (!file.is_header() && !file.is_source())
                continue;
            functions[file.path] = functions_of(file.text);
            for (const Function& function : functions[file.path]) {
                if (function.is_defined)
                    check_length(file, function);
                if (function.is_defined && function.is_free)
                    definitions[function.name].push_back({&file, function.parameters});
            }
        }
        for (const File& file : m_files)
            if (file.is_header() && !m_rooms.generated.contains(file.path))
                check_service(file, functions[file.path], definitions);
    }

    void check_length(const File& file, const Function& function) {
        std::string name = function.name.substr(function.name.rfind(':') + 1);
        if (function.length > MAX_FUNCTION &&
            function.length > m_exceptions.allowed("function", file.path + " " + name))
            report(file.path + ":" + std::to_string(function.line) + ": " + name + " has " +
                   std::to_string(function.length) + " lines");
    }

    // Is `source` where a function of `header` belongs? A class may be written in several files of its folder.
    bool is_served_by(const File& header, const File& source, bool is_member) const {
        auto folder = m_rooms.serves.find(header.folder);
        bool same_folder = source.folder == (folder == m_rooms.serves.end() ? header.folder : folder->second);
        auto other = m_rooms.served_by.find(header.path);
        if (other != m_rooms.served_by.end() && other->second == source.path)
            return true;
        bool same_name = source.stem() == header.stem() || source.stem().starts_with(header.stem() + "_");
        bool is_shared = is_member || m_rooms.shared_headers.contains(header.path);
        return &source == &header || (same_folder && (same_name || is_shared));
    }

    void check_service(const File& header, const std::vector<Function>& declared,
                       const std::map<std::string, std::vector<Definition>>& definitions) {
        unsigned elsewhere = 0;
        std::string list;
        for (const Function& function : declared) {
            if (function.is_defined || !(function.is_free || function.is_member))
                continue;
            auto found = definitions.find(function.name);
            std::string place = "nowhere";
            bool is_served = function.is_member; // one that is defined nowhere is made by a macro, or not at all
            if (found != definitions.end()) {
                for (const Definition& definition : found->second) {
                    if (definition.parameters != function.parameters)
                        continue;
                    is_served = is_served_by(header, *definition.file, function.is_member);
                    place = definition.file->path;
                    if (is_served)
                        break;
                }
            }
            if (!is_served) {
                elsewhere++;
                list += "\n    " + function.name + ": " + place;
            }
        }
        compare("service", header.path, elsewhere, header.path + ": functions that are defined elsewhere:" + list);
    }

    void check_readmes() {
        for (const std::string& folder : m_folders) {
            auto is_below = [&](const std::string& p) { return matches(p, folder) && p != folder + "/*"; };
            bool is_plain = std::ranges::any_of(m_rooms.plain, is_below);
            std::ifstream readme(m_root / folder / "README.md");
            unsigned lines = 0;
            for (std::string line; std::getline(readme, line);)
                lines++;
            if (is_plain && lines == 0)
                continue;
            bool is_good = lines > 0 && lines <= MAX_README;
            if (!is_good && lines > m_exceptions.allowed("readme", folder))
                report(folder + ": a README.md of " + std::to_string(lines) + " lines");
            else if (lines == 0 && !m_exceptions.allowed("readme", folder))
                report(folder + ": no README.md");
        }
    }

    fs::path m_root;
    Rooms m_rooms;
    Exceptions m_exceptions;
    std::vector<File> m_files;
    std::map<std::string, File*> m_by_path;
    std::map<std::string, std::string> m_details;
    std::map<std::string, std::set<std::string>> m_arrows;
    std::set<std::string> m_folders;
    unsigned m_errors = 0;
};

} // namespace

} // namespace structure

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: check_structure FOLDER\n");
        return 2;
    }
    std::string root = argv[1];
    return structure::Check(root, root + "/tests/structure").run();
}

// SPDX-License-Identifier: MIT
//
// Source lines are looked up when a traceback is printed, so nothing is kept: the file is read again each time.
#include "stdlib/traceback/source_lines.hpp"

#include "stdlib/embedded.hpp"
#include "vm/errors/traceback.hpp"
#include "vm/grants.hpp"

#include <cstdio>
#include <memory>
#include <string>

namespace ouro::stdlib {

using namespace vm;

static constexpr std::string_view EMBEDDED_PREFIX = "<ouro>/";

EmbeddedSource embedded_source(std::string_view module_name) {
    if (const EmbeddedModule* module = find_embedded_module(module_name))
        return {module->text, module->is_package, true};
    return {{}, false, false};
}

static std::string_view embedded_text(std::string_view filename) {
    std::string name(filename.substr(EMBEDDED_PREFIX.size()));
    for (std::string_view end : {"/__init__.py", ".py"}) {
        if (name.ends_with(end)) {
            name.resize(name.size() - end.size());
            break;
        }
    }
    for (char& c : name)
        c = c == '/' ? '.' : c;
    const EmbeddedModule* module = find_embedded_module(name);
    return module ? module->text : std::string_view();
}

static std::string line_of_file(VM& vm, const std::string& filename, uint32_t line) {
    if (vm.grants && !vm.grants->allows_source(filename))
        return {};
    std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(filename.c_str(), "rb"), std::fclose);
    std::string text;
    if (!file)
        return text;
    char buffer[4096];
    for (uint32_t at = 1; std::fgets(buffer, sizeof buffer, file.get());) {
        std::string_view part = buffer;
        bool ends = part.ends_with('\n');
        if (at == line)
            text += part;
        at += ends;
        if (at > line)
            break;
    }
    return text;
}

std::string source_line(VM& vm, std::string_view filename, uint32_t line) {
    std::string text = filename.starts_with(EMBEDDED_PREFIX) ? std::string(line_of(embedded_text(filename), line))
                       : filename.starts_with('<')           ? std::string()
                                                             : line_of_file(vm, std::string(filename), line);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

} // namespace ouro::stdlib

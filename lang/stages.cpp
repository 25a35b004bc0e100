// SPDX-License-Identifier: MIT
//
// Each stage is run on the file by itself; only code needs a VM, for its constants.
#include "lang/stages.hpp"

#include "lang/ast_dump.hpp"
#include "lang/compile.hpp"
#include "lang/diagnostics.hpp"
#include "lang/layout.hpp"
#include "lang/parser.hpp"
#include "lang/source.hpp"
#include "lang/token.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/errors/traceback.hpp"
#include "vm/run/disassemble.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ouro::lang {

// The text of a file, all of it; false (with errno) when it cannot be read.
static bool read_file(const std::string& path, std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        return false;
    char buffer[64 * 1024];
    while (size_t count = std::fread(buffer, 1, sizeof(buffer), file))
        text.append(buffer, count);
    bool is_readable = !std::ferror(file);
    std::fclose(file);
    return is_readable;
}

static int fail(const SyntaxError& error, const Source* source, const std::string& path) {
    std::string report = source ? format_syntax_error(error, *source) : path + ": " + error.message + "\n";
    std::fputs(report.c_str(), stderr);
    return 1;
}

static int print_bytecode(const std::string& text, const std::string& path) {
    vm::VM vm;
    auto code = compile(vm, text, {.mode = vm::CompileOptions::Mode::File, .filename = path});
    if (code.is_error()) {
        std::fputs(vm::format_exception(vm, *code.exception()).c_str(), stderr);
        return 1;
    }
    std::fputs(vm::disassemble(vm, *code.release()).c_str(), stdout);
    return 0;
}

int print_stage(const std::string& path, Stage stage, bool positions) {
    std::string text;
    if (!read_file(path, text)) {
        std::fprintf(stderr, "ouro: can't open file '%s': [Errno %d] %s\n", path.c_str(), errno, std::strerror(errno));
        return 2;
    }
    if (stage == Stage::Bytecode)
        return print_bytecode(text, path);
    auto decoded = Source::decode(text, path);
    if (auto* error = std::get_if<SyntaxError>(&decoded))
        return fail(*error, nullptr, path);
    auto& source = std::get<Source>(decoded);
    Arena arena;
    if (stage == Stage::Tokens) {
        Tokenized tokenized = tokenize(source, arena);
        std::fputs(dump_tokens(tokenized.tokens).c_str(), stdout);
        return tokenized.error ? fail(*tokenized.error, &source, path) : 0;
    }
    auto parsed = parse(source, arena, ParseMode::File);
    if (auto* error = std::get_if<SyntaxError>(&parsed))
        return fail(*error, &source, path);
    std::fputs(dump_ast(std::get<Module>(parsed), positions ? DumpPositions::Yes : DumpPositions::No).c_str(), stdout);
    return 0;
}

} // namespace ouro::lang

// SPDX-License-Identifier: MIT
#include "lang/stages.hpp"

#include "lang/ast_dump.hpp"
#include "lang/compile.hpp"
#include "lang/diagnostics.hpp"
#include "lang/layout.hpp"
#include "lang/parser.hpp"
#include "lang/source.hpp"
#include "lang/token.hpp"
#include "vm/code.hpp"
#include "vm/vm.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ouro::lang {

bool read_text_file(const std::string& path, std::string& text) {
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
    std::fputs(source ? format_syntax_error(error, *source).c_str() : (path + ": " + error.message + "\n").c_str(), stderr);
    return 1;
}

static int print_bytecode(vm::VM& vm, const std::string& text, const std::string& path) {
    auto code = compile(vm, text, path, "file");
    if (code.is_error()) {
        std::fputs(vm::format_exception(vm, *code.exception()).c_str(), stderr);
        return 1;
    }
    std::fputs(vm::disassemble(vm, *code.release()).c_str(), stdout);
    return 0;
}

int print_stage(vm::VM& vm, const std::string& path, std::string_view stage, bool positions) {
    std::string text;
    if (!read_text_file(path, text)) {
        std::fprintf(stderr, "ouro: can't open file '%s': [Errno %d] %s\n", path.c_str(), errno, std::strerror(errno));
        return 2;
    }
    if (stage == "bytecode")
        return print_bytecode(vm, text, path);
    auto decoded = Source::decode(text, path);
    if (auto* error = std::get_if<SyntaxError>(&decoded))
        return fail(*error, nullptr, path);
    auto& source = std::get<Source>(decoded);
    Arena arena;
    if (stage == "tokens") {
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

bool needs_more_lines(std::string_view text, bool blank_line) {
    auto decoded = Source::from_text(text, "<stdin>");
    if (std::holds_alternative<SyntaxError>(decoded))
        return false;
    Arena arena;
    Tokenized tokenized = tokenize(std::get<Source>(decoded), arena);
    if (tokenized.incomplete)
        return true;
    // A compound statement goes on until a blank line.
    bool has_block = false;
    for (const Token& token : tokenized.tokens)
        has_block |= token.kind == TokenKind::INDENT;
    size_t last = text.find_last_not_of(" \t\r\n");
    bool opens_block = last != std::string_view::npos && text[last] == ':';
    bool is_decorated = text.starts_with("@");
    return !blank_line && (has_block || opens_block || is_decorated);
}

} // namespace ouro::lang

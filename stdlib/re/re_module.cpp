// SPDX-License-Identifier: MIT
//
// Module _re: the native part of re. The flags, the class PatternError and the module's documentation are in re.py.
#include "stdlib/re/re_pattern.hpp"
#include "vm/model/buffer.hpp"
#include "vm/values/text_builder.hpp"

namespace ouro::vm::re {

static Result<Pattern*> re_compile(VM& vm, Value pattern, int64_t flags) { return compile_pattern(vm, pattern, flags); }

static Result<Value> re_search(VM& vm, Value pattern, Value string, int64_t flags) {
    return pattern_search(vm, *TRY(compile_pattern(vm, pattern, flags)), string, 0, INT64_MAX);
}

static Result<Value> re_match(VM& vm, Value pattern, Value string, int64_t flags) {
    return pattern_match(vm, *TRY(compile_pattern(vm, pattern, flags)), string, 0, INT64_MAX);
}

static Result<Value> re_fullmatch(VM& vm, Value pattern, Value string, int64_t flags) {
    return pattern_fullmatch(vm, *TRY(compile_pattern(vm, pattern, flags)), string, 0, INT64_MAX);
}

static Result<List*> re_findall(VM& vm, Value pattern, Value string, int64_t flags) {
    return pattern_findall(vm, *TRY(compile_pattern(vm, pattern, flags)), string, 0, INT64_MAX);
}

static Result<Value> re_finditer(VM& vm, Value pattern, Value string, int64_t flags) {
    return pattern_finditer(vm, *TRY(compile_pattern(vm, pattern, flags)), string, 0, INT64_MAX);
}

static Result<List*> re_split(VM& vm, Value pattern, Value string, int64_t limit, int64_t flags) {
    return pattern_split(vm, *TRY(compile_pattern(vm, pattern, flags)), string, limit);
}

static Result<Value> re_sub(VM& vm, Value pattern, Value replacement, Value string, int64_t count, int64_t flags) {
    return pattern_sub(vm, *TRY(compile_pattern(vm, pattern, flags)), replacement, string, count);
}

static Result<Tuple*> re_subn(VM& vm, Value pattern, Value replacement, Value string, int64_t count, int64_t flags) {
    return pattern_subn(vm, *TRY(compile_pattern(vm, pattern, flags)), replacement, string, count);
}

static void re_purge(VM& vm) {
    for (State::Entry& entry : state_of(vm).cache)
        entry = {};
}

// The characters that mean something in a pattern, in or outside of VERBOSE, get a backslash.
static Result<Value> re_escape(VM& vm, Value pattern) {
    static constexpr std::string_view SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    Str* text = as<Str>(pattern);
    Bytes* octets = TRY(served_bytes_or_null(vm, pattern));
    if (!text && !octets)
        return vm.type_error("decoding to str: need a bytes-like object, {} found", vm.type_name(pattern));
    TextBuilder out(vm);
    for (char c : text ? text->view() : octets->view()) {
        if (SPECIAL.find(c) != SPECIAL.npos)
            out.append('\\');
        out.append(c);
    }
    if (text)
        return TRY(out.finish());
    return TRY(out.finish_bytes());
}

static void set_error_type(VM& vm, Value type) { Heap::store(&state_of(vm), state_of(vm).error_type, type); }

static constexpr NativeDef members[] = {
    type_constant("Pattern", Pattern::native_type),
    type_constant("Match", Match::native_type),
    fn<re_compile>("compile(pattern, flags=0)", "The pattern as an object with the methods match, search, and others."),
    fn<re_search>("search(pattern, string, flags=0)", "The first match of the pattern in the string, or None."),
    fn<re_match>("match(pattern, string, flags=0)", "A match of the pattern at the start of the string, or None."),
    fn<re_fullmatch>("fullmatch(pattern, string, flags=0)", "A match of the pattern with the whole string, or None."),
    fn<re_findall>("findall(pattern, string, flags=0)", "All matches, as texts or, with several groups, tuples."),
    fn<re_finditer>("finditer(pattern, string, flags=0)", "An iterator over all matches."),
    fn<re_split>("split(pattern, string, maxsplit=0, flags=0)", "The parts of the string between the matches."),
    fn<re_sub>("sub(pattern, repl, string, count=0, flags=0)", "The string with the matches replaced."),
    fn<re_subn>("subn(pattern, repl, string, count=0, flags=0)",
                "(the string with the matches replaced, their number)"),
    fn<re_escape>("escape(pattern)", "The text as a pattern that matches exactly it."),
    fn<re_purge>("purge()", "Forget the compiled patterns."),
    fn<set_error_type>("_set_error_type(type, /)"),
};

} // namespace ouro::vm::re

namespace ouro::stdlib {

namespace re = vm::re;

extern const vm::NativeModule re_module;
const vm::NativeModule re_module = {"_re", "The native part of module re.", re::members,
                                    std::size(re::members)};

} // namespace ouro::stdlib

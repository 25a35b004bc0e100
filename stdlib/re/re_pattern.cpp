// SPDX-License-Identifier: MIT
//
// re.Pattern, compiling with its cache, and the loops of findall, finditer and split.
//
// Empty matches follow Python 3.7: after a match the search goes on where it ended, and if the match was empty, an
// empty one is not taken at that place again.
#include "stdlib/re/re_pattern.hpp"

#include "stdlib/re/re_objects.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/objects/dict/mapping_proxy.hpp"
#include <algorithm>

namespace ouro::vm::re {

// --- State ---------------------------------------------------------------------------------------------------------

static void visit_state(Object* object, Visitor& visitor) {
    auto* state = static_cast<State*>(object);
    visitor.visit(state->error_type);
    for (State::Entry& entry : state->cache) {
        visitor.visit(entry.source);
        visitor.visit(entry.pattern);
    }
}

static void finalize_state(VM&, Object* object) {
    auto* state = static_cast<State*>(object);
    delete state->engine;
    state->engine = nullptr;
}

const NativeType State::native_type = {
    .name = "re._State",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(State),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_state,
    .members = nullptr,
    .member_count = 0,
    .finalize = finalize_state,
};

// One per VM, kept in the dictionary of its own type, which lives as long as the VM.
State& state_of(VM& vm) {
    Type* type = vm.native(State::native_type);
    Dict* dict = type->attributes(vm);
    Str* name = intern(vm, "state");
    if (DictEntry* entry = dict_find(*dict, name))
        return *static_cast<State*>(entry->value.object());
    State* state = vm.heap.make<State>(type->root_shape);
    state->engine = new Engine;
    vm.heap.add_finalizable(state);
    dict_set(vm, *dict, name, state);
    return *state;
}

// --- Compiling -----------------------------------------------------------------------------------------------------

static std::string_view view_of(Value text) {
    if (Str* str = as<Str>(text))
        return str->view();
    return as<Bytes>(text)->view();
}

// What is matched. While script code may run, a Buffer must keep the octets of others than bytes where they are.
static Result<std::string_view> subject_view(VM& vm, Value object) {
    if (as<Str>(object) || as<Bytes>(object))
        return view_of(object);
    auto buffer = is_bytes_like(vm, object) ? Buffer::of(vm, object) : Result<Buffer>(vm.type_error(""));
    if (buffer.is_error())
        return vm.type_error("expected string or bytes-like object, got '{}'", vm.type_name(object));
    return buffer.release().view.octets();
}

static Raised raise_fault(VM& vm, State& state, const Fault& fault, Value source) {
    switch (fault.kind) {
    case Fault::Overflow: return vm.overflow_error("{}", fault.message);
    case Fault::SyntaxWithoutPosition: return raise_pattern_error(vm, state, fault.message, source, -1);
    case Fault::Nesting: {
        Result<void> error = vm.check_native_stack();
        return error.is_error() ? error.error() : vm.recursion_error("maximum recursion depth exceeded");
    }
    default: return raise_pattern_error(vm, state, fault.message, source, int64_t(fault.position));
    }
}

static Result<void> check_flags(VM& vm, uint32_t flags, bool is_text) {
    if (flags & DEBUG)
        return vm.not_implemented_error("re.DEBUG is not supported");
    if (is_text && flags & LOCALE)
        return vm.value_error("cannot use LOCALE flag with a str pattern");
    if (!is_text && flags & UNICODE)
        return vm.value_error("cannot use UNICODE flag with a bytes pattern");
    if (is_text && flags & ASCII && flags & UNICODE)
        return vm.value_error("ASCII and UNICODE flags are incompatible");
    if (!is_text && flags & ASCII && flags & LOCALE)
        return vm.value_error("ASCII and LOCALE flags are incompatible");
    return {};
}

static void visit_pattern(Object* object, Visitor& visitor) {
    auto* pattern = static_cast<Pattern*>(object);
    visitor.visit(pattern->source);
    visitor.visit(pattern->state);
    visitor.visit(pattern->group_index);
    visitor.visit(pattern->group_names);
}

static void finalize_pattern(VM&, Object* object) {
    auto* pattern = static_cast<Pattern*>(object);
    delete pattern->program;
    pattern->program = nullptr;
}

static void fill_names(VM& vm, Pattern& pattern) {
    Heap::store(&pattern, pattern.group_index, make_dict(vm));
    Heap::store(&pattern, pattern.group_names, make_tuple(vm, pattern.program->group_count() + 1));
    for (const GroupName& name : pattern.program->names()) {
        Str* text = intern(vm, name.name);
        dict_set(vm, *pattern.group_index, text, Value::small_int(name.number));
        (*pattern.group_names)[name.number] = text;
        Heap::barrier(pattern.group_names);
    }
}

static Result<Pattern*> compile_new(VM& vm, State& state, Value source, uint32_t flags) {
    bool is_text = as<Str>(source) != nullptr;
    std::string_view text = view_of(source);
    TRY(check_flags(vm, flags, is_text));
    if (text.size() > 1024)
        TRY(vm.heap.reserve(text.size() * 16)); // characters, translation and code
    Translation translation = translate({text, is_text, flags}, is_text ? Alphabet::CodePoints : Alphabet::Octets,
                                        stack_is_low, &vm);
    if (translation.fault.kind != Fault::None)
        return raise_fault(vm, state, translation.fault, source);
    TRY(check_flags(vm, translation.flags, is_text));
    auto program = std::make_unique<Program>(std::string(text), is_text, flags, std::move(translation));
    if (std::string message = program->check(vm, *state.engine); !message.empty())
        return raise_pattern_error(vm, state, message, source, -1);
    Pattern* pattern = vm.heap.make<Pattern>(vm.native(Pattern::native_type)->root_shape);
    vm.heap.add_finalizable(pattern);
    pattern->program = program.release();
    pattern->source = source;
    pattern->state = &state;
    fill_names(vm, *pattern);
    return pattern;
}

static uint32_t hash_of(Value source) {
    Str* text = as<Str>(source);
    return text ? str_hash(text) : hash_bytes(as<Bytes>(source)->view()) ^ 0x5bd1e995;
}

static bool same_source(Value a, Value b) {
    return a == b || (bool(as<Str>(a)) == bool(as<Str>(b)) && view_of(a) == view_of(b));
}

Result<Pattern*> compile_pattern(VM& vm, Value source, int64_t flags) {
    if (Pattern* pattern = detail::native_cast<Pattern>(source)) {
        if (flags)
            return vm.value_error("cannot process flags argument with a compiled pattern");
        return pattern;
    }
    if (!as<Str>(source) && !as<Bytes>(source)) {
        auto hashed = hash(vm, source); // CPython looks it up in its cache first
        if (hashed.is_error() && is_exception_of(hashed.exception(), vm, ExceptionId::TypeError))
            return vm.type_error("cannot use 'tuple' as a dict key ({})", exception_str(vm, *hashed.exception()));
        return vm.type_error("first argument must be string or compiled pattern");
    }
    State& state = state_of(vm);
    State::Entry& entry = state.cache[(hash_of(source) ^ uint32_t(flags) * 0x9E3779B1u) % State::CACHE_SIZE];
    if (entry.pattern && entry.flags == uint64_t(flags) && same_source(entry.source, source))
        return entry.pattern;
    Pattern* pattern = TRY(compile_new(vm, state, source, uint32_t(flags)));
    entry = {source, uint64_t(flags), pattern};
    Heap::barrier(&state);
    return pattern;
}

// --- Matching ------------------------------------------------------------------------------------------------------

static size_t byte_offset(VM& vm, Value object, size_t index) {
    Str* text = as<Str>(object);
    return text ? str_byte_offset(vm, text, index) : index;
}

Result<Subject> make_subject(VM& vm, Pattern& pattern, Value object, int64_t position, int64_t end_position) {
    Str* text = as<Str>(object);
    std::string_view view = TRY(subject_view(vm, object));
    if (pattern.program->is_text() && !text)
        return vm.type_error("cannot use a string pattern on a bytes-like object");
    if (!pattern.program->is_text() && text)
        return vm.type_error("cannot use a bytes pattern on a string-like object");
    int64_t length = int64_t(text ? text->length : view.size());
    if (view.size() >= Match::UNSET)
        return vm.overflow_error("the text is too long for regular expressions");
    Subject subject{object, view, text != nullptr, text && text->is_ascii(), 0, 0, length};
    subject.position = std::clamp<int64_t>(position, 0, length);
    subject.end_position = std::clamp<int64_t>(end_position, 0, length);
    if (subject.end_position < length)
        subject.text = subject.text.substr(0, byte_offset(vm, object, size_t(subject.end_position)));
    if (subject.position > 0)
        subject.start = byte_offset(vm, object, size_t(subject.position));
    return subject;
}

Result<bool> run_pattern(VM& vm, Pattern& pattern, Mode mode, const Subject& subject, size_t start, bool not_empty) {
    if (start > subject.text.size()) // pos behind endpos
        return false;
    return pattern.program->run(vm, *pattern.state->engine, mode, subject.text, subject.is_ascii, start, not_empty);
}

const size_t* last_offsets(Pattern& pattern) { return pcre2_get_ovector_pointer(pattern.state->engine->match_data(0)); }

static Result<Value> match_once(VM& vm, Pattern& self, Mode mode, Value string, int64_t position,
                                int64_t end_position) {
    Subject subject = TRY(make_subject(vm, self, string, position, end_position));
    if (!TRY(run_pattern(vm, self, mode, subject, subject.start, false)))
        return Value::none();
    return TRY(make_match(vm, self, subject));
}

Result<Value> pattern_search(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position) {
    return match_once(vm, self, Mode::Search, string, position, end_position);
}

Result<Value> pattern_match(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position) {
    return match_once(vm, self, Mode::Match, string, position, end_position);
}

Result<Value> pattern_fullmatch(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position) {
    return match_once(vm, self, Mode::FullMatch, string, position, end_position);
}

// --- findall and split ---------------------------------------------------------------------------------------------

// A group of the last match; `otherwise` when it took no part.
static Result<Value> last_group_text(VM& vm, Pattern& self, const Subject& subject, unsigned group, Value otherwise) {
    const size_t* pair = last_offsets(self) + 2 * size_t(group);
    return pair[0] == PCRE2_UNSET ? Result<Value>(otherwise) : subject_part(vm, subject.object, pair[0], pair[1]);
}

static Result<Value> found_item(VM& vm, Pattern& self, const Subject& subject) {
    unsigned groups = self.program->group_count();
    Value empty = subject.is_text ? Value(vm.names.empty) : Value(TRY(make_bytes(vm, {})));
    if (groups <= 1)
        return last_group_text(vm, self, subject, groups, empty);
    Tuple* item = make_tuple(vm, groups);
    for (unsigned i = 1; i <= groups; i++)
        (*item)[i - 1] = TRY(last_group_text(vm, self, subject, i, empty));
    return item;
}

Result<List*> pattern_findall(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position) {
    Subject subject = TRY(make_subject(vm, self, string, position, end_position));
    List* found = make_list(vm);
    bool not_empty = false;
    for (size_t at = subject.start; TRY(run_pattern(vm, self, Mode::Search, subject, at, not_empty));) {
        size_t begin = last_offsets(self)[0], end = last_offsets(self)[1];
        TRY(list_append(vm, *found, TRY(found_item(vm, self, subject))));
        at = end;
        not_empty = begin == end;
    }
    return found;
}

Result<List*> pattern_split(VM& vm, Pattern& self, Value string, int64_t limit) {
    Subject subject = TRY(make_subject(vm, self, string, 0, INT64_MAX));
    List* parts = make_list(vm);
    size_t from = 0;
    bool not_empty = false;
    for (int64_t count = 0; limit == 0 || count < limit; count++) {
        if (!TRY(run_pattern(vm, self, Mode::Search, subject, from, not_empty)))
            break;
        size_t begin = last_offsets(self)[0], end = last_offsets(self)[1];
        TRY(list_append(vm, *parts, TRY(subject_part(vm, string, from, begin))));
        for (unsigned i = 1; i <= self.program->group_count(); i++)
            TRY(list_append(vm, *parts, TRY(last_group_text(vm, self, subject, i, Value::none()))));
        from = end;
        not_empty = begin == end;
    }
    TRY(list_append(vm, *parts, TRY(subject_part(vm, string, from, subject.text.size()))));
    return parts;
}

// --- finditer ------------------------------------------------------------------------------------------------------

struct MatchIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Pattern* pattern; // null once exhausted
    Value string;
    Object* exported; // the same if it serves a buffer, until the iterator is exhausted or dead
    int64_t position, end_position;
    size_t at; // bytes
    bool started, not_empty;
};

static void visit_match_iterator(Object* object, Visitor& visitor) {
    auto* iterator = static_cast<MatchIterator*>(object);
    visitor.visit(iterator->pattern);
    visitor.visit(iterator->string);
}

static void release_match_iterator(VM&, Object* object) {
    Buffer::release_export(std::exchange(static_cast<MatchIterator*>(object)->exported, nullptr));
}

static Result<Value> match_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<MatchIterator*>(object);
    if (!self.pattern)
        return Value();
    Pattern& pattern = *self.pattern;
    Subject subject = TRY(make_subject(vm, pattern, self.string, self.position, self.end_position));
    if (!self.started)
        self.at = subject.start;
    self.started = true;
    if (!TRY(run_pattern(vm, pattern, Mode::Search, subject, self.at, self.not_empty))) {
        self.pattern = nullptr;
        release_match_iterator(vm, &self);
        return Value();
    }
    self.at = last_offsets(pattern)[1];
    self.not_empty = last_offsets(pattern)[0] == self.at;
    return TRY(make_match(vm, pattern, subject));
}

static constexpr NativeDef match_iterator_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType MatchIterator::native_type = {
    .name = "callable_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(MatchIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_match_iterator,
    .members = match_iterator_members,
    .member_count = std::size(match_iterator_members),
    .finalize = release_match_iterator,
    .next = match_iterator_next,
};

Result<Value> pattern_finditer(VM& vm, Pattern& self, Value string, int64_t position, int64_t end_position) {
    TRY(make_subject(vm, self, string, position, end_position));
    auto* iterator = vm.heap.make<MatchIterator>(vm.native(MatchIterator::native_type)->root_shape);
    iterator->pattern = &self;
    iterator->string = string;
    iterator->position = position;
    iterator->end_position = end_position;
    if (!as<Str>(string) && !as<Bytes>(string)) {
        iterator->exported = TRY(Buffer::of(vm, string)).detach();
        vm.heap.add_finalizable(iterator);
    }
    return iterator;
}

// --- sub -----------------------------------------------------------------------------------------------------------

Result<Value> pattern_sub(VM& vm, Pattern& self, Value replacement, Value string, int64_t count) {
    return TRY(substitute(vm, self, replacement, string, count)).text;
}

Result<Tuple*> pattern_subn(VM& vm, Pattern& self, Value replacement, Value string, int64_t count) {
    Substituted result = TRY(substitute(vm, self, replacement, string, count));
    return make_tuple(vm, {result.text, Value::small_int(result.count)});
}

// --- The rest ------------------------------------------------------------------------------------------------------

static Result<std::string> pattern_repr(VM& vm, Pattern& self) {
    struct Name {
        uint32_t flag;
        const char* name;
    };
    static constexpr Name NAMES[] = {
        {IGNORECASE, "re.IGNORECASE"}, {LOCALE, "re.LOCALE"},   {MULTILINE, "re.MULTILINE"}, {DOTALL, "re.DOTALL"},
        {UNICODE, "re.UNICODE"},       {VERBOSE, "re.VERBOSE"}, {DEBUG, "re.DEBUG"},         {ASCII, "re.ASCII"},
    };
    uint32_t flags = self.program->flags();
    if (self.program->is_text())
        flags &= ~uint32_t(UNICODE);
    std::string shown = std::string(TRY(repr(vm, self.source))->view());
    if (count_code_points(shown) > 200)
        shown.resize(utf8_prefix_bytes(shown.data(), 200));
    std::string text = "re.compile(" + shown;
    const char* separator = ", ";
    for (const Name& name : NAMES) {
        if (flags & name.flag) {
            text += separator + std::string(name.name);
            separator = "|";
        }
    }
    return text + ")";
}

static Value pattern_eq(Pattern& self, Value other) {
    Pattern* pattern = detail::native_cast<Pattern>(other);
    if (!pattern)
        return Value::not_implemented();
    return Value::boolean(self.program->flags() == pattern->program->flags() &&
                          same_source(self.source, pattern->source));
}

static int64_t pattern_hash(Pattern& self) { return hash_of(self.source) ^ self.program->flags(); }
static Value pattern_source(Pattern& self) { return self.source; }
static int64_t pattern_flags(Pattern& self) { return self.program->flags(); }
static int64_t pattern_groups(Pattern& self) { return self.program->group_count(); }
static Value pattern_copy(Pattern& self) { return &self; }
static Value pattern_deepcopy(Pattern& self, Value) { return &self; }

// Differs: CPython gives a read-only proxy.
static Value pattern_groupindex(VM& vm, Pattern& self) { return make_mapping_proxy(vm, self.group_index); }

static constexpr NativeDef pattern_members[] = {
    fn<pattern_search>("search(self, /, string, pos=0, endpos=9223372036854775807)", "The first match in the string."),
    fn<pattern_match>("match(self, /, string, pos=0, endpos=9223372036854775807)",
                      "A match at the start of the string."),
    fn<pattern_fullmatch>("fullmatch(self, /, string, pos=0, endpos=9223372036854775807)",
                          "A match of the whole string."),
    fn<pattern_findall>("findall(self, /, string, pos=0, endpos=9223372036854775807)", "All matches as a list."),
    fn<pattern_finditer>("finditer(self, /, string, pos=0, endpos=9223372036854775807)",
                         "An iterator over all matches."),
    fn<pattern_split>("split(self, /, string, maxsplit=0)", "The parts of the string between the matches."),
    fn<pattern_sub>("sub(self, /, repl, string, count=0)", "The string with the matches replaced."),
    fn<pattern_subn>("subn(self, /, repl, string, count=0)", "(the string with the matches replaced, their number)"),
    fn<pattern_repr>("__repr__(self, /)"),
    fn<pattern_eq>("__eq__(self, value, /)"),
    fn<pattern_hash>("__hash__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<pattern_copy>("__copy__(self, /)"),
    fn<pattern_deepcopy>("__deepcopy__(self, memo, /)"),
    get<pattern_source>("pattern", "The text from which the pattern was compiled."),
    get<pattern_flags>("flags", "The flags, inline ones included."),
    get<pattern_groups>("groups", "The number of groups."),
    get<pattern_groupindex>("groupindex", "The numbers of the named groups."),
};

const NativeType Pattern::native_type = {
    .name = "re.Pattern",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Pattern),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_pattern,
    .members = pattern_members,
    .member_count = std::size(pattern_members),
    .doc = "A compiled regular expression.",
    .finalize = finalize_pattern,
};

} // namespace ouro::vm::re

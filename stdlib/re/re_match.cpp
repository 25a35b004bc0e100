// SPDX-License-Identifier: MIT
//
// re.Match. Offsets are kept in bytes and counted in characters only when a script asks for them.
#include "stdlib/re/re_objects.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/octets.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"

namespace ouro::vm::re {

Result<Value> subject_part(VM& vm, Value object, size_t begin, size_t end) {
    if (Str* text = as<Str>(object))
        return TRY(str_part(vm, *text, begin, end));
    if (Bytes* bytes = as<Bytes>(object))
        return TRY(octets_part(vm, *bytes, begin, end));
    Buffer buffer = TRY(Buffer::of(vm, object)); // which may have become shorter since the match
    end = std::min(end, buffer.view.length);
    begin = std::min(begin, end);
    return TRY(make_bytes(vm, buffer.view.octets().substr(begin, end - begin)));
}

Result<Match*> make_match(VM& vm, Pattern& pattern, const Subject& subject) {
    uint32_t count = pattern.program->group_count() + 1;
    size_t bytes = sizeof(Match) + size_t(count) * 2 * sizeof(uint32_t);
    if (bytes > 1024)
        TRY(vm.heap.reserve(bytes));
    Match* match = vm.heap.make<Match>(vm.native(Match::native_type)->root_shape, bytes);
    match->pattern = &pattern;
    match->subject = subject.object;
    match->position = subject.position;
    match->end_position = subject.end_position;
    match->group_count = count;
    const size_t* offsets = last_offsets(pattern);
    for (size_t i = 0; i < size_t(count) * 2; i++)
        match->offsets()[i] = offsets[i] == PCRE2_UNSET ? Match::UNSET : uint32_t(offsets[i]);
    return match;
}

static void visit_match(Object* object, Visitor& visitor) {
    auto* match = static_cast<Match*>(object);
    visitor.visit(match->pattern);
    visitor.visit(match->subject);
}

// --- Groups --------------------------------------------------------------------------------------------------------

Result<Value> match_group_or(VM& vm, Match& match, unsigned group, Value otherwise) {
    const uint32_t* pair = match.offsets() + 2 * size_t(group);
    return pair[0] == Match::UNSET ? Result<Value>(otherwise) : subject_part(vm, match.subject, pair[0], pair[1]);
}

// A group by number or name: IndexError "no such group".
static Result<unsigned> group_number(VM& vm, Match& self, Value key) {
    if (as<Str>(key))
        key = TRY(dict_get(vm, *self.pattern->group_index, key));
    else if (!is_int(key) && key && vm.type_of(key)->special(vm, Special::Index))
        key = TRY(index(vm, key));
    auto number = to_int64(key);
    if (!number || *number < 0 || *number >= self.group_count)
        return vm.index_error("no such group");
    return unsigned(*number);
}

static Result<Value> match_getitem(VM& vm, Match& self, Value key) {
    unsigned group = TRY(group_number(vm, self, key));
    return match_group_or(vm, self, group, Value::none());
}

static Result<Value> match_group(VM& vm, Match& self, Args keys) {
    if (keys.empty())
        return match_group_or(vm, self, 0, Value::none());
    if (keys.size() == 1)
        return match_getitem(vm, self, keys[0]);
    Tuple* groups = make_tuple(vm, keys.size());
    for (size_t i = 0; i < keys.size(); i++)
        (*groups)[i] = TRY(match_getitem(vm, self, keys[i]));
    return groups;
}

static Result<Tuple*> match_groups(VM& vm, Match& self, Value otherwise) {
    Tuple* groups = make_tuple(vm, self.group_count - 1);
    for (unsigned i = 1; i < self.group_count; i++)
        (*groups)[i - 1] = TRY(match_group_or(vm, self, i, otherwise));
    return groups;
}

static Result<Dict*> match_groupdict(VM& vm, Match& self, Value otherwise) {
    Dict* groups = make_dict(vm);
    for (const GroupName& name : self.pattern->program->names())
        dict_set(vm, *groups, make_short_str(vm, name.name), TRY(match_group_or(vm, self, name.number, otherwise)));
    return groups;
}

// --- Positions -----------------------------------------------------------------------------------------------------

static int64_t character_of(VM& vm, Match& self, uint32_t byte) {
    if (byte == Match::UNSET)
        return -1;
    Str* text = as<Str>(self.subject);
    return text ? int64_t(str_index_of_byte(vm, text, byte)) : int64_t(byte);
}

static Result<int64_t> match_start(VM& vm, Match& self, Value group) {
    return character_of(vm, self, self.offsets()[2 * TRY(group_number(vm, self, group))]);
}

static Result<int64_t> match_end(VM& vm, Match& self, Value group) {
    return character_of(vm, self, self.offsets()[2 * TRY(group_number(vm, self, group)) + 1]);
}

static Tuple* span_of(VM& vm, Match& self, unsigned group) {
    const uint32_t* pair = self.offsets() + 2 * size_t(group);
    int64_t start = character_of(vm, self, pair[0]), end = character_of(vm, self, pair[1]);
    return make_tuple(vm, {Value::small_int(start), Value::small_int(end)});
}

static Result<Tuple*> match_span(VM& vm, Match& self, Value group) {
    return span_of(vm, self, TRY(group_number(vm, self, group)));
}

static Tuple* match_regs(VM& vm, Match& self) {
    Tuple* spans = make_tuple(vm, self.group_count);
    for (unsigned i = 0; i < self.group_count; i++)
        (*spans)[i] = span_of(vm, self, i);
    return spans;
}

static Value match_lastindex(Match& self) {
    unsigned last = self.pattern->program->last_group(self.offsets());
    return last ? Value::small_int(last) : Value::none();
}

static Value match_lastgroup(Match& self) {
    unsigned last = self.pattern->program->last_group(self.offsets());
    return last ? (*self.pattern->group_names)[last] : Value::none();
}

// --- The rest ------------------------------------------------------------------------------------------------------

static Result<Value> match_expand(VM& vm, Match& self, Value source) {
    Bytes* octets = TRY(bytes_or_null(vm, source));
    Template parsed = TRY(parse_template(vm, *self.pattern, octets ? Value(octets) : source));
    bool is_text = self.pattern->program->is_text();
    TextBuilder out(vm);
    for (const Template::Piece& piece : parsed.pieces) {
        out.append(piece.literal);
        if (piece.group < 0)
            continue;
        const uint32_t* pair = self.offsets() + 2 * size_t(piece.group);
        if (pair[0] != Match::UNSET)
            out.append(is_text ? as<Str>(self.subject)->view().substr(pair[0], pair[1] - pair[0])
                               : as<Bytes>(TRY(subject_part(vm, self.subject, pair[0], pair[1])))->view());
    }
    if (is_text)
        return TRY(out.finish());
    return TRY(out.finish_bytes());
}

static std::string_view first_characters(std::string_view text, size_t count) {
    size_t end = 0;
    for (; count > 0 && end < text.size(); count--) {
        do
            end++;
        while (end < text.size() && (uint8_t(text[end]) & 0xC0) == 0x80);
    }
    return text.substr(0, end);
}

static Result<std::string> match_repr(VM& vm, Match& self) {
    Value text = TRY(match_group_or(vm, self, 0, Value::none()));
    Str* shown = TRY(repr(vm, text));
    return fmt::format("<re.Match object; span=({}, {}), match={}>", character_of(vm, self, self.offsets()[0]),
                       character_of(vm, self, self.offsets()[1]), first_characters(shown->view(), 50));
}

static Value match_string(Match& self) { return self.subject; }
static Value match_re(Match& self) { return self.pattern; }
static int64_t match_pos(Match& self) { return self.position; }
static int64_t match_endpos(Match& self) { return self.end_position; }
static Value match_copy(Match& self) { return &self; }
static Value match_deepcopy(Match& self, Value) { return &self; }

static constexpr NativeDef match_members[] = {
    fn<match_group>("group(self, /, *args)", "One or more groups, by number or name."),
    fn<match_groups>("groups(self, /, default=None)", "All groups, with `default` for those that took no part."),
    fn<match_groupdict>("groupdict(self, /, default=None)", "All named groups by name."),
    fn<match_start>("start(self, group=0, /)", "The index of the group's start, or -1."),
    fn<match_end>("end(self, group=0, /)", "The index of the group's end, or -1."),
    fn<match_span>("span(self, group=0, /)", "(start(group), end(group))"),
    fn<match_expand>("expand(self, /, template)", "The template with its group references filled in."),
    fn<match_getitem>("__getitem__(self, key, /)"),
    fn<match_repr>("__repr__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<match_copy>("__copy__(self, /)"),
    fn<match_deepcopy>("__deepcopy__(self, memo, /)"),
    get<match_string>("string", "The string that was searched."),
    get<match_re>("re", "The pattern."),
    get<match_pos>("pos", "Where the search began."),
    get<match_endpos>("endpos", "Where the search had to end."),
    get<match_lastindex>("lastindex", "The number of the group that was closed last, or None."),
    get<match_lastgroup>("lastgroup", "The name of the group that was closed last, or None."),
    get<match_regs>("regs", "The spans of all groups."),
};

const NativeType Match::native_type = {
    .name = "re.Match",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Match),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_match,
    .members = match_members,
    .member_count = std::size(match_members),
    .doc = "What a regular expression found.",
};

} // namespace ouro::vm::re

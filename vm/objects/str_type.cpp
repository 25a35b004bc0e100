// SPDX-License-Identifier: MIT
//
// The table of str's members, and the type. Library Reference, "Text Sequence Type".
#include "vm/objects/str_members.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static constexpr NativeDef str_members[] = {
    static_fn<str_new>("__new__(type, object=<unset>, encoding=<unset>, errors=<unset>)", nullptr),
    fn<str_dunder_repr>("__repr__(self, /)"),
    fn<str_dunder_str>("__str__(self, /)"),
    fn<str_dunder_hash>("__hash__(self, /)"),
    fn<str_dunder_len>("__len__(self, /)"),
    fn<str_eq>("__eq__(self, value, /)"),
    fn<str_ne>("__ne__(self, value, /)"),
    fn<str_lt>("__lt__(self, value, /)"),
    fn<str_le>("__le__(self, value, /)"),
    fn<str_gt>("__gt__(self, value, /)"),
    fn<str_ge>("__ge__(self, value, /)"),
    fn<str_add>("__add__(self, value, /)"),
    fn<str_mul>("__mul__(self, value, /)"),
    fn<str_mul>("__rmul__(self, value, /)"),
    fn<str_contains>("__contains__(self, key, /)"),
    fn<str_getitem>("__getitem__(self, key, /)"),
    fn<str_getnewargs>("__getnewargs__(self, /)"),
    fn<str_sizeof>("__sizeof__(self, /)"),

    fn<str_capitalize>("capitalize(self, /)", "The text with its first character in title case, the rest in lower case."),
    fn<str_casefold>("casefold(self, /)", "The text in a form for comparisons that ignore case."),
    fn<str_center>("center(self, width, fillchar=' ', /)", "The text in the middle of `width` characters."),
    fn<str_count>("count(self, sub, start=None, end=None, /)", "How often sub stands in self[start:end], not overlapping."),
    fn<str_encode>("encode(self, /, encoding='utf-8', errors='strict')", "The text as bytes in that encoding."),
    fn<str_endswith>("endswith(self, suffix, start=None, end=None, /)", "Whether self[start:end] ends with one of them."),
    fn<str_expandtabs>("expandtabs(self, /, tabsize=8)", "The text with spaces for tabs."),
    fn<str_find>("find(self, sub, start=None, end=None, /)", "The lowest index of sub in self[start:end], or -1."),
    fn<str_index>("index(self, sub, start=None, end=None, /)", "Like find(), but raises ValueError."),
    fn<str_isalnum>("isalnum(self, /)", "Whether all characters are letters or numbers, and there is one."),
    fn<str_isalpha>("isalpha(self, /)", "Whether all characters are letters, and there is one."),
    fn<str_isascii>("isascii(self, /)", "Whether all characters are ASCII."),
    fn<str_isdecimal>("isdecimal(self, /)", "Whether all characters are decimal digits, and there is one."),
    fn<str_isdigit>("isdigit(self, /)", "Whether all characters are digits, and there is one."),
    fn<str_isidentifier>("isidentifier(self, /)", "Whether the text is a valid identifier."),
    fn<str_islower>("islower(self, /)", "Whether all cased characters are lower case, and there is one."),
    fn<str_isnumeric>("isnumeric(self, /)", "Whether all characters have numeric values, and there is one."),
    fn<str_isprintable>("isprintable(self, /)", "Whether repr() shows all characters as they are."),
    fn<str_isspace>("isspace(self, /)", "Whether all characters are white space, and there is one."),
    fn<str_istitle>("istitle(self, /)", "Whether each word begins, and only begins, with an upper case character."),
    fn<str_isupper>("isupper(self, /)", "Whether all cased characters are upper case, and there is one."),
    fn<str_join>("join(self, iterable, /)", "The strings of iterable with this text between them."),
    fn<str_ljust>("ljust(self, width, fillchar=' ', /)", "The text at the left of `width` characters."),
    fn<str_lower>("lower(self, /)", "The text in lower case."),
    fn<str_lstrip>("lstrip(self, chars=None, /)", "The text without leading white space or chars."),
    static_fn<str_maketrans>("maketrans(x, y=<unset>, z=<unset>, /)", "A table for translate()."),
    fn<str_partition>("partition(self, sep, /)", "What stands before the first sep, sep, and what stands behind it."),
    fn<str_removeprefix>("removeprefix(self, prefix, /)", "The text without that prefix."),
    fn<str_removesuffix>("removesuffix(self, suffix, /)", "The text without that suffix."),
    fn<str_replace>("replace(self, old, new, /, count=-1)", "The text with new for the first `count` old, or for all."),
    fn<str_rfind>("rfind(self, sub, start=None, end=None, /)", "The highest index of sub in self[start:end], or -1."),
    fn<str_rindex>("rindex(self, sub, start=None, end=None, /)", "Like rfind(), but raises ValueError."),
    fn<str_rjust>("rjust(self, width, fillchar=' ', /)", "The text at the right of `width` characters."),
    fn<str_rpartition>("rpartition(self, sep, /)", "What stands before the last sep, sep, and what stands behind it."),
    fn<str_rsplit>("rsplit(self, /, sep=None, maxsplit=-1)", "The words between sep, split from the right."),
    fn<str_rstrip>("rstrip(self, chars=None, /)", "The text without trailing white space or chars."),
    fn<str_split>("split(self, /, sep=None, maxsplit=-1)", "The words between sep, or between white space."),
    fn<str_splitlines>("splitlines(self, /, keepends=False)", "The lines of the text."),
    fn<str_startswith>("startswith(self, prefix, start=None, end=None, /)", "Whether self[start:end] starts with one of them."),
    fn<str_strip>("strip(self, chars=None, /)", "The text without leading and trailing white space or chars."),
    fn<str_swapcase>("swapcase(self, /)", "The text with upper and lower case exchanged."),
    fn<str_title>("title(self, /)", "The text with each word in title case."),
    fn<str_translate>("translate(self, table, /)", "The text with each character replaced by what the table has for it."),
    fn<str_upper>("upper(self, /)", "The text in upper case."),
    fn<str_zfill>("zfill(self, width, /)", "The text with zeros at the left, behind its sign, to fill `width`."),
};

const NativeType str_type = {
    .name = "str",
    .base = nullptr,
    .kind = Kind::Str,
    .size = sizeof(Str),
    .flags = Type::VARIABLE_SIZE | Type::IMMUTABLE,
    .visit = str_visit,
    .members = str_members,
    .member_count = std::size(str_members),
    .doc = "Text: an immutable sequence of Unicode code points.",
};

} // namespace ouro::vm

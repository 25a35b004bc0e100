// SPDX-License-Identifier: MIT
//
// What the tables of bytes and bytearray have in common, as one list of NativeDefs.
#pragma once

#include "vm/objects/bytes/bytes_members.hpp"

// clang-format off
#define OCTETS_MEMBERS                                                                                                 \
    fn<bytes_dunder_repr>("__repr__(self, /)"),                                                                        \
    fn<bytes_dunder_repr>("__str__(self, /)"),                                                                         \
    fn<bytes_dunder_len>("__len__(self, /)"),                                                                          \
    fn<bytes_eq>("__eq__(self, value, /)"),                                                                            \
    fn<bytes_ne>("__ne__(self, value, /)"),                                                                            \
    fn<bytes_lt>("__lt__(self, value, /)"),                                                                            \
    fn<bytes_le>("__le__(self, value, /)"),                                                                            \
    fn<bytes_gt>("__gt__(self, value, /)"),                                                                            \
    fn<bytes_ge>("__ge__(self, value, /)"),                                                                            \
    fn<bytes_add>("__add__(self, value, /)"),                                                                          \
    fn<bytes_mul>("__mul__(self, value, /)"),                                                                          \
    fn<bytes_mul>("__rmul__(self, value, /)"),                                                                         \
    fn<bytes_mod>("__mod__(self, value, /)"),                                                                          \
    fn<bytes_rmod>("__rmod__(self, value, /)"),                                                                        \
    fn<bytes_contains>("__contains__(self, key, /)"),                                                                  \
    fn<bytes_getitem>("__getitem__(self, key, /)"),                                                                    \
    fn<bytes_capitalize>("capitalize(self, /)",                                                                        \
             "A copy with its first letter in upper case, the rest in lower case."),                                   \
    fn<bytes_center>("center(self, width, fillchar=<unset b' '>, /)", "The octets in the middle of `width` octets."),  \
    fn<bytes_count>("count(self, sub, start=None, end=None, /)", "How often sub stands in self[start:end]."),          \
    fn<bytes_decode>("decode(self, /, encoding='utf-8', errors='strict')", "The text that the octets encode."),        \
    fn<bytes_endswith>("endswith(self, suffix, start=None, end=None, /)",                                              \
                       "Whether self[start:end] ends with one of them."),                                              \
    fn<bytes_expandtabs>("expandtabs(self, /, tabsize=8)", "A copy with spaces for tabs."),                            \
    fn<bytes_find>("find(self, sub, start=None, end=None, /)", "The lowest index of sub in self[start:end], or -1."),  \
    class_fn<bytes_fromhex>("fromhex(type, string, /)", "The octets written in hexadecimal digits."),                  \
    fn<bytes_hex>("hex(self, /, sep=<unset>, bytes_per_sep=1)", "The octets in hexadecimal digits."),                  \
    fn<bytes_index>("index(self, sub, start=None, end=None, /)", "Like find(), but raises ValueError."),               \
    fn<bytes_isalnum>("isalnum(self, /)", "Whether all octets are ASCII letters or digits, and there is one."),        \
    fn<bytes_isalpha>("isalpha(self, /)", "Whether all octets are ASCII letters, and there is one."),                  \
    fn<bytes_isascii>("isascii(self, /)", "Whether all octets are ASCII."),                                            \
    fn<bytes_isdigit>("isdigit(self, /)", "Whether all octets are ASCII digits, and there is one."),                   \
    fn<bytes_islower>("islower(self, /)", "Whether all letters are lower case, and there is one."),                    \
    fn<bytes_isspace>("isspace(self, /)", "Whether all octets are ASCII white space, and there is one."),              \
    fn<bytes_istitle>("istitle(self, /)", "Whether each word begins, and only begins, with an upper case letter."),    \
    fn<bytes_isupper>("isupper(self, /)", "Whether all letters are upper case, and there is one."),                    \
    fn<bytes_join>("join(self, iterable_of_bytes, /)", "The items with these octets between them."),                   \
    fn<bytes_ljust>("ljust(self, width, fillchar=<unset b' '>, /)", "The octets at the left of `width` octets."),      \
    fn<bytes_lower>("lower(self, /)", "A copy in lower case."),                                                        \
    fn<bytes_lstrip>("lstrip(self, bytes=None, /)", "A copy without leading white space or those octets."),            \
    static_fn<bytes_maketrans>("maketrans(frm, to, /)", "A table for translate()."),                                   \
    fn<bytes_partition>("partition(self, sep, /)",                                                                     \
             "What stands before the first sep, sep, and what stands behind it."),                                     \
    fn<bytes_removeprefix>("removeprefix(self, prefix, /)", "The octets without that prefix."),                        \
    fn<bytes_removesuffix>("removesuffix(self, suffix, /)", "The octets without that suffix."),                        \
    fn<bytes_replace>("replace(self, old, new, count=-1, /)",                                                          \
             "A copy with new for the first `count` old, or for all."),                                                \
    fn<bytes_rfind>("rfind(self, sub, start=None, end=None, /)",                                                       \
             "The highest index of sub in self[start:end], or -1."),                                                   \
    fn<bytes_rindex>("rindex(self, sub, start=None, end=None, /)", "Like rfind(), but raises ValueError."),            \
    fn<bytes_rjust>("rjust(self, width, fillchar=<unset b' '>, /)", "The octets at the right of `width` octets."),     \
    fn<bytes_rpartition>("rpartition(self, sep, /)",                                                                   \
                         "What stands before the last sep, sep, and what stands behind it."),                          \
    fn<bytes_rsplit>("rsplit(self, /, sep=None, maxsplit=-1)", "The words between sep, split from the right."),        \
    fn<bytes_rstrip>("rstrip(self, bytes=None, /)", "A copy without trailing white space or those octets."),           \
    fn<bytes_split>("split(self, /, sep=None, maxsplit=-1)", "The words between sep, or between white space."),        \
    fn<bytes_splitlines>("splitlines(self, /, keepends=False)", "The lines."),                                         \
    fn<bytes_startswith>("startswith(self, prefix, start=None, end=None, /)",                                          \
                         "Whether self[start:end] starts with one of them."),                                          \
    fn<bytes_strip>("strip(self, bytes=None, /)",                                                                      \
             "A copy without leading and trailing white space or those octets."),                                      \
    fn<bytes_swapcase>("swapcase(self, /)", "A copy with upper and lower case exchanged."),                            \
    fn<bytes_title>("title(self, /)", "A copy with each word in title case."),                                         \
    fn<bytes_translate>("translate(self, table, /, delete=<unset b''>)",                                               \
                       "A copy mapped through a table of 256 octets."),                                                \
    fn<bytes_upper>("upper(self, /)", "A copy in upper case."),                                                        \
    fn<bytes_zfill>("zfill(self, width, /)", "The octets with zeros at the left, behind the sign, to fill `width`.")
// clang-format on

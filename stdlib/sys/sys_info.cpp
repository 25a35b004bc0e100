// SPDX-License-Identifier: MIT
//
// The parts of sys that describe the implementation, made when a script asks for them: version_info, flags, float_info,
// int_info, hash_info, thread_info, implementation, stdlib_module_names, builtin_module_names.
#include "stdlib/types/simple_namespace.hpp"
#include "stdlib/sys/struct_sequence.hpp"
#include "stdlib/sys/sys.hpp"
#include "vm/run/module_finders.hpp"
#include "vm/objects/list/sort.hpp"

#include <unistd.h>
#include <algorithm>
#include <cfloat>
#include <climits>

namespace ouro::stdlib {

using namespace vm;

static constexpr NativeDef VERSION_MEMBERS[] = {
    sequence_field<0>("major"), sequence_field<1>("minor"), sequence_field<2>("micro"),
    sequence_field<3>("releaselevel"), sequence_field<4>("serial"), SEQUENCE_REPR,
};
static constexpr NativeType VERSION_TYPE =
    sequence_type("sys.version_info", VERSION_MEMBERS, std::size(VERSION_MEMBERS), Type::NO_NEW);

static constexpr NativeDef FLAGS_MEMBERS[] = {
    sequence_field<0>("debug"), sequence_field<1>("inspect"), sequence_field<2>("interactive"),
    sequence_field<3>("optimize"), sequence_field<4>("dont_write_bytecode"), sequence_field<5>("no_user_site"),
    sequence_field<6>("no_site"), sequence_field<7>("ignore_environment"), sequence_field<8>("verbose"),
    sequence_field<9>("bytes_warning"), sequence_field<10>("quiet"), sequence_field<11>("hash_randomization"),
    sequence_field<12>("isolated"), sequence_field<13>("dev_mode"), sequence_field<14>("utf8_mode"),
    sequence_field<15>("warn_default_encoding"), sequence_field<16>("safe_path"),
    sequence_field<17>("int_max_str_digits"), SEQUENCE_REPR,
};
static constexpr NativeType FLAGS_TYPE =
    sequence_type("sys.flags", FLAGS_MEMBERS, std::size(FLAGS_MEMBERS), Type::NO_NEW);

static constexpr NativeDef FLOAT_MEMBERS[] = {
    sequence_field<0>("max"), sequence_field<1>("max_exp"), sequence_field<2>("max_10_exp"), sequence_field<3>("min"),
    sequence_field<4>("min_exp"), sequence_field<5>("min_10_exp"), sequence_field<6>("dig"),
    sequence_field<7>("mant_dig"), sequence_field<8>("epsilon"), sequence_field<9>("radix"),
    sequence_field<10>("rounds"), SEQUENCE_REPR,
};
static constexpr NativeType FLOAT_TYPE =
    sequence_type("sys.float_info", FLOAT_MEMBERS, std::size(FLOAT_MEMBERS), Type::NO_NEW);

static constexpr NativeDef INT_MEMBERS[] = {
    sequence_field<0>("bits_per_digit"), sequence_field<1>("sizeof_digit"), sequence_field<2>("default_max_str_digits"),
    sequence_field<3>("str_digits_check_threshold"), SEQUENCE_REPR,
};
static constexpr NativeType INT_TYPE = sequence_type("sys.int_info", INT_MEMBERS, std::size(INT_MEMBERS), Type::NO_NEW);

static constexpr NativeDef HASH_MEMBERS[] = {
    sequence_field<0>("width"), sequence_field<1>("modulus"), sequence_field<2>("inf"), sequence_field<3>("nan"),
    sequence_field<4>("imag"), sequence_field<5>("algorithm"), sequence_field<6>("hash_bits"),
    sequence_field<7>("seed_bits"), sequence_field<8>("cutoff"), SEQUENCE_REPR,
};
static constexpr NativeType HASH_TYPE =
    sequence_type("sys.hash_info", HASH_MEMBERS, std::size(HASH_MEMBERS), Type::NO_NEW);

static constexpr NativeDef THREAD_MEMBERS[] = {
    sequence_field<0>("name"), sequence_field<1>("lock"), sequence_field<2>("version"), SEQUENCE_REPR,
};
static constexpr NativeType THREAD_TYPE =
    sequence_type("sys.thread_info", THREAD_MEMBERS, std::size(THREAD_MEMBERS), Type::NO_NEW);

// The public modules of Python 3.14's library: for hints at forgotten imports. Differs: private names are left out.
static constexpr std::string_view STDLIB_NAMES =
    "__future__ abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 "
    "cProfile calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser "
    "contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest "
    "email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools "
    "gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib "
    "importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math "
    "mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator "
    "optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile "
    "pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource "
    "rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver "
    "sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable "
    "sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token "
    "tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib "
    "uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib "
    "zoneinfo"
    ;

static Value integer(int64_t number) { return Value::small_int(number); }

static Value version_info(VM& vm) {
    return make_struct_sequence(vm, VERSION_TYPE,
                                {integer(3), integer(14), integer(0), intern(vm, "final"), integer(0)});
}

// The usual ones.
static Tuple* make_flags(VM& vm) {
    Value no = integer(0), yes = integer(1), off = Value::boolean(false);
    return make_struct_sequence(vm, FLAGS_TYPE,
                                {no, no, no, no, yes, no, no, no, no, no, no, yes, no, off, yes, no, off,
                                 integer(int64_t(vm.integer_digits_limit))});
}

bool set_flags(VM& vm, const std::map<std::string, int>& given) {
    Tuple* flags = make_flags(vm);
    size_t found = 0;
    for (size_t i = 0; i < flags->size(); i++) {
        auto flag = given.find(std::string(FLAGS_MEMBERS[i].name()));
        if (flag == given.end())
            continue;
        found++;
        Value& value = flags->items()[i];
        value = value.is_bool() ? Value::boolean(flag->second != 0) : integer(flag->second);
        if (flag->first == "optimize")
            vm.optimize_level = uint8_t(std::clamp(flag->second, 0, 2));
    }
    module_set(vm, *vm.sys, "flags", flags);
    return found == given.size();
}

static Value float_info(VM& vm) {
    return make_struct_sequence(vm, FLOAT_TYPE,
                                {Value::number(DBL_MAX), integer(DBL_MAX_EXP), integer(DBL_MAX_10_EXP),
                                 Value::number(DBL_MIN), integer(DBL_MIN_EXP), integer(DBL_MIN_10_EXP),
                                 integer(DBL_DIG), integer(DBL_MANT_DIG), Value::number(DBL_EPSILON), integer(2),
                                 integer(1)});
}

static Value hash_info(VM& vm) {
    return make_struct_sequence(vm, HASH_TYPE,
                                {integer(64), make_int(vm, (int64_t(1) << 61) - 1), integer(314159), integer(0),
                                 integer(1000003), intern(vm, "fnv"), integer(32), integer(0), integer(0)});
}

static Result<Value> implementation(VM& vm) {
    return make_simple_namespace(vm, {{"name", intern(vm, "ouro")},
                                      {"cache_tag", Value::none()},
                                      {"version", version_info(vm)},
                                      {"hexversion", integer(0x030e00f0)}});
}

static Result<Value> stdlib_module_names(VM& vm) {
    Set* names = make_set(vm, true);
    std::string_view rest = STDLIB_NAMES;
    while (!rest.empty()) {
        size_t end = std::min(rest.find(' '), rest.size());
        TRY(set_add(vm, *names, intern(vm, rest.substr(0, end))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

static Result<Value> builtin_module_names(VM& vm) {
    List* names = make_list(vm);
    TRY(list_append(vm, *names, intern(vm, "builtins")));
    TRY(list_append(vm, *names, intern(vm, "sys")));
    for (const NativeModule* module : vm.native_modules)
        TRY(list_append(vm, *names, intern(vm, module->name)));
    TRY(list_sort(vm, *names, {}, false));
    return make_tuple(vm, std::span<const Value>(names->items(), names->size()));
}

void set_command(VM& vm, std::span<const char* const> command) { vm.command = command; }

static Result<Value> original_arguments(VM& vm) {
    List* arguments = make_list(vm);
    for (const char* argument : vm.command)
        TRY(list_append(vm, *arguments, TRY(file_system_text(vm, argument))));
    return arguments;
}

// Of the program that was started with a command line; in others that of their host is none for scripts to start.
static Result<Value> executable(VM& vm) {
    char path[PATH_MAX];
    ssize_t length = vm.command.empty() ? 0 : readlink("/proc/self/exe", path, sizeof(path));
    return TRY(file_system_text(vm, {path, size_t(std::max(length, ssize_t(0)))}));
}

Result<Value> sys_information(VM& vm, std::string_view name) {
    if (name == "version_info")
        return version_info(vm);
    if (name == "flags")
        return make_flags(vm);
    if (name == "_xoptions")
        return make_dict(vm);
    if (name == "float_info")
        return float_info(vm);
    if (name == "int_info")
        return make_struct_sequence(vm, INT_TYPE, {integer(30), integer(4), integer(4300), integer(640)});
    if (name == "hash_info")
        return hash_info(vm);
    if (name == "thread_info")
        return make_struct_sequence(vm, THREAD_TYPE, {intern(vm, "pthread"), intern(vm, "semaphore"), Value::none()});
    if (name == "implementation")
        return implementation(vm);
    if (name == "stdlib_module_names")
        return stdlib_module_names(vm);
    if (name == "executable" || name == "_base_executable")
        return executable(vm);
    if (name == "orig_argv")
        return original_arguments(vm);
    if (name == "builtin_module_names")
        return builtin_module_names(vm);
    return initial_import_setting(vm, name);
}

} // namespace ouro::stdlib

// SPDX-License-Identifier: MIT
//
// The modules pwd and grp: the system's users and groups (Library Reference, pwd and grp). The C library asks whoever
// it is set up to ask, which may take long, so it is asked without the VM.
#include "stdlib/os/process_arguments.hpp"
#include "stdlib/sys/struct_sequence.hpp"

#include "vm/blocking.hpp"

#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <string>
#include <vector>

namespace ouro::stdlib {

using namespace vm;

static Result<Value> user_new(VM& vm, Type*, Value sequence);
static Result<Value> group_new(VM& vm, Type*, Value sequence);

static constexpr NativeDef USER_MEMBERS[] = {
    fn<user_new>("__new__(cls, sequence, /)"),
    sequence_field<0>("pw_name", "user name"),     sequence_field<1>("pw_passwd", "password"),
    sequence_field<2>("pw_uid", "user id"),        sequence_field<3>("pw_gid", "group id"),
    sequence_field<4>("pw_gecos", "real name"),    sequence_field<5>("pw_dir", "home directory"),
    sequence_field<6>("pw_shell", "shell program"), SEQUENCE_REPR,
};
static constexpr NativeType USER_TYPE = sequence_type("pwd.struct_passwd", USER_MEMBERS, std::size(USER_MEMBERS));

static constexpr NativeDef GROUP_MEMBERS[] = {
    fn<group_new>("__new__(cls, sequence, /)"),
    sequence_field<0>("gr_name", "group name"), sequence_field<1>("gr_passwd", "password"),
    sequence_field<2>("gr_gid", "group id"),    sequence_field<3>("gr_mem", "group members"),
    SEQUENCE_REPR,
};
static constexpr NativeType GROUP_TYPE = sequence_type("grp.struct_group", GROUP_MEMBERS, std::size(GROUP_MEMBERS));

static Result<Value> user_new(VM& vm, Type*, Value sequence) {
    Tuple* items = TRY(tuple_from(vm, sequence));
    if (items->size() != 7)
        return vm.type_error("pwd.struct_passwd() takes a 7-sequence ({}-sequence given)", items->size());
    Tuple& from = *items;
    return make_struct_sequence(vm, USER_TYPE, {from[0], from[1], from[2], from[3], from[4], from[5], from[6]});
}
static Result<Value> group_new(VM& vm, Type*, Value sequence) {
    Tuple* items = TRY(tuple_from(vm, sequence));
    if (items->size() != 4)
        return vm.type_error("grp.struct_group() takes a 4-sequence ({}-sequence given)", items->size());
    Tuple& from = *items;
    return make_struct_sequence(vm, GROUP_TYPE, {from[0], from[1], from[2], from[3]});
}

static Result<Value> text(VM& vm, const char* given) { return Value(TRY(make_str(vm, given ? given : ""))); }

static Result<Value> user_value(VM& vm, const passwd& user) {
    return make_struct_sequence(vm, USER_TYPE,
                                {TRY(text(vm, user.pw_name)), TRY(text(vm, user.pw_passwd)),
                                 make_int(vm, int64_t(user.pw_uid)), make_int(vm, int64_t(user.pw_gid)),
                                 TRY(text(vm, user.pw_gecos)), TRY(text(vm, user.pw_dir)),
                                 TRY(text(vm, user.pw_shell))});
}

static Result<Value> group_value(VM& vm, const group& found) {
    List* members = make_list(vm);
    for (char** member = found.gr_mem; *member; member++)
        TRY(list_append(vm, *members, TRY(text(vm, *member))));
    return make_struct_sequence(vm, GROUP_TYPE, {TRY(text(vm, found.gr_name)), TRY(text(vm, found.gr_passwd)),
                                                 make_int(vm, int64_t(found.gr_gid)), members});
}

// Calls one of getpwnam_r and its kin with as much memory as it needs; null: there is none.
template <class Record, class F>
static Result<Record*> look_up(VM& vm, Record& record, std::string& memory, F&& call) {
    TRY(check_processes(vm));
    for (memory.resize(1024);; memory.resize(2 * memory.size())) {
        Record* found = nullptr;
        int error = blocking(vm, [&] { return call(&record, memory.data(), memory.size(), &found); });
        if (error == ERANGE && memory.size() < (size_t(1) << 24))
            continue;
        return found;
    }
}

static Result<Value> user_by_name(VM& vm, std::string_view name) {
    if (name.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null byte");
    passwd record;
    std::string memory, key(name);
    passwd* found = TRY(look_up(vm, record, memory, [&](auto... a) { return ::getpwnam_r(key.c_str(), a...); }));
    if (!found)
        return vm.raise(ExceptionId::KeyError, fmt::format("getpwnam(): name not found: '{}'", name));
    return user_value(vm, *found);
}

// Nothing for an int that is too large to be one.
static Result<std::optional<int64_t>> identity(VM& vm, Value value, const char* name) {
    auto number = index(vm, value);
    if (number.is_error())
        return vm.type_error("{} should be integer, not {}", name, vm.type_name(value));
    return to_int64(number.release());
}

static Result<Value> user_by_id(VM& vm, Value given) {
    std::optional<int64_t> uid = TRY(identity(vm, given, "uid"));
    passwd record;
    std::string memory;
    bool fits = uid && *uid >= -1 && *uid <= UINT32_MAX;
    passwd* found = !fits ? nullptr : TRY(look_up(vm, record, memory, [&](auto... a) {
        return ::getpwuid_r(uid_t(*uid), a...);
    }));
    if (!found)
        return vm.raise(ExceptionId::KeyError, fmt::format("getpwuid(): uid not found{}",
                                                           fits ? fmt::format(": {}", *uid) : std::string()));
    return user_value(vm, *found);
}

static Result<Value> group_by_name(VM& vm, std::string_view name) {
    if (name.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null byte");
    group record;
    std::string memory, key(name);
    group* found = TRY(look_up(vm, record, memory, [&](auto... a) { return ::getgrnam_r(key.c_str(), a...); }));
    if (!found)
        return vm.raise(ExceptionId::KeyError, fmt::format("getgrnam(): name not found: '{}'", name));
    return group_value(vm, *found);
}

static Result<Value> group_by_id(VM& vm, Value id) {
    std::optional<int64_t> gid = TRY(identity(vm, id, "gid"));
    group record;
    std::string memory;
    bool fits = gid && *gid >= -1 && *gid <= UINT32_MAX;
    group* found = !fits ? nullptr : TRY(look_up(vm, record, memory, [&](auto... a) {
        return ::getgrgid_r(gid_t(*gid), a...);
    }));
    if (!found)
        return vm.raise(ExceptionId::KeyError, fmt::format("getgrgid(): gid not found: {}", TRY(str(vm, id))->view()));
    return group_value(vm, *found);
}

// The C library walks one list per process, so each walk is made in one go.
static Result<Value> all_users(VM& vm) {
    TRY(check_processes(vm));
    List* users = make_list(vm);
    ::setpwent();
    while (passwd* user = ::getpwent())
        TRY(list_append(vm, *users, TRY(user_value(vm, *user))));
    ::endpwent();
    return users;
}
static Result<Value> all_groups(VM& vm) {
    TRY(check_processes(vm));
    List* groups = make_list(vm);
    ::setgrent();
    while (group* found = ::getgrent())
        TRY(list_append(vm, *groups, TRY(group_value(vm, *found))));
    ::endgrent();
    return groups;
}

static constexpr NativeDef PWD_MEMBERS[] = {
    type_constant("struct_passwd", USER_TYPE),
    fn<user_by_name>("getpwnam(name, /)", "The user of that name; KeyError."),
    fn<user_by_id>("getpwuid(uid, /)", "The user of that number; KeyError."),
    fn<all_users>("getpwall()", "A list of all users."),
};
static constexpr NativeDef GRP_MEMBERS[] = {
    type_constant("struct_group", GROUP_TYPE),
    fn<group_by_name>("getgrnam(name)", "The group of that name; KeyError."),
    fn<group_by_id>("getgrgid(id)", "The group of that number; KeyError."),
    fn<all_groups>("getgrall()", "A list of all groups."),
};

extern const NativeModule pwd_module, grp_module;
constinit const NativeModule pwd_module = {"pwd", "The users of the system.", PWD_MEMBERS, std::size(PWD_MEMBERS)};
constinit const NativeModule grp_module = {"grp", "The groups of the system.", GRP_MEMBERS, std::size(GRP_MEMBERS)};

} // namespace ouro::stdlib

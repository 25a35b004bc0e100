import grp
import pwd

root = pwd.getpwnam("root")
print(root.pw_name, root.pw_uid, root[3], root == pwd.getpwuid(0), root in pwd.getpwall(), len(root))
group = grp.getgrgid(0)
print(group.gr_name, group.gr_gid, group == grp.getgrnam("root"), group in grp.getgrall(), type(group.gr_mem))
print(pwd.struct_passwd(range(7)), grp.struct_group(range(4)))
for call in (
    lambda: pwd.getpwnam("no-such-user"), lambda: pwd.getpwuid(999999999), lambda: pwd.getpwuid(2**128),
    lambda: grp.getgrnam("no-such-group"), lambda: grp.getgrgid(999999999), lambda: pwd.getpwuid("x"),
    lambda: grp.getgrgid("x"), lambda: pwd.getpwnam(1), lambda: pwd.getpwnam("a\0b"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# What the command does with its arguments, its streams and its end: exit status, standard output, standard error. What is
# expected here is CPython's behaviour; with python3.13 in the place of ouro all of it passes as well.
#
#     check_command.sh COMMAND
set -u
unset PYTHONUNBUFFERED PYTHONPATH OUROPATH
command=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
failed=0

# expect STATUS TEXT SHELL-CODE: `ouro` in the code is the command. TEXT is what it prints, on both streams, in that order.
expect() {
    local printed status
    printed=$(ouro() { "$command" "$@"; }; eval "$3" 2>&1 </dev/null)
    status=$?
    printed=$(printf '%s' "$printed" | sed -e 's/^[^ ]*python[0-9.]*: /ouro: /' -e "s#$folder#FOLDER#g")
    if [[ $status != "$1" || $printed != "$2" ]]; then
        printf 'FAILED %s\n  status %s, expected %s\n  printed  %s\n  expected %s\n' "$3" "$status" "$1" "$printed" "$2"
        failed=1
    fi
}

cat >show.py <<'END'
import sys
print(sys.argv, repr(sys.path[0]), __name__, repr(__package__), globals().get("__file__"))
END
mkdir app pkg bare named
cp show.py app/__main__.py
cp show.py pkg/tool.py
touch pkg/__init__.py bare/__init__.py
echo 'print(__spec__.name, __spec__.origin, __spec__.loader is __loader__)' >named/__main__.py
printf 'import sys\nfrom . import tool\nprint(sys.argv, __package__)\n' >pkg/__main__.py

# --- What is run
expect 0 "['show.py', '-q'] 'FOLDER' __main__ None FOLDER/show.py" 'ouro show.py -q'
expect 0 "['show.py', 'a'] 'FOLDER' __main__ None FOLDER/show.py" 'ouro -- show.py a'
expect 0 "['app', 'a'] 'FOLDER/app' __main__ '' FOLDER/app/__main__.py" 'ouro app a'
expect 1 "ouro: can't find '__main__' module in 'FOLDER/bare'" 'ouro bare'
expect 0 "['FOLDER/show.py', 'a'] 'FOLDER' __main__ '' FOLDER/show.py" 'ouro -m show a'
expect 0 "['FOLDER/pkg/tool.py'] 'FOLDER' __main__ 'pkg' FOLDER/pkg/tool.py" 'ouro -m pkg.tool'
expect 0 "['FOLDER/pkg/__main__.py'] 'FOLDER' pkg.tool 'pkg' FOLDER/pkg/tool.py
['FOLDER/pkg/__main__.py'] pkg" 'ouro -m pkg'
expect 1 "ouro: No module named nope" 'ouro -m nope'
expect 1 "ouro: No module named pkg.nope" 'ouro -m pkg.nope'
expect 1 "ouro: No module named bare.__main__; 'bare' is a package and cannot be directly executed" 'ouro -m bare'
expect 1 "ouro: Error while finding module specification for 'nope.x' (ModuleNotFoundError: No module named 'nope')" \
    'ouro -m nope.x'
expect 2 "ouro: can't open file 'FOLDER/nope.py': [Errno 2] No such file or directory" 'ouro nope.py'
expect 0 "['-c', 'x'] ''" 'ouro -c "import sys; print(sys.argv, repr(sys.path[0]))" x'
expect 0 "['-', 'x']" 'echo "import sys; print(sys.argv)" | ouro - x'
expect 0 "3" 'echo "print(1 + 2)" | ouro'
expect 0 "<stdin> None BuiltinImporter" 'echo "print(__file__, __cached__, __loader__.__name__)" | ouro'
expect 0 "None None BuiltinImporter False" \
    'ouro -c "print(__spec__, __package__, __loader__.__name__, \"__file__\" in dir())"'
expect 0 "__main__ FOLDER/named/__main__.py True" 'ouro named'
expect 0 "named.__main__ FOLDER/named/__main__.py True" 'ouro -m named'
expect 0 "['-W', 'ignore', '-c', 'import sys; print(sys.orig_argv[1:])', 'a b']" \
    'ouro -W ignore -c "import sys; print(sys.orig_argv[1:])" "a b"'

# --- Flags
expect 0 "(0, 1, 1, 1)" 'ouro -qSBc "import sys; f = sys.flags; print((f.optimize, f.quiet, f.no_site, f.dont_write_bytecode))"'
expect 0 "2 False None" 'ouro -OOc "import sys; assert 0
def f(): \"doc\"
print(sys.flags.optimize, __debug__, f.__doc__)"'
expect 0 "(1, 1, 1, True)" 'ouro -Ic "import sys; f = sys.flags
print((f.isolated, f.ignore_environment, f.no_user_site, f.safe_path))"'
expect 0 "False" 'ouro -P -c "import sys; print(\"\" in sys.path)"'
expect 0 "['error', 'ignore'] {'a': 'b', 'c': True}" \
    'ouro -Werror -W ignore -Xa=b -X c -c "import sys; print(sys.warnoptions, sys._xoptions)"'
expect 1 "Invalid -W option ignored: invalid action: 'no'
done" 'ouro -Wno -Werror -c "import warnings
try: warnings.warn(\"w\")
except UserWarning: print(\"done\"); raise SystemExit(1)"'
expect 0 "True True ['default']" 'ouro -uXdev -c "import sys
print(sys.stdout.write_through, sys.flags.dev_mode, sys.warnoptions)"'
expect 2 "" 'ouro -Z 2>/dev/null'
expect 2 "" 'ouro -c 2>/dev/null'
expect 0 "1
2" 'echo "print(2)" | ouro -ic "print(1)" 2>/dev/null | sed "s/>>> //g" | grep .'

# --- The prompt
# session LINES...: types the lines at a prompt, `^C` for an interrupt, each when the prompt asks; what is printed, without
# the prompts.
session() {
    local prompt line asked=0
    set -m # else a job in the background ignores interrupts
    mkfifo keys
    PYTHON_BASIC_REPL=1 "$command" -iq <keys >screen 2>&1 &
    prompt=$!
    exec 3>keys
    for line in "$@"; do
        asked=$((asked + 1))
        for ((i = 0; i < 200 && $(grep -o -e '>>> ' -e '\.\.\. ' screen | wc -l) < asked; i++)); do sleep 0.05; done
        if [[ $line == ^C ]]; then
            sleep 0.3 # until it reads
            kill -INT $prompt
        else
            printf '%s\n' "$line" >&3
        fi
    done
    exec 3>&-
    wait $prompt
    line=$?
    sed -e 's/>>> //g' -e 's/\.\.\. //g' screen | grep .
    rm keys
    return $line
}
expect 0 "KeyboardInterrupt
3
KeyboardInterrupt
4" 'session ^C "1 + 2" "if 1:" ^C "2 + 2"'
expect 0 '  File "<stdin>", line 1
    def f(:
          ^
SyntaxError: invalid syntax
  File "<stdin>", line 1
    1
IndentationError: unexpected indent
2' 'session "def f(:" "  1" "1 + 1"'
expect 0 'Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    f()
    ~^^
  File "<stdin>", line 2, in f
    1/0
    ~^~
ZeroDivisionError: division by zero' 'session "def f():" "    1/0" "" "x = 1" "f()"'
expect 0 'Use quit() or Ctrl-D (i.e. EOF) to exit
Use exit() or Ctrl-D (i.e. EOF) to exit' 'session quit exit'
expect 7 "" 'session "exit(7)"'

# --- The end
expect 3 "" 'ouro -c "import atexit, os; atexit.register(print, 1); print(2); os._exit(3)" | cat; exit ${PIPESTATUS[0]}'
expect 3 "" 'ouro -c "raise SystemExit(3)"'
expect 255 "" 'ouro -c "raise SystemExit(-1)"'
expect 1 "no job" 'ouro -c "raise SystemExit(\"no job\")"'
expect 1 "at exit" 'ouro -c "import atexit; atexit.register(print, \"at exit\"); 1 / 0" 2>/dev/null'
expect 1 "hooked division by zero" 'ouro -c "import sys; sys.excepthook = lambda *a: print(\"hooked\", a[1]); 1 / 0"'
expect 4 "" 'ouro -c "import sys
def hook(*a): sys.exit(4)
sys.excepthook = hook; 1 / 0"'
expect 130 "" 'ouro -c "raise KeyboardInterrupt" 2>/dev/null'
# A process that SIGINT has ended, not one that has exited with 130: a shell stops its loop for the former alone.
expect 0 "2" 'perl -e "system(@ARGV); print \$? & 127" "$command" -c "raise KeyboardInterrupt" 2>/dev/null'
# A job in the background of a script ignores Ctrl-C, unless the shell controls jobs.
sleeper='import time
try: time.sleep(1); print("ignored")
except KeyboardInterrupt: print("caught")'
expect 0 "ignored" '"$command" -c "$sleeper" & sleep 0.5; kill -INT $!; wait $!'
expect 0 "caught" 'set -m; "$command" -c "$sleeper" & sleep 0.5; kill -INT $!; wait $!'
# Ctrl-C ends a search that would take minutes.
runaway='import re
try: re.search(r"(.*)(.*)(.*)(.*)(.*)\5\4z$", "ab" * 150 + "zx")
except KeyboardInterrupt: print("stopped")'
expect 0 "stopped" 'set -m; "$command" -c "$runaway" & sleep 1; kill -INT $!; wait $!'

# --- Streams
expect 0 "None None" 'ouro -c "import sys; sys.stderr.write(f\"{sys.stdin} {sys.stdout}\")" <&- >&-'
expect 0 "None" 'ouro -c "import sys; print(sys.stderr)" 2>&-'
expect 120 "" 'ouro -c "print(1)" >/dev/full 2>/dev/null'
expect 120 "" 'ouro -c "print(1); 1 / 0" >/dev/full 2>/dev/null'
waits='import asyncio, os
asyncio.run(asyncio.sleep(0.001))
try: print("waited")
except OSError: pass'
expect 0 "waited" 'ouro -c "$waits" <&-'
expect 0 "waited" 'ouro -c "$waits" 2>&-'
expect 0 "" 'ouro -c "$waits" >&-'
expect 0 "waited" 'ouro -c "import os; os.close(0); os.close(2)
$waits"'
# What a caught error has left in the buffer is tried again at the end, and once.
expect 120 "Exception ignored" 'ouro -c "
try: print(1, flush=True)
except OSError: pass" 2>&1 >/dev/full | cut -c-17 | head -1; exit ${PIPESTATUS[0]}'
expect 120 "1" 'ouro -c "
import sys
for i in range(3):
    try: print(i, flush=True)
    except OSError: pass
1 / 0" 2>&1 >/dev/full | grep -c "No space"; exit ${PIPESTATUS[0]}'
expect 0 "[Errno 28] No space left on device" 'ouro -c "
import sys
try: print(1, flush=True)
except OSError: pass
try: sys.stdout.close()
except OSError as error: sys.stderr.write(str(error))" >/dev/full'
expect 0 "[True, False, False, True, False, False, True]" 'ouro -c "
def works(operation):
    try: operation()
    except OSError: return False
    return True
f = open(\"/dev/full\", \"w\")
print([works(o) for o in (lambda: f.write(\"x\"), f.flush, f.flush, lambda: f.write(\"x\"), f.flush, f.close, f.close)])"'
expect 0 "['-c', '\\udcff']" $'ouro -c "import sys; print(sys.argv)" \'\xff\''

# --- Memory
filler='items = []
try:
    while True: items.append(object())
except MemoryError as error:
    items = None
    print(repr(error))'
if (ulimit -v 300000; "$command" -c pass 2>/dev/null); then # with sanitizers it does not even start
    expect 0 "MemoryError()" 'ulimit -v 300000; ouro -c "$filler"'
    # What grows is a table of the engine's own or of a native, of which one allocation is large. Which is refused
    # depends on the limit.
    grows() {
        local script="import asyncio, contextvars, sys, weakref
class A: pass
a, items, i = A(), [], 0
loop = asyncio.new_event_loop()
future = loop.create_future()
def bind():
    c = contextvars.ContextVar('x'); c.set(1); items.append(c)
def make():
    b = A(); items.append((b, weakref.ref(b)))
try:
    while True: $1; i += 1
except MemoryError as error:
    items = a = future = None
    print(repr(error))
finally:
    print('finally')"
        for limit in 200000 300000; do
            expect 0 $'MemoryError()\nfinally' 'ulimit -v $limit; ouro -c "$script"'
        done
    }
    grows 'future.add_done_callback(print)'
    grows 'bind()'
    grows 'make()'
    grows "items.append(type('A', (), {}))"
    grows "items.append(sys.intern(f's{i}'))"
    grows "setattr(a, f'n{i}', i)"
fi
exit $failed

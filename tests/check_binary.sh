#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Properties of the compiled engine that no test of behaviour sees, of release builds:
#
#   constructors   nothing of ours runs before main: it would cost every start of the command
#   dispatch       the interpreter's loop has a jump of its own per opcode, not one that all share
#   vm-alone       libouro_vm.a has no undefined symbol of lang/ or stdlib/
#
#     check_binary.sh constructors|dispatch|vm-alone ARCHIVE
set -euo pipefail

check=$1 archive=$2
case $check in
    constructors)
        if found=$(nm -A "$archive" 2>/dev/null | grep -E '_GLOBAL__sub_I|__cxx_global_var_init'); then
            echo "static constructors:"
            echo "$found"
            exit 1
        fi
        ;;
    dispatch)
        jumps=$(objdump -d --no-show-raw-insn "$archive" 2>/dev/null |
            awk '/file format/ { in_loop = ($1 ~ /interpreter/) } in_loop && /jmp +(\*|.*\*)/ { n++ } END { print n + 0 }')
        echo "$jumps indirect jumps in the interpreter's loop"
        ((jumps >= 60))
        ;;
    vm-alone)
        if found=$(nm -C --undefined-only "$archive" 2>/dev/null | grep -E 'ouro::(lang|stdlib|repl)::'); then
            echo "symbols from above vm/:"
            echo "$found" | sort -u
            exit 1
        fi
        ;;
esac

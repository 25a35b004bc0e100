// SPDX-License-Identifier: MIT
//
// Ouro, embedded: a Python for C++20 programs. This is the one header that a host includes.
//
//     ouro::Runtime runtime;
//     ouro::Module game = runtime.module("game");
//     game.def("damage(name: str, points: int = 1) -> int", [&](std::string_view name, int points) { ... });
//     runtime.run("import game\ngame.damage('troll', points=3)");
//
// docs/embedding.md is the tour. The parts:
//   runtime.hpp   Runtime, Options: one interpreter, what it may do, running code in it; whole programs and prompts
//   value.hpp     Value: a reference to a script object
//   module.hpp    Module: functions and values of the host, importable by scripts
//   error.hpp     Error, SystemExit: a script's exception as a C++ exception
//   convert.hpp   which C++ types become which Python types; how to add your own
//   async.hpp     Task, Promise: coroutines of scripts, and operations of the host that they await
//   coroutine.hpp Async: C++20 coroutines of the host, which scripts await and which await theirs
//   function.hpp  binding of lambdas and functions
//
// Threads: a Runtime and its Values are used by one thread at a time; only interrupt() and the settling of a Promise
// may come from any. Runtimes share nothing: as many as you like may work in as many threads. The host calls on the
// thread's own stack (not on that of a fiber), because the collector looks for references there.
#pragma once

#include "ouro/async.hpp"
#include "ouro/convert.hpp"
#include "ouro/coroutine.hpp"
#include "ouro/error.hpp"
#include "ouro/function.hpp"
#include "ouro/module.hpp"
#include "ouro/runtime.hpp"
#include "ouro/value.hpp"

// SPDX-License-Identifier: MIT
//
// The native stack as the collector sees it.
#pragma once

namespace ouro::vm {

// Overwrites what earlier calls left on the native stack below the caller, where the calls to come would show it to the
// collector. For collections that somebody asked for: they are to find dead what is dead.
[[gnu::noinline]] void scrub_native_stack();

} // namespace ouro::vm

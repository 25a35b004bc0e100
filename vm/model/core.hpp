// SPDX-License-Identifier: MIT
//
// The object model in one include, for what stands above it: the VM, the layouts that nearly every file touches, what
// Python does to any value, and how C++ functions are bound.
#pragma once

#include "vm/model/attributes.hpp"
#include "vm/model/calls.hpp"
#include "vm/model/layouts.hpp"
#include "vm/model/native.hpp"
#include "vm/model/operators.hpp"
#include "vm/model/shape.hpp"
#include "vm/vm.hpp"

# SPDX-License-Identifier: MIT
#
# marshal is CPython's own form for its code objects. Ouro's are others, so there is nothing that it could mean here.
raise ModuleNotFoundError(
    "No module named 'marshal': Ouro's code objects are its own, and have no such form; pickle keeps other values",
    name="marshal")

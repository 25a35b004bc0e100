# SPDX-License-Identifier: MIT
#
# importlib.machinery: finders, loaders and specs (Library Reference, importlib.machinery). They are the engine's own;
# compiled files and extension modules do not exist in Ouro, so their suffixes are none.
from _importing import (
    BuiltinImporter,
    FileFinder,
    FrozenImporter,
    ModuleSpec,
    NamespaceLoader,
    PathFinder,
    SourceFileLoader,
)

__all__ = [
    "BYTECODE_SUFFIXES", "BuiltinImporter", "EXTENSION_SUFFIXES", "FileFinder", "FrozenImporter", "ModuleSpec",
    "NamespaceLoader", "PathFinder", "SOURCE_SUFFIXES", "SourceFileLoader", "all_suffixes",
]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Return the endings of all files that can be imported."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES

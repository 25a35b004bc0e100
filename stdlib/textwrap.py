# SPDX-License-Identifier: MIT
#
# textwrap: filling, indenting and dedenting text (Library Reference, textwrap).
import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "

# Where a line may be broken: around runs of white space, behind hyphens between letters, around dashes.
_CHUNKS = re.compile(
    r"""(?x)
    ( [\t\n\x0b\x0c\r\ ]+                                        # white space
    | (?<=[\w!"'&.,?]) -{2,} (?=\w)                              # a dash between words
    | [^\t\n\x0b\x0c\r\ ] (?:                                    # a word
        [^\t\n\x0b\x0c\r\ ]*? (?: -(?: (?<=[^\d\W]{2}-) | (?<=[^\d\W]-[^\d\W]-)) (?= [^\d\W] -? [^\d\W] )   # hyphenated
                               | (?=[\t\n\x0b\x0c\r\ ] | \Z)
                               | (?<=[\w!"'&.,?]) (?=-{2,}\w) )
      )
    )"""
)
_WORDS = re.compile(r"([\t\n\x0b\x0c\r ]+)")
_SENTENCE_END = re.compile(r"[a-z][\.\!\?][\"\']?\Z")


class TextWrapper:
    """Breaks paragraphs into lines of a width."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _WHITESPACE})
        pattern = _CHUNKS if self.break_on_hyphens else _WORDS
        chunks = [chunk for chunk in pattern.split(text) if chunk]
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and _SENTENCE_END.search(chunks[i]):
                    chunks[i + 1] = "  "
        return chunks

    def _break_word(self, chunks, line, width, room):
        """Takes of the word that fits no line what fits this one."""
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        space = room if width >= 1 else 1
        if space < 1:
            return  # the line is full as it is
        word = chunks[-1]
        end = space
        if self.break_on_hyphens and len(word) > space:
            hyphen = word.rfind("-", 0, space)
            if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                end = hyphen + 1
        line.append(word[:end])
        chunks[-1] = word[end:]

    def _shortened(self, lines, line, indent, length, width):
        """The last line allowed: with the placeholder where there is more text."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()  # a stack
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, width, width - length)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            is_allowed = (
                self.max_lines is None or len(lines) + 1 < self.max_lines
                or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                and length <= width
            )
            if not is_allowed:
                self._shortened(lines, line, indent, length, width)
                break
            lines.append(indent + "".join(line))
        return lines

    def wrap(self, text):
        """The lines of a paragraph."""
        return self._wrap_chunks(self._chunks(text))

    def fill(self, text):
        """The paragraph as one text with line breaks."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph, none longer than `width`."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The paragraph with line breaks, no line longer than `width`."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line, cut at a word so that it fits in `width`."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the white space with which all of its lines begin."""
    if not isinstance(text, str):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}")
    lines = ["" if not line.strip(_WHITESPACE) else line for line in text.split("\n")]
    filled = [line for line in lines if line]
    if not filled:
        return "\n".join(lines)
    low, high = min(filled), max(filled)
    margin = 0
    for margin, c in enumerate(low):
        if c not in " \t" or c != high[margin]:
            break
    return "\n".join(line[margin:] for line in lines)


def indent(text, prefix, predicate=None):
    """The text with `prefix` before each line that is not only white space, or for which `predicate` is true."""
    wanted = predicate or str.strip
    return "".join(prefix + line if wanted(line) else line for line in text.splitlines(True))

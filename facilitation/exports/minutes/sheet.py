"""The paper of the minutes: A4 pages, fonts for every script, headings with bookmarks."""

from collections.abc import Collection, Iterable
from io import BytesIO

from fpdf import FPDF, FontFace, XPos, YPos
from fpdf.outline import OutlineSection

from facilitation.drawing import fonts
from facilitation.drawing.typesetting import needs_shaping, reads_rtl
from facilitation.exports.drawable_texts import DrawableTexts
from facilitation.exports.reader import Reader

MARGIN_MM, FOOT_MM = 20, 24
INK, SOFT, ACCENT, PAPER = (27, 36, 38), (84, 98, 101), (11, 84, 81), (255, 255, 255)
BODY, SMALL, H3, H2, H1 = 11, 9.5, 13, 20, 30
"""Points."""
LEADING = 0.5
"""Millimetres of a line for each point of its type."""
ENTRY_MM, ENTRIES_A_PAGE = 7, 34
"""The contents: millimetres a line, and how many stand on its first page."""
NEXT_LINE = {"new_x": XPos.LMARGIN, "new_y": YPos.NEXT}


class Sheet(FPDF):
    """A document in the language of `reader`; `letters` are all that will stand in it."""

    def __init__(self, reader: Reader, letters: Collection[str]):
        super().__init__(format="A4")
        self._reader, self._texts = reader, DrawableTexts(reader)
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(True, FOOT_MM)
        self.set_title(reader.document.title)
        self.set_lang(reader.language)
        self.set_creation_date(reader.noon)
        self.set_display_mode("default")
        self._add_fonts(letters)

    def _add_fonts(self, letters: Collection[str]) -> None:
        families = []
        for style, bold in (("", False), ("B", True)):
            for n, file in enumerate(fonts.files_for(letters, bold)):
                self.add_font(f"f{n}", style, file)
                families.append(f"f{n}")
        self.set_font("f0")
        self.set_fallback_fonts([name for name in dict.fromkeys(families) if name != "f0"], False)

    def footer(self) -> None:
        """The title and the number of the page, but not on the cover."""
        if self.page_no() == 1:
            return
        self.set_y(-FOOT_MM + 8)
        self._type(SMALL, SOFT)
        self.set_text_shaping(False)
        page = self._reader.say("export.minutes.page", page=self.page_no())
        self.cell(0, 5, page, align="R")

    def cover(self, over: str, title: str, lines: Iterable[str]) -> None:
        self.add_page()
        self.set_fill_color(*ACCENT)
        self.rect(0, 0, self.w, 120, "F")
        self.set_fill_color(*PAPER)
        self.set_y(40)
        self.paragraph(over, size=H3, colour=PAPER)
        self.paragraph(title, size=H1, bold=True, colour=PAPER)
        self.set_y(max(132, self.get_y() + 12))
        for line in lines:
            self.paragraph(line, size=H3)

    def contents(self, heading: str, detailed: str, entries: int) -> None:
        """Say where each part begins, and of the part `detailed` each chapter; a line for each.

        Room is kept for so many `entries`: a page more would change the numbers of all others.
        """
        pages = 1 + entries // ENTRIES_A_PAGE

        def draw(sheet: "Sheet", outline: list[OutlineSection]) -> None:
            last = sheet.page + pages - 1
            sheet.title_line(heading, H2)
            part = ""
            for section in outline:
                part = section.name if section.level == 0 else part
                if section.level == 0 or part == detailed:
                    sheet._entry(section)
            while sheet.page < last:
                sheet.add_page()

        self.add_page()
        self.insert_toc_placeholder(draw, pages)

    def _entry(self, section: OutlineSection) -> None:
        link = self.add_link(page=section.page_number)
        indent, line = 6 * section.level, ENTRY_MM
        width = self.epw - 20 - indent
        self._type(BODY, INK, bold=section.level == 0)
        text = self._clipped(self._texts.of(section.name), width)
        self.set_x(self.l_margin + indent)
        self.cell(width, line, text, align="R" if reads_rtl(text) else "L", link=link)
        self.set_x(self.w - self.r_margin - 20)
        self.set_text_shaping(False)
        self.cell(20, line, str(section.page_number), align="R", link=link, **NEXT_LINE)

    def _clipped(self, text: str, width: float) -> str:
        self.set_text_shaping(needs_shaping(text))
        if self.get_string_width(text) < width - 4:
            return text
        while text and self.get_string_width(f"{text}…") >= width - 4:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def part(self, title: str, *, new_page: bool = True) -> None:
        """Begin a part of the document, with a bookmark."""
        if new_page:
            self.add_page()
        self.start_section(title)
        self.title_line(title, H2)

    def chapter(self, title: str, *, new_page: bool = False, size: float = H3) -> None:
        """Begin a chapter of a part, with a bookmark below that of the part."""
        if new_page or self.will_page_break(30):
            self.add_page()
        self.ln(2)
        self.start_section(self._texts.of(title).replace("\n", " "), level=1)
        self.title_line(title, size)

    def title_line(self, text: str, size: float) -> None:
        self.paragraph(text, size=size, bold=True, colour=ACCENT)
        self.ln(1)

    def paragraph(
        self,
        text: str,
        *,
        size: float = BODY,
        bold: bool = False,
        colour: tuple[int, int, int] = INK,
        indent: float = 0,
    ) -> None:
        """Set a text, each of its own lines from the side where it is read from."""
        self._type(size, colour, bold)
        for line in self._texts.of(text).split("\n"):
            self.set_text_shaping(needs_shaping(line))
            rtl = reads_rtl(line)
            self.set_x(self.l_margin + (0 if rtl else indent))
            align = "R" if rtl else "L"
            self.multi_cell(
                self.epw - indent, size * LEADING, line or " ", align=align, **NEXT_LINE
            )
        self.ln(1.2)

    def note(self, text: str, *, indent: float = 0) -> None:
        """Set a sentence beside the matter, small."""
        self.paragraph(text, size=SMALL, colour=SOFT, indent=indent)

    def quote(self, text: str) -> None:
        """Set somebody's words, with a line at the side."""
        begin, page = self.get_y(), self.page_no()
        self.paragraph(text, indent=5)
        if self.page_no() == page:
            self.set_draw_color(*ACCENT)
            x = self.w - self.r_margin - 1 if reads_rtl(text) else self.l_margin + 1
            self.line(x, begin, x, self.get_y() - 1.5)

    def rows(self, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
        """A table: texts first, then numbers."""
        self._type(BODY, INK)
        rows = [[self._texts.of(text) for text in row] for row in rows]
        self.set_text_shaping(any(needs_shaping(text) for row in (heads, *rows) for text in row))
        widths = (6, *(1.2 for _ in heads[1:]))
        with self.table(
            col_widths=widths,
            line_height=BODY * LEADING * 1.15,
            borders_layout="SINGLE_TOP_LINE",
            headings_style=FontFace(emphasis="BOLD", color=ACCENT),
        ) as table:
            for cells in (heads, *rows):
                row = table.row()
                for n, text in enumerate(cells):
                    row.cell(text, align="R" if n or reads_rtl(text) else "L")
        self.ln(3)

    def picture(self, png: bytes, says: str) -> None:
        """A picture as wide as the text; `says` is what a screen reader reads."""
        self.image(BytesIO(png), w=self.epw, alt_text=says)
        self.ln(2)

    def _type(self, size: float, colour: tuple[int, int, int], bold: bool = False) -> None:
        self.set_font("f0", "B" if bold else "", size)
        self.set_text_color(*colour)

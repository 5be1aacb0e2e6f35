package org.readingroom.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/// Text as runs of one font each, measured and broken into lines.
///
/// A letter that no font has stands as `[U+1234]`: visibly missing rather than silently gone.
final class PdfLetters {
    /// Closing marks do not begin a line.
    private static final String NOT_FIRST = "。，、；：？！）】”’》%,.;:?!)]";

    private static final String CUT = "…";

    /// A piece of text in one font.
    record Run(PDFont font, String text, float widthEm) {}

    private final PDFont latin;
    private final @Nullable PDFont chinese;
    private final Map<Integer, Run> runs = new HashMap<>();

    PdfLetters(ReportFonts.Opened fonts) {
        latin = fonts.latin();
        chinese = fonts.chinese();
    }

    float width(String text, float size) throws IOException {
        float em = 0;
        for (Run run : runs(text)) {
            em += run.widthEm;
        }
        return em * size;
    }

    /// Neighbouring letters of the same font joined.
    List<Run> runs(String text) throws IOException {
        List<Run> joined = new ArrayList<>();
        for (int codePoint : text.codePoints().toArray()) {
            Run letter = letter(codePoint);
            Run last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.font.equals(letter.font)) {
                joined.set(
                        joined.size() - 1, new Run(last.font, last.text + letter.text, last.widthEm + letter.widthEm));
            } else {
                joined.add(letter);
            }
        }
        return joined;
    }

    /// Breaks `text` at its own line ends and where a line is full: between Chinese letters, else
    /// between words.
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            float used = 0;
            for (String piece : fitting(pieces(paragraph), size, width)) {
                float needed = width(piece, size);
                if (used + width(piece.stripTrailing(), size) > width && !line.isEmpty()) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    used = 0;
                }
                if (!piece.isBlank() || !line.isEmpty()) {
                    line.append(piece);
                    used += needed;
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /// The beginning of `text` that fits, with a mark where it was cut.
    String shortened(String text, float size, float width) throws IOException {
        if (width(text, size) <= width) {
            return text;
        }
        String kept = fitting(List.of(text), size, width - width(CUT, size)).getFirst();
        return kept.stripTrailing() + CUT;
    }

    /// The same pieces, those that are wider than a line cut where it is full.
    private List<String> fitting(List<String> pieces, float size, float width) throws IOException {
        List<String> fitting = new ArrayList<>();
        for (String piece : pieces) {
            StringBuilder part = new StringBuilder();
            float used = 0;
            for (int codePoint : piece.codePoints().toArray()) {
                float needed = letter(codePoint).widthEm * size;
                if (used + needed > width && !part.isEmpty() && !Character.isWhitespace(codePoint)) {
                    fitting.add(part.toString());
                    part.setLength(0);
                    used = 0;
                }
                part.appendCodePoint(codePoint);
                used += needed;
            }
            fitting.add(part.toString());
        }
        return fitting;
    }

    private static List<String> pieces(String paragraph) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] codePoints = paragraph.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            piece.appendCodePoint(codePoints[i]);
            boolean last = i + 1 == codePoints.length;
            boolean mayBreak = last
                    || NOT_FIRST.indexOf(codePoints[i + 1]) < 0
                            && (Character.isWhitespace(codePoints[i])
                                    || isWide(codePoints[i]) && !Character.isWhitespace(codePoints[i + 1])
                                    || isWide(codePoints[i + 1]));
            if (mayBreak) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= 0x2E80;
    }

    private Run letter(int codePoint) throws IOException {
        Run known = runs.get(codePoint);
        if (known == null) {
            known = make(codePoint);
            runs.put(codePoint, known);
        }
        return known;
    }

    private Run make(int codePoint) throws IOException {
        String text = codePoint == '\t' ? " " : Character.toString(codePoint);
        if (!isWide(codePoint) && has(latin, text)) {
            return new Run(latin, text, latin.getStringWidth(text) / 1000);
        }
        PDFont wide = chinese;
        if (wide != null && has(wide, text)) {
            return new Run(wide, text, wide.getStringWidth(text) / 1000);
        }
        if (has(latin, text)) {
            return new Run(latin, text, latin.getStringWidth(text) / 1000);
        }
        String missing = String.format("[U+%04X]", codePoint);
        return new Run(latin, missing, latin.getStringWidth(missing) / 1000);
    }

    private static boolean has(PDFont font, String text) throws IOException {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

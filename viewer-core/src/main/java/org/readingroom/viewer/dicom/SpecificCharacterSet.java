package org.readingroom.viewer.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Specific Character Set (0008,0005) says, as a decoder of text.
///
/// Without code extensions a charset decodes the whole value, so that a second byte that looks like a backslash
/// or a caret stays part of its character. With them, runs of bytes go to the code element in force, and
/// the elements fall back to the first ones at control characters and at delimiters.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.5 section 6.1.2.5, PS3.3 section C.12.1.1.2.
final class SpecificCharacterSet {
    static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet("", null, CodeElement.ASCII, null, true);
    static final SpecificCharacterSet UTF_8 = whole("ISO_IR 192", StandardCharsets.UTF_8);
    static final SpecificCharacterSet GB18030 = whole("GB18030", Charset.forName("GB18030"));
    static final SpecificCharacterSet LATIN_1 =
            new SpecificCharacterSet("ISO_IR 100", null, CodeElement.ASCII, CodeElement.LATIN_1, true);
    private static final SpecificCharacterSet GBK = whole("GBK", Charset.forName("GBK"));

    private static final Pattern NUMBERED = Pattern.compile("ISO[ _-]?(?:2022)?[ _-]?IR[ _-]?(\\d+)");
    private static final int ESC = 0x1B;

    private final String term;
    private final @Nullable Charset charset;
    private final CodeElement firstLow;
    private final @Nullable CodeElement firstHigh;
    private final boolean isKnown;

    private SpecificCharacterSet(
            String term,
            @Nullable Charset charset,
            CodeElement firstLow,
            @Nullable CodeElement firstHigh,
            boolean isKnown) {
        this.term = term;
        this.charset = charset;
        this.firstLow = firstLow;
        this.firstHigh = firstHigh;
        this.isKnown = isKnown;
    }

    private static SpecificCharacterSet whole(String term, Charset charset) {
        return new SpecificCharacterSet(term, charset, CodeElement.ASCII, null, true);
    }

    /// From the values of the attribute; misspelt terms that real files use are taken as meant.
    static SpecificCharacterSet of(List<String> terms) {
        String first = terms.isEmpty() ? "" : normal(terms.getFirst());
        Optional<SpecificCharacterSet> whole = whole(first);
        if (whole.isPresent()) {
            return whole.get();
        }
        @Nullable CodeElement high = null;
        CodeElement low = CodeElement.ASCII;
        boolean isKnown = true;
        for (int i = 0; i < terms.size(); i++) {
            String name = normal(terms.get(i));
            Optional<CodeElement> element = element(name);
            isKnown &= name.isEmpty() || element.isPresent();
            if (i == 0 && element.filter(CodeElement::isLow).isPresent()) {
                low = element.get();
            }
            // Writers forget the escape after a delimiter; the first set above 0x80 then stands in.
            if (high == null && element.filter(e -> !e.isLow()).isPresent()) {
                high = element.get();
            }
        }
        return new SpecificCharacterSet(String.join("\\", terms), null, low, high, isKnown);
    }

    private static String normal(String term) {
        return term.strip().toUpperCase(Locale.ROOT);
    }

    private static Optional<SpecificCharacterSet> whole(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        if (name.equals("GB18030")) {
            return Optional.of(GB18030);
        }
        if (name.equals("GBK")) {
            return Optional.of(GBK);
        }
        boolean isUtf8 =
                name.equals("UTF-8") || matcher.matches() && matcher.group(1).equals("192");
        return isUtf8 ? Optional.of(UTF_8) : Optional.empty();
    }

    private static Optional<CodeElement> element(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.matches() && matcher.group(1).length() < 4
                ? CodeElement.ofNumber(Integer.parseInt(matcher.group(1)))
                : Optional.empty();
    }

    /// The value of the attribute this was made from, or stands for.
    String term() {
        return term;
    }

    /// Whether every term was understood.
    boolean isKnown() {
        return isKnown;
    }

    boolean isDefault() {
        return charset == null && firstLow == CodeElement.ASCII && firstHigh == null;
    }

    boolean isLatin1() {
        return charset == null && firstHigh == CodeElement.LATIN_1;
    }

    boolean isChinese() {
        return charset != null && !isUtf8();
    }

    boolean isUtf8() {
        return charset != null && charset.equals(StandardCharsets.UTF_8);
    }

    /// One character per byte: for text that is ASCII by its value representation.
    static String latin(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    /// Text, with U+FFFD where the bytes make none.
    String decode(byte[] raw, boolean isPersonName) {
        if (charset != null) {
            return new String(raw, charset);
        }
        StringBuilder text = new StringBuilder(raw.length);
        CodeElement low = firstLow;
        @Nullable CodeElement high = firstHigh;
        int at = 0;
        while (at < raw.length) {
            int code = raw[at] & 0xFF;
            if (code == ESC) {
                @Nullable CodeElement next = CodeElement.ofEscape(raw, at + 1);
                at += 1 + (next == null ? 0 : next.escapeLength());
                if (next != null && next.isLow()) {
                    low = next;
                } else if (next != null) {
                    high = next;
                }
            } else if (code >= 0x80) {
                int end = endOfRun(raw, at, true);
                text.append(high == null ? "\uFFFD".repeat(end - at) : high.decode(raw, at, end));
                at = end;
            } else if (code > 0x20 && low.isTwoBytesWide()) {
                int end = endOfRun(raw, at, false);
                text.append(low.decode(raw, at, end));
                at = end;
            } else {
                text.append((char) code);
                at++;
                if (code < 0x20 || code == '\\' || isPersonName && (code == '^' || code == '=')) {
                    low = firstLow;
                    high = firstHigh;
                }
            }
        }
        return text.toString();
    }

    private static int endOfRun(byte[] raw, int from, boolean isHigh) {
        int at = from;
        while (at < raw.length && (raw[at] & 0xFF) > 0x20 && (raw[at] & 0xFF) >= 0x80 == isHigh) {
            at++;
        }
        return at;
    }

    /// Bytes of `text`, for sets of one charset. Characters outside it become question marks.
    byte[] encode(String text) {
        return text.getBytes(
                charset != null ? charset : isLatin1() ? StandardCharsets.ISO_8859_1 : StandardCharsets.US_ASCII);
    }
}

package org.readingroom.viewer.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One set of characters that escape sequences switch to, for bytes below 0x80 (G0) or above (G1).
///
/// **Source:** DICOM PS3.3 section C.12.1.1.2, tables C.12-2 to C.12-5.
enum CodeElement {
    ASCII(6, "(B", true, 1, "US-ASCII"),
    JIS_ROMAN(-1, "(J", true, 1, "US-ASCII"),
    LATIN_1(100, "-A", false, 1, "ISO-8859-1"),
    LATIN_2(101, "-B", false, 1, "ISO-8859-2"),
    LATIN_3(109, "-C", false, 1, "ISO-8859-3"),
    LATIN_4(110, "-D", false, 1, "ISO-8859-4"),
    CYRILLIC(144, "-L", false, 1, "ISO-8859-5"),
    ARABIC(127, "-G", false, 1, "ISO-8859-6"),
    GREEK(126, "-F", false, 1, "ISO-8859-7"),
    HEBREW(138, "-H", false, 1, "ISO-8859-8"),
    LATIN_5(148, "-M", false, 1, "ISO-8859-9"),
    LATIN_9(203, "-b", false, 1, "ISO-8859-15"),
    THAI(166, "-T", false, 1, "TIS-620"),
    KATAKANA(13, ")I", false, 1, null),
    /// JIS X 0208 and 0212 sit below 0x80; they are the high half of EUC-JP with the top bits off.
    KANJI(87, "$B", true, 2, "EUC-JP"),
    SUPPLEMENTARY_KANJI(159, "$(D", true, 2, "EUC-JP"),
    HANGUL(149, "$)C", false, 2, "EUC-KR"),
    /// Written as GB 2312, read with its superset, which real files use.
    HANZI(58, "$)A", false, 2, "GBK");

    private static final Map<Integer, CodeElement> BY_NUMBER = Arrays.stream(values())
            .filter(element -> element.number > 0)
            .collect(Collectors.toUnmodifiableMap(element -> element.number, Function.identity()));

    private final int number;
    private final String escape;
    private final boolean isLow;
    private final int width;
    private final @Nullable Charset charset;

    CodeElement(int number, String escape, boolean isLow, int width, @Nullable String charset) {
        this.number = number;
        this.escape = escape;
        this.isLow = isLow;
        this.width = width;
        this.charset = charset == null ? null : Charset.forName(charset);
    }

    /// By the number in a defined term: 58 for `ISO 2022 IR 58`.
    static Optional<CodeElement> ofNumber(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /// The element that the escape sequence at `at` of `raw` switches to; `at` is past the ESC.
    static @Nullable CodeElement ofEscape(byte[] raw, int at) {
        for (CodeElement element : values()) {
            if (startsWith(raw, at, element.escape)) {
                return element;
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] raw, int at, String escape) {
        for (int i = 0; i < escape.length(); i++) {
            if (at + i >= raw.length || raw[at + i] != escape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int escapeLength() {
        return escape.length();
    }

    boolean isLow() {
        return isLow;
    }

    boolean isTwoBytesWide() {
        return width == 2;
    }

    String decode(byte[] raw, int from, int to) {
        byte[] run = Arrays.copyOfRange(raw, from, to);
        return switch (this) {
            case KATAKANA -> katakana(run);
            case KANJI -> new String(withTopBits(run), charset());
            case SUPPLEMENTARY_KANJI -> new String(afterSingleShift(withTopBits(run)), charset());
            default -> new String(run, charset());
        };
    }

    private Charset charset() {
        return charset == null ? StandardCharsets.US_ASCII : charset;
    }

    private static String katakana(byte[] run) {
        StringBuilder text = new StringBuilder();
        for (byte b : run) {
            int code = b & 0xFF;
            text.append(code >= 0xA1 && code <= 0xDF ? (char) (code - 0xA1 + 0xFF61) : '\uFFFD');
        }
        return text.toString();
    }

    private static byte[] withTopBits(byte[] run) {
        for (int i = 0; i < run.length; i++) {
            run[i] |= (byte) 0x80;
        }
        return run;
    }

    private static byte[] afterSingleShift(byte[] pairs) {
        byte[] shifted = new byte[pairs.length / 2 * 3];
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            shifted[i / 2 * 3] = (byte) 0x8F;
            shifted[i / 2 * 3 + 1] = pairs[i];
            shifted[i / 2 * 3 + 2] = pairs[i + 1];
        }
        return shifted;
    }
}

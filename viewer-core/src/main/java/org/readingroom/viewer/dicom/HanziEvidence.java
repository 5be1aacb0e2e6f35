package org.readingroom.viewer.dicom;

/// How surely bytes are Chinese text.
///
/// European text has one accented letter between plain ones, seldom two; a Chinese name or word is high bytes
/// from one delimiter to the next. Only such whole words count, in the rows of GB 2312 that hold characters
/// (lead B0 to F7, trail from A1), or in UTF-8's block of unified ideographs (lead E4 to E9).
final class HanziEvidence {
    private HanziEvidence() {}

    /// Characters in words that are Chinese from end to end.
    static int count(byte[] raw) {
        int found = 0;
        int at = 0;
        while (at < raw.length) {
            int end = at;
            while (end < raw.length && !isDelimiter(raw[end])) {
                end++;
            }
            found += isHanziOnly(raw, at, end) ? (end - at) / 2 : 0;
            at = end + 1;
        }
        return found;
    }

    /// Whether every word of other than plain bytes is Chinese from end to end, and none has a byte that would start
    /// three or more of UTF-8, as all ideographs do there.
    static boolean isAll(byte[] raw) {
        int at = 0;
        while (at < raw.length) {
            int end = at;
            boolean isPlain = true;
            while (end < raw.length && !isDelimiter(raw[end])) {
                isPlain &= raw[end] >= 0;
                if ((raw[end] & 0xFF) >= 0xE0) {
                    return false;
                }
                end++;
            }
            if (!isPlain && !isHanziOnly(raw, at, end)) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private static boolean isDelimiter(byte b) {
        return b >= 0 && !Character.isLetter(b);
    }

    private static boolean isHanziOnly(byte[] raw, int from, int to) {
        if (to == from || (to - from) % 2 != 0) {
            return false;
        }
        for (int at = from; at < to; at += 2) {
            int lead = raw[at] & 0xFF;
            int trail = raw[at + 1] & 0xFF;
            if (lead < 0xB0 || lead > 0xF7 || trail < 0xA1 || trail == 0xFF) {
                return false;
            }
        }
        return true;
    }

    /// Whether valid UTF-8 holds an ideograph.
    static boolean hasUtf8(byte[] raw) {
        for (byte b : raw) {
            int lead = b & 0xFF;
            if (lead >= 0xE4 && lead <= 0xE9) {
                return true;
            }
        }
        return false;
    }
}

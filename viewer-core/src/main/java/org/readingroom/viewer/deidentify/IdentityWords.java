package org.readingroom.viewer.deidentify;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// The words by which one object tells who it is about: names and their parts, identifiers, addresses, places.
///
/// They are looked for in what stays. A word that is too short to mean a person alone is left out.
final class IdentityWords {
    /// chosen: fewer letters are found in any text; a Chinese name has two characters at least.
    private static final int LEAST_LETTERS = 3;

    private static final int LEAST_HAN = 2;
    private static final int LEAST_IDENTIFIER = 4;
    private static final int LEAST_BYTES = 6;

    private static final Set<Integer> IDENTIFIERS = Set.of(
            Tag.PATIENT_ID,
            Tag.OTHER_PATIENT_I_DS,
            Tag.ACCESSION_NUMBER,
            Tag.ADMISSION_ID,
            Tag.STUDY_ID,
            0x00101040,
            0x00101090,
            0x00102154,
            0x00080092,
            0x00080094,
            0x00401001,
            0x00402016,
            0x00402017);

    private static final Set<Integer> INSTITUTION =
            Set.of(Tag.INSTITUTION_NAME, Tag.INSTITUTION_ADDRESS, Tag.INSTITUTIONAL_DEPARTMENT_NAME);

    /// What other programs leave in place of a name, and what stands for none.
    private static final Set<String> NOBODY =
            Set.of("removed", "anonymous", "anonymized", "anonymised", "unknown", "none", "null", "unnamed");

    private final Set<String> words = new TreeSet<>();

    private IdentityWords() {}

    static IdentityWords of(DataSet dataSet, boolean isInstitutionKept) {
        IdentityWords found = new IdentityWords();
        found.gather(dataSet, isInstitutionKept, 0);
        return found;
    }

    private void gather(DataSet dataSet, boolean isInstitutionKept, int depth) {
        for (int tag : dataSet.tags()) {
            Vr vr = dataSet.vr(tag).orElse(Vr.UN);
            if (vr == Vr.SQ && depth < 64) {
                dataSet.items(tag).forEach(item -> gather(item, isInstitutionKept, depth + 1));
            } else if (vr == Vr.PN) {
                dataSet.strings(tag).forEach(this::name);
            } else if (IDENTIFIERS.contains(tag) || !isInstitutionKept && INSTITUTION.contains(tag)) {
                dataSet.strings(tag).forEach(this::identifier);
            }
        }
    }

    private void name(String name) {
        for (String part : name.split("[\\^=\\s,.;]+")) {
            boolean isHan = part.codePoints().anyMatch(c -> c >= 0x2E80);
            add(part, isHan ? LEAST_HAN : LEAST_LETTERS);
        }
    }

    private void identifier(String value) {
        String stripped = value.strip();
        boolean isHan = stripped.codePoints().anyMatch(c -> c >= 0x2E80);
        add(stripped, isHan ? LEAST_HAN : LEAST_IDENTIFIER);
    }

    private void add(String word, int least) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() >= least && !NOBODY.contains(lower)) {
            words.add(lower);
        }
    }

    /// Whether `text` holds one of the words, as a word of its own where letters are set apart.
    boolean areIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                if (word.codePointAt(0) >= 0x2E80 || isApart(lower, at - 1) && isApart(lower, at + word.length())) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean isApart(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    /// Whether the bytes hold one of the words in any of the encodings a file may have.
    boolean areIn(byte[] bytes) {
        Set<String> sought = new HashSet<>();
        for (String word : words) {
            for (String written : List.of(word, word.toUpperCase(Locale.ROOT), capital(word))) {
                for (Charset charset : List.of(
                        StandardCharsets.UTF_8,
                        Charset.forName("GB18030"),
                        StandardCharsets.ISO_8859_1,
                        StandardCharsets.UTF_16LE)) {
                    byte[] raw = written.getBytes(charset);
                    if (raw.length >= LEAST_BYTES && charset.newEncoder().canEncode(written)) {
                        sought.add(new String(raw, StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return sought.stream().anyMatch(word -> isApartIn(all, word));
    }

    private static boolean isApartIn(String all, String word) {
        for (int at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
            if (word.charAt(0) >= 0x80 || isByteApart(all, at - 1) && isByteApart(all, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    /// Digits inside a longer number or behind a point are no identifier.
    private static boolean isByteApart(String all, int at) {
        if (at < 0 || at >= all.length()) {
            return true;
        }
        char c = all.charAt(at);
        return !(c == '.' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

package org.readingroom.viewer.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The standard's data dictionary: what value representation and keyword a tag has.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.6 sections 6 to 9.
public final class Dictionary {
    private static final String UNKNOWN = "UN";

    private final Map<Integer, Entry> entries = new HashMap<>(8192);
    private final List<Repeating> repeating = new ArrayList<>();

    private record Entry(String vrs, String keyword) {}

    private record Repeating(int mask, int value, Entry entry) {}

    private static final class Loaded {
        static final Dictionary STANDARD = new Dictionary();
    }

    private Dictionary() {
        try (InputStream stream = Dictionary.class.getResourceAsStream("dictionary.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("the data dictionary is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the data dictionary cannot be read", e);
        }
    }

    private void add(String[] columns) {
        Entry entry = new Entry(columns[1], columns[2]);
        String digits = columns[0];
        if (digits.indexOf('X') < 0) {
            entries.put(Integer.parseUnsignedInt(digits, 16), entry);
            return;
        }
        int mask = Integer.parseUnsignedInt(digits.replaceAll("[^X]", "F").replace('X', '0'), 16);
        repeating.add(new Repeating(mask, Integer.parseUnsignedInt(digits.replace('X', '0'), 16), entry));
    }

    /// The keyword, such as `PatientName`; nothing for private and unknown tags.
    public static Optional<String> keyword(int tag) {
        return Loaded.STANDARD.find(tag).map(Entry::keyword).filter(keyword -> !keyword.isEmpty());
    }

    static boolean knows(int tag) {
        return isGroupLength(tag) || Loaded.STANDARD.find(tag).isPresent();
    }

    /// The value representation of a tag whose file does not tell it.
    ///
    /// `isSigned` is Pixel Representation (0028,0103), which decides between US and SS.
    static Vr vr(int tag, boolean isSigned) {
        if (isGroupLength(tag)) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            int element = tag & 0xFFFF;
            return element >= 0x10 && element <= 0xFF ? Vr.LO : Vr.UN;
        }
        String vrs = Loaded.STANDARD.find(tag).map(Entry::vrs).orElse(UNKNOWN);
        return switch (vrs) {
            case "US/SS" -> isSigned ? Vr.SS : Vr.US;
            case "OB/OW", "US/OW", "US/SS/OW" -> Vr.OW;
            default -> Vr.of(vrs).orElse(Vr.UN);
        };
    }

    private static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    private Optional<Entry> find(int tag) {
        Entry entry = entries.get(tag);
        if (entry != null || Tag.isPrivate(tag)) {
            return Optional.ofNullable(entry);
        }
        return repeating.stream()
                .filter(candidate -> (tag & candidate.mask) == candidate.value)
                .map(Repeating::entry)
                .findFirst();
    }
}

package org.readingroom.viewer.deidentify;

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

/// Table E.1-1: what the profile and its options say of each attribute.
///
/// **Source:** DICOM PS3.15 section E.2.
final class ProfileTable {
    private static final ProfileTable STANDARD = new ProfileTable();

    private final Map<Integer, Row> rows = new HashMap<>(1024);
    private final List<Repeating> repeating = new ArrayList<>();

    /// `basic` is the action code of the profile, such as `X/Z/D`; `options` holds one letter for each option that has
    /// a say, as the head of the file explains.
    record Row(String basic, String options) {
        boolean has(char option) {
            return options.indexOf(option) >= 0;
        }
    }

    private record Repeating(int mask, int value, Row row) {}

    private ProfileTable() {
        try (InputStream stream = ProfileTable.class.getResourceAsStream("confidentiality.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("the confidentiality profile is missing");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(line.split("\t", -1)));
        } catch (IOException e) {
            throw new IllegalStateException("the confidentiality profile cannot be read", e);
        }
    }

    private void add(String[] columns) {
        Row row = new Row(columns[1], columns[2]);
        String digits = columns[0];
        if (digits.indexOf('X') < 0) {
            rows.put(Integer.parseUnsignedInt(digits, 16), row);
            return;
        }
        int mask = Integer.parseUnsignedInt(digits.replaceAll("[^X]", "F").replace('X', '0'), 16);
        repeating.add(new Repeating(mask, Integer.parseUnsignedInt(digits.replace('X', '0'), 16), row));
    }

    static Optional<Row> row(int tag) {
        Row row = STANDARD.rows.get(tag);
        return row != null
                ? Optional.of(row)
                : STANDARD.repeating.stream()
                        .filter(each -> (tag & each.mask) == each.value)
                        .map(Repeating::row)
                        .findFirst();
    }

    static int size() {
        return STANDARD.rows.size() + STANDARD.repeating.size();
    }
}

package org.readingroom.viewer.waveform;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.viewer.coded.CodedEntry;

/// One channel of a multiplex group.
///
/// A sample means `stored · sensitivity · correction + baseline` in `unit`. Without a unit the file gives no scale:
/// sensitivity and correction are 1, baseline 0. `skewSeconds` is how much later than the group's own clock it was
/// sampled. Filters are empty where none was told.
///
/// **Source:** DICOM PS3.3 section C.10.9.1.4.
public record Channel(
        String label,
        Optional<CodedEntry> source,
        Optional<CodedEntry> unit,
        double sensitivity,
        double correction,
        double baseline,
        double skewSeconds,
        OptionalDouble lowHz,
        OptionalDouble highHz,
        OptionalDouble notchHz) {
    private static final Pattern LEAD = Pattern.compile("(?i)(?:ECG )?Lead ([^ ,(]+).*");

    /// What stands before the curve: the channel's label, else the lead, else the source's meaning.
    public String name() {
        if (!label.isEmpty()) {
            return label;
        }
        String meaning = source.map(CodedEntry::text).orElse("");
        Matcher lead = LEAD.matcher(meaning);
        return lead.matches() ? lead.group(1) : meaning;
    }

    /// How many millivolts one of its unit is; nothing when it does not measure a voltage.
    public OptionalDouble millivolts() {
        String code = unit.map(CodedEntry::value).orElse("");
        return switch (code) {
            case "V" -> OptionalDouble.of(1000);
            case "mV" -> OptionalDouble.of(1);
            case "uV", "µV" -> OptionalDouble.of(1e-3);
            case "nV" -> OptionalDouble.of(1e-6);
            default -> OptionalDouble.empty();
        };
    }
}

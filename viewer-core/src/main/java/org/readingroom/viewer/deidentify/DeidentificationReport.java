package org.readingroom.viewer.deidentify;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.readingroom.viewer.dicom.Dictionary;
import org.readingroom.viewer.dicom.Tag;

/// What was done to which attributes, counted over all objects. It holds no value of any of them.
///
/// **Thread:** one at a time.
// [impl->req~export.deidentify.report~1]
public final class DeidentificationReport {
    private final Map<String, Map<Outcome, Integer>> lines = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int objects;

    /// What became of an attribute.
    public enum Outcome {
        KEPT,
        REMOVED,
        EMPTIED,
        REPLACED,
        CLEANED
    }

    void note(int tag, Outcome outcome) {
        String name = Tag.isPrivate(tag)
                ? "(" + "%04X".formatted(Tag.group(tag)) + ",xxxx)\tPrivate"
                : Tag.text(tag) + "\t" + Dictionary.keyword(tag).orElse("");
        lines.computeIfAbsent(name, each -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    void noteObject() {
        objects++;
    }

    /// An object that does not leave; `reasonKey` is a message key.
    public void noteLeftOut(String reasonKey) {
        leftOut.merge(reasonKey, 1, Integer::sum);
    }

    public int objects() {
        return objects;
    }

    /// How many objects were left out, by the message key of the reason.
    public Map<String, Integer> leftOut() {
        return Map.copyOf(leftOut);
    }

    /// How often `outcome` came to any attribute.
    public int count(Outcome outcome) {
        return lines.values().stream()
                .mapToInt(line -> line.getOrDefault(outcome, 0))
                .sum();
    }

    /// A table for a file: tag, keyword, and how often each outcome; then how many objects were left out, and
    /// why.
    public String table() {
        StringBuilder text = new StringBuilder("tag\tkeyword");
        for (Outcome outcome : Outcome.values()) {
            text.append('\t').append(outcome.name().toLowerCase(Locale.ROOT));
        }
        text.append('\n');
        lines.forEach((name, line) -> {
            text.append(name);
            for (Outcome outcome : Outcome.values()) {
                text.append('\t').append(line.getOrDefault(outcome, 0));
            }
            text.append('\n');
        });
        leftOut.forEach((reason, count) -> text.append("left out\t")
                .append(reason.substring(reason.lastIndexOf('.') + 1))
                .append('\t')
                .append(count)
                .append('\n'));
        return text.toString();
    }
}

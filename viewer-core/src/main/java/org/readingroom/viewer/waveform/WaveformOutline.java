package org.readingroom.viewer.waveform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A recording as readable text: its channels, and what was said and measured.
public final class WaveformOutline {
    private WaveformOutline() {}

    public static OutlineNode of(Waveform waveform) {
        List<OutlineNode> lines = new ArrayList<>();
        waveform.warningKeys().forEach(key -> lines.add(OutlineNode.of(Phrase.key(key), Phrase.NONE)));
        waveform.groups().forEach(group -> lines.add(group(group)));
        List<OutlineNode> said = new ArrayList<>();
        for (WaveformAnnotation annotation : waveform.annotations()) {
            String name = annotation.concept().map(CodedEntry::text).orElse("");
            String number = (annotation.number() + " "
                            + annotation.unit().map(CodedEntry::unit).orElse(""))
                    .strip();
            String value = annotation.number().isEmpty() ? annotation.text() : number;
            if (!name.isEmpty() || !value.isEmpty()) {
                said.add(OutlineNode.of(Phrase.words(name), value)
                        .withFact(
                                "code",
                                annotation.concept().map(CodedEntry::value).orElse(""))
                        .withFact("number", annotation.number())
                        .withFact(
                                "unit", annotation.unit().map(CodedEntry::value).orElse("")));
            }
        }
        if (!said.isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.waveform.annotations"), Phrase.NONE)
                    .with(said));
        }
        return OutlineNode.of(Phrase.key("viewer.waveform.title"), Phrase.NONE)
                .withFact("sopClass", waveform.sopClassUid())
                .with(lines);
    }

    private static OutlineNode group(MultiplexGroup group) {
        List<OutlineNode> lines = new ArrayList<>();
        for (Channel channel : group.channels()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.waveform.channel"), channel.name())
                    .with(details(channel)));
        }
        return OutlineNode.of(
                        Phrase.key("viewer.waveform.group"),
                        Phrase.key(
                                "viewer.waveform.group-facts",
                                group.label().isEmpty() ? "–" : group.label(),
                                short3(group.seconds()),
                                short3(group.samplingHz()),
                                Integer.toString(group.samples())))
                .with(lines);
    }

    private static List<OutlineNode> details(Channel channel) {
        List<OutlineNode> lines = new ArrayList<>();
        channel.unit()
                .ifPresent(unit -> lines.add(OutlineNode.of(
                        Phrase.key("viewer.waveform.sensitivity"),
                        short3(channel.sensitivity() * channel.correction()) + " " + unit.unit())));
        if (channel.lowHz().isPresent() || channel.highHz().isPresent()) {
            lines.add(OutlineNode.of(
                    Phrase.key("viewer.waveform.filter"),
                    hertz(channel.lowHz()) + " – " + hertz(channel.highHz()) + " Hz"));
        }
        return lines;
    }

    private static String hertz(OptionalDouble value) {
        return value.isPresent() ? short3(value.getAsDouble()) : "";
    }

    /// Three decimals at most, none that say nothing.
    private static String short3(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}

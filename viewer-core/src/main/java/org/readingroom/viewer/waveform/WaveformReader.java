package org.readingroom.viewer.waveform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads waveforms of every kind that is a curve: electrocardiograms, haemodynamics, breathing, electrophysiology.
///
/// **Errors:** none: a group that cannot be read is left out, and [Waveform#warningKeys] says so.
/// **Thread:** any.
/// **Source:** DICOM PS3.3 sections C.10.8 to C.10.10.
// [impl->req~waveform.read~1]
public final class WaveformReader {
    /// chosen: more than any recorder has.
    private static final int MOST_CHANNELS = 1024;

    private final Set<String> warnings = new LinkedHashSet<>();

    private WaveformReader() {}

    /// The recording in `dataSet`; nothing for other objects.
    public static Optional<Waveform> read(DataSet dataSet) {
        return dataSet.contains(WaveformTag.WAVEFORM_SEQUENCE)
                ? Optional.of(new WaveformReader().waveform(dataSet))
                : Optional.empty();
    }

    private Waveform waveform(DataSet data) {
        List<MultiplexGroup> groups = new ArrayList<>();
        for (DataSet item : data.items(WaveformTag.WAVEFORM_SEQUENCE)) {
            Optional<MultiplexGroup> group = group(item);
            if (group.isEmpty()) {
                warnings.add("viewer.waveform.group-unreadable");
            }
            group.ifPresent(groups::add);
        }
        return new Waveform(
                data.string(Tag.SOP_CLASS_UID).orElse(""),
                data.string(Tag.ACQUISITION_DATE_TIME).orElse(""),
                groups,
                data.items(WaveformTag.WAVEFORM_ANNOTATION_SEQUENCE).stream()
                        .map(WaveformReader::annotation)
                        .toList(),
                List.copyOf(warnings));
    }

    private Optional<MultiplexGroup> group(DataSet item) {
        int channelCount = item.integer(WaveformTag.NUMBER_OF_WAVEFORM_CHANNELS).orElse(0);
        double hertz = item.decimal(WaveformTag.SAMPLING_FREQUENCY).orElse(0);
        long declared = Arrays.stream(item.longs(WaveformTag.NUMBER_OF_WAVEFORM_SAMPLES))
                .findFirst()
                .orElse(0);
        Optional<WaveformSamples.Interpretation> interpretation = interpretation(item);
        List<DataSet> definitions = item.items(WaveformTag.CHANNEL_DEFINITION_SEQUENCE);
        if (channelCount < 1
                || channelCount > MOST_CHANNELS
                || !(hertz > 0)
                || !Double.isFinite(hertz)
                || interpretation.isEmpty()
                || definitions.size() < channelCount) {
            return Optional.empty();
        }
        WaveformSamples samples =
                new WaveformSamples(item.bytes(WaveformTag.WAVEFORM_DATA), interpretation.get(), padding(item));
        int held = samples.moments(channelCount);
        if (held < declared) {
            warnings.add("viewer.waveform.short");
        }
        int count = (int) Math.min(declared, held);
        if (count < 1) {
            return Optional.empty();
        }
        return Optional.of(new MultiplexGroup(
                item.string(WaveformTag.MULTIPLEX_GROUP_LABEL).orElse(""),
                item.string(WaveformTag.WAVEFORM_ORIGINALITY).orElse("ORIGINAL").equals("ORIGINAL"),
                hertz,
                item.decimal(WaveformTag.MULTIPLEX_GROUP_TIME_OFFSET).orElse(0) / 1000,
                count,
                definitions.subList(0, channelCount).stream()
                        .map(definition -> channel(definition, hertz))
                        .toList(),
                samples));
    }

    private static Optional<WaveformSamples.Interpretation> interpretation(DataSet item) {
        String term = item.string(WaveformTag.WAVEFORM_SAMPLE_INTERPRETATION).orElse("");
        int bits = item.integer(WaveformTag.WAVEFORM_BITS_ALLOCATED).orElse(0);
        return Arrays.stream(WaveformSamples.Interpretation.values())
                .filter(one -> one.name().equals(term) && one.bytes * 8 == bits)
                .findFirst();
    }

    private static OptionalInt padding(DataSet item) {
        byte[] raw = item.bytes(WaveformTag.WAVEFORM_PADDING_VALUE);
        int bits = item.integer(WaveformTag.WAVEFORM_BITS_ALLOCATED).orElse(0);
        if (raw.length * 8 < bits || bits == 0) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = bits / 8 - 1; i >= 0; i--) {
            value = value << 8 | raw[i] & 0xFF;
        }
        return OptionalInt.of(value);
    }

    private static Channel channel(DataSet item, double hertz) {
        Optional<CodedEntry> unit = CodedEntry.of(item, WaveformTag.CHANNEL_SENSITIVITY_UNITS_SEQUENCE);
        OptionalDouble sensitivity = finite(item.decimal(WaveformTag.CHANNEL_SENSITIVITY));
        boolean isScaled = unit.isPresent() && sensitivity.isPresent();
        OptionalDouble sampleSkew = finite(item.decimal(WaveformTag.CHANNEL_SAMPLE_SKEW));
        OptionalDouble timeSkew = finite(item.decimal(WaveformTag.CHANNEL_TIME_SKEW));
        return new Channel(
                item.string(WaveformTag.CHANNEL_LABEL).orElse(""),
                CodedEntry.of(item, WaveformTag.CHANNEL_SOURCE_SEQUENCE),
                isScaled ? unit : Optional.empty(),
                isScaled ? sensitivity.getAsDouble() : 1,
                isScaled
                        ? finite(item.decimal(WaveformTag.CHANNEL_SENSITIVITY_CORRECTION_FACTOR))
                                .orElse(1)
                        : 1,
                isScaled ? finite(item.decimal(WaveformTag.CHANNEL_BASELINE)).orElse(0) : 0,
                timeSkew.isPresent() ? timeSkew.getAsDouble() : sampleSkew.orElse(0) / hertz,
                finite(item.decimal(WaveformTag.FILTER_LOW_FREQUENCY)),
                finite(item.decimal(WaveformTag.FILTER_HIGH_FREQUENCY)),
                finite(item.decimal(WaveformTag.NOTCH_FILTER_FREQUENCY)));
    }

    private static OptionalDouble finite(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
    }

    private static WaveformAnnotation annotation(DataSet item) {
        int[] channels = item.integers(WaveformTag.REFERENCED_WAVEFORM_CHANNELS);
        return new WaveformAnnotation(
                CodedEntry.of(item, Tag.CONCEPT_NAME_CODE_SEQUENCE),
                item.string(WaveformTag.UNFORMATTED_TEXT_VALUE)
                        .or(() -> CodedEntry.of(item, Tag.CONCEPT_CODE_SEQUENCE).map(CodedEntry::text))
                        .orElse(""),
                item.string(Tag.NUMERIC_VALUE).orElse(""),
                CodedEntry.of(item, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE),
                item.integer(WaveformTag.ANNOTATION_GROUP_NUMBER).orElse(0),
                Arrays.stream(channels).boxed().toList(),
                Arrays.stream(item.integers(WaveformTag.REFERENCED_SAMPLE_POSITIONS))
                        .boxed()
                        .toList());
    }
}

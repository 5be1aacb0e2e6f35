package org.readingroom.viewer.display;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// What tells frames of one place apart: how each was acquired, as text; empty where the file does not say.
///
/// **Units:** b-value s/mm², times ms, angles degrees, voltage kV; numbers are written without useless digits.
/// **Source:** DICOM PS3.3 sections C.8.3.1, C.8.2.1, C.8.9.4, C.7.6.16.2, C.8.13.5; private b-values as their makers'
/// conformance statements give them.
public record FrameTraits(
        String kind,
        String bValue,
        String echo,
        String inversionTime,
        String flipAngle,
        String phase,
        String triggerTime,
        String acquisition,
        String voltage,
        String kernel,
        String attenuation,
        String stack,
        String nuclear) {
    private static final int FRAME_TYPE = 0x00089007;
    private static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
    private static final int MR_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189226;
    private static final int CT_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189329;
    private static final int MR_DIFFUSION_SEQUENCE = 0x00189117;
    private static final int DIFFUSION_B_VALUE = 0x00189087;
    private static final int SIEMENS_B_VALUE = 0x0019100C;
    private static final int GE_B_VALUE = 0x00431039;
    private static final int PHILIPS_B_VALUE = 0x20011003;
    private static final int MR_ECHO_SEQUENCE = 0x00189114;
    private static final int EFFECTIVE_ECHO_TIME = 0x00189082;
    private static final int MR_MODIFIER_SEQUENCE = 0x00189115;
    private static final int INVERSION_TIMES = 0x00189079;
    private static final int INVERSION_TIME = 0x00180082;
    private static final int FLIP_ANGLE = 0x00181314;
    private static final int MR_TIMING_SEQUENCE = 0x00189112;
    private static final int CARDIAC_SYNCHRONIZATION_SEQUENCE = 0x00189118;
    private static final int RESPIRATORY_SYNCHRONIZATION_SEQUENCE = 0x00189253;
    private static final int NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE = 0x00209241;
    private static final int NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE = 0x00209245;
    private static final int NOMINAL_CARDIAC_TRIGGER_DELAY_TIME = 0x00209153;
    private static final int CONVOLUTION_KERNEL = 0x00181210;
    private static final int FRAME_REFERENCE_TIME = 0x00541300;
    private static final int CORRECTED_IMAGE = 0x00280051;
    private static final int FRAME_ACQUISITION_NUMBER = 0x00209156;

    static FrameTraits of(ImageHeader header, int frame) {
        FrameAttributes at = FrameAttributes.of(header.dataSet(), frame);
        DataSet data = header.dataSet();
        boolean isMr = header.text(Tag.MODALITY).strip().equals("MR");
        boolean isPet = header.text(Tag.MODALITY).strip().equals("PT");
        return new FrameTraits(
                kind(header, at),
                bValue(data, at),
                isMr ? echo(data, at) : "",
                isMr ? number(at, MR_MODIFIER_SEQUENCE, INVERSION_TIMES, INVERSION_TIME) : "",
                isMr ? number(at, MR_TIMING_SEQUENCE, FLIP_ANGLE, FLIP_ANGLE) : "",
                phase(data, at, isPet),
                number(at, CARDIAC_SYNCHRONIZATION_SEQUENCE, NOMINAL_CARDIAC_TRIGGER_DELAY_TIME, Tag.TRIGGER_TIME),
                at.group(Tag.FRAME_CONTENT_SEQUENCE)
                        .flatMap(item -> item.string(FRAME_ACQUISITION_NUMBER))
                        .or(() -> data.string(Tag.ACQUISITION_NUMBER))
                        .orElse("")
                        .strip(),
                number(data.decimal(Tag.KVP)),
                String.join("\\", data.strings(CONVOLUTION_KERNEL)).strip(),
                isPet && data.contains(CORRECTED_IMAGE) ? attenuation(data) : "",
                at.group(Tag.FRAME_CONTENT_SEQUENCE)
                        .flatMap(item -> item.string(Tag.STACK_ID))
                        .orElse("")
                        .strip(),
                header.text(Tag.MODALITY).strip().equals("NM") ? NuclearVectors.key(data, frame) : "");
    }

    /// Image Type from its third value on: magnitude or phase, water or fat, which map.
    private static String kind(ImageHeader header, FrameAttributes at) {
        Optional<DataSet> group =
                at.group(MR_IMAGE_FRAME_TYPE_SEQUENCE).or(() -> at.group(CT_IMAGE_FRAME_TYPE_SEQUENCE));
        List<String> own = group.map(item -> item.strings(FRAME_TYPE)).orElse(List.of());
        List<String> type = own.size() > 2 ? own : header.dataSet().strings(Tag.IMAGE_TYPE);
        String rest =
                type.size() > 2 ? String.join(" ", type.subList(2, type.size())).strip() : "";
        String component = group.flatMap(item -> item.string(COMPLEX_IMAGE_COMPONENT))
                .or(() -> header.dataSet().string(COMPLEX_IMAGE_COMPONENT))
                .orElse("")
                .strip();
        return (rest + " " + component).strip();
    }

    private static String bValue(DataSet data, FrameAttributes at) {
        String own = number(at, MR_DIFFUSION_SEQUENCE, DIFFUSION_B_VALUE, DIFFUSION_B_VALUE);
        if (!own.isEmpty()) {
            return own;
        }
        String maker = data.string(Tag.MANUFACTURER).orElse("").toUpperCase(Locale.ROOT);
        if (maker.contains("SIEMENS")) {
            return number(data.decimal(SIEMENS_B_VALUE));
        }
        if (maker.contains("PHILIPS")) {
            return number(data.decimal(PHILIPS_B_VALUE));
        }
        if (maker.contains("GE")) {
            OptionalDouble raw = data.decimal(GE_B_VALUE);
            // GE adds 1e9 to mark b-values it gives in another unit
            return raw.isEmpty() ? "" : number(OptionalDouble.of(raw.getAsDouble() % 1e9));
        }
        return "";
    }

    private static String echo(DataSet data, FrameAttributes at) {
        String effective = at.group(MR_ECHO_SEQUENCE)
                .map(item -> number(item.decimal(EFFECTIVE_ECHO_TIME)))
                .orElse("");
        return !effective.isEmpty() ? effective : number(data.decimal(Tag.ECHO_TIME));
    }

    private static String phase(DataSet data, FrameAttributes at, boolean isPet) {
        return at.group(Tag.FRAME_CONTENT_SEQUENCE)
                .flatMap(item -> item.string(Tag.TEMPORAL_POSITION_INDEX))
                .or(() -> data.string(Tag.TEMPORAL_POSITION_IDENTIFIER))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> percent(at, CARDIAC_SYNCHRONIZATION_SEQUENCE, NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE))
                .or(() -> percent(at, RESPIRATORY_SYNCHRONIZATION_SEQUENCE, NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE))
                .or(() -> isPet ? seconds(data) : Optional.empty())
                .orElse("");
    }

    private static Optional<String> percent(FrameAttributes at, int sequence, int tag) {
        String value = number(at, sequence, tag, tag);
        return value.isEmpty() ? Optional.empty() : Optional.of(value + " %");
    }

    private static Optional<String> seconds(DataSet data) {
        OptionalDouble ms = data.decimal(FRAME_REFERENCE_TIME);
        return ms.isEmpty() ? Optional.empty() : Optional.of(number(OptionalDouble.of(ms.getAsDouble() / 1000)) + " s");
    }

    private static String attenuation(DataSet data) {
        return data.strings(CORRECTED_IMAGE).stream()
                        .anyMatch(value -> value.strip().equals("ATTN"))
                ? "AC"
                : "NAC";
    }

    private static String number(FrameAttributes at, int sequence, int tag, int rootTag) {
        OptionalDouble own = at.group(sequence).map(item -> item.decimal(tag)).orElse(OptionalDouble.empty());
        return number(own.isPresent() ? own : at.root().decimal(rootTag));
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            return "";
        }
        // a hundredth is finer than any of these is set; more digits are rounding of the writer
        String text = String.format(Locale.ROOT, "%.2f", value.getAsDouble());
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}

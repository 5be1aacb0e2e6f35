package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads the windows and VOI LUTs that the file proposes.
///
/// **Source:** DICOM PS3.3 sections C.11.2.1, C.7.6.16.2.10.
// [impl->req~display.voi~1]
final class VoiReader {
    /// chosen: from here on the half step that LINEAR and LINEAR_EXACT differ by is no whole grey level.
    private static final double NARROW = 128;

    private VoiReader() {}

    static List<Voi> vois(ImageHeader header, FrameAttributes attributes, ModalityLut modality) {
        if (header.isColour()) {
            return List.of();
        }
        DataSet place = attributes.group(Tag.FRAME_VOILUT_SEQUENCE).orElse(header.dataSet());
        List<Voi> vois = new ArrayList<>(windows(place, isFine(header, modality)));
        List<DataSet> tables = place.items(Tag.VOILUT_SEQUENCE);
        for (DataSet item : tables.isEmpty() ? header.dataSet().items(Tag.VOILUT_SEQUENCE) : tables) {
            LutReader.lut(header, item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA)
                    .map(lut -> new Voi.Table(
                            firstMapped(lut.firstMapped(), header, modality),
                            lut.bits(),
                            lut.values(),
                            item.string(Tag.LUT_EXPLANATION).orElse("")))
                    .ifPresent(vois::add);
        }
        return vois;
    }

    /// C.11.2.1.1: the first value mapped is signed when modality values can be; the representation that implicit
    /// encoding
    /// guesses from the pixels does not know of the rescale between.
    private static int firstMapped(int read, ImageHeader header, ModalityLut modality) {
        return switch (modality) {
            case ModalityLut.Table table -> read & 0xFFFF;
            case ModalityLut.Linear linear -> {
                int bits = Math.min(header.format().bitsStored(), 31);
                double low = header.format().isSigned() ? -Math.scalb(1.0, bits - 1) : 0;
                double high = Math.scalb(1.0, header.format().isSigned() ? bits - 1 : bits) - 1;
                boolean signed = Math.min(linear.toModality(low), linear.toModality(high)) < 0;
                yield signed ? (short) read : read;
            }
        };
    }

    /// Whether modality values come in steps below one.
    private static boolean isFine(ImageHeader header, ModalityLut modality) {
        return header.format().isFloatingPoint()
                || modality instanceof ModalityLut.Linear linear && Math.abs(linear.slope()) < 1;
    }

    private static List<Voi> windows(DataSet place, boolean isFine) {
        double[] centers = place.decimals(Tag.WINDOW_CENTER);
        double[] widths = place.decimals(Tag.WINDOW_WIDTH);
        List<String> labels = place.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
        Voi.Function function =
                switch (place.string(Tag.VOILUT_FUNCTION).orElse("LINEAR").strip()) {
                    case "SIGMOID" -> Voi.Function.SIGMOID;
                    case "LINEAR_EXACT" -> Voi.Function.LINEAR_EXACT;
                    default -> Voi.Function.LINEAR;
                };
        List<Voi> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            if (widths[i] > 0 && Double.isFinite(widths[i]) && Double.isFinite(centers[i])) {
                // LINEAR counts in whole steps and is not allowed below 1; a narrow window on finer values, say 0.5 and
                // 1 on
                // a map from 0 to 1, would be a threshold: its writer means the exact one
                boolean exact = widths[i] < 1 || isFine && widths[i] < NARROW;
                Voi.Function usable = function == Voi.Function.LINEAR && exact ? Voi.Function.LINEAR_EXACT : function;
                windows.add(new Voi.Window(
                        centers[i],
                        widths[i],
                        usable,
                        i < labels.size() ? labels.get(i).strip() : ""));
            }
        }
        return windows;
    }
}

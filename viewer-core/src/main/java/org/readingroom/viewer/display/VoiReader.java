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
    private VoiReader() {}

    static List<Voi> vois(ImageHeader header, FrameAttributes attributes) {
        if (header.isColour()) {
            return List.of();
        }
        DataSet place = attributes.group(Tag.FRAME_VOILUT_SEQUENCE).orElse(header.dataSet());
        List<Voi> vois = new ArrayList<>(windows(place));
        for (DataSet item : header.dataSet().items(Tag.VOILUT_SEQUENCE)) {
            LutReader.lut(header, item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA)
                    .map(lut -> new Voi.Table(
                            lut.firstMapped(),
                            lut.bits(),
                            lut.values(),
                            item.string(Tag.LUT_EXPLANATION).orElse("")))
                    .ifPresent(vois::add);
        }
        return vois;
    }

    private static List<Voi> windows(DataSet place) {
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
                // LINEAR below 1 is not allowed; files with small real-valued scales mean the exact one
                Voi.Function usable =
                        function == Voi.Function.LINEAR && widths[i] < 1 ? Voi.Function.LINEAR_EXACT : function;
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

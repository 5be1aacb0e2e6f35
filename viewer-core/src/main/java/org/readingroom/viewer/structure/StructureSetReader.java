package org.readingroom.viewer.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.palette.DistinctColours;

/// Reads the regions and contours of an RT structure set.
///
/// **Errors:** none: a contour that cannot be read is left out, and [StructureSet#warningKeys] says so.
/// **Thread:** any.
/// **Source:** DICOM PS3.3 sections C.8.8.5 to C.8.8.8.
// [impl->req~structure.read~1]
public final class StructureSetReader {
    private final Set<String> warnings = new LinkedHashSet<>();

    private StructureSetReader() {}

    /// The structure set in `dataSet`; nothing for other objects.
    public static Optional<StructureSet> read(DataSet dataSet) {
        return dataSet.contains(StructureTag.STRUCTURE_SET_ROI_SEQUENCE)
                ? Optional.of(new StructureSetReader().set(dataSet))
                : Optional.empty();
    }

    private StructureSet set(DataSet data) {
        Map<Integer, DataSet> drawn = byNumber(data, StructureTag.ROI_CONTOUR_SEQUENCE);
        Map<Integer, DataSet> observed = byNumber(data, StructureTag.RT_ROI_OBSERVATIONS_SEQUENCE);
        Optional<String> shared = data.item(StructureTag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)
                .flatMap(item -> item.string(Tag.FRAME_OF_REFERENCE_UID));
        List<Roi> rois = new ArrayList<>();
        for (DataSet item : data.items(StructureTag.STRUCTURE_SET_ROI_SEQUENCE)) {
            int number = item.integer(StructureTag.ROI_NUMBER).orElse(rois.size() + 1);
            Optional<DataSet> contours = Optional.ofNullable(drawn.get(number));
            rois.add(new Roi(
                    number,
                    text(item, StructureTag.ROI_NAME),
                    text(item, StructureTag.ROI_DESCRIPTION),
                    Optional.ofNullable(observed.get(number))
                            .map(found -> text(found, StructureTag.RT_ROI_INTERPRETED_TYPE))
                            .orElse(""),
                    text(item, StructureTag.ROI_GENERATION_ALGORITHM),
                    contours.map(StructureSetReader::colour).orElse(-1) < 0
                            ? DistinctColours.rgb(rois.size())
                            : colour(contours.orElseThrow()),
                    item.string(StructureTag.REFERENCED_FRAME_OF_REFERENCE_UID)
                            .filter(uid -> !uid.isBlank())
                            .or(() -> shared)
                            .filter(uid -> !uid.isBlank())
                            .map(FrameOfReferenceUid::new),
                    contours.map(this::contours).orElse(List.of())));
        }
        return new StructureSet(
                text(data, StructureTag.STRUCTURE_SET_LABEL),
                text(data, StructureTag.STRUCTURE_SET_NAME),
                text(data, StructureTag.STRUCTURE_SET_DATE),
                rois,
                List.copyOf(warnings));
    }

    private static Map<Integer, DataSet> byNumber(DataSet data, int sequence) {
        Map<Integer, DataSet> items = new HashMap<>();
        for (DataSet item : data.items(sequence)) {
            item.integer(StructureTag.REFERENCED_ROI_NUMBER).ifPresent(number -> items.putIfAbsent(number, item));
        }
        return items;
    }

    /// 0xRRGGBB, or -1 when the file gives none.
    private static int colour(DataSet contours) {
        int[] rgb = contours.integers(StructureTag.ROI_DISPLAY_COLOR);
        if (rgb.length != 3) {
            return -1;
        }
        return Math.clamp(rgb[0], 0, 255) << 16 | Math.clamp(rgb[1], 0, 255) << 8 | Math.clamp(rgb[2], 0, 255);
    }

    private List<Contour> contours(DataSet roi) {
        List<Contour> contours = new ArrayList<>();
        for (DataSet item : roi.items(StructureTag.CONTOUR_SEQUENCE)) {
            double[] numbers = item.decimals(StructureTag.CONTOUR_DATA);
            Contour.Kind kind = Contour.Kind.of(text(item, StructureTag.CONTOUR_GEOMETRIC_TYPE));
            if (numbers.length < 3 || numbers.length % 3 != 0 || !finite(numbers)) {
                warnings.add("viewer.structure.contour-unreadable");
                continue;
            }
            List<Vec3> points = new ArrayList<>(numbers.length / 3);
            for (int i = 0; i < numbers.length; i += 3) {
                points.add(new Vec3(numbers[i], numbers[i + 1], numbers[i + 2]));
            }
            double slab = item.decimal(StructureTag.CONTOUR_SLAB_THICKNESS).orElse(0);
            contours.add(new Contour(
                    kind,
                    points,
                    slab > 0 && Double.isFinite(slab) ? slab : 0,
                    InstanceReference.all(item, StructureTag.CONTOUR_IMAGE_SEQUENCE)));
        }
        return contours;
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static String text(DataSet item, int tag) {
        return item.string(tag).orElse("");
    }
}

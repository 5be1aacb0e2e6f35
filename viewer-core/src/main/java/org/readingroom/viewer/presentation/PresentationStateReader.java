package org.readingroom.viewer.presentation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.MaskOperation;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.OverlayReader;
import org.readingroom.viewer.display.ShutterReader;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.palette.Palette;

/// Reads grayscale, colour and pseudo-colour softcopy presentation states.
///
/// **Errors:** none: what cannot be read is left out, and [PresentationState#warningKeys] says so.
/// **Thread:** any.
/// **Source:** DICOM PS3.3 sections A.33.1 to A.33.3.
// [impl->req~presentation.read~1]
public final class PresentationStateReader {
    private static final Map<String, PresentationState.Kind> KINDS = Map.of(
            "1.2.840.10008.5.1.4.1.1.11.1", PresentationState.Kind.GRAYSCALE,
            "1.2.840.10008.5.1.4.1.1.11.2", PresentationState.Kind.COLOR,
            "1.2.840.10008.5.1.4.1.1.11.3", PresentationState.Kind.PSEUDO_COLOR);

    private static final int OVERLAY_GROUPS = 16;

    private PresentationStateReader() {}

    public static boolean isPresentationState(DataSet data) {
        return KINDS.containsKey(text(data, Tag.SOP_CLASS_UID));
    }

    /// The state in `data`; nothing for other objects.
    public static Optional<PresentationState> read(DataSet data) {
        PresentationState.Kind kind = KINDS.get(text(data, Tag.SOP_CLASS_UID));
        if (kind == null) {
            return Optional.empty();
        }
        Set<String> warnings = new LinkedHashSet<>();
        Optional<DataSet> lut = data.item(PresentationTag.PRESENTATION_LUT_SEQUENCE);
        Optional<LookupTable> table = lut.flatMap(LookupTable::of);
        if (lut.isPresent() && table.isEmpty()) {
            warnings.add("viewer.presentation.lut-unreadable");
        }
        List<OverlayPlane> planes = OverlayReader.ofState(data);
        Optional<Palette> palette = PresentationPalette.of(data);
        if (kind == PresentationState.Kind.PSEUDO_COLOR && palette.isEmpty()) {
            warnings.add("viewer.presentation.palette-unreadable");
        }
        ModalityLut modality = modalityLut(data);
        return Optional.of(new PresentationState(
                new SopInstanceUid(data.string(Tag.SOP_INSTANCE_UID)
                        .filter(uid -> !uid.isBlank())
                        .orElse("2.25.0")),
                kind,
                text(data, PresentationTag.CONTENT_LABEL),
                text(data, PresentationTag.CONTENT_DESCRIPTION),
                text(data, PresentationTag.PRESENTATION_CREATION_DATE)
                        + text(data, PresentationTag.PRESENTATION_CREATION_TIME),
                PersonName.parse(text(data, PresentationTag.CONTENT_CREATOR_NAME)),
                SeriesReference.series(data, text(data, Tag.STUDY_INSTANCE_UID), Tag.REFERENCED_IMAGE_SEQUENCE),
                modality,
                SoftcopyVoiReader.vois(data, modality),
                table.map(found -> found::at),
                text(data, Tag.PRESENTATION_LUT_SHAPE).equals("INVERSE"),
                palette,
                transform(data),
                DisplayedAreaReader.areas(data),
                GraphicReader.layers(data),
                GraphicReader.annotations(data, warnings),
                overlays(data),
                ShutterReader.ofState(data, planes),
                planes,
                data.item(PresentationTag.MASK_SUBTRACTION_SEQUENCE).flatMap(MaskOperation::of),
                List.copyOf(warnings)));
    }

    private static ModalityLut modalityLut(DataSet data) {
        Optional<LookupTable> table = data.item(Tag.MODALITY_LUT_SEQUENCE).flatMap(LookupTable::of);
        if (table.isPresent()) {
            return new ModalityLut.Table(table.get().firstMapped(), table.get().values(), ValueUnit.NONE);
        }
        double slope = data.decimal(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = data.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
        boolean isUsable = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
        return isUsable ? new ModalityLut.Linear(slope, intercept, ValueUnit.NONE) : ModalityLut.Linear.IDENTITY;
    }

    private static SpatialTransform transform(DataSet data) {
        int degrees = data.integer(PresentationTag.IMAGE_ROTATION).orElse(0);
        boolean isFlipped = text(data, PresentationTag.IMAGE_HORIZONTAL_FLIP).equals("Y");
        return new SpatialTransform(degrees % 90 == 0 ? Math.floorMod(degrees, 360) : 0, isFlipped);
    }

    /// Group (6000, 6002 …) to layer, for the groups that are switched on.
    private static Map<Integer, String> overlays(DataSet data) {
        Map<Integer, String> layers = new LinkedHashMap<>();
        for (int i = 0; i < OVERLAY_GROUPS; i++) {
            int group = 0x6000 + 2 * i;
            String layer = text(data, PresentationTag.OVERLAY_ACTIVATION_LAYER + (2 * i << 16));
            if (!layer.isEmpty()) {
                layers.put(group, layer);
            }
        }
        return layers;
    }

    static String text(DataSet data, int tag) {
        return data.string(tag).orElse("");
    }
}

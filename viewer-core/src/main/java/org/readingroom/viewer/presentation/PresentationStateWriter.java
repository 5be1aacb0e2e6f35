package org.readingroom.viewer.presentation;

import java.util.Locale;
import java.util.Map;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.ShutterWriter;
import org.readingroom.viewer.origin.GeneralModules;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;

/// Writes grayscale and colour softcopy presentation states; [PresentationStateReader] is the way
/// back.
///
/// Instance, creation and creator come from the [Origin], whatever the state says. A presentation LUT
/// that is a table, a bitmap shutter, a mask and a pseudo-colour palette are not written.
///
/// **Source:** DICOM PS3.3 sections A.33.1, A.33.2, C.11.10, C.11.11.
// [impl->req~presentation.write~1]
public final class PresentationStateWriter {
    public static final String GRAYSCALE = "1.2.840.10008.5.1.4.1.1.11.1";
    public static final String COLOR = "1.2.840.10008.5.1.4.1.1.11.2";

    private PresentationStateWriter() {}

    /// **Errors:** [IllegalArgumentException] for a state of no image, of a kind that is not written,
    /// or with images that `images` does not hold.
    public static DataSet write(PresentationState state, Origin origin, SourceImages images) {
        boolean isColour = state.kind() == PresentationState.Kind.COLOR;
        if (state.kind() == PresentationState.Kind.PSEUDO_COLOR
                || state.presentationLut().isPresent()
                || state.mask().isPresent()) {
            throw new IllegalArgumentException("a state of " + state.kind() + ", its table or its mask is not written");
        }
        SourceImage first = state.images().stream()
                .flatMap(series -> series.instances().stream())
                .map(reference -> images.find(reference.instance())
                        .orElseThrow(() -> new IllegalArgumentException("an image of the state is not here")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a state of no image"));
        DataSetBuilder made = GeneralModules.laterality(
                GeneralModules.begin(first, origin, isColour ? COLOR : GRAYSCALE, "PR"), first);
        made.text(PresentationTag.CONTENT_LABEL, Vr.CS, label(state.label()))
                .text(PresentationTag.CONTENT_DESCRIPTION, Vr.LO, PlainText.line(state.description(), 64))
                .text(PresentationTag.PRESENTATION_CREATION_DATE, Vr.DA, GeneralModules.date(origin))
                .text(PresentationTag.PRESENTATION_CREATION_TIME, Vr.TM, GeneralModules.time(origin))
                .text(PresentationTag.CONTENT_CREATOR_NAME, Vr.PN, PlainText.person(origin.author()))
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        state.images().stream()
                                .map(PresentationStateWriter::series)
                                .toList())
                .integers(
                        PresentationTag.IMAGE_ROTATION, Vr.US, state.transform().rotationDegrees())
                .text(
                        PresentationTag.IMAGE_HORIZONTAL_FLIP,
                        Vr.CS,
                        state.transform().isFlipped() ? "Y" : "N");
        AreaWriter.write(made, state, images);
        GraphicWriter.write(made, state);
        if (isColour) {
            made.bytes(Tag.ICC_PROFILE, Vr.OB, StandardRgb.profile());
        } else {
            GreyWriter.write(made, state);
            state.shutter().ifPresent(shutter -> ShutterWriter.write(made, shutter));
        }
        for (Map.Entry<Integer, String> overlay : state.overlayLayers().entrySet()) {
            int tag = PresentationTag.OVERLAY_ACTIVATION_LAYER + (overlay.getKey() - 0x6000 << 16);
            made.text(tag, Vr.CS, label(overlay.getValue()));
        }
        return made.build();
    }

    private static DataSet series(SeriesReference series) {
        return ReferenceItem.of(series, Tag.REFERENCED_IMAGE_SEQUENCE);
    }

    /// Capital letters, digits, blanks and underscores, at most sixteen, as value representation CS
    /// wants them.
    static String label(String words) {
        String plain = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9 _]", "_");
        return plain.isBlank() ? "READING ROOM" : plain.substring(0, Math.min(16, plain.length()));
    }
}

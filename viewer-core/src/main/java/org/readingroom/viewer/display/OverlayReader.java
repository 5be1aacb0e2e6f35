package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads the overlays of an image: those with bits of their own, and those in spare bits of the pixels.
///
/// **Source:** DICOM PS3.3 sections C.9.2, C.9.3.
// [impl->req~display.overlays~1]
public final class OverlayReader {
    /// Sixteen groups of overlays, every second one from 6000 on.
    private static final int GROUPS = 16;

    private static final int NEXT_GROUP = 0x00020000;
    private static final int FRAMES_IN_OVERLAY = 0x60000015;
    private static final int SUBTYPE = 0x60000045;
    private static final int FRAME_ORIGIN = 0x60000051;
    private static final int LABEL = 0x60001500;

    /// An overlay of all frames: frame `f` (from zero) of the image shows overlay frame `f - firstFrame`; a single
    /// overlay without a frame count belongs to every frame.
    private record Source(OverlayPlane first, int firstFrame, int frames, boolean isForAll) {
        Optional<OverlayPlane> of(int frame) {
            int own = isForAll ? 0 : frame - firstFrame;
            if (own < 0 || own >= frames) {
                return Optional.empty();
            }
            OverlayPlane plane = new OverlayPlane(
                    first.group(),
                    first.kind(),
                    first.rows(),
                    first.columns(),
                    first.firstRow(),
                    first.firstColumn(),
                    first.bits(),
                    (long) own * first.rows() * first.columns(),
                    first.subtype(),
                    first.label(),
                    first.description());
            return plane.isBlank() ? Optional.empty() : Optional.of(plane);
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final List<EmbeddedOverlay> embedded = new ArrayList<>();

    OverlayReader(ImageHeader header) {
        DataSet data = header.dataSet();
        for (int i = 0; i < GROUPS; i++) {
            int shift = i * NEXT_GROUP;
            if (data.contains(Tag.OVERLAY_DATA + shift)) {
                source(header.frames(), data, shift).ifPresent(sources::add);
            } else if (data.contains(Tag.OVERLAY_BIT_POSITION + shift)) {
                embedded(header, data, shift);
            }
        }
    }

    /// The overlays that a presentation state brings with it, blank ones left out.
    ///
    /// **Source:** DICOM PS3.3 sections A.33.1.3, C.9.2.
    public static List<OverlayPlane> ofState(DataSet state) {
        List<OverlayPlane> planes = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            int shift = i * NEXT_GROUP;
            if (state.contains(Tag.OVERLAY_DATA + shift)) {
                source(1, state, shift).flatMap(source -> source.of(0)).ifPresent(planes::add);
            }
        }
        return planes;
    }

    List<OverlayPlane> planes(int frame) {
        return sources.stream().flatMap(source -> source.of(frame).stream()).toList();
    }

    List<EmbeddedOverlay> embedded() {
        return List.copyOf(embedded);
    }

    private static Optional<Source> source(int frames, DataSet data, int shift) {
        int rows = data.integer(Tag.OVERLAY_ROWS + shift).orElse(0);
        int columns = data.integer(Tag.OVERLAY_COLUMNS + shift).orElse(0);
        if (rows < 1 || columns < 1) {
            return Optional.empty();
        }
        boolean counted = data.contains(FRAMES_IN_OVERLAY + shift);
        int own = Math.max(1, data.integer(FRAMES_IN_OVERLAY + shift).orElse(1));
        int origin = Math.max(1, data.integer(FRAME_ORIGIN + shift).orElse(1));
        int[] first = data.integers(Tag.OVERLAY_ORIGIN + shift);
        OverlayPlane plane = new OverlayPlane(
                0x6000 + (shift >>> 16),
                kind(data, shift),
                rows,
                columns,
                first.length == 2 ? first[0] - 1 : 0,
                first.length == 2 ? first[1] - 1 : 0,
                data.bytes(Tag.OVERLAY_DATA + shift),
                0,
                text(data, SUBTYPE + shift),
                text(data, LABEL + shift),
                text(data, Tag.OVERLAY_DESCRIPTION + shift));
        boolean forAll = !counted || frames == 1 && own == 1;
        return Optional.of(new Source(plane, origin - 1, own, forAll));
    }

    private void embedded(ImageHeader header, DataSet data, int shift) {
        int position = data.integer(Tag.OVERLAY_BIT_POSITION + shift).orElse(-1);
        int allocated = header.format().bitsAllocated();
        int highest = header.format().highBit();
        int lowest = highest + 1 - header.format().bitsStored();
        boolean spare = position > highest || position < lowest;
        // a bit of the stored value itself is no overlay: files without any state 0 here
        if (!header.isColour()
                && (allocated == 8 || allocated == 16)
                && position >= 0
                && position < allocated
                && spare) {
            embedded.add(new EmbeddedOverlay(
                    0x6000 + (shift >>> 16),
                    kind(data, shift),
                    position,
                    text(data, SUBTYPE + shift),
                    text(data, LABEL + shift),
                    text(data, Tag.OVERLAY_DESCRIPTION + shift)));
        }
    }

    private static OverlayPlane.Kind kind(DataSet data, int shift) {
        return text(data, Tag.OVERLAY_TYPE + shift).equals("R") ? OverlayPlane.Kind.REGION : OverlayPlane.Kind.GRAPHICS;
    }

    private static String text(DataSet data, int tag) {
        return data.string(tag).orElse("").strip();
    }
}

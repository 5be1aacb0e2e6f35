package org.readingroom.viewer.display;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads [FrameExtras] of the frames of one instance.
final class FrameExtrasReader {
    private static final int FLOAT_PADDING = 0x00280122;
    private static final int DOUBLE_PADDING = 0x00280123;
    private static final int FLOAT_PADDING_LIMIT = 0x00280124;
    private static final int DOUBLE_PADDING_LIMIT = 0x00280125;
    private static final int OPTICAL_PATH_SEQUENCE = 0x00480105;

    private final ImageHeader header;
    private final OverlayReader overlays;
    private final MaskReader masks;
    private final @Nullable PaletteColor supplemental;
    private final @Nullable ColourProfile profile;
    private final FrameExtras.@Nullable FloatPadding padding;

    FrameExtrasReader(ImageHeader header) {
        this.header = header;
        this.overlays = new OverlayReader(header);
        this.masks = new MaskReader(header);
        this.supplemental = supplemental(header);
        this.profile = profile(header);
        this.padding = padding(header.dataSet());
    }

    FrameExtras extras(FrameAttributes attributes) {
        return new FrameExtras(
                overlays.planes(attributes.frame()),
                overlays.embedded(),
                ShutterReader.shutter(attributes).orElse(null),
                masks.subtraction(attributes, attributes.frame()).orElse(null),
                RealWorldValueReader.maps(header, attributes),
                supplemental,
                profile,
                padding);
    }

    /// C.7.6.19: the tables colour only what lies at or above their first value; below it the frame stays grey.
    private static @Nullable PaletteColor supplemental(ImageHeader header) {
        String presentation = header.text(Tag.PIXEL_PRESENTATION).strip();
        boolean wanted = !header.isColour()
                && header.format().photometricInterpretation().equals("MONOCHROME2")
                && (presentation.equals("COLOR") || presentation.equals("MIXED"))
                && header.dataSet().contains(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
        return wanted ? PaletteReader.palette(header).orElse(null) : null;
    }

    private static @Nullable ColourProfile profile(ImageHeader header) {
        if (!header.isColour()) {
            return null;
        }
        byte[] icc = header.dataSet().bytes(Tag.ICC_PROFILE);
        if (icc.length == 0) {
            icc = header.dataSet()
                    .item(OPTICAL_PATH_SEQUENCE)
                    .map(path -> path.bytes(Tag.ICC_PROFILE))
                    .orElse(icc);
        }
        return icc.length == 0 ? null : ColourProfiles.of(icc);
    }

    private static FrameExtras.@Nullable FloatPadding padding(DataSet data) {
        OptionalDouble value = first(data, FLOAT_PADDING, DOUBLE_PADDING);
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            return null;
        }
        double limit = first(data, FLOAT_PADDING_LIMIT, DOUBLE_PADDING_LIMIT).orElse(value.getAsDouble());
        return new FrameExtras.FloatPadding(Math.min(value.getAsDouble(), limit), Math.max(value.getAsDouble(), limit));
    }

    private static OptionalDouble first(DataSet data, int tag, int otherTag) {
        OptionalDouble value = data.decimal(tag);
        return value.isPresent() ? value : data.decimal(otherTag);
    }
}

package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.StateLayers;

/// Settles what a presentation state means for one frame.
///
/// The grey path of the state replaces the file's: stored value, the state's modality LUT, its VOI, its
/// presentation LUT. A view holds the frame's own modality values, so that measurements stay true; the rest
/// of the path is therefore folded into one table over them where a plain window cannot say it.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.4 section N.2.1.
// [impl->req~presentation.apply~1]
public final class PresentationApplier {
    private static final int TABLE_BITS = 16;
    /// chosen: sixteen bits with a slope of sixteen; four megabytes.
    private static final int MOST_ENTRIES = 1 << 20;

    private PresentationApplier() {}

    /// `frame` must be one the state covers.
    public static AppliedPresentation apply(PresentationState state, ImageFrame frame) {
        List<String> warnings = new ArrayList<>(state.warningKeys());
        Grey grey = state.kind() == PresentationState.Kind.COLOR
                ? new Grey(Optional.empty(), true)
                : grey(state, frame, warnings);
        return new AppliedPresentation(
                grey.voi,
                state.isInverse(),
                grey.isExact,
                state.palette(),
                state.transform(),
                state.areas().stream()
                        .filter(area -> PresentationState.isMeant(area.references(), frame.ref()))
                        .findFirst(),
                state.layers(),
                state.annotations().stream()
                        .filter(one -> PresentationState.isMeant(one.references(), frame.ref()))
                        .toList(),
                over(state, frame),
                warnings);
    }

    /// What `state` wants over `frame` and taken off it; the part of [#apply] that needs no greys.
    public static StateLayers.OfFrame over(PresentationState state, ImageFrame frame) {
        return StateBitmaps.on(state, frame);
    }

    private record Grey(Optional<Voi> voi, boolean isExact) {}

    private static Grey grey(PresentationState state, ImageFrame frame, List<String> warnings) {
        Optional<Voi> own = state.vois().stream()
                .filter(voi -> PresentationState.isMeant(voi.references(), frame.ref()))
                .flatMap(voi -> voi.voi().stream())
                .findFirst();
        boolean isSameScale = isSame(state.modalityLut(), frame.modalityLut());
        if (isSameScale && state.presentationLut().isEmpty()) {
            // without a VOI that step changes nothing; the window of the file is no part of the state
            return new Grey(Optional.of(own.orElseGet(() -> whole(frame))), true);
        }
        if (frame.modalityLut() instanceof ModalityLut.Table && !isSameScale) {
            // many stored values may have become one: there is no way back to them
            warnings.add("viewer.presentation.modality-differs");
            return new Grey(own, false);
        }
        if (own.isPresent()
                && own.get() instanceof Voi.Window window
                && state.presentationLut().isEmpty()
                && state.modalityLut() instanceof ModalityLut.Linear theirs
                && frame.modalityLut() instanceof ModalityLut.Linear ours
                && isMovable(window, theirs, ours)) {
            return new Grey(Optional.of(moved(window, theirs, ours)), true);
        }
        Optional<Grey> folded = folded(state, frame, own);
        if (folded.isEmpty()) {
            warnings.add("viewer.presentation.modality-differs");
        }
        return folded.orElseGet(() -> new Grey(own, false));
    }

    /// A threshold has no width to stretch, and scales of other signs turn black to white.
    private static boolean isMovable(Voi.Window window, ModalityLut.Linear theirs, ModalityLut.Linear ours) {
        return ours.slope() / theirs.slope() > 0 && (window.function() != Voi.Function.LINEAR || window.width() > 1);
    }

    /// The window over the state's modality values as one over the frame's.
    private static Voi moved(Voi.Window window, ModalityLut.Linear theirs, ModalityLut.Linear ours) {
        double ratio = ours.slope() / theirs.slope();
        boolean counts = window.function() == Voi.Function.LINEAR;
        // C.11.2.1.3.2: LINEAR is the exact function of a centre half a step and a width one step smaller
        double center = counts ? window.center() - 0.5 : window.center();
        double width = counts ? window.width() - 1 : window.width();
        return new Voi.Window(
                (center - theirs.intercept()) * ratio + ours.intercept(),
                width * ratio,
                counts ? Voi.Function.LINEAR_EXACT : window.function(),
                window.label());
    }

    private static boolean isSame(ModalityLut a, ModalityLut b) {
        return switch (a) {
            case ModalityLut.Linear one ->
                b instanceof ModalityLut.Linear other
                        && one.slope() == other.slope()
                        && one.intercept() == other.intercept();
            case ModalityLut.Table one ->
                b instanceof ModalityLut.Table other
                        && one.firstMapped() == other.firstMapped()
                        && Arrays.equals(one.values(), other.values());
        };
    }

    /// The whole path as one table over the modality values of the frame; nothing when these are too many.
    private static Optional<Grey> folded(PresentationState state, ImageFrame frame, Optional<Voi> own) {
        double[] range = storedRange(frame.format());
        DoubleUnaryOperator toState = state.modalityLut()::toModality;
        Voi voi = own.orElseGet(() -> whole(state.modalityLut(), range));
        DoubleUnaryOperator shape =
                state.presentationLut().<DoubleUnaryOperator>map(lut -> lut::at).orElse(DoubleUnaryOperator.identity());
        if (!(frame.modalityLut() instanceof ModalityLut.Linear scale)) {
            // a table of the frame and the same path behind it: the state has no modality LUT of its own
            return Optional.of(new Grey(own, false));
        }
        double a = scale.toModality(range[0]);
        double b = scale.toModality(range[1]);
        long first = Math.round(Math.min(a, b));
        long entries = Math.round(Math.max(a, b)) - first + 1;
        if (entries > MOST_ENTRIES) {
            return Optional.empty();
        }
        int[] values = new int[(int) entries];
        for (int i = 0; i < values.length; i++) {
            double stored = Math.clamp(Math.rint((first + i - scale.intercept()) / scale.slope()), range[0], range[1]);
            double grey = shape.applyAsDouble(voi.toGrey(toState.applyAsDouble(stored)));
            values[i] = (int) Math.round(grey * ((1 << TABLE_BITS) - 1));
        }
        String label = voi instanceof Voi.Window window ? window.label() : voi instanceof Voi.Table t ? t.label() : "";
        boolean isExact = Math.abs(scale.slope()) >= 1;
        return Optional.of(new Grey(Optional.of(new Voi.Table((int) first, TABLE_BITS, values, label)), isExact));
    }

    private static Voi whole(ImageFrame frame) {
        return whole(frame.modalityLut(), storedRange(frame.format()));
    }

    /// Without a VOI the output of the modality LUT is spread over all it can be.
    private static Voi whole(ModalityLut lut, double[] range) {
        double a = lut.toModality(range[0]);
        double b = lut.toModality(range[1]);
        if (lut instanceof ModalityLut.Table table) {
            a = 0;
            b = 1;
            for (int value : table.values()) {
                b = Math.max(b, value);
            }
        }
        double width = Math.max(Math.abs(b - a), 1);
        return new Voi.Window((a + b) / 2, width, Voi.Function.LINEAR_EXACT, "");
    }

    private static double[] storedRange(PixelFormat format) {
        int bits = Math.clamp(format.bitsStored(), 1, 16);
        return format.isSigned()
                ? new double[] {-(1 << bits - 1), (1 << bits - 1) - 1}
                : new double[] {0, (1 << bits) - 1};
    }
}

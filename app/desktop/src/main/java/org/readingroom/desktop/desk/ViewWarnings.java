package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;

/// What the reader must know about what a view shows, as message keys.
final class ViewWarnings {
    private ViewWarnings() {}

    /// `aligning` tells of a search for an alignment that concerns a set.
    static List<String> of(ViewportModel view, Function<OpenSet, Optional<String>> aligning) {
        OpenSet open = view.setProperty().get();
        if (open == null) {
            return List.of();
        }
        boolean isCut = !view.isFlat() || view.stateProperty().get().plane().isReformat();
        List<String> keys = new ArrayList<>(
                isCut
                        ? open.volume().map(AssembledVolume::warningKeys).orElse(List.of())
                        : open.displaySet().warningKeys());
        Arriving arriving = open.arrivingProperty().get();
        if (arriving != null) {
            keys.add(arriving.messageKey());
        } else if (isCut && open.volumeStateProperty().get() instanceof LoadState.Partial) {
            keys.add("desk.volume.arriving");
        }
        open.unitRefusal().ifPresent(keys::add);
        keys.addAll(view.additions().warnings(open.displaySet()));
        aligning.apply(open).ifPresent(keys::add);
        view.frame().flatMap(frame -> mask(frame, open)).ifPresent(keys::add);
        return keys;
    }

    /// That a mask is asked for and not taken off.
    // [impl->req~desk.mask~1]
    private static Optional<String> mask(ImageFrame frame, OpenSet open) {
        DataPresentation data = open.presentationProperty().get();
        if (data.subtracts(frame)) {
            return Optional.empty();
        }
        if (data.layers().subtraction() == ShownLayers.Subtraction.SUBTRACTED) {
            return Optional.of("desk.mask.none");
        }
        MaskSubtraction mask = frame.extras().mask();
        return mask != null && mask.isRecommended() ? Optional.of("desk.mask.native") : Optional.empty();
    }
}

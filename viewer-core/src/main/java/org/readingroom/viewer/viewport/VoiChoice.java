package org.readingroom.viewer.viewport;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;

/// One of the windows that a reader may pick for a display set.
///
/// The file's own come first, each frame keeping its own values; then what everybody knows for the modality.
// [impl->req~view.voi-choices~1]
public sealed interface VoiChoice {
    /// Number `index` of each frame's own windows and tables, from zero; `sample` is that of the frame asked about.
    record OfFile(int index, Voi sample) implements VoiChoice {
        /// The file's word for it, or empty.
        public String explanation() {
            return sample.label();
        }
    }

    /// A named window of the modality.
    record Known(WindowPresets.Preset preset) implements VoiChoice {}

    /// Every value of the frame, none of them black or white.
    record WholeRange() implements VoiChoice {}

    /// What can be picked for `frame`; for a colour frame nothing.
    ///
    /// **Order:** that of the keys: the file's windows, the file's tables, presets, the whole range.
    static List<VoiChoice> of(ImageFrame frame, String modality) {
        if (frame.format().samplesPerPixel() > 1 || frame.paletteColor() != null) {
            return List.of();
        }
        List<VoiChoice> choices = new ArrayList<>();
        for (int i = 0; i < frame.vois().size(); i++) {
            choices.add(new OfFile(i, frame.vois().get(i)));
        }
        WindowPresets.of(modality).forEach(preset -> choices.add(new Known(preset)));
        choices.add(new WholeRange());
        return choices;
    }

    /// `data` with this choice made.
    default DataPresentation on(DataPresentation data) {
        return switch (this) {
            case OfFile file -> data.withFileVoi(file.index());
            case Known known -> data.withVoi(known.preset().window());
            case WholeRange all -> data.withFileVoi(DataPresentation.WHOLE_RANGE);
        };
    }
}

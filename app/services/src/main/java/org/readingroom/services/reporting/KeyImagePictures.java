package org.readingroom.services.reporting;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.pdf.KeyPicture;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws the key images of a report from the files that are here, as the desk shows them under their window.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.pdf.key-images~1]
public final class KeyImagePictures {
    private static final Logger LOG = LoggerFactory.getLogger(KeyImagePictures.class);

    /// chosen: half a page of A4 at 200 dots per inch.
    private static final int LONGEST = 800;

    private final StudyStore studies;

    public KeyImagePictures(StudyStore studies) {
        this.studies = studies;
    }

    /// Nothing for an image that is not here or cannot be read; what it lacks is written down.
    public Optional<KeyPicture> of(KeyImage image) {
        try {
            DicomFile file = studies.open(image.frame().instance());
            Optional<ImageFrame> frame = frame(file, image.frame());
            return frame.isEmpty() ? Optional.empty() : Optional.of(drawn(file, frame.get(), image.window()));
        } catch (WorkstationException | RuntimeException e) {
            LOG.warn("a key image cannot be drawn: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ImageFrame> frame(DicomFile file, FrameRef wanted) {
        List<ImageFrame> frames =
                ImageHeader.of(file.dataSet()).map(FrameDescriber::frames).orElse(List.of());
        return frames.stream().filter(frame -> frame.ref().equals(wanted)).findFirst();
    }

    private static KeyPicture drawn(DicomFile file, ImageFrame frame, @Nullable AnchorWindow window)
            throws WorkstationException {
        Slice slice =
                SliceDecoder.slice(frame, FrameReader.of(file).frame(frame.ref().frame()));
        DataPresentation data = new DataPresentation(voi(window), false, Palettes.GREY, Interpolation.LINEAR);
        double scale = (double) LONGEST / Math.max(slice.columns(), slice.rows());
        int width = Math.max(1, (int) Math.round(slice.columns() * scale));
        int height = Math.max(1, (int) Math.round(slice.rows() * scale));
        ResolvedView view = FramePicture.resolve(
                frame, slice, data, ViewPresentation.FIT, ViewResolver.PictureSize.pixels(width, height));
        IntBuffer argb = IntBuffer.allocate(Math.multiplyExact(width, height));
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, argb);
        }
        return new KeyPicture(argb.array(), width);
    }

    private static @Nullable Voi voi(@Nullable AnchorWindow window) {
        if (window == null) {
            return null;
        }
        Voi.Function function = window.width() < 1 ? Voi.Function.LINEAR_EXACT : Voi.Function.LINEAR;
        return new Voi.Window(window.center(), window.width(), function, "");
    }
}

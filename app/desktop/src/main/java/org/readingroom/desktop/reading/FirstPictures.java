package org.readingroom.desktop.reading;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.worklist.PreviewPictures;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws the middle picture of a study's largest series, small, for the list's preview.
///
/// **Thread:** FX; the drawing is done elsewhere.
public final class FirstPictures implements PreviewPictures {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPictures.class);

    /// chosen: what a person leafs through without waiting twice.
    private static final int KEPT = 64;

    private static final int SIDE = 512;

    private final StudyStore store;
    private final FrameLoader frames;
    private final TaskRunner runner;
    private final Map<StudyUid, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StudyUid, Image> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable Handle running;

    public FirstPictures(StudyStore store, FrameLoader frames, TaskRunner runner) {
        this.store = store;
        this.frames = frames;
        this.runner = runner;
    }

    @Override
    public void first(StudyUid study, Consumer<Image> ready) {
        if (running != null) {
            running.cancel();
            running = null;
        }
        Image known = kept.get(study);
        if (known != null) {
            ready.accept(known);
            return;
        }
        running = runner.start(
                Lane.IO,
                Priority.THUMBNAIL,
                () -> draw(study),
                drawn -> drawn.ifPresent(image -> {
                    kept.put(study, image);
                    ready.accept(image);
                }),
                fault -> LOG.info("no preview", fault));
    }

    private Optional<Image> draw(StudyUid study) throws WorkstationException {
        Series largest = null;
        for (Series series : store.series(study)) {
            if (largest == null || series.instanceCount() > largest.instanceCount()) {
                largest = series;
            }
        }
        if (largest == null) {
            return Optional.empty();
        }
        List<StoredInstance> instances = store.instances(largest.uid()).stream()
                .filter(i -> i.frames() > 0)
                .toList();
        if (instances.isEmpty()) {
            return Optional.empty();
        }
        Optional<ImageHeader> header =
                ImageHeader.of(store.open(instances.get(instances.size() / 2).uid()));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<DisplaySet> sets = DisplaySetRules.split(List.of(header.get()));
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        List<ImageFrame> all = sets.getFirst().frames();
        ImageFrame frame = all.get(all.size() / 2);
        return Optional.of(image(frame, SliceDecoder.slice(frame, frames.load(frame.ref(), Priority.THUMBNAIL))));
    }

    private static Image image(ImageFrame frame, Slice slice) throws WorkstationException {
        ResolvedView view = FramePicture.resolve(
                frame, slice, OpenSet.AS_TAKEN, ViewPresentation.FIT, ViewResolver.PictureSize.pixels(SIDE, SIDE));
        IntBuffer pixels = IntBuffer.allocate(SIDE * SIDE);
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, pixels);
        }
        WritableImage image = new WritableImage(SIDE, SIDE);
        image.getPixelWriter()
                .setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbPreInstance(), pixels.array(), 0, SIDE);
        return image;
    }
}

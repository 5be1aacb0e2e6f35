package org.readingroom.desktop.film;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.out.PdfPages;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// The page that is looked at, as it will come out: the very PDF page, made with fewer dots and drawn.
///
/// **Thread:** FX.
// [impl->req~film.sheet~1]
final class FilmPreview {
    private static final int DOTS_PER_INCH = 100;

    private final FilmModel model;
    private final PageMaker maker;
    private final TaskRunner runner;
    private final Words words;
    private final ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> fault = new ReadOnlyObjectWrapper<>();
    private @Nullable Handle underWay;

    FilmPreview(FilmModel model, PageMaker maker, TaskRunner runner, Words words) {
        this.model = model;
        this.maker = maker;
        this.runner = runner;
        this.words = words;
    }

    /// Null while there is nothing to show, or it is being made.
    ReadOnlyObjectProperty<@Nullable Image> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /// Why there is no page, in words; null when there is one, or could be.
    ReadOnlyObjectProperty<@Nullable String> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    void refresh() {
        if (underWay != null) {
            underWay.cancel();
            underWay = null;
        }
        FilmDocument film = model.documentProperty().get();
        int page = model.pageProperty().get();
        fault.set(null);
        if (film.items().isEmpty()) {
            image.set(null);
            return;
        }
        var spoken = words.messagesProperty().get();
        underWay = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> PdfPages.draw(maker.pdf(film, page, 1, DOTS_PER_INCH, spoken, Progress.IGNORED), DOTS_PER_INCH),
                drawn -> show(drawn.images()),
                this::tell);
    }

    private void show(List<Image> pages) {
        image.set(pages.isEmpty() ? null : pages.getFirst());
    }

    private void tell(Exception why) {
        image.set(null);
        fault.set(words.about(why));
    }
}

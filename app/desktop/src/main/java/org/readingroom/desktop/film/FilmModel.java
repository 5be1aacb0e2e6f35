package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.desktop.desk.TakenPicture;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What is on the film, in order, and which page is looked at; every step can be undone. No controls.
///
/// A film is about one patient: pictures of another are refused, as nobody should find them on one sheet.
///
/// **Thread:** FX.
// [impl->req~film.sheet~1]
public final class FilmModel {
    /// chosen: two hundred slices of CT are some hundred megabytes of pixels kept.
    static final int MOST_PICTURES = 200;

    private EditHistory<FilmDocument> history = new EditHistory<>(FilmDocument.EMPTY);
    private final ReadOnlyObjectWrapper<FilmDocument> document = new ReadOnlyObjectWrapper<>(FilmDocument.EMPTY);
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private long lastId;

    ReadOnlyObjectProperty<FilmDocument> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /// The page that is looked at, from 0.
    ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    public int size() {
        return document.get().items().size();
    }

    /// Puts pictures at the end; the message key of what speaks against it, if anything does.
    public Optional<String> add(List<TakenPicture> taken) {
        List<Patient> patients = new ArrayList<>(document.get().items().stream()
                .map(item -> patient(item.picture()))
                .toList());
        taken.forEach(picture -> patients.add(patient(picture)));
        if (patients.stream().anyMatch(each -> !isSame(each, patients.getFirst()))) {
            return Optional.of("desktop.film.other-patient");
        }
        if (patients.size() > MOST_PICTURES) {
            return Optional.of("desktop.film.too-many");
        }
        List<FilmItem> items =
                taken.stream().map(picture -> new FilmItem(++lastId, picture)).toList();
        apply("add", film -> film.adding(items));
        return Optional.empty();
    }

    /// By the number; where a file has none, by all it says.
    private static boolean isSame(Patient one, Patient other) {
        return one.id().value().isBlank() ? one.equals(other) : one.id().equals(other.id());
    }

    private static Patient patient(TakenPicture picture) {
        return picture.displaySet().facts().patient();
    }

    void remove(FilmItem item) {
        apply("remove", film -> film.without(item));
    }

    void move(FilmItem item, int place) {
        apply("move", film -> film.moved(item, place));
    }

    /// Changes how pages are made; settings are steps like all others.
    void set(UnaryOperator<FilmDocument> change) {
        apply("settings", change);
    }

    private void apply(String what, UnaryOperator<FilmDocument> change) {
        FilmEdit edit = FilmEdit.of(history.document(), what, change);
        if (!edit.before().equals(edit.after())) {
            history.apply(edit);
            settle();
        }
    }

    void undo() {
        if (history.canUndo()) {
            history.undo();
            settle();
        }
    }

    void redo() {
        if (history.canRedo()) {
            history.redo();
            settle();
        }
    }

    /// Begins with `film` and nothing to undo.
    void begin(FilmDocument film) {
        history = new EditHistory<>(film);
        settle();
    }

    /// Takes off what is not of `studies`, beyond undoing; whether anything was.
    boolean keepOnly(Set<StudyUid> studies) {
        FilmDocument now = document.get();
        List<FilmItem> kept = now.items().stream()
                .filter(item -> studies.contains(item.picture().displaySet().study()))
                .toList();
        boolean isLess = kept.size() < now.items().size();
        if (isLess) {
            begin(now.with(kept));
        }
        return isLess;
    }

    private void settle() {
        document.set(history.document());
        turnTo(page.get());
    }

    void turnTo(int wanted) {
        page.set(Math.clamp(wanted, 0, Math.max(0, pages() - 1)));
    }

    /// How many pages there are; 0 when they cannot be made as wished.
    int pages() {
        try {
            return FilmPager.pages(document.get()).size();
        } catch (WorkstationException e) {
            return 0;
        }
    }

    /// The studies whose pictures are on the film.
    Set<StudyUid> studies() {
        return document.get().items().stream()
                .map(item -> item.picture().displaySet().study())
                .collect(Collectors.toSet());
    }
}

package org.readingroom.desktop.reporting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.report.phrase.ShippedPhrases;
import org.readingroom.report.ui.phrase.PhraseShelf;
import org.readingroom.services.reading.SpokenWords;
import org.readingroom.services.reporting.PhraseOwner;
import org.readingroom.services.reporting.PhraseStore;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The phrase books of the signed-in person as the window has them; the disk is asked off FX.
///
/// **Thread:** FX.
public final class PhraseBooks {
    private record Read(PhraseBook personal, PhraseBook department, PhraseBook shipped) {}

    private final PhraseStore store;
    private final TaskRunner runner;
    private final Consumer<Exception> fault;
    private final PhraseShelf shelf = new PhraseShelf(new SpokenWords()::syllables);
    private final Map<PhraseOwner, PhraseBook> books = new EnumMap<>(PhraseOwner.class);
    private PhraseBook shipped = PhraseBook.EMPTY;

    /// `fault` is told what could not be read or kept.
    public PhraseBooks(PhraseStore store, TaskRunner runner, Consumer<Exception> fault) {
        this.store = store;
        this.runner = runner;
        this.fault = fault;
    }

    /// What the editor looks into.
    public PhraseShelf shelf() {
        return shelf;
    }

    PhraseBook of(PhraseOwner owner) {
        return books.getOrDefault(owner, PhraseBook.EMPTY);
    }

    PhraseBook shipped() {
        return shipped;
    }

    boolean mayWrite(PhraseOwner owner) {
        return store.mayWrite(owner);
    }

    /// Reads all of them anew, then does `done`.
    public void read(Runnable done) {
        runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> new Read(
                        store.book(PhraseOwner.PERSONAL), store.book(PhraseOwner.DEPARTMENT), ShippedPhrases.book()),
                read -> {
                    shipped = read.shipped;
                    books.put(PhraseOwner.PERSONAL, read.personal);
                    books.put(PhraseOwner.DEPARTMENT, read.department);
                    put();
                    done.run();
                },
                fault);
    }

    /// Changes the book of `owner` on the disk, then does `done`.
    public void change(PhraseOwner owner, UnaryOperator<PhraseBook> change, Runnable done) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> keep(owner, change),
                book -> {
                    books.put(owner, book);
                    put();
                    done.run();
                },
                fault);
    }

    private PhraseBook keep(PhraseOwner owner, UnaryOperator<PhraseBook> change) throws WorkstationException {
        return store.change(owner, change);
    }

    private void put() {
        shelf.put(List.of(of(PhraseOwner.PERSONAL), of(PhraseOwner.DEPARTMENT), shipped));
    }
}

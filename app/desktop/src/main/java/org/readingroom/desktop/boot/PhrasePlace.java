package org.readingroom.desktop.boot;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.PhraseBookSheet;
import org.readingroom.desktop.reporting.PhraseBooks;
import org.readingroom.desktop.reporting.PhraseFiles;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.phrase.PhraseText;
import org.readingroom.report.ui.phrase.NormalWriter;
import org.readingroom.report.ui.phrase.PhraseWriter;
import org.readingroom.services.reporting.PhraseOwner;

/// Phrases and normal texts: writing them into the report, keeping them, their books.
///
/// **Thread:** FX.
final class PhrasePlace {
    private record Writers(PhraseWriter phrases, NormalWriter normal) {}

    private final ReportingParts parts;
    private final Surroundings around;
    private final PhraseBooks books;
    private @Nullable Writers writers;

    PhrasePlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        this.books = new PhraseBooks(around.session().reporting().phrases(), around.lanes(), around::tell);
        books.read(() -> {});
        parts.read().reportProperty().subscribe(this::opened);
        addTo(new CommandList(commands));
    }

    private void addTo(CommandList list) {
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> parts.shell().placeProperty().get() == Place.READ
                        && parts.read().reportProperty().get() != null,
                parts.shell().placeProperty(),
                parts.read().reportProperty());
        list.add("report.phrase", Shortcuts.ctrl(KeyCode.J), written, () -> with(each -> each.phrases.write()));
        list.add("report.next-blank", Shortcuts.ctrl(KeyCode.B), written, () -> with(each -> each.phrases.nextBlank()));
        list.add("report.normal", Shortcuts.ctrl(KeyCode.N), written, () -> with(each -> each.normal.write()));
        list.add(
                "report.normal-keep",
                Shortcuts.key(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                written,
                () -> with(this::keepNormal));
        list.add(
                "report.phrase-keep",
                Shortcuts.key(KeyCode.J, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                written,
                () -> parts.read().withReport(report -> showBooks(selected(report))));
        list.add("report.phrase-books", null, () -> showBooks(""));
    }

    private void opened(@Nullable OpenedReport report) {
        writers = null;
        if (report != null) {
            writers = new Writers(
                    new PhraseWriter(
                            report.view(),
                            report.model(),
                            books.shelf(),
                            around.words().messagesProperty()),
                    new NormalWriter(report.view(), report.model(), books.shelf()));
        }
    }

    private void with(Consumer<Writers> act) {
        Writers now = writers;
        if (now != null) {
            act.accept(now);
        }
    }

    private void keepNormal(Writers now) {
        now.normal.current().ifPresent(normal -> {
            AtomicBoolean isReplaced = new AtomicBoolean();
            books.change(
                    PhraseOwner.PERSONAL,
                    book -> {
                        isReplaced.set(book.replacesBy(normal));
                        return book.with(normal);
                    },
                    () -> say(
                            isReplaced.get() ? "desktop.phrases.normal-replaced" : "desktop.phrases.normal-kept",
                            normal.modality(),
                            normal.region()));
        });
    }

    /// The words that are selected, else the sentence the caret is in.
    private static String selected(OpenedReport report) {
        TextArea area = report.view().area(report.view().written());
        String chosen = area.getSelectedText();
        if (!chosen.isBlank()) {
            return PhraseText.asPhrase(chosen);
        }
        int end = 0;
        for (var sentence :
                report.model().report().section(report.view().written()).sentences()) {
            end += sentence.text().length();
            if (area.getCaretPosition() <= end) {
                return PhraseText.asPhrase(sentence.text());
            }
        }
        return "";
    }

    private void showBooks(String words) {
        OpenedReport report = parts.read().reportProperty().get();
        ReportLanguage language = report == null
                ? ReportLanguage.of(around.words().locale())
                : report.model().report().language();
        // read anew: somebody else may have written into the department's
        books.read(() -> {
            PhraseBookSheet sheet = new PhraseBookSheet(books, around.words(), language, this::say);
            PhraseFiles files = new PhraseFiles(books, around.words(), around.exit(), around::tell, this::say);
            List<Node> buttons = sheet.buttons(files.buttons(sheet));
            parts.sheets().show("desktop.phrases.title", sheet.body(), 900, 640, buttons.toArray(Node[]::new));
            sheet.begin(words);
        });
    }

    private void say(String key, Object... arguments) {
        around.status().say(Tone.DONE, around.words().get(key, arguments));
    }
}

package org.readingroom.desktop.boot;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.MixingSheet;
import org.readingroom.desktop.reading.PriorsModel;
import org.readingroom.desktop.reading.PriorsSheet;
import org.readingroom.desktop.reading.PriorsStrip;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Priors beside the study being read: list, keys, and the question before two patients are shown at once.
///
/// **Thread:** FX.
final class PriorsPlace {
    private final Surroundings around;
    private final ReadPlace read;
    private final SheetLayer sheets;
    private final PriorsModel model;

    PriorsPlace(Surroundings around, ReadPlace read, SheetLayer sheets) {
        this.around = around;
        this.read = read;
        this.sheets = sheets;
        this.model = read.priors();
        model.onMixing(this::ask);
    }

    /// `listed` is the study chosen in the list, `toRead` goes to where it is shown.
    void addCommands(CommandRegistry commands, Supplier<Optional<Study>> listed, Runnable toRead) {
        CommandList list = new CommandList(commands);
        BooleanBinding isOpen = Bindings.isNotNull(read.shownProperty());
        BooleanBinding isBeside = Bindings.size(read.desk().studies().all()).greaterThan(1);
        list.add("priors.best", Shortcuts.key(KeyCode.F3), isOpen, model::openBest);
        list.add("priors.list", Shortcuts.key(KeyCode.F3, KeyCombination.SHIFT_DOWN), isOpen, this::list);
        list.add("priors.take-off", Shortcuts.key(KeyCode.F3, KeyCombination.ALT_DOWN), isBeside, model::takeOff);
        list.add(
                "priors.beside-listed",
                null,
                isOpen,
                () -> listed.get().ifPresent(study -> {
                    toRead.run();
                    model.open(study);
                }));
        Command best = commands.find("priors.best").orElseThrow();
        Command all = commands.find("priors.list").orElseThrow();
        read.deskView().setThumbnailFoot(new PriorsStrip(model, around.words(), best, all));
    }

    private void list() {
        model.refresh();
        sheets.show(
                "desktop.priors.title",
                PriorsSheet.of(model, around.words(), prior -> {
                    sheets.close();
                    model.open(prior);
                }),
                760,
                620);
    }

    private void ask(Study stranger, Runnable open) {
        Study current = read.studyProperty().get();
        if (current != null) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.mixing.refused"));
            MixingSheet.show(sheets, around.words(), current, stranger, () -> {
                audited(current, stranger);
                around.status().say(Tone.ATTENTION, around.words().get("desktop.mixing.shown"));
                open.run();
            });
        }
    }

    private void audited(Study current, Study stranger) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> {
                            around.session()
                                    .audit()
                                    .append(
                                            Action.READ,
                                            "study.mixed",
                                            stranger.uid().value(),
                                            Outcome.SUCCESS,
                                            "beside " + current.uid().value());
                            return true;
                        },
                        done -> {},
                        around::tell);
    }
}

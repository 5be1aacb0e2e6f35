package org.readingroom.desktop.boot;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.objects.ReturnToArchive;
import org.readingroom.viewer.model.StudyUid;

/// The keys that give what was marked back to the archive, and what is said of it.
///
/// **Thread:** FX.
final class ReturnPlace {
    private final Surroundings around;
    private final ReadPlace read;
    private final ReturnToArchive returning;
    private final Runnable queued;

    /// `queued` is told when the outbox has more.
    ReturnPlace(Surroundings around, ReadPlace read, ObjectsPlace objects, Runnable queued) {
        this.around = around;
        this.read = read;
        this.queued = queued;
        this.returning = new ReturnToArchive(
                read.desk(),
                read.marks(),
                objects.model(),
                objects.parts(),
                around.session().objects(),
                around.session().studies(),
                read.saving(),
                around.words());
    }

    void addCommands(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        list.add("objects.save", Shortcuts.ctrl(KeyCode.S), read.shownProperty().isNotNull(), this::save);
        list.add(
                "objects.save-look",
                Shortcuts.key(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                read.shownProperty().isNotNull(),
                this::saveLook);
    }

    private void save() {
        returning.save(outcome -> told(outcome, true), around::tell);
    }

    private void saveLook() {
        if (!returning.saveLook(outcome -> told(outcome, true), around::tell)) {
            say("desktop.returned.no-frame");
        }
    }

    /// A report was signed: the marks it rests on go to the archive with it.
    void signed(StudyUid study) {
        returning.save(List.of(study), outcome -> told(outcome, false), around::tell);
    }

    private void told(ReturnToArchive.Outcome outcome, boolean isAsked) {
        queued.run();
        if (outcome.left() > 0) {
            around.status()
                    .say(Tone.ATTENTION, around.words().get("desktop.returned.left", outcome.made(), outcome.left()));
        } else if (outcome.made() > 0) {
            around.status().say(Tone.DONE, around.words().get("desktop.returned.saved", outcome.made()));
        } else if (isAsked) {
            say("desktop.returned.nothing-new");
        }
    }

    private void say(String key) {
        around.status().say(Tone.PLAIN, around.words().get(key));
    }
}

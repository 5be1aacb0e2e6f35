package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.followup.FollowUpModel;
import org.readingroom.desktop.followup.FollowUpSheet;
import org.readingroom.desktop.followup.LesionSheet;
import org.readingroom.desktop.followup.LesionStore;
import org.readingroom.desktop.followup.MarkedLesion;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.text.RecistSentence;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.RecistColumn;

/// Lesions followed from study to study: naming them, their table, and the way of both out.
///
/// **Thread:** FX.
final class FollowUpPlace {
    private final Surroundings around;
    private final ReadPlace read;
    private final SheetLayer sheets;
    private final MarksModel marks;
    private final Words words;
    private final FollowUpModel model;

    FollowUpPlace(Surroundings around, ReadPlace read, SheetLayer sheets) {
        this.around = around;
        this.read = read;
        this.sheets = sheets;
        this.marks = read.marks();
        this.words = around.words();
        this.model = new FollowUpModel(
                marks,
                read.desk().studies(),
                LesionStore.of(around.session().followUps()),
                read.saving(),
                around::tell);
        read.studyProperty().subscribe((before, study) -> model.open(study));
        marks.addListener(model::refresh);
    }

    void addCommands(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        BooleanBinding isOpen = Bindings.isNotNull(read.shownProperty());
        BooleanBinding isSelected = Bindings.isNotNull(marks.selectedProperty()).and(isOpen);
        list.add("recist.name", Shortcuts.key(KeyCode.Z, KeyCombination.ALT_DOWN), isSelected, this::name);
        list.add("recist.table", Shortcuts.key(KeyCode.Q, KeyCombination.ALT_DOWN), isOpen, this::table);
    }

    private void name() {
        MarkedLesion marked = model.marked().orElse(null);
        if (marked == null) {
            around.status().say(Tone.ATTENTION, words.get("desktop.recist.not-possible"));
            return;
        }
        LesionSheet sheet = new LesionSheet(model, marked, words);
        Button keep = button("lesion-keep", "desktop.recist.keep", "desktop.recist.keep-tip", () -> {
            Lesion lesion = sheet.lesion().orElse(null);
            if (lesion == null) {
                around.status().say(Tone.ATTENTION, words.get("desktop.recist.name-taken"));
            } else if (!model.pair(marked, lesion)) {
                around.status().say(Tone.ATTENTION, words.get("desktop.recist.no-size"));
            } else {
                sheets.close();
                around.status().say(Tone.PLAIN, words.get("desktop.recist.named", lesion.name()));
            }
        });
        keep.setDefaultButton(true);
        sheets.show("desktop.recist.name-title", sheet.body(), 520, 380, keep);
    }

    private void table() {
        FollowUpSheet sheet = new FollowUpSheet(model, words);
        Button copy = button(
                "recist-copy",
                "desktop.recist.copy",
                "desktop.recist.copy-tip",
                () -> around.exit().copy(sheet.text(), StudyUids.of(read.studyProperty())));
        Button insert = button("recist-insert", "desktop.recist.insert", "desktop.recist.insert-tip", this::insert);
        sheets.show("desktop.recist.title", sheet.body(), 1100, 700, copy, insert);
    }

    private Button button(String id, String key, String tipKey, Runnable action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.setTooltip(new Tooltip(words.get(tipKey)));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// What the study that is read says, as a sentence that the reader takes over or not.
    private void insert() {
        StudyUid study = model.currentStudy().orElse(null);
        RecistColumn column = model.table().columns().stream()
                .filter(one -> one.timepoint().study().equals(study))
                .findFirst()
                .orElse(null);
        if (column == null) {
            around.status().say(Tone.ATTENTION, words.get("desktop.recist.nothing-here"));
            return;
        }
        List<EvidenceAnchor> evidence = evidence(column.timepoint());
        sheets.close();
        read.withReport(report -> marks.insert(
                language -> RecistSentence.of(column, evidence, language),
                () -> report.view().insertMeasurement()));
    }

    private List<EvidenceAnchor> evidence(FollowUp.Timepoint timepoint) {
        List<EvidenceAnchor> evidence = new ArrayList<>();
        for (Lesion lesion : model.followUpProperty().get().lesions()) {
            lesion.in(timepoint.study()).ifPresent(reading -> {
                AnnotationId id = reading.mark();
                if (id != null) {
                    marks.find(id)
                            .ifPresent(mark -> evidence.add(new EvidenceAnchor(
                                    mark.placement().series(),
                                    mark.placement().referencedFrame().orElse(null),
                                    id,
                                    null)));
                }
            });
        }
        return evidence;
    }
}

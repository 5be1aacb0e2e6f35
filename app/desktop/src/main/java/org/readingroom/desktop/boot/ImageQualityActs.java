package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reporting.DefectSheet;
import org.readingroom.desktop.reporting.ImageQualityDesk;
import org.readingroom.desktop.reporting.ImageQualityWords;
import org.readingroom.desktop.reporting.ImageReturnsSheet;
import org.readingroom.desktop.reporting.KnownQuality;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.report.quality.DefectRule;
import org.readingroom.report.quality.GradeRule;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.StudyUid;

/// What a person does about the quality of images: the sheets that ask, and what is said of it.
///
/// **Thread:** FX.
final class ImageQualityActs {
    private final ReportingParts parts;
    private final Words words;
    private final ImageQualityDesk desk;
    private final ImageQualityWords said;

    ImageQualityActs(ReportingParts parts, ImageQualityDesk desk, ImageQualityWords said) {
        this.parts = parts;
        this.words = parts.around().words();
        this.desk = desk;
        this.said = said;
    }

    /// A grade without defects is given at once, by one key; the others ask what is wrong.
    void ask(KnownQuality known, ImageGrade grade) {
        StudyUid study = known.study().uid();
        GradeRule rule = desk.rules().rule(grade);
        if (rule.defects() == GradeRule.Defects.NONE) {
            desk.act(study, List.of(ImageQualityWish.grade(grade, List.of(), "")), this::say, this::refuse);
        } else {
            askDefects(study, grade, rule, desk.rules().defects(known.study().modalities()));
        }
    }

    private void askDefects(StudyUid study, ImageGrade grade, GradeRule rule, List<DefectRule> defects) {
        DefectSheet[] sheet = new DefectSheet[1];
        boolean[] isRunning = new boolean[1];
        DefectSheet.Confirm confirm = isBack -> {
            if (isRunning[0]) {
                return;
            }
            isRunning[0] = true;
            desk.act(
                    study,
                    wishes(grade, sheet[0], defects, isBack),
                    known -> {
                        if (sheet[0].body().getScene() != null) {
                            parts.sheets().close();
                        }
                        say(known);
                    },
                    fault -> {
                        isRunning[0] = false;
                        sheet[0].refuse(words.about(fault));
                    });
        };
        String foot = words.get("desktop.image-quality.rules", desk.rules().version())
                + (desk.isFileBroken() ? " · " + words.get("desktop.image-quality.file-broken") : "");
        sheet[0] = new DefectSheet(grade, defects, rule.blocks(), foot, said, confirm);
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(
                "defect-grade-it",
                "desktop.image-quality.grade",
                "desktop.image-quality.grade-tip",
                () -> confirm.done(false)));
        if (rule.blocks()) {
            buttons.add(button(
                    "defect-send-back",
                    "desktop.image-quality.grade-return",
                    "desktop.image-quality.grade-return-tip",
                    () -> confirm.done(true)));
        }
        parts.sheets().show("desktop.image-quality.defects", sheet[0].body(), 640, 720, buttons.toArray(Button[]::new));
    }

    private List<ImageQualityWish> wishes(
            ImageGrade grade, DefectSheet sheet, List<DefectRule> defects, boolean isBack) {
        List<ImageQualityWish> wishes = new ArrayList<>();
        wishes.add(ImageQualityWish.grade(grade, sheet.chosen(), sheet.remark()));
        if (isBack) {
            List<String> why = new ArrayList<>(defects.stream()
                    .map(DefectRule::defect)
                    .filter(defect -> sheet.chosen().contains(defect.id()))
                    .map(defect -> defect.name(said.language()))
                    .toList());
            why.add(sheet.remark());
            why.removeIf(String::isEmpty);
            wishes.add(ImageQualityWish.giveBack(grade, String.join(" · ", why)));
        }
        return wishes;
    }

    private Button button(String id, String key, String tipKey, Runnable action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.setTooltip(new Tooltip(words.get(tipKey)));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Asks why the images go back; what was ticked is proposed.
    void giveBack(KnownQuality known) {
        known.quality()
                .grading()
                .ifPresent(grading -> LineSheet.show(
                        parts.sheets(),
                        words,
                        "desktop.command.image-quality.return",
                        "desktop.image-quality.reason",
                        said.reason(grading),
                        reason -> desk.act(
                                known.study().uid(),
                                List.of(ImageQualityWish.giveBack(grading.grade(), reason)),
                                this::say,
                                this::refuse)));
    }

    private void say(KnownQuality known) {
        String grade =
                known.quality().grading().map(act -> said.grade(act.grade())).orElse("");
        String key = known.quality().isReturned()
                ? "desktop.image-quality.done-returned"
                : known.isStopped(desk.rules()) ? "desktop.image-quality.done-stopped" : "desktop.image-quality.done";
        parts.around().status().say(Tone.DONE, words.get(key, grade));
    }

    private void refuse(Exception fault) {
        parts.around().status().say(Tone.ATTENTION, words.about(fault));
    }

    /// The studies whose images stop their report.
    void list() {
        ImageReturnsSheet sheet =
                new ImageReturnsSheet(desk.stoppedProperty().get(), desk.rules(), said, this::patient, this::open);
        parts.sheets().show("desktop.command.image-quality.list", sheet.body(), 820, 520);
    }

    private String patient(StudyUid study) {
        return row(study)
                .map(row -> PatientWords.name(words, row.patient()) + " · "
                        + row.patient().id().value() + " · " + row.modality() + " " + row.description())
                .orElse("");
    }

    private Optional<WorklistRow> row(StudyUid study) {
        return parts.list().model().items().stream()
                .filter(row -> row.uid().filter(study::equals).isPresent())
                .findFirst();
    }

    private void open(StudyUid study) {
        row(study)
                .ifPresentOrElse(
                        row -> {
                            parts.sheets().close();
                            parts.cases().open(row);
                        },
                        () -> parts.around().status().say(Tone.ATTENTION, words.get("desktop.found.not-listed")));
    }
}

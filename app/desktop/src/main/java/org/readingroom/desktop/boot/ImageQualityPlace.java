package org.readingroom.desktop.boot;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.ImageQualityDesk;
import org.readingroom.desktop.reporting.ImageQualityStrip;
import org.readingroom.desktop.reporting.ImageQualityWords;
import org.readingroom.desktop.reporting.KnownQuality;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.worklist.ImageSign;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityConcerns;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// The quality of images on the desk: a grade with one key, what is wrong, the way back to the technologist, and what
/// stops a report until other images are here.
///
/// **Thread:** FX.
final class ImageQualityPlace implements AutoCloseable {
    private static final Map<ImageGrade, KeyCode> KEYS = Map.of(
            ImageGrade.A, KeyCode.DIGIT1,
            ImageGrade.B, KeyCode.DIGIT2,
            ImageGrade.C, KeyCode.DIGIT3,
            ImageGrade.D, KeyCode.DIGIT4);

    /// What is known of the open report's images.
    private record Shown(
            OpenedReport report,
            ImageQualityStrip strip,
            @Nullable KnownQuality known) {}

    private final ReportingParts parts;
    private final Words words;
    private final ImageQualityDesk desk;
    private final ImageQualityWords said;
    private final ImageQualityActs acts;
    private final Listening listening;
    private final Map<ImageGrade, Command> grades = new EnumMap<>(ImageGrade.class);
    private final Command giveBack;
    private final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();

    ImageQualityPlace(ReportingParts parts, CommandRegistry registry) {
        this.parts = parts;
        this.words = parts.around().words();
        Session session = parts.around().session();
        var qualities = session.reporting().imageQuality();
        this.desk = new ImageQualityDesk(
                qualities, session.studies()::study, parts.around().lanes(), parts.around()::tell);
        this.said = new ImageQualityWords(words, ZoneId.systemDefault());
        this.acts = new ImageQualityActs(parts, desk, said);
        BooleanBinding may = Bindings.createBooleanBinding(
                () -> isPossible(shown.get()), shown, parts.shell().placeProperty());
        for (ImageGrade grade : ImageGrade.values()) {
            String id = "image-quality." + grade.name().toLowerCase(Locale.ROOT);
            Command command = new Command(
                    id,
                    "desktop.command." + id,
                    Shortcuts.ctrl(KEYS.getOrDefault(grade, KeyCode.UNDEFINED)),
                    may,
                    () -> ask(grade));
            registry.add(command);
            grades.put(grade, command);
        }
        giveBack = new Command(
                "image-quality.return",
                "desktop.command.image-quality.return",
                Shortcuts.ctrl(KeyCode.DIGIT5),
                Bindings.createBooleanBinding(() -> isStopped(shown.get()), shown),
                () -> withKnown(acts::giveBack));
        registry.add(giveBack);
        new CommandList(registry)
                .add(
                        "image-quality.list",
                        Shortcuts.key(KeyCode.Q, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        acts::list);
        this.listening =
                qualities.onChange(() -> parts.around().lanes().start(Lane.FX, Priority.ON_SCREEN, this::again));
        desk.stoppedProperty().subscribe(this::signs);
        words.messagesProperty().subscribe(this::speak);
        parts.list().model().itemsProperty().subscribe((before, rows) -> arrived());
        parts.read().loadedProperty().subscribe(study -> look());
        parts.read().reportProperty().subscribe(this::opened);
        desk.refresh();
    }

    private void opened(@Nullable OpenedReport report) {
        shown.set(null);
        if (report == null) {
            return;
        }
        ImageQualityStrip strip = new ImageQualityStrip(said, desk.rules(), grades, giveBack);
        report.view().addAbove(strip);
        report.concernedBy(words -> {
            Shown now = shown.get();
            return now == null || now.known == null || now.known.isIssued() || !report.equals(now.report)
                    ? List.of()
                    : ImageQualityConcerns.of(words, now.known.quality(), desk.rules());
        });
        shown.set(new Shown(report, strip, null));
        report.model().versions().addListener((ListChangeListener<SignedReport>) change -> look());
        look();
    }

    /// Something was judged or sent back, here or by the hospital.
    private void again() {
        desk.refresh();
        look();
    }

    /// Images may have come for what waits for them.
    private void arrived() {
        if (!desk.stoppedProperty().get().isEmpty()) {
            again();
        }
    }

    private void look() {
        Shown now = shown.get();
        if (now != null) {
            desk.look(study(now), known -> show(now.report, known));
        }
    }

    private static StudyUid study(Shown now) {
        return now.report.model().report().study().study();
    }

    private void show(OpenedReport report, KnownQuality known) {
        Shown now = shown.get();
        if (now == null || !report.equals(now.report)) {
            return;
        }
        shown.set(new Shown(report, now.strip, known));
        boolean isStopped = known.isStopped(desk.rules());
        if (isStopped && !report.model().held().isHeld()) {
            report.model().flush();
        }
        report.model().held().stop(isStopped);
        report.model().marksChanged();
        speak();
    }

    private void speak() {
        Shown now = shown.get();
        if (now != null) {
            now.strip.show(now.known, isOpen(now));
        }
        signs();
    }

    private void signs() {
        Map<StudyUid, ImageSign> signs = new HashMap<>();
        desk.stoppedProperty().get().forEach(known -> signs.put(known.study().uid(), said.sign(known, desk.rules())));
        parts.list().showImages(signs);
    }

    private boolean isPossible(@Nullable Shown now) {
        return now != null && isOpen(now) && parts.shell().placeProperty().get() == Place.READ;
    }

    /// What an issued report rests on stays; who may not judge only looks.
    private boolean isOpen(Shown now) {
        KnownQuality known = now.known;
        return known != null && desk.mayGrade() && !(known.quality().grading().isPresent() && known.isIssued());
    }

    private boolean isStopped(@Nullable Shown now) {
        return now != null
                && now.known != null
                && now.known.isStopped(desk.rules())
                && !now.known.quality().isReturned();
    }

    private void ask(ImageGrade grade) {
        withKnown(known -> acts.ask(known, grade));
    }

    private void withKnown(Consumer<KnownQuality> action) {
        Shown now = shown.get();
        if (now != null && now.known != null) {
            action.accept(now.known);
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}

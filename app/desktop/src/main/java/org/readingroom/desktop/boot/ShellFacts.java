package org.readingroom.desktop.boot;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.shell.PatientLine;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.shell.ShellViewModel;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.services.identity.User;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.render.RendererChoice;

/// The standing facts around the places, in the language of the moment: who, which patient, which renderer.
///
/// **Thread:** FX.
final class ShellFacts {
    private final Words words;
    private final StringProperty renderer = new SimpleStringProperty("");

    ShellFacts(Words words) {
        this.words = words;
    }

    void signedIn(ShellViewModel shell, User user) {
        shell.signedInAsProperty().bind(Bindings.createStringBinding(() -> who(user), words.messagesProperty()));
    }

    void renderer(ShellViewModel shell, PictureMaker maker) {
        renderer.bind(Bindings.createStringBinding(
                () -> drawnBy(maker.choiceProperty().get()), maker.choiceProperty(), words.messagesProperty()));
        shell.status().rendererProperty().bind(renderer);
    }

    /// Names the patient of `study` while the Read place is shown, and never elsewhere.
    void patient(ShellViewModel shell, ReadOnlyObjectProperty<@Nullable Study> study) {
        shell.patientProperty()
                .bind(Bindings.createObjectBinding(
                        () -> shell.placeProperty().get() == Place.READ ? line(study.get()) : null,
                        study,
                        shell.placeProperty(),
                        words.messagesProperty()));
    }

    /// Which renderer draws, and why that one.
    ObservableStringValue renderer() {
        return renderer;
    }

    private @Nullable PatientLine line(@Nullable Study study) {
        return study == null
                ? null
                : new PatientLine(
                        PatientWords.name(words, study.patient()),
                        PatientWords.facts(words, study),
                        PatientWords.examination(study));
    }

    private String drawnBy(@Nullable RendererChoice choice) {
        return choice == null
                ? ""
                : words.get(choice.reasonKey(), choice.reasonArguments().toArray());
    }

    private String who(User user) {
        return user.displayName() + " · "
                + user.roles().stream()
                        .sorted()
                        .map(role -> words.get(role.messageKey()))
                        .collect(Collectors.joining(" · "));
    }
}

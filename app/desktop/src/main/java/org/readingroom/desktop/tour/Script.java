package org.readingroom.desktop.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// The steps of a tour as its chapters write them down, with what every chapter does and looks at.
///
/// **Thread:** FX.
final class Script {
    private final Puppet puppet;
    private final Supplier<Optional<Backstage>> backstage;
    private final boolean chinese;
    private final List<Step> steps = new ArrayList<>();
    private long shown;
    private long shownBefore;

    Script(Puppet puppet, Supplier<Optional<Backstage>> backstage, Locale locale) {
        this.puppet = puppet;
        this.backstage = backstage;
        this.chinese = locale.getLanguage().equals("zh");
    }

    Puppet puppet() {
        return puppet;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /// A step's picture is taken when `seen` holds; a name that begins with a dot takes none.
    void step(String name, Runnable action, BooleanSupplier seen) {
        steps.add(new Step(
                name,
                () -> {
                    shownBefore = shown;
                    action.run();
                },
                seen));
    }

    /// Through the palette, as a person does who knows no key.
    void command(String id, BooleanSupplier seen) {
        step(".palette " + id, () -> puppet.press(KeyCode.K, Modifier.CTRL), () -> puppet.sees("#palette-list"));
        step(".type " + id, () -> puppet.type(id), () -> puppet.reads("#palette-filter", id));
        step(".do " + id, () -> puppet.press(KeyCode.ENTER), seen);
    }

    /// The words of the tour's language.
    String words(String zh, String en) {
        return chinese ? zh : en;
    }

    Backstage look() {
        return backstage.get().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    ViewportModel active() {
        return look().desk().activeProperty().get();
    }

    /// Counts the pictures of the study that is opened next.
    void countPictures() {
        look().desk().onPictureShownProperty().set(() -> shown++);
    }

    /// Whether a picture has come on screen since the step began, and every view shows what it can.
    boolean isPictureNew() {
        return shown > shownBefore && look().deskView().isDrawn();
    }

    /// Whether a picture has come since the step began, while others are still on their way.
    boolean isPlaying() {
        return shown > shownBefore;
    }

    boolean isListRead() {
        return puppet.sees("#worklist")
                && look().worklist().loadedProperty().get()
                && !look().worklist().items().isEmpty()
                && puppet.find("#preview-image")
                        .map(javafx.scene.image.ImageView.class::cast)
                        .filter(v -> v.getImage() != null)
                        .isPresent();
    }

    void signIn(String name, String password) {
        fill("#sign-in-name", name);
        password(password);
    }

    void password(String password) {
        puppet.click("#sign-in-password");
        puppet.type(password);
        puppet.press(KeyCode.ENTER);
    }

    /// Types into an emptied field.
    void fill(String selector, String text) {
        puppet.click(selector);
        puppet.find(selector).map(TextField.class::cast).ifPresent(TextField::clear);
        puppet.type(text);
    }
}

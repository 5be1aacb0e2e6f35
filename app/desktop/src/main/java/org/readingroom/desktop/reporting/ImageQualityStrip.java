package org.readingroom.desktop.reporting;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.quality.ImageQualityRules;

/// The line above the report that asks how good the images are: one button, or one key, a grade. It takes no keys and
/// no focus by itself.
///
/// **Thread:** FX.
// [impl->req~report.image-quality.strip~1]
public final class ImageQualityStrip extends WrappingStrip {
    private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ImageQualityWords said;
    private final ImageQualityRules rules;
    private final Label standing = new Label();
    private final Map<ImageGrade, Button> grades = new EnumMap<>(ImageGrade.class);
    private final Button giveBack;

    /// `commands` are what the buttons do.
    public ImageQualityStrip(
            ImageQualityWords said, ImageQualityRules rules, Map<ImageGrade, Command> commands, Command giveBack) {
        super(6);
        this.said = said;
        this.rules = rules;
        setId("image-quality-strip");
        standing.setId("image-quality-standing");
        wrap(standing);
        getChildren().add(standing);
        for (ImageGrade grade : ImageGrade.values()) {
            Command command = commands.get(grade);
            if (command != null) {
                Button button = button("image-grade-" + grade.name(), command);
                grades.put(grade, button);
            }
        }
        this.giveBack = button("image-quality-return", giveBack);
        show(null, false);
    }

    private Button button(String id, Command command) {
        Button button = new Button();
        button.setId(id);
        button.setFocusTraversable(false);
        button.setOnAction(event -> command.action().run());
        CommandTips.install(button, command, said.words());
        getChildren().add(button);
        return button;
    }

    /// Shows what is known; null while that is not read. Without `mayGrade` it only tells.
    public void show(@Nullable KnownQuality known, boolean mayGrade) {
        setVisible(known != null);
        setManaged(known != null);
        if (known == null) {
            return;
        }
        ImageGrade held = known.quality().grading().map(ImageQualityAct::grade).orElse(null);
        boolean isStopped = known.isStopped(rules);
        standing.setText(said.standing(known, rules));
        pseudoClassStateChanged(ATTENTION, isStopped || known.isOfOthers());
        grades.forEach((grade, button) -> {
            button.setText(said.grade(grade));
            button.pseudoClassStateChanged(CHOSEN, grade == held);
            appear(button, mayGrade);
        });
        giveBack.setText(said.words().get("desktop.image-quality.return"));
        appear(giveBack, isStopped && !known.quality().isReturned());
    }

    private static void appear(Button button, boolean isThere) {
        button.setVisible(isThere);
        button.setManaged(isThere);
    }
}

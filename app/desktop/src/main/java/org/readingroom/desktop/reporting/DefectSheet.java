package org.readingroom.desktop.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.readingroom.report.quality.DefectRule;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.ui.Composition;

/// What is wrong with the images: ticked with the arrows and the space bar, the first nine with their number too.
/// Enter gives the grade; Ctrl+Enter gives it and sends the images back, where they stop the report.
///
/// **Thread:** FX.
// [impl->req~report.image-quality.defects~1]
public final class DefectSheet {
    /// What a person decided: to grade, or to send back as well.
    public interface Confirm {
        void done(boolean isBack);
    }

    private static final int NUMBERED = 9;

    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final TextField remark = new TextField();
    private final Label refusal = new Label();
    private final VBox body = new VBox(10);
    private final Confirm confirm;
    private final boolean isStopping;

    /// `isStopping` is whether images of `grade` stop the report; `foot` says which rules hold.
    public DefectSheet(
            ImageGrade grade,
            List<DefectRule> defects,
            boolean isStopping,
            String foot,
            ImageQualityWords said,
            Confirm confirm) {
        this.confirm = confirm;
        this.isStopping = isStopping;
        Label title = new Label(said.words().get(grade.messageKey()));
        title.setId("defect-grade");
        title.getStyleClass().add("strong");
        GridPane grid = new GridPane(24, 6);
        int rows = (defects.size() + 1) / 2;
        for (int i = 0; i < defects.size(); i++) {
            String name = defects.get(i).defect().name(said.language());
            CheckBox box = new CheckBox(i < NUMBERED ? (i + 1) + "  " + name : name);
            box.setId("defect-" + defects.get(i).defect().id());
            boxes.put(defects.get(i).defect().id(), box);
            grid.add(box, i / rows, i % rows);
        }
        remark.setId("defect-remark");
        remark.promptTextProperty().bind(said.words().text("desktop.image-quality.remark"));
        remark.accessibleTextProperty().bind(said.words().text("desktop.image-quality.remark"));
        refusal.setId("defect-refusal");
        refusal.getStyleClass().add("critical");
        refusal.setWrapText(true);
        Label version = new Label(foot);
        version.getStyleClass().addAll("quiet", "dense");
        version.setWrapText(true);
        body.getChildren().addAll(title, grid, remark, refusal, version);
        body.getStyleClass().add("sheet-body");
        Composition composition = Composition.of(remark);
        body.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!composition.isRunning()) {
                key(event);
            }
        });
    }

    public VBox body() {
        return body;
    }

    /// The ids of what is ticked, in the order of the list.
    public List<String> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    public String remark() {
        return remark.getText().strip();
    }

    public void refuse(String why) {
        refusal.setText(why);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            confirm.done(isStopping && event.isShortcutDown());
            event.consume();
        } else if (!remark.isFocused()
                && event.getCode().isDigitKey()
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !event.isShiftDown()) {
            String name = event.getCode().getName();
            int at = name.charAt(name.length() - 1) - '1';
            if (at >= 0 && at < Math.min(NUMBERED, boxes.size())) {
                CheckBox box = List.copyOf(boxes.values()).get(at);
                box.setSelected(!box.isSelected());
                event.consume();
            }
        }
    }
}

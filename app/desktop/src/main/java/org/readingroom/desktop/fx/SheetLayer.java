package org.readingroom.desktop.fx;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Lays one sheet over the place: settings, a signed report, help. There are no windows over windows.
///
/// Escape closes it and the focus goes back to where it was.
///
/// **Thread:** FX.
public final class SheetLayer extends StackPane {
    private final Words words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private @Nullable Node focusedBefore;
    private @Nullable Node focusedInside;
    private @Nullable Node covered;
    private boolean isTabbing;

    public SheetLayer(Words words) {
        this.words = words;
        getStyleClass().add("sheet-shade");
        visibleProperty().bind(open);
        managedProperty().bind(open);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keyboardAt);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            isTabbing = event.getCode() == KeyCode.TAB;
            if (keepsEscape(event.getTarget())) {
                escape(event);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /// Lists and trees take Escape for the end of editing, even when nothing in them is edited.
    private static boolean keepsEscape(EventTarget target) {
        return target instanceof ListView<?> list && list.isFocusTraversable() && list.getEditingIndex() < 0
                || target instanceof TreeView<?> tree && tree.getEditingItem() == null;
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// While a sheet is open, nothing in `place` beneath takes the keyboard: neither Tab nor what opens there
    /// meanwhile.
    public void keepKeyboardFrom(Node place) {
        covered = place;
    }

    /// Gives the keyboard to the open sheet, where it was before: after the window was unlocked.
    public void takeKeyboard() {
        if (open.get()) {
            Optional.ofNullable(focusedInside)
                    .filter(node -> isIn(this, node))
                    .or(() -> firstFor(this))
                    .ifPresent(Node::requestFocus);
        }
    }

    private void keyboardAt(@Nullable Node owner) {
        if (!open.get()) {
            return;
        }
        if (isIn(this, owner)) {
            focusedInside = owner;
        } else if (isIn(covered, owner)) {
            if (isTabbing) {
                focusedInside = null; // behind the last comes the first again
            } else {
                focusedBefore = owner;
            }
            takeKeyboard();
        }
    }

    @SuppressWarnings("ReferenceEquality") // nodes are themselves
    private static boolean isIn(@Nullable Node whole, @Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == whole) {
                return true;
            }
        }
        return false;
    }

    /// Shows `body` under a title, at most `width` × `height` and no higher than it needs; `footer` may hold buttons,
    /// and be empty.
    public void show(String titleKey, Node body, double width, double height, Node... footer) {
        if (!open.get()) {
            focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        Label title = new Label();
        title.getStyleClass().add("strong");
        title.textProperty().bind(words.text(titleKey));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button shut = new Button(null, Icons.of(MaterialDesignC.CLOSE));
        shut.getStyleClass().add("bare");
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.close").concat("  Esc"));
        shut.setTooltip(tip);
        shut.setOnAction(event -> close());
        HBox header = new HBox(title, gap, shut);
        header.getStyleClass().add("sheet-header");

        BorderPane sheet = new Sheet(body, height);
        sheet.getStyleClass().add("sheet");
        sheet.setTop(header);
        if (footer.length > 0) {
            HBox foot = new HBox(footer);
            foot.getStyleClass().add("sheet-footer");
            sheet.setBottom(foot);
        }
        sheet.setMaxSize(width, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
        focusedInside = null;
        open.set(true);
        // asked for in another window it still is laid over this one
        if (getScene() != null && getScene().getWindow() != null) {
            getScene().getWindow().requestFocus();
        }
        firstFor(body).orElse(shut).requestFocus();
    }

    /// The first node in `body` that takes the keyboard.
    private static Optional<Node> firstFor(Node body) {
        if (body.isFocusTraversable() && !body.isDisabled()) {
            return Optional.of(body);
        }
        return body instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(SheetLayer::firstFor)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /// As high as what it holds, and no higher than `most`.
    private static final class Sheet extends BorderPane {
        private final double most;

        Sheet(Node body, double most) {
            super(body);
            this.most = most;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(most, super.computePrefHeight(width));
        }
    }

    public void close() {
        if (!open.get()) {
            return;
        }
        open.set(false);
        getChildren().clear();
        focusedInside = null;
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }
}

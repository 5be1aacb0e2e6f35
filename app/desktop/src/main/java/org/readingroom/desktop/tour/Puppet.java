package org.readingroom.desktop.tour;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;

/// Does on a scene what a person does with keys and mouse, through the same events.
///
/// **Thread:** FX.
public final class Puppet {
    /// What the toolkit reports for one notch of a wheel.
    private static final double NOTCH = 40;

    private final Scene scene;

    public Puppet(Scene scene) {
        this.scene = scene;
    }

    /// A node that is really on the screen.
    public Optional<Node> find(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(Puppet::isSeen)
                .findFirst();
    }

    public boolean sees(String selector) {
        return find(selector).isPresent();
    }

    /// Whether a label, button or text field on the screen holds these words.
    public boolean reads(String selector, String part) {
        return find(selector).filter(node -> words(node).contains(part)).isPresent();
    }

    /// Whether a menu is open over the window.
    public boolean seesPopup() {
        return !popups().isEmpty();
    }

    public void closePopups() {
        popups().forEach(Window::hide);
    }

    private static List<Window> popups() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .toList();
    }

    public void press(KeyCode code, Modifier... modifiers) {
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        press(target, code, modifiers);
    }

    public void press(Node target, KeyCode code, Modifier... modifiers) {
        fire(target, key(KeyEvent.KEY_PRESSED, code, "", modifiers));
        if (modifiers.length == 0 && code.isLetterKey()) {
            fire(
                    target,
                    key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, code.getName().toLowerCase(Locale.ROOT)));
        }
        fire(target, key(KeyEvent.KEY_RELEASED, code, "", modifiers));
    }

    /// Types into whatever has the focus, letter by letter.
    public void type(String text) {
        text.codePoints().forEach(letter -> {
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            fire(target, key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, Character.toString(letter)));
        });
    }

    /// Presses a button, or puts the focus on anything else.
    public void click(String selector) {
        Node node = find(selector).orElseThrow(() -> new IllegalStateException("nothing on screen is " + selector));
        if (node instanceof ButtonBase button) {
            button.requestFocus();
            button.fire();
        } else if (node instanceof TextInputControl) {
            node.requestFocus();
        } else {
            Bounds bounds = node.getLayoutBounds();
            Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
            mouse(node, MouseEvent.MOUSE_PRESSED, middle, MouseButton.PRIMARY, 1);
            mouse(node, MouseEvent.MOUSE_RELEASED, middle, MouseButton.PRIMARY, 1);
            mouse(node, MouseEvent.MOUSE_CLICKED, middle, MouseButton.PRIMARY, 1);
        }
    }

    /// Presses at `from`, drags in a few steps, lets go at `to`. Points are in the node's own coordinates.
    public void drag(Node node, Point2D from, Point2D to, MouseButton button) {
        mouse(node, MouseEvent.MOUSE_MOVED, from, MouseButton.NONE, 0);
        mouse(node, MouseEvent.MOUSE_PRESSED, from, button, 1);
        int steps = 8;
        for (int step = 1; step <= steps; step++) {
            mouse(node, MouseEvent.MOUSE_DRAGGED, from.interpolate(to, (double) step / steps), button, 1);
        }
        mouse(node, MouseEvent.MOUSE_RELEASED, to, button, 1);
    }

    public void move(Node node, Point2D to) {
        mouse(node, MouseEvent.MOUSE_MOVED, to, MouseButton.NONE, 0);
    }

    public void wheel(Node node, Point2D at, int notches) {
        Point2D inScene = node.localToScene(at);
        for (int i = 0; i < Math.abs(notches); i++) {
            double delta = notches > 0 ? -NOTCH : NOTCH;
            fire(
                    node,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            inScene.getX(),
                            inScene.getY(),
                            inScene.getX(),
                            inScene.getY(),
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            delta,
                            0,
                            delta,
                            NOTCH,
                            NOTCH,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.LINES,
                            delta / NOTCH,
                            0,
                            new PickResult(node, inScene.getX(), inScene.getY())));
        }
    }

    /// Keys held down with another.
    public enum Modifier {
        CTRL,
        ALT,
        SHIFT
    }

    private void mouse(Node node, javafx.event.EventType<MouseEvent> type, Point2D at, MouseButton button, int clicks) {
        Point2D inScene = node.localToScene(at);
        Point2D onScreen = Optional.ofNullable(node.localToScreen(at)).orElse(inScene);
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        fire(
                node,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        onScreen.getX(),
                        onScreen.getY(),
                        button,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        down && button == MouseButton.MIDDLE,
                        down && button == MouseButton.SECONDARY,
                        false,
                        false,
                        type != MouseEvent.MOUSE_DRAGGED,
                        new PickResult(node, inScene.getX(), inScene.getY())));
    }

    private static KeyEvent key(
            javafx.event.EventType<KeyEvent> type, KeyCode code, String character, Modifier... modifiers) {
        var held = java.util.Set.of(modifiers);
        return new KeyEvent(
                type,
                type == KeyEvent.KEY_TYPED ? character : KeyEvent.CHAR_UNDEFINED,
                code.getName(),
                code,
                held.contains(Modifier.SHIFT),
                held.contains(Modifier.CTRL),
                held.contains(Modifier.ALT),
                false);
    }

    private static void fire(Node target, Event event) {
        Event.fireEvent(target, event);
    }

    /// A control without its skin is not drawn yet: what is typed into it would be lost.
    private static boolean isSeen(Node node) {
        if (node instanceof Control control && control.getSkin() == null) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static String words(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText() == null ? "" : labeled.getText();
            case TextInputControl input -> input.getText();
            default -> "";
        };
    }
}

package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.objects.ObjectLayer;

class LayerStackTest {
    private final List<String> told = new ArrayList<>();
    private final ViewContext view = (ViewContext) Proxy.newProxyInstance(
            ViewContext.class.getClassLoader(), new Class<?>[] {ViewContext.class}, (proxy, method, arguments) -> null);
    private final GraphicsContext canvas = new Canvas(1, 1).getGraphicsContext2D();
    private final KeyEvent key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, false, false, false, false);

    private ToolLayer layer(String name, boolean takes) {
        return new ToolLayer() {
            @Override
            public void paint(GraphicsContext on, ViewContext over) {
                told.add("paint " + name);
            }

            @Override
            public boolean keyPressed(KeyEvent event, ViewContext over) {
                told.add("key " + name);
                return takes;
            }
        };
    }

    @Test
    void whatIsOnTopIsPaintedLastAndAskedFirst() {
        LayerStack layers = new LayerStack(List.of(layer("tools", false), layer("high", false), layer("low", false)));
        layers.paint(canvas, view);
        assertFalse(layers.keyPressed(key, view));
        assertEquals(List.of("paint low", "paint high", "paint tools", "key tools", "key high", "key low"), told);
    }

    @Test
    void whoTakesAnEventIsTheLastToSeeIt() {
        LayerStack layers = new LayerStack(List.of(layer("tools", false), layer("high", true), layer("low", true)));
        assertTrue(layers.keyPressed(key, view));
        assertEquals(List.of("key tools", "key high"), told);
    }

    /// A call that a wrapping layer forgets never reaches the layers under it: the lines of the other views could
    /// be dragged but not clicked.
    @Test
    void layersThatHoldOthersHandEveryCallOn() {
        for (Class<?> holder : List.of(LayerStack.class, ObjectLayer.class)) {
            for (Method call : ToolLayer.class.getDeclaredMethods()) {
                if (!call.isSynthetic()) {
                    assertDoesNotThrow(
                            () -> holder.getDeclaredMethod(call.getName(), call.getParameterTypes()),
                            holder.getSimpleName() + " hands on " + call.getName());
                }
            }
        }
    }
}

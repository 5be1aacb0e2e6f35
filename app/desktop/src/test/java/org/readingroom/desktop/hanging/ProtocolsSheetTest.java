package org.readingroom.desktop.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.StyleSheets;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.render.PngWriter;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The sheet of protocols by its buttons and fields.
@Tag("ui")
// [utest->req~hanging.edit~1]
class ProtocolsSheetTest {
    @TempDir
    Path home;

    private Stage stage;
    private ProtocolShelf shelf;
    private SheetLayer layer;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            Theme.install();
            Words words = new Words(Locale.ENGLISH);
            StatusViewModel status = new StatusViewModel();
            shelf = new ProtocolShelf(home, "me");
            layer = new SheetLayer(words);
            stage = new Stage();
            Scene scene = new Scene(new StackPane(layer), 1280, 800);
            Theme.dress(scene);
            scene.getStylesheets().setAll(StyleSheets.named("base", "shell", "desk"));
            stage.setScene(scene);
            stage.show();
            new ProtocolsSheet(new HangingShelfActions(shelf, status, words), layer, status, words).show();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            onFx(() -> stage.hide());
        }
    }

    @Test
    void protocolsAreCopiedRenamedMovedDeletedAndBroughtBack() throws Exception {
        String original = shelf.protocols().getFirst().id();
        int before = shelf.protocols().size();
        keep(Path.of("target", "hanging", "editor.png"));
        onFx(() -> press("copy"));
        assertEquals(before + 1, shelf.protocols().size());
        HangingProtocol copy = shelf.protocols().get(1);
        assertTrue(copy.name().en().contains("copy"), copy.name().en());
        onFx(() -> {
            type("name", "Chest, thin");
            type("procedures", "hrct，高分辨");
            type("modalities", "ct");
        });
        copy = shelf.find(copy.id()).orElseThrow();
        assertEquals("Chest, thin", copy.name().en());
        assertEquals(List.of("hrct", "高分辨"), copy.definition().procedures());
        assertEquals(List.of("CT"), copy.definition().modalities());
        onFx(() -> press("up"));
        assertEquals(copy.id(), shelf.protocols().getFirst().id());
        onFx(() -> press("delete"));
        assertTrue(shelf.find(copy.id()).isEmpty());
        onFx(() -> press("undo"));
        assertEquals(copy, shelf.protocols().getFirst());
        assertEquals(original, shelf.protocols().get(1).id());
    }

    @Test
    void whatMakesNoSenseIsPutBack() throws Exception {
        List<HangingProtocol> before = shelf.protocols();
        onFx(() -> {
            type("screens", "many");
            type("screens", "-3");
            type("name", "  ");
        });
        assertEquals(before, shelf.protocols());
        assertFalse(shelf.canUndo());
    }

    private void press(String id) {
        ((Button) Objects.requireNonNull(layer.lookup("#hanging-" + id))).fire();
        ListView<?> list = (ListView<?>) Objects.requireNonNull(layer.lookup("#hanging-list"));
        assertFalse(list.getItems().isEmpty());
    }

    private void type(String id, String text) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        TextField field = (TextField) Objects.requireNonNull(layer.lookup("#hanging-form-" + id));
        field.setText(text);
        field.fireEvent(new javafx.event.ActionEvent());
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private void keep(Path file) throws Exception {
        WritableImage image =
                WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get(60, TimeUnit.SECONDS);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(argb, width, height, out);
        }
    }

    private static void onFx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }
}

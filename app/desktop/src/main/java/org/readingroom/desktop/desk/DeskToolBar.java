package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewState;
import org.readingroom.viewer.viewport.WindowPresets;

/// The 32 px bar over the views: the most used of the desk's commands, menus for the rest.
final class DeskToolBar extends ToolBar {
    private final ReadingDeskModel desk;
    private final Words words;
    private final Map<String, Command> commands;
    private final HBox extra = new HBox();

    DeskToolBar(ReadingDeskModel desk, List<Command> commands, Words words) {
        this.desk = desk;
        this.words = words;
        this.commands = commands.stream().collect(Collectors.toMap(Command::id, c -> c));
        getStyleClass().add("desk-bar");
        extra.getStyleClass().add("desk-bar-tools");
        setFocusTraversable(false);
        // what has no room moves behind an arrow at the end; the report beside keeps its width
        setMinWidth(0);
        getItems()
                .addAll(
                        layouts(),
                        planes(),
                        button("three-planes", MaterialDesignA.AXIS_ARROW),
                        button("crosshair", MaterialDesignC.CROSSHAIRS),
                        slabs(),
                        scenes(),
                        button("curve", MaterialDesignV.VECTOR_CURVE),
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        presets(),
                        palettes(),
                        button("invert", MaterialDesignI.INVERT_COLORS),
                        layers(),
                        fusions(),
                        processings(),
                        CineMenu.button(
                                menu(MaterialDesignP.PLAY_CIRCLE_OUTLINE, "desk.tip.cine", "cine-play"),
                                desk,
                                this.commands,
                                words),
                        LinkMenu.button(
                                menu(MaterialDesignL.LINK_VARIANT, "desk.tip.link", "link"),
                                desk,
                                this.commands,
                                words),
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        button("fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE),
                        button("rotate", MaterialDesignR.ROTATE_RIGHT),
                        button("flip-horizontal", MaterialDesignF.FLIP_HORIZONTAL),
                        button("flip-vertical", MaterialDesignF.FLIP_VERTICAL),
                        button("reset", MaterialDesignR.RESTORE),
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        extra);
    }

    /// Where others put their tools, after the desk's own.
    HBox tools() {
        return extra;
    }

    private Button button(String id, Ikon icon) {
        Command command = command(id);
        Button button = new Button();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll("bare", "desk-tool");
        button.setFocusTraversable(false);
        button.setOnAction(e -> {
            desk.focusActive();
            command.action().run();
        });
        CommandTips.install(button, command, words);
        return button;
    }

    private Command command(String id) {
        Command command = commands.get("desk." + id);
        if (command == null) {
            throw new IllegalArgumentException("no desk command " + id);
        }
        return command;
    }

    /// A menu whose tip names the keys of the desk's commands `ids`.
    private MenuButton menu(Ikon icon, String tipKey, String... ids) {
        MenuButton menu = new MenuButton();
        menu.setGraphic(Icons.of(icon));
        menu.getStyleClass().addAll("desk-menu");
        menu.setFocusTraversable(false);
        CommandTips.install(
                menu, tipKey, words, Stream.of(ids).map(this::command).toArray(Command[]::new));
        return menu;
    }

    private MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.text(command.titleKey()));
        item.setAccelerator(null);
        item.setOnAction(e -> {
            desk.focusActive();
            command.action().run();
        });
        return item;
    }

    private MenuButton layouts() {
        return LayoutChooser.fill(
                menu(MaterialDesignV.VIEW_GRID_OUTLINE, "desk.tip.layout", "layout-1x1"), desk, commands, words);
    }

    private MenuButton planes() {
        MenuButton menu = menu(MaterialDesignC.CUBE_OUTLINE, "desk.tip.plane", "next-plane");
        for (PlaneKind kind : PlaneKind.values()) {
            menu.getItems().add(item(command("plane-" + kind.name().toLowerCase(Locale.ROOT))));
        }
        return menu;
    }

    private MenuButton slabs() {
        MenuButton menu = menu(MaterialDesignF.FORMAT_LINE_WEIGHT, "desk.tip.slab", "slab");
        menu.showingProperty().addListener((o, was, showing) -> {
            if (showing) {
                fillSlabs(menu);
            }
        });
        fillSlabs(menu);
        return menu;
    }

    private void fillSlabs(MenuButton menu) {
        menu.getItems().clear();
        ViewportModel view = desk.activeProperty().get();
        ViewState state = view.stateProperty().get();
        for (double thickness : SlabSteps.USUAL_MM) {
            for (Slab.Projection projection :
                    thickness == 0 ? new Slab.Projection[] {Slab.Projection.MEAN} : Slab.Projection.values()) {
                Slab slab = thickness == 0 ? Slab.THIN : new Slab(thickness, projection);
                String key = thickness == 0
                        ? "desk.slab.thin"
                        : "desk.slab." + projection.name().toLowerCase(Locale.ROOT);
                CheckMenuItem item = new CheckMenuItem(words.get(key, CornerText.number(thickness)));
                item.setSelected(slab.equals(state.slab()));
                item.setDisable(thickness > 0 && !state.plane().isReformat());
                item.setOnAction(
                        e -> view.stateProperty().set(view.stateProperty().get().thick(slab)));
                menu.getItems().add(item);
            }
        }
    }

    private MenuButton presets() {
        MenuButton menu = menu(MaterialDesignC.CONTRAST_BOX, "desk.tip.presets", "preset-1", "preset-file", "voi-next");
        menu.showingProperty().addListener((o, was, showing) -> {
            if (showing) {
                fillPresets(menu);
            }
        });
        fillPresets(menu);
        return menu;
    }

    private void fillPresets(MenuButton menu) {
        menu.getItems().clear();
        menu.getItems().add(item(command("preset-file")));
        menu.getItems().addAll(LayerMenu.windows(desk, words));
        List<WindowPresets.Preset> presets =
                desk.activeSet().map(WindowPresets::of).orElse(List.of());
        for (int i = 0; i < presets.size(); i++) {
            WindowPresets.Preset preset = presets.get(i);
            MenuItem item = new MenuItem(words.get(
                    "desk.preset.line",
                    Integer.toString(i + 1),
                    words.get(preset.messageKey()),
                    CornerText.number(preset.window().width()),
                    CornerText.number(preset.window().center())));
            item.setOnAction(e -> desk.activeProperty().get().window(preset.window()));
            menu.getItems().add(item);
        }
    }

    private MenuButton palettes() {
        MenuButton menu = menu(MaterialDesignP.PALETTE_OUTLINE, "desk.tip.palettes", "palette");
        for (Palette palette : Palettes.all()) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(words.text(palette.messageKey()));
            item.setGraphic(new ImageView(strip(palette)));
            item.setOnAction(e -> desk.activeProperty().get().data(d -> d.withPalette(palette)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuButton layers() {
        return LayerMenu.fill(
                menu(MaterialDesignF.FILE_EYE_OUTLINE, "desk.tip.layers", "overlays", "shutter", "mask"),
                desk,
                commands,
                words);
    }

    private MenuButton fusions() {
        return AdditionMenus.fusion(
                menu(MaterialDesignL.LAYERS_OUTLINE, "desk.tip.fusion", "fuse"), desk, commands, words);
    }

    private MenuButton scenes() {
        return SceneMenu.fill(menu(MaterialDesignR.ROTATE_3D, "desk.tip.scene", "scene"), desk, words);
    }

    private MenuButton processings() {
        MenuButton menu = menu(MaterialDesignB.BLUR, "desk.tip.processing", "process-none");
        return AdditionMenus.processing(menu, desk, words);
    }

    private static WritableImage strip(Palette palette) {
        WritableImage image = new WritableImage(64, 12);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 12; y++) {
                image.getPixelWriter().setArgb(x, y, palette.argb(x * 255 / 63));
            }
        }
        return image;
    }
}

package org.readingroom.desktop.boot;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.plugin.PluginActions;
import org.readingroom.desktop.plugin.PluginHost;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the plug-ins and puts what they offer into the palette and behind a button of the desk's bar.
///
/// **Thread:** FX; the finding is done elsewhere.
final class PluginMenu {
    private static final Logger LOG = LoggerFactory.getLogger(PluginMenu.class);

    private final Surroundings around;
    private final ReadPlace read;
    private final CommandRegistry commands;

    PluginMenu(Surroundings around, ReadPlace read, CommandRegistry commands) {
        this.around = around;
        this.read = read;
        this.commands = commands;
    }

    void load() {
        PluginHost plugins = new PluginHost(this::switchedOff);
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.THUMBNAIL,
                        () -> {
                            plugins.load();
                            return plugins;
                        },
                        this::offer,
                        around::tell);
    }

    private void offer(PluginHost plugins) {
        PluginActions actions = new PluginActions(
                plugins,
                read.desk(),
                () -> read.deskView().activeNode().context(),
                around.lanes(),
                around.status(),
                around.words());
        List<Command> offered = actions.commands(read.deskView().inHandProperty());
        if (offered.isEmpty()) {
            return;
        }
        MenuButton menu = new MenuButton(null, Icons.of(MaterialDesignA.AUTO_FIX));
        menu.setId("plugin-menu");
        menu.setFocusTraversable(false);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(around.words().text("desktop.plugin.menu"));
        menu.setTooltip(tip);
        for (Command command : offered) {
            commands.add(command);
            MenuItem item = new MenuItem();
            item.textProperty().bind(around.words().text(command.titleKey()));
            item.setOnAction(event -> command.action().run());
            menu.getItems().add(item);
        }
        read.deskView().toolButtons().getChildren().add(menu);
    }

    /// Any thread.
    private void switchedOff(String plugin, Throwable why) {
        try {
            around.session()
                    .audit()
                    .append(
                            AuditEvent.Action.EXECUTE,
                            "plugin.switched-off",
                            plugin,
                            AuditEvent.Outcome.FAILURE,
                            why.getClass().getSimpleName());
        } catch (WorkstationException e) {
            LOG.error("switching off plug-in {} could not be audited", plugin, e);
        }
        around.lanes()
                .start(
                        Lane.FX,
                        Priority.ON_SCREEN,
                        () -> around.status()
                                .say(Tone.ATTENTION, around.words().get("desktop.plugin.switched-off", plugin)));
    }
}

package org.readingroom.desktop.boot;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.exporting.SendDesk;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.shell.Place;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Study;

/// Sends the study that is chosen in the list or open on the desk to a server of the hospital.
///
/// **Thread:** FX.
// [impl->req~export.send.window~1]
final class SendPlace implements AutoCloseable {
    private final ListPlace list;
    private final ReadPlace read;
    private final ReadOnlyObjectProperty<Place> place;
    private final SendDesk sending;

    SendPlace(
            Surroundings around,
            SheetLayer sheets,
            ListPlace list,
            ReadPlace read,
            ReadOnlyObjectProperty<Place> place,
            CommandRegistry commands) {
        this.list = list;
        this.read = read;
        this.place = place;
        this.sending = new SendDesk(around.session(), sheets, around.lanes(), around.status(), around.words());
        BooleanBinding hasStudy = Bindings.createBooleanBinding(
                () -> study().isPresent(), place, list.model().selectedProperty(), read.studyProperty());
        new CommandList(commands)
                .add("study.send", Shortcuts.ctrl(KeyCode.T), hasStudy, () -> study().ifPresent(sending::open));
        commands.find("study.send").ifPresent(command -> offer(command, around));
    }

    /// The key stands in the words: as an accelerator it would be heard through sheets.
    private void offer(Command command, Surroundings around) {
        MenuItem send = new MenuItem();
        send.setId("worklist-send");
        send.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> CommandTips.line(command, around.words()),
                        around.words().messagesProperty(),
                        command.shortcutProperty()));
        send.disableProperty().bind(Bindings.not(command.when()));
        send.setOnAction(event -> command.action().run());
        list.view().setRowMenu(new ContextMenu(send));
    }

    private Optional<Study> study() {
        return switch (place.get()) {
            case LIST ->
                Optional.ofNullable(list.model().selectedProperty().get()).flatMap(WorklistRow::study);
            case READ -> Optional.ofNullable(read.studyProperty().get());
            case OUT -> Optional.empty();
        };
    }

    @Override
    public void close() {
        sending.close();
    }
}

package org.readingroom.desktop.hospital;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.services.hospital.ServerTrial;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The settings of the servers while somebody changes them: typed, asked, kept.
///
/// **Thread:** FX.
// [impl->req~hospital.servers-sheet~1]
public final class ServersModel {
    /// What came of asking a server; neither while it is asked.
    public record Asked(Optional<ServerTrial.Answer> answer, Optional<Exception> fault) {}

    private final ServersDesk desk;
    private final TaskRunner runner;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final ObservableMap<String, String> faults = FXCollections.observableHashMap();
    private final ObservableMap<ServerPlace, Asked> asked = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mayChange = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<HospitalSettings> kept = new ReadOnlyObjectWrapper<>(HospitalSettings.NONE);
    private boolean isFilling;
    private int turn;

    public ServersModel(ServersDesk desk, TaskRunner runner) {
        this.desk = desk;
        this.runner = runner;
        for (String name : ServersText.names()) {
            StringProperty value = new SimpleStringProperty("");
            value.subscribe((before, now) -> changed(name));
            values.put(name, value);
        }
        fill(HospitalSettings.NONE);
        work(desk::kept, found -> {
            fill(found.settings());
            mayChange.set(found.mayChange());
        });
    }

    /// What stands in the field of this name, see [ServersText].
    StringProperty value(String name) {
        StringProperty value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /// Why the text of a field is none, by the field's name.
    public ObservableMap<String, String> faults() {
        return faults;
    }

    public ObservableMap<ServerPlace, Asked> asked() {
        return asked;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty mayChangeProperty() {
        return mayChange.getReadOnlyProperty();
    }

    /// What was done last, as a line of the message bundles.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// What secrets left empty are taken from.
    ReadOnlyObjectProperty<HospitalSettings> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    private void fill(HospitalSettings settings) {
        kept.set(settings);
        isFilling = true;
        ServersText.of(settings).forEach((name, text) -> value(name).set(text));
        isFilling = false;
        faults.clear();
        forget();
    }

    private void changed(String name) {
        if (isFilling) {
            return;
        }
        // a server has faults that depend on its other fields
        String server = name.substring(0, name.indexOf('.') + 1);
        faults.keySet().removeIf(each -> each.startsWith(server));
        told.set("");
        forget();
    }

    /// What servers answered was answered to other settings.
    private void forget() {
        turn++;
        asked.clear();
    }

    /// Keeps what is typed; it holds from the next sign-in.
    public void keep() {
        int mine = turn;
        read(settings -> work(
                () -> {
                    desk.keep(settings);
                    return settings;
                },
                done -> {
                    if (mine == turn) {
                        fill(done);
                    } else {
                        // somebody went on typing
                        kept.set(done);
                    }
                    told.set("desktop.servers.kept");
                }));
    }

    /// Asks every server that is typed in, without keeping anything.
    public void test() {
        read(settings -> {
            forget();
            for (ServerPlace place : ServerPlace.values()) {
                if (place.isIn(settings.servers())) {
                    ask(place, settings);
                }
            }
            told.set(asked.isEmpty() ? "desktop.servers.nothing" : "");
        });
    }

    private void ask(ServerPlace place, HospitalSettings settings) {
        int mine = turn;
        asked.put(place, new Asked(Optional.empty(), Optional.empty()));
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> desk.ask(place, settings.servers()),
                answer -> answered(mine, place, new Asked(Optional.of(answer), Optional.empty())),
                e -> answered(mine, place, new Asked(Optional.empty(), Optional.of(e))));
    }

    private void answered(int mine, ServerPlace place, Asked answer) {
        if (mine == turn) {
            asked.put(place, answer);
        }
    }

    /// Fills the fields from a file of servers; nothing is kept by it.
    public void take(Path file) {
        if (mayChange.get() && !busy.get()) {
            work(() -> desk.read(file), settings -> {
                fill(settings);
                told.set("desktop.servers.taken");
            });
        }
    }

    private void read(Consumer<HospitalSettings> then) {
        if (busy.get()) {
            return;
        }
        Map<String, String> typed = new HashMap<>();
        values.forEach((name, value) -> typed.put(name, value.get()));
        HospitalSettings before = kept.get();
        work(() -> ServersReader.read(typed, before), read -> {
            faults.clear();
            faults.putAll(read.faults());
            told.set(read.faults().isEmpty() ? "" : "desktop.servers.wrong");
            read.settings().ifPresent(then);
        });
    }

    private <T> void work(Callable<T> work, Consumer<T> done) {
        busy.set(true);
        fault.set(null);
        told.set("");
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                work,
                result -> {
                    busy.set(false);
                    done.accept(result);
                },
                e -> {
                    busy.set(false);
                    fault.set(e);
                });
    }
}

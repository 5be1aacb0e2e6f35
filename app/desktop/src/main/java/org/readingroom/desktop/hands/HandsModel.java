package org.readingroom.desktop.hands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.KeyContext;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The profile a person works with and what they changed of each, kept in the window's memory as it changes.
///
/// **Thread:** FX; the files are small and local.
// [impl->req~desk.hands~1]
public final class HandsModel {
    private static final Logger LOG = LoggerFactory.getLogger(HandsModel.class);

    private final CommandRegistry commands;
    private final WindowMemory memory;
    private final String loginName;
    private final Map<HandProfile, Hands> changed = new EnumMap<>(HandProfile.class);
    private final ReadOnlyObjectWrapper<HandProfile> profile = new ReadOnlyObjectWrapper<>(HandProfile.READING_ROOM);
    private final ReadOnlyObjectWrapper<MouseMap> mouse = new ReadOnlyObjectWrapper<>(MouseMap.USUAL);

    /// Takes up what was kept for `loginName`; what cannot be read is left out and said in the log.
    public HandsModel(CommandRegistry commands, WindowMemory memory, String loginName) {
        this.commands = commands;
        this.memory = memory;
        this.loginName = loginName;
        for (HandProfile one : HandProfile.values()) {
            memory.text(key(one)).ifPresent(json -> kept(one, json));
        }
        profile.set(memory.text("hands.profile." + loginName)
                .flatMap(HandProfile::of)
                .orElse(HandProfile.READING_ROOM));
        apply();
    }

    private void kept(HandProfile one, String json) {
        try {
            changed.put(one, HandsJson.read(json).hands());
        } catch (WorkstationException e) {
            LOG.warn("keys kept for {} cannot be read and are left out: {}", one.id(), e.getMessage());
        }
    }

    private String key(HandProfile one) {
        return "hands." + one.id() + "." + loginName;
    }

    public ReadOnlyObjectProperty<HandProfile> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /// What the mouse does now.
    public ReadOnlyObjectProperty<MouseMap> mouseProperty() {
        return mouse.getReadOnlyProperty();
    }

    /// Every command there is, those without a key included.
    public List<Command> commands() {
        return commands.all();
    }

    /// What the person changed of the profile they work with.
    public Hands hands() {
        return changed.getOrDefault(profile.get(), Hands.UNCHANGED);
    }

    public void use(HandProfile wanted) {
        profile.set(wanted);
        memory.keep("hands.profile." + loginName, wanted.id());
        memory.save();
        apply();
    }

    /// Who else has `key`.
    public Optional<Command> conflict(Command command, KeyCodeCombination key) {
        return commands.keys().holder(key).filter(other -> other != command);
    }

    public boolean isReserved(Command command, KeyCodeCombination key) {
        return Shortcuts.isReserved(key, KeyContext.of(command.id()));
    }

    /// Gives `key` to `command`, and takes it from whoever had it.
    ///
    /// **Errors:** [IllegalArgumentException] for a key that is reserved.
    public void give(Command command, KeyCodeCombination key) {
        if (isReserved(command, key)) {
            throw new IllegalArgumentException(key.getName() + " is reserved");
        }
        Hands hands = hands();
        Optional<Command> before = conflict(command, key);
        if (before.isPresent()) {
            hands = hands.withKey(before.get().id(), "");
        }
        put(hands.withKey(command.id(), key.getName()));
    }

    /// Takes the key of `command` away.
    public void clear(Command command) {
        put(hands().withKey(command.id(), ""));
    }

    /// Gives `command` the key of its profile again, taken from whoever was given it since.
    public void reset(Command command) {
        Hands hands = hands().withoutKey(command.id());
        String own = Shortcuts.shown(commands.keys().ofProfile(command));
        for (Map.Entry<String, String> other : hands.keys().entrySet()) {
            boolean hasIt = !own.isEmpty()
                    && Shortcuts.parse(other.getValue())
                            .map(Shortcuts::shown)
                            .filter(own::equals)
                            .isPresent();
            if (hasIt) {
                hands = hands.withoutKey(other.getKey());
            }
        }
        put(hands);
    }

    /// Whether the person changed the key of `command`.
    public boolean isChanged(Command command) {
        return !Objects.equals(command.shortcut(), commands.keys().ofProfile(command));
    }

    public void resetAll() {
        put(Hands.UNCHANGED);
    }

    public void move(MouseMove move, MouseAct act) {
        put(hands().withMouse(hands().mouse().with(move, act)));
    }

    private void put(Hands hands) {
        changed.put(profile.get(), hands);
        memory.keep(key(profile.get()), HandsJson.write(profile.get(), hands));
        memory.save();
        apply();
    }

    private void apply() {
        commands.keys().use(profile.get().keys(), hands().keys());
        mouse.set(hands().mouse());
    }

    /// **Errors:** [IOException] where the file cannot be written.
    public void exportTo(Path file) throws IOException {
        Files.writeString(file, HandsJson.write(profile.get(), hands()), StandardCharsets.UTF_8);
    }

    /// Takes over the profile of a file, and all that was changed of it there in place of what was changed here.
    ///
    /// **Errors:** [WorkstationException] for what is no such file; everything stays as it was.
    public void importFrom(Path file) throws WorkstationException {
        HandsJson.Read read = HandsJson.read(text(file));
        profile.set(read.profile());
        memory.keep("hands.profile." + loginName, read.profile().id());
        put(read.hands());
    }

    private static String text(Path file) throws WorkstationException {
        @Nullable IOException fault;
        try {
            if (Files.size(file) <= HandsJson.LONGEST) {
                return Files.readString(file, StandardCharsets.UTF_8);
            }
            fault = null;
        } catch (IOException e) {
            fault = e;
        }
        throw new WorkstationException("desktop.hands.unreadable", List.of(), "a file of keys cannot be read", fault);
    }
}

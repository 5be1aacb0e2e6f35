package org.readingroom.desktop.fx;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.model.WorkstationException;

/// The language the window speaks; what is bound to it changes at once when the language does.
///
/// **Thread:** FX.
public final class Words {
    private final ReadOnlyObjectWrapper<Messages> messages;
    private final @Nullable Words host;

    public Words(Locale locale) {
        messages = new ReadOnlyObjectWrapper<>(Messages.of(locale));
        host = null;
    }

    private Words(Words host) {
        messages = new ReadOnlyObjectWrapper<>();
        // the property is only weakly known to what it is bound to
        messages.bind(host.messages);
        this.host = host;
    }

    /// Words that speak the same language at all times, and let go of whoever listens to them when they go.
    public Words guest() {
        return new Words(this);
    }

    public void speak(Locale locale) {
        if (host != null) {
            host.speak(locale);
        } else if (!locale.getLanguage().equals(locale().getLanguage())) {
            messages.set(Messages.of(locale));
        }
    }

    public Locale locale() {
        return messages.get().locale();
    }

    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    public String get(String key, Object... arguments) {
        return messages.get().get(key, arguments);
    }

    /// What the person is told about `fault`: its own words, or that something unexpected happened.
    public String about(Exception fault) {
        return fault instanceof WorkstationException known
                ? get(known.messageKey(), known.messageArguments().toArray())
                : get("desktop.fault.unexpected", fault.getClass().getSimpleName());
    }

    /// The words for `key`, following the language; arguments that are observable are followed too.
    public StringBinding text(String key, Object... arguments) {
        Observable[] followed = Stream.concat(
                        Stream.of(messages),
                        Stream.of(arguments)
                                .filter(Observable.class::isInstance)
                                .map(Observable.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(
                () -> get(
                        key,
                        Stream.of(arguments)
                                .map(a -> a instanceof ObservableValue<?> value ? value.getValue() : a)
                                .toArray()),
                followed);
    }
}

package org.readingroom.viewer.outline;

import java.util.List;
import org.readingroom.assets.Messages;

/// Words of an outline: the file's own, or ours in the language of the reader.
public sealed interface Phrase {
    Phrase NONE = new Words("");

    /// The words in the language of `messages`.
    String in(Messages messages);

    /// What the file says.
    record Words(String text) implements Phrase {
        @Override
        public String in(Messages messages) {
            return text;
        }
    }

    /// A line of the message bundles. Arguments are texts, or phrases of their own.
    record Key(String messageKey, List<Object> arguments) implements Phrase {
        public Key {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String in(Messages messages) {
            Object[] words = arguments.stream()
                    .map(argument -> argument instanceof Phrase phrase ? phrase.in(messages) : argument.toString())
                    .toArray();
            return messages.get(messageKey, words);
        }
    }

    static Phrase words(String text) {
        return new Words(text);
    }

    static Phrase key(String messageKey, Object... arguments) {
        return new Key(messageKey, List.of(arguments));
    }
}

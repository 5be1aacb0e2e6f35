package org.readingroom.viewer.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
    private static class Append implements Edit<String> {
        private final String text;

        Append(String text) {
            this.text = text;
        }

        @Override
        public String apply(String document) {
            return document + text;
        }

        @Override
        public String revert(String document) {
            return document.substring(0, document.length() - text.length());
        }

        @Override
        public String labelKey() {
            return "append-" + text;
        }
    }

    /// Refuses a document it was not made for, as a real edit does.
    private record Replace(String from, String to) implements Edit<String> {
        @Override
        public String apply(String document) {
            return exchanged(document, from, to);
        }

        @Override
        public String revert(String document) {
            return exchanged(document, to, from);
        }

        private static String exchanged(String document, String expected, String next) {
            if (!document.equals(expected)) {
                throw new IllegalArgumentException(document + " is not " + expected);
            }
            return next;
        }

        @Override
        public String labelKey() {
            return "replace";
        }
    }

    private final EditHistory<String> history = new EditHistory<>("");

    // [utest->req~annotation.history~1]
    @Test
    void aDragIsOneStepHoweverManyProvisionalEditsItShowed() {
        history.apply(new Append("a"));
        history.provisional(new Append("b"));
        history.provisional(new Append("bcd"));
        assertThat(history.document()).isEqualTo("abcd");
        assertThat(history.settledDocument()).isEqualTo("a");
        history.commitProvisional();
        assertThat(history.settledDocument()).isEqualTo("abcd");
        history.undo();
        assertThat(history.document()).isEqualTo("a");
        history.redo();
        assertThat(history.document()).isEqualTo("abcd");
    }

    @Test
    void aDroppedDragLeavesNothing() {
        history.provisional(new Append("x"));
        history.dropProvisional();
        assertThat(history.document()).isEmpty();
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void aGroupIsTakenBackTogether() {
        history.beginGroup();
        history.apply(new Append("a"));
        history.apply(new Replace("a", "bcd"));
        assertThat(history.canUndo()).as("not while it is open").isFalse();
        history.endGroup();
        assertThat(history.document()).isEqualTo("bcd");
        history.undo();
        assertThat(history.document()).isEmpty();
        history.redo();
        assertThat(history.document()).isEqualTo("bcd");
        history.undo();
        assertThat(history.redoLabelKey()).contains("append-a");
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        history.apply(new Append("a"));
        history.undo();
        history.apply(new Append("b"));
        assertThat(history.canRedo()).isFalse();
        history.redo();
        assertThat(history.document()).isEqualTo("b");
    }

    @Test
    void aClosedHistoryChangesNoMore() {
        history.apply(new Append("a"));
        history.provisional(new Append("b"));
        history.close();
        assertThat(history.document()).isEqualTo("a");
        assertThat(history.canUndo()).isFalse();
        assertThatThrownBy(() -> history.apply(new Append("c"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> history.provisional(new Append("c"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(history::undo).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(history::beginGroup).isInstanceOf(IllegalStateException.class);
        assertThat(history.document()).isEqualTo("a");
    }

    @Test
    void aStepThatCannotBeTakenBackIsNotLost() {
        AtomicBoolean refuses = new AtomicBoolean(true);
        history.apply(new Append("a") {
            @Override
            public String revert(String document) {
                if (refuses.get()) {
                    throw new IllegalArgumentException("not now");
                }
                return super.revert(document);
            }
        });
        assertThatThrownBy(history::undo).isInstanceOf(IllegalArgumentException.class);
        assertThat(history.document()).isEqualTo("a");
        assertThat(history.canRedo()).isFalse();
        refuses.set(false);
        history.undo();
        assertThat(history.document()).isEmpty();
        assertThat(history.canRedo()).isTrue();
    }

    @Test
    void undoDuringADragTakesTheDragOffTheScreenToo() {
        List<String> shown = new ArrayList<>();
        history.addListener(() -> shown.add(history.document()));
        history.provisional(new Append("x"));
        history.undo();
        assertThat(shown).as("there was no step, and the drag is gone").containsExactly("x", "");
    }

    @Test
    void anEmptyGroupIsNoStepAndTwoStepsComeBackInOrder() {
        history.beginGroup();
        history.endGroup();
        assertThat(history.canUndo()).isFalse();
        history.apply(new Append("a"));
        history.apply(new Append("b"));
        assertThat(history.undoLabelKey()).contains("append-b");
        history.undo();
        assertThat(history.document()).isEqualTo("a");
        history.undo();
        history.redo();
        assertThat(history.document()).isEqualTo("a");
        history.redo();
        assertThat(history.document()).isEqualTo("ab");
    }

    @Test
    void listenersHearOfEveryChangeUntilTheyLeave() {
        AtomicInteger heard = new AtomicInteger();
        Runnable listener = heard::incrementAndGet;
        history.addListener(listener);
        history.apply(new Append("a"));
        history.provisional(new Append("b"));
        history.dropProvisional();
        history.undo();
        assertThat(heard.get()).isEqualTo(4);
        history.removeListener(listener);
        history.redo();
        assertThat(heard.get()).isEqualTo(4);
    }
}

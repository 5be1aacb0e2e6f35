package org.readingroom.report.suggest;

/// Where each act on a suggestion is told. Called on `fx`, returns at once.
@FunctionalInterface
public interface SuggestionLog {
    void note(SuggestionAct act);
}

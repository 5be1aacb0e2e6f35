package org.readingroom.report.model;

/// Who put the words of a sentence there. A person's change to the words makes them the person's.
public enum SentenceOrigin {
    HUMAN,
    TEMPLATE,
    /// Written by a model; never signed before a person has taken it over.
    MACHINE
}

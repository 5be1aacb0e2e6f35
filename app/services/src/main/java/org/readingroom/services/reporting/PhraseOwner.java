package org.readingroom.services.reporting;

/// Whose a phrase book is.
public enum PhraseOwner {
    /// One person's own; nobody else sees it.
    PERSONAL,
    /// Read by all, written by seniors and administrators.
    DEPARTMENT
}

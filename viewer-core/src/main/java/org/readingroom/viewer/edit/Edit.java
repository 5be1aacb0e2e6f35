package org.readingroom.viewer.edit;

/// One reversible change to a document `D`. `apply` then `revert` gives back an equal document.
public interface Edit<D> {
    D apply(D document);

    D revert(D document);

    /// Names the change in the undo menu; a message key.
    String labelKey();
}

package org.readingroom.services.store;

import org.readingroom.viewer.model.WorkstationException;

/// What is done inside one transaction. Whatever it throws undoes all of it.
@FunctionalInterface
public interface Work<T> {
    T run(Transaction transaction) throws WorkstationException;
}

package org.readingroom.services.store;

/// Brings back a file that is missing or damaged.
@FunctionalInterface
public interface InstanceRepair {
    /// True when the file is there and sound now.
    boolean repair(StoredInstance instance);
}

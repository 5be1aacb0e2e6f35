package org.readingroom.services.remote.dicomweb;

import java.util.Optional;

/// Keeps what was found out of one archive from one start of the program to the next.
public interface TraitMemory {
    Optional<ArchiveTraits> recall();

    void remember(ArchiveTraits traits);

    /// Forgets with the program.
    TraitMemory NONE = new TraitMemory() {
        @Override
        public Optional<ArchiveTraits> recall() {
            return Optional.empty();
        }

        @Override
        public void remember(ArchiveTraits traits) {}
    };
}

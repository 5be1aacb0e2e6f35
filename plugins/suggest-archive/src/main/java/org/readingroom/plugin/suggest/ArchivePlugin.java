package org.readingroom.plugin.suggest;

import java.util.Set;
import org.readingroom.plugin.ApiVersion;
import org.readingroom.plugin.Capability;
import org.readingroom.plugin.Contributions;
import org.readingroom.plugin.Plugin;

/// Adds suggestions from the department's own reports.
// [impl->req~plugin.suggest-archive~1]
public final class ArchivePlugin implements Plugin {
    @Override
    public String id() {
        return ArchiveSource.ID;
    }

    @Override
    public Set<Capability> requires() {
        return Set.of(Capability.SUGGESTIONS);
    }

    @Override
    public void contribute(Contributions contributions) {
        contributions.suggestions(ArchiveSource::new);
    }

    @Override
    public ApiVersion builtFor() {
        return new ApiVersion(1, 1);
    }
}

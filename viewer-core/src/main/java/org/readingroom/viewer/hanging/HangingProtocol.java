package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// Which pictures of which studies stand where: a Hanging Protocol (PS3.3 C.23), without any
/// patient in it.
///
/// `id` stays the same when it is renamed. `numberOfPriorsReferenced` (0072,0014) is how many
/// earlier studies it wants beside; it hangs what there is.
// [impl->req~hanging.protocol~1]
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record HangingProtocol(
        String id,
        LocalName name,
        ProtocolDefinition definition,
        int numberOfPriorsReferenced,
        List<PresentationGroup> groups,
        boolean disabled) {
    /// chosen: more stages than anyone goes through by key.
    public static final int MOST_GROUPS = 30;

    public HangingProtocol {
        definition = definition == null ? ProtocolDefinition.ANY : definition;
        groups = groups == null ? List.of() : List.copyOf(groups);
        if (id == null || id.isBlank() || name == null || name.isEmpty()) {
            throw new IllegalArgumentException("a hanging protocol without id or name");
        }
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("a hanging protocol with " + groups.size() + " groups");
        }
        if (numberOfPriorsReferenced < 0 || numberOfPriorsReferenced > ImageSetSelector.MOST_PRIORS) {
            throw new IllegalArgumentException(numberOfPriorsReferenced + " priors");
        }
    }

    public HangingProtocol withName(LocalName newName) {
        return new HangingProtocol(id, newName, definition, numberOfPriorsReferenced, groups, disabled);
    }

    public HangingProtocol withId(String newId) {
        return new HangingProtocol(newId, name, definition, numberOfPriorsReferenced, groups, disabled);
    }

    public HangingProtocol withDefinition(ProtocolDefinition newDefinition) {
        return new HangingProtocol(id, name, newDefinition, numberOfPriorsReferenced, groups, disabled);
    }

    public HangingProtocol withGroups(List<PresentationGroup> newGroups) {
        return new HangingProtocol(id, name, definition, numberOfPriorsReferenced, newGroups, disabled);
    }

    public HangingProtocol enabled(boolean isEnabled) {
        return new HangingProtocol(id, name, definition, numberOfPriorsReferenced, groups, !isEnabled);
    }
}

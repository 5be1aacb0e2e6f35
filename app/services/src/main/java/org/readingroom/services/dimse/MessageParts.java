package org.readingroom.services.dimse;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts fragments together into messages, none larger than it may be.
///
/// **Source:** DICOM PS3.8 annex E.
// [impl->req~dimse.hostile~1]
public final class MessageParts {
    /// chosen: a command is a few hundred bytes.
    private static final int MAX_COMMAND_BYTES = 1 << 14;

    /// chosen: images in the smallest PDUs in use come in fewer; each costs memory of its own.
    private static final int MAX_FRAGMENTS = 1 << 20;

    private final int maxDataSetBytes;
    private final List<byte[]> held = new ArrayList<>();
    private long bytes;
    private @Nullable CommandSet command;
    private int contextId = -1;

    public MessageParts(int maxDataSetBytes) {
        this.maxDataSetBytes = maxDataSetBytes;
    }

    /// Takes the next fragment; a message when it was the last of one, else null.
    public @Nullable DimseMessage take(Pdu.Pdv part) throws DimseException {
        if (contextId >= 0 && part.contextId() != contextId) {
            throw PduReader.fault("a fragment of context " + part.contextId() + " within one of " + contextId);
        }
        if (part.isCommand() != (command == null)) {
            throw PduReader.fault(part.isCommand() ? "a command within a message" : "a data set without a command");
        }
        if (bytes + part.bytes().length > (part.isCommand() ? MAX_COMMAND_BYTES : maxDataSetBytes)) {
            throw PduReader.fault("a message of more than " + bytes + " bytes");
        }
        contextId = part.contextId();
        bytes += part.bytes().length;
        if (part.bytes().length > 0) {
            held.add(part.bytes());
        }
        if (held.size() > MAX_FRAGMENTS) {
            throw PduReader.fault("a message in more than " + MAX_FRAGMENTS + " fragments");
        }
        if (!part.isLast()) {
            return null;
        }
        byte[] whole = joined();
        CommandSet said = command;
        if (said == null) {
            said = CommandSet.decode(whole);
            if (said.hasDataSet()) {
                command = said;
                return null;
            }
            return end(said, null);
        }
        return end(said, whole);
    }

    private byte[] joined() {
        ByteBuffer whole = ByteBuffer.allocate((int) bytes);
        held.forEach(whole::put);
        held.clear();
        bytes = 0;
        return whole.array();
    }

    private DimseMessage end(CommandSet said, byte @Nullable [] dataSet) {
        DimseMessage message = new DimseMessage(contextId, said, dataSet);
        command = null;
        contextId = -1;
        return message;
    }
}

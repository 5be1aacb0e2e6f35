package org.readingroom.services.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The command of a message: elements of group 0000 in implicit VR little endian.
///
/// **Source:** DICOM PS3.7 section 6.3.1 and annex E.
public final class CommandSet {
    static final int GROUP_LENGTH = 0x0000;
    static final int AFFECTED_SOP_CLASS_UID = 0x0002;
    static final int REQUESTED_SOP_CLASS_UID = 0x0003;
    static final int COMMAND_FIELD = 0x0100;
    static final int MESSAGE_ID = 0x0110;
    static final int MESSAGE_ID_RESPONDED_TO = 0x0120;
    static final int MOVE_DESTINATION = 0x0600;
    static final int PRIORITY = 0x0700;
    static final int DATA_SET_TYPE = 0x0800;
    static final int STATUS = 0x0900;
    static final int ERROR_COMMENT = 0x0902;
    static final int AFFECTED_SOP_INSTANCE_UID = 0x1000;
    static final int REQUESTED_SOP_INSTANCE_UID = 0x1001;
    static final int EVENT_TYPE_ID = 0x1002;
    static final int ATTRIBUTE_IDENTIFIER_LIST = 0x1005;
    static final int ACTION_TYPE_ID = 0x1008;
    static final int REMAINING = 0x1020;
    static final int COMPLETED = 0x1021;
    static final int FAILED = 0x1022;
    static final int WITH_WARNING = 0x1023;
    static final int MOVE_ORIGINATOR_AE = 0x1030;
    static final int MOVE_ORIGINATOR_MESSAGE_ID = 0x1031;
    static final int NO_DATA_SET = 0x0101;
    static final int WITH_DATA_SET = 0x0001;
    static final int RESPONSE = 0x8000;

    private final Map<Integer, byte[]> elements;

    private CommandSet(Map<Integer, byte[]> elements) {
        this.elements = elements;
    }

    public static CommandSet create(int commandField) {
        return new CommandSet(new TreeMap<>()).with(COMMAND_FIELD, commandField);
    }

    /// The same with a number of two bytes under `(0000,element)`.
    public CommandSet with(int element, int value) {
        return with(
                element,
                ByteBuffer.allocate(2)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) value)
                        .array());
    }

    public CommandSet withUid(int element, String uid) {
        byte[] bytes = uid.getBytes(StandardCharsets.US_ASCII);
        return with(element, java.util.Arrays.copyOf(bytes, bytes.length + (bytes.length & 1)));
    }

    /// An AE title, padded by a blank.
    CommandSet withTitle(int element, AeTitle title) {
        String text = title.value();
        return with(element, (text.length() % 2 == 0 ? text : text + " ").getBytes(StandardCharsets.US_ASCII));
    }

    CommandSet withTags(int element, int... tags) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * tags.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int tag : tags) {
            bytes.putShort((short) (tag >>> 16)).putShort((short) tag);
        }
        return with(element, bytes.array());
    }

    private CommandSet with(int element, byte[] value) {
        Map<Integer, byte[]> more = new TreeMap<>(elements);
        more.put(element, value);
        return new CommandSet(more);
    }

    /// A number of two bytes.
    public OptionalInt number(int element) {
        byte[] value = elements.get(element);
        return value == null || value.length != 2
                ? OptionalInt.empty()
                : OptionalInt.of(
                        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF);
    }

    public Optional<String> text(int element) {
        byte[] value = elements.get(element);
        return value == null
                ? Optional.empty()
                : Optional.of(new String(value, StandardCharsets.US_ASCII)
                                .replace("\0", "")
                                .strip())
                        .filter(text -> !text.isEmpty());
    }

    public int commandField() {
        return number(COMMAND_FIELD).orElse(0);
    }

    public boolean hasDataSet() {
        return number(DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        elements.forEach((element, value) -> {
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) 0)
                    .putShort((short) (int) element)
                    .putInt(value.length)
                    .array());
            out.writeBytes(value);
        });
        byte[] rest = out.toByteArray();
        return ByteBuffer.allocate(12 + rest.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(GROUP_LENGTH)
                .putInt(4)
                .putInt(rest.length)
                .put(rest)
                .array();
    }

    /// **Errors:** `services.dimse.protocol` for bytes that are no command.
    public static CommandSet decode(byte[] bytes) throws DimseException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, byte[]> elements = new TreeMap<>();
        while (in.hasRemaining()) {
            if (in.remaining() < 8) {
                throw PduReader.fault("a command element without its header");
            }
            int group = in.getShort() & 0xFFFF;
            int element = in.getShort() & 0xFFFF;
            long length = in.getInt() & 0xFFFFFFFFL;
            if (group != 0 || length > in.remaining()) {
                throw PduReader.fault("no command element: group " + group + ", " + length + " bytes");
            }
            byte[] value = new byte[(int) length];
            in.get(value);
            if (element != GROUP_LENGTH) {
                elements.put(element, value);
            }
        }
        if (!elements.containsKey(COMMAND_FIELD)) {
            throw PduReader.fault("a command without its field");
        }
        return new CommandSet(elements);
    }
}

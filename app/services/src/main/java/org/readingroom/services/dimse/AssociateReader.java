package org.readingroom.services.dimse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the content of A-ASSOCIATE-RQ and -AC. Items it does not know are passed over, extended negotiation too.
///
/// **Source:** DICOM PS3.8 sections 9.3.2 and 9.3.3.
final class AssociateReader {
    private static final int FIXED_BYTES = 68;
    private static final int MAX_CONTEXTS = 128;

    private final List<Pdu.ProposedContext> proposed = new ArrayList<>();
    private final List<Pdu.AnsweredContext> answered = new ArrayList<>();
    private final List<Pdu.Role> roles = new ArrayList<>();
    private int maxPduBytes;

    private AssociateReader() {}

    static Pdu request(byte[] content) throws DimseException {
        AssociateReader reader = new AssociateReader();
        reader.items(content);
        return new Pdu.AssociateRq(
                title(content, 4), title(content, 20), reader.proposed, reader.roles, reader.maxPduBytes);
    }

    static Pdu acceptance(byte[] content) throws DimseException {
        AssociateReader reader = new AssociateReader();
        reader.items(content);
        return new Pdu.AssociateAc(
                title(content, 4), title(content, 20), reader.answered, reader.roles, reader.maxPduBytes);
    }

    private static String title(byte[] content, int at) {
        return new String(content, at, AeTitle.BYTES, StandardCharsets.US_ASCII).strip();
    }

    private void items(byte[] content) throws DimseException {
        if (content.length < FIXED_BYTES) {
            throw PduReader.fault("an A-ASSOCIATE of " + content.length + " bytes");
        }
        ByteBuffer all = ByteBuffer.wrap(content, FIXED_BYTES, content.length - FIXED_BYTES);
        while (all.hasRemaining()) {
            int type = type(all);
            ByteBuffer item = content(all);
            switch (type) {
                case PduWriter.ITEM_PROPOSED -> propose(item);
                case PduWriter.ITEM_ANSWERED -> answer(item);
                case PduWriter.ITEM_USER -> user(item);
                default -> {}
            }
            if (proposed.size() > MAX_CONTEXTS || answered.size() > MAX_CONTEXTS) {
                throw PduReader.fault("more than 128 presentation contexts");
            }
        }
    }

    private static int type(ByteBuffer items) throws DimseException {
        if (items.remaining() < 4) {
            throw PduReader.fault("an item without its header");
        }
        int type = items.get() & 0xFF;
        items.get();
        return type;
    }

    /// The content of an item whose type was just read.
    private static ByteBuffer content(ByteBuffer items) throws DimseException {
        int length = items.getShort() & 0xFFFF;
        if (length > items.remaining()) {
            throw PduReader.fault("an item of " + length + " bytes where " + items.remaining() + " are left");
        }
        ByteBuffer content = items.slice(items.position(), length);
        items.position(items.position() + length);
        return content;
    }

    private void propose(ByteBuffer item) throws DimseException {
        int id = fixed(item)[0] & 0xFF;
        String service = "";
        List<String> syntaxes = new ArrayList<>();
        while (item.hasRemaining()) {
            int type = type(item);
            String uid = uid(content(item));
            if (type == PduWriter.ITEM_ABSTRACT_SYNTAX) {
                service = uid;
            } else if (type == PduWriter.ITEM_TRANSFER_SYNTAX) {
                syntaxes.add(uid);
            }
        }
        proposed.add(new Pdu.ProposedContext(id, service, syntaxes));
    }

    private void answer(ByteBuffer item) throws DimseException {
        byte[] fixed = fixed(item);
        String syntax = "";
        while (item.hasRemaining()) {
            int type = type(item);
            ByteBuffer value = content(item);
            if (type == PduWriter.ITEM_TRANSFER_SYNTAX) {
                syntax = uid(value);
            }
        }
        answered.add(new Pdu.AnsweredContext(fixed[0] & 0xFF, fixed[2] & 0xFF, syntax));
    }

    private static byte[] fixed(ByteBuffer item) throws DimseException {
        if (item.remaining() < 4) {
            throw PduReader.fault("a presentation context of " + item.remaining() + " bytes");
        }
        byte[] fixed = new byte[4];
        item.get(fixed);
        return fixed;
    }

    private void user(ByteBuffer item) throws DimseException {
        while (item.hasRemaining()) {
            int type = type(item);
            ByteBuffer value = content(item);
            if (type == PduWriter.ITEM_MAX_LENGTH) {
                if (value.remaining() != 4) {
                    throw PduReader.fault("a maximum length of " + value.remaining() + " bytes");
                }
                maxPduBytes = value.getInt();
            } else if (type == PduWriter.ITEM_ROLE) {
                role(value);
            }
        }
    }

    private void role(ByteBuffer item) throws DimseException {
        int length = item.remaining() < 2 ? -1 : item.getShort() & 0xFFFF;
        if (length < 0 || item.remaining() < length + 2 || roles.size() >= MAX_CONTEXTS) {
            throw PduReader.fault("a role selection of " + length + " bytes, or too many");
        }
        String sopClass = uid(item.slice(item.position(), length));
        item.position(item.position() + length);
        roles.add(new Pdu.Role(sopClass, item.get() == 1, item.get() == 1));
    }

    private static String uid(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "").strip();
    }
}

package org.readingroom.services.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.readingroom.viewer.dicom.DicomWriter;

/// Turns PDUs into bytes, big endian.
///
/// **Source:** DICOM PS3.8 section 9.3, PS3.7 annex D.3.3.
public final class PduWriter {
    static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
    static final int ITEM_APPLICATION = 0x10;
    static final int ITEM_PROPOSED = 0x20;
    static final int ITEM_ANSWERED = 0x21;
    static final int ITEM_ABSTRACT_SYNTAX = 0x30;
    static final int ITEM_TRANSFER_SYNTAX = 0x40;
    static final int ITEM_USER = 0x50;
    static final int ITEM_MAX_LENGTH = 0x51;
    static final int ITEM_IMPLEMENTATION_CLASS = 0x52;
    static final int ITEM_ROLE = 0x54;
    static final int ITEM_IMPLEMENTATION_VERSION = 0x55;
    private static final int PROTOCOL_VERSION = 1;
    private static final byte[] RESERVED = new byte[32];

    private PduWriter() {}

    public static byte[] bytes(Pdu pdu) {
        return switch (pdu) {
            case Pdu.AssociateRq rq ->
                associate(
                        Pdu.ASSOCIATE_RQ,
                        rq.calledAe(),
                        rq.callingAe(),
                        rq.contexts().stream().map(PduWriter::proposed).toList(),
                        rq.roles(),
                        rq.maxPduBytes());
            case Pdu.AssociateAc ac ->
                associate(
                        Pdu.ASSOCIATE_AC,
                        ac.calledAe(),
                        ac.callingAe(),
                        ac.contexts().stream().map(PduWriter::answered).toList(),
                        ac.roles(),
                        ac.maxPduBytes());
            case Pdu.AssociateRj rj -> four(Pdu.ASSOCIATE_RJ, rj.result(), rj.source(), rj.reason());
            case Pdu.Data data -> data(data.values());
            case Pdu.ReleaseRq rq -> four(Pdu.RELEASE_RQ, 0, 0, 0);
            case Pdu.ReleaseRp rp -> four(Pdu.RELEASE_RP, 0, 0, 0);
            case Pdu.Abort abort -> four(Pdu.ABORT, 0, abort.source(), abort.reason());
        };
    }

    private static byte[] four(int type, int second, int third, int fourth) {
        return unit(type, new byte[] {0, (byte) second, (byte) third, (byte) fourth});
    }

    private static byte[] unit(int type, byte[] content) {
        return ByteBuffer.allocate(6 + content.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] associate(
            int type, String called, String calling, List<byte[]> contexts, List<Pdu.Role> roles, int maxPdu) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, PROTOCOL_VERSION, 0, 0});
        out.writeBytes(title(called));
        out.writeBytes(title(calling));
        out.writeBytes(RESERVED);
        out.writeBytes(item(ITEM_APPLICATION, ascii(APPLICATION_CONTEXT)));
        contexts.forEach(out::writeBytes);
        out.writeBytes(item(ITEM_USER, user(roles, maxPdu)));
        return unit(type, out.toByteArray());
    }

    private static byte[] title(String name) {
        return AeTitle.isValid(name.strip()) ? new AeTitle(name).padded() : new byte[AeTitle.BYTES];
    }

    private static byte[] user(List<Pdu.Role> roles, int maxPdu) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                item(ITEM_MAX_LENGTH, ByteBuffer.allocate(4).putInt(maxPdu).array()));
        out.writeBytes(item(ITEM_IMPLEMENTATION_CLASS, ascii(DicomWriter.IMPLEMENTATION_CLASS_UID)));
        roles.forEach(role -> out.writeBytes(item(ITEM_ROLE, role(role))));
        out.writeBytes(item(ITEM_IMPLEMENTATION_VERSION, ascii(DicomWriter.IMPLEMENTATION_VERSION)));
        return out.toByteArray();
    }

    private static byte[] role(Pdu.Role role) {
        byte[] uid = ascii(role.sopClass());
        return ByteBuffer.allocate(4 + uid.length)
                .putShort((short) uid.length)
                .put(uid)
                .put((byte) (role.scu() ? 1 : 0))
                .put((byte) (role.scp() ? 1 : 0))
                .array();
    }

    private static byte[] proposed(Pdu.ProposedContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) context.id(), 0, 0, 0});
        out.writeBytes(item(ITEM_ABSTRACT_SYNTAX, ascii(context.abstractSyntax())));
        context.transferSyntaxes().forEach(uid -> out.writeBytes(item(ITEM_TRANSFER_SYNTAX, ascii(uid))));
        return item(ITEM_PROPOSED, out.toByteArray());
    }

    private static byte[] answered(Pdu.AnsweredContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) context.id(), 0, (byte) context.result(), 0});
        out.writeBytes(item(ITEM_TRANSFER_SYNTAX, ascii(context.transferSyntax())));
        return item(ITEM_ANSWERED, out.toByteArray());
    }

    private static byte[] item(int type, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) type)
                .put((byte) 0)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static byte[] data(List<Pdu.Pdv> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Pdu.Pdv value : values) {
            out.writeBytes(ByteBuffer.allocate(6)
                    .putInt(2 + value.bytes().length)
                    .put((byte) value.contextId())
                    .put((byte) ((value.isCommand() ? 1 : 0) | (value.isLast() ? 2 : 0)))
                    .array());
            out.writeBytes(value.bytes());
        }
        return unit(Pdu.P_DATA, out.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.readingroom.services.dimse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads PDUs from a stream and takes none that is longer than it may be.
///
/// **Errors:** [EOFException] when the stream ends, also within a PDU; `services.dimse.protocol` for what is no PDU.
/// **Source:** DICOM PS3.8 section 9.3.
// [impl->req~dimse.hostile~1]
public final class PduReader {
    /// chosen: 128 contexts of a hundred letters each are 13 KB.
    private static final int MAX_ASSOCIATE_BYTES = 1 << 16;

    private static final int SHORT_BYTES = 4;

    private final InputStream in;
    private final int maxDataBytes;

    /// `maxDataBytes` bounds the content of a P-DATA-TF.
    public PduReader(InputStream in, int maxDataBytes) {
        this.in = in;
        this.maxDataBytes = maxDataBytes;
    }

    /// Waits for the next PDU.
    public Pdu read() throws IOException, DimseException {
        ByteBuffer header = ByteBuffer.wrap(exactly(6));
        int type = header.get() & 0xFF;
        header.get();
        long length = header.getInt() & 0xFFFFFFFFL;
        long most = most(type);
        if (length > most) {
            throw fault("a PDU of type " + type + " and " + length + " bytes");
        }
        if (most == SHORT_BYTES && length != SHORT_BYTES) {
            throw fault("a short PDU of type " + type + " and " + length + " bytes");
        }
        byte[] content = exactly((int) length);
        return switch (type) {
            case Pdu.ASSOCIATE_RQ -> AssociateReader.request(content);
            case Pdu.ASSOCIATE_AC -> AssociateReader.acceptance(content);
            case Pdu.ASSOCIATE_RJ -> new Pdu.AssociateRj(content[1] & 0xFF, content[2] & 0xFF, content[3] & 0xFF);
            case Pdu.P_DATA -> data(ByteBuffer.wrap(content));
            case Pdu.RELEASE_RQ -> new Pdu.ReleaseRq();
            case Pdu.RELEASE_RP -> new Pdu.ReleaseRp();
            default -> new Pdu.Abort(content[2] & 0xFF, content[3] & 0xFF);
        };
    }

    private long most(int type) throws DimseException {
        return switch (type) {
            case Pdu.ASSOCIATE_RQ, Pdu.ASSOCIATE_AC -> MAX_ASSOCIATE_BYTES;
            case Pdu.P_DATA -> maxDataBytes;
            case Pdu.ASSOCIATE_RJ, Pdu.RELEASE_RQ, Pdu.RELEASE_RP, Pdu.ABORT -> SHORT_BYTES;
            default ->
                throw new ProtocolFaultException(
                        ProtocolFaultException.UNRECOGNISED_PDU, "a PDU of the unknown type " + type);
        };
    }

    private static Pdu data(ByteBuffer content) throws DimseException {
        List<Pdu.Pdv> values = new ArrayList<>();
        while (content.hasRemaining()) {
            if (content.remaining() < 6) {
                throw fault("a PDV without its header");
            }
            long length = content.getInt() & 0xFFFFFFFFL;
            if (length < 2 || length > content.remaining()) {
                throw fault("a PDV of " + length + " bytes where " + content.remaining() + " are left");
            }
            int context = content.get() & 0xFF;
            int control = content.get();
            byte[] bytes = new byte[(int) length - 2];
            content.get(bytes);
            values.add(new Pdu.Pdv(context, (control & 1) != 0, (control & 2) != 0, bytes));
        }
        if (values.isEmpty()) {
            throw fault("a P-DATA-TF without a PDV");
        }
        return new Pdu.Data(values);
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    static ProtocolFaultException fault(String facts) {
        return new ProtocolFaultException(ProtocolFaultException.INVALID_PARAMETER, facts);
    }
}

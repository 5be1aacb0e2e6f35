package org.readingroom.viewer.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// A document inside a DICOM object, its bytes without padding.
///
/// `kind` is what the bytes are where they tell, else what the file says they are.
///
/// **Owner:** `bytes` are shared and never written.
/// **Source:** DICOM PS3.3 sections A.45 and C.24.2.
// [impl->req~document.open~1]
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record EncapsulatedDocument(
        Kind kind, String mediaType, String title, Optional<CodedEntry> concept, byte[] bytes) {
    /// chosen: far above any letter or model; a file may claim anything.
    static final long MOST_BYTES = 512L << 20;

    private static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;

    public enum Kind {
        PDF,
        CDA,
        /// A surface model: STL, OBJ.
        MODEL,
        OTHER
    }

    /// The document in `dataSet`; nothing for other objects.
    ///
    /// **Errors:** [DocumentException] when it is empty or beyond all measure.
    public static Optional<EncapsulatedDocument> of(DataSet dataSet) throws DocumentException {
        if (!dataSet.contains(Tag.ENCAPSULATED_DOCUMENT)) {
            return Optional.empty();
        }
        long length = dataSet.length(Tag.ENCAPSULATED_DOCUMENT);
        if (length <= 0) {
            throw new DocumentException("viewer.document.empty", "encapsulated document of length " + length, null);
        }
        if (length > MOST_BYTES) {
            throw new DocumentException("viewer.document.too-large", length + " bytes", null);
        }
        byte[] bytes = withoutPadding(dataSet);
        String mediaType = dataSet.string(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT)
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        return Optional.of(new EncapsulatedDocument(
                kind(mediaType, bytes),
                mediaType,
                dataSet.string(Tag.DOCUMENT_TITLE).orElse(""),
                CodedEntry.of(dataSet, Tag.CONCEPT_NAME_CODE_SEQUENCE),
                bytes));
    }

    /// The stated length cuts off the byte that makes an odd document even; older files do not state it.
    private static byte[] withoutPadding(DataSet dataSet) {
        byte[] bytes = dataSet.bytes(Tag.ENCAPSULATED_DOCUMENT);
        long[] stated = dataSet.longs(ENCAPSULATED_DOCUMENT_LENGTH);
        if (stated.length == 1 && stated[0] > 0 && stated[0] == bytes.length - 1) {
            return Arrays.copyOf(bytes, bytes.length - 1);
        }
        boolean isPadded = stated.length == 0 && bytes.length > 1 && bytes[bytes.length - 1] == 0;
        return isPadded ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    private static Kind kind(String mediaType, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return Kind.PDF;
        }
        return switch (mediaType) {
            case "text/xml", "application/xml" -> Kind.CDA;
            case "application/pdf" -> Kind.PDF;
            case "model/stl", "model/obj", "model/mtl", "application/sla" -> Kind.MODEL;
            default -> start.contains("<ClinicalDocument") ? Kind.CDA : Kind.OTHER;
        };
    }

    /// What a list calls it: the title, else the meaning of its concept.
    public String name() {
        return title.isEmpty() ? concept.map(CodedEntry::text).orElse("") : title;
    }
}

package org.readingroom.services.print;

import java.util.List;
import org.readingroom.services.dimse.DimseStatus;

/// Something the person who printed must know: a line of the `services` bundle and its arguments.
public record PrintNote(String messageKey, List<Object> arguments) {
    public PrintNote {
        arguments = List.copyOf(arguments);
    }

    /// What a warning of a print operation means.
    ///
    /// **Source:** DICOM PS3.4 H.4, tables of status codes.
    // [impl->req~film.printer-status~1]
    static PrintNote of(DimseStatus warning) {
        String key = switch (warning.code()) {
            case 0xB600 -> "services.print.warning.no-memory-reserved";
            case 0xB602, 0xB603 -> "services.print.warning.empty";
            case 0xB604 -> "services.print.warning.demagnified";
            case 0xB605 -> "services.print.warning.density";
            case 0xB609 -> "services.print.warning.cropped";
            case 0xB60A -> "services.print.warning.decimated";
            case 0x0107 -> "services.print.warning.not-known";
            case 0x0116 -> "services.print.warning.out-of-range";
            default -> "services.print.warning.other";
        };
        return new PrintNote(key, List.of(warning.text()));
    }

    static PrintNote of(PrinterStatus status) {
        return new PrintNote(status.messageKey(), List.of(status.info()));
    }
}

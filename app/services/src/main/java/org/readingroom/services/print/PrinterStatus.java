package org.readingroom.services.print;

import java.util.Locale;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;

/// How a printer says it is.
///
/// **Source:** DICOM PS3.3 C.13.9.
public record PrinterStatus(Condition condition, String info, String name) {
    /// The terms of C.13.9.1 that a person can do something about; others are said as they are.
    private static final Set<String> KNOWN = Set.of(
            "BAD RECEIVE MGZ",
            "BAD SUPPLY MGZ",
            "CALIBRATING",
            "CALIBRATION ERR",
            "CHECK CHEMISTRY",
            "CHECK SORTER",
            "CHEMICALS EMPTY",
            "CHEMICALS LOW",
            "COVER OPEN",
            "ELEC CONFIG ERR",
            "ELEC DOWN",
            "ELEC SW ERROR",
            "FILM JAM",
            "FILM TRANSP ERR",
            "FINISHER EMPTY",
            "FINISHER ERROR",
            "FINISHER LOW",
            "INPUT TRAY OPEN",
            "NO RECEIVE MGZ",
            "NO SUPPLY MGZ",
            "OFFLINE",
            "PRINTER DOWN",
            "PRINTER INIT",
            "RECEIVER FULL",
            "SUPPLY EMPTY",
            "SUPPLY LOW",
            "WARMING UP");

    /// Whether it prints.
    public enum Condition {
        NORMAL,
        WARNING,
        FAILURE
    }

    // [impl->req~film.printer-status~1]
    static PrinterStatus of(DataSet said) {
        Condition condition = switch (said.string(PrintTag.PRINTER_STATUS).orElse("")) {
            case "WARNING" -> Condition.WARNING;
            case "FAILURE" -> Condition.FAILURE;
            default -> Condition.NORMAL;
        };
        return new PrinterStatus(
                condition,
                said.string(PrintTag.PRINTER_STATUS_INFO).orElse(""),
                said.string(PrintTag.PRINTER_NAME).orElse(""));
    }

    /// The line that says it; its one argument is [#info].
    public String messageKey() {
        if (condition == Condition.NORMAL) {
            return "services.print.printer.normal";
        }
        return KNOWN.contains(info)
                ? "services.print.printer." + info.toLowerCase(Locale.ROOT).replace(' ', '-')
                : "services.print.printer." + condition.name().toLowerCase(Locale.ROOT);
    }
}

package org.readingroom.report.critical;

import java.util.Locale;

/// How far a loop has come; the words of requirements chapter 2.2 as seen from the desk.
public enum CriticalState {
    SUSPECTED,
    /// 待核实
    DISCOVERED,
    /// 已核实, the ward is to be told
    VERIFIED,
    /// 已通报
    NOTIFIED,
    /// 临床已接收
    ACKNOWLEDGED,
    /// 已处置
    HANDLED,
    /// 已排除
    EXCLUDED;

    /// Whether somebody still has something to do.
    public boolean isOpen() {
        return this != HANDLED && this != EXCLUDED;
    }

    /// Whether a person found it and the ward has not been told.
    public boolean isUntold() {
        return this == DISCOVERED || this == VERIFIED;
    }

    /// A line of the `report` bundle.
    public String messageKey() {
        return "report.critical.state." + name().toLowerCase(Locale.ROOT);
    }
}

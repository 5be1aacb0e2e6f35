package org.readingroom.desktop.boot;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/// Writes a fault to the log: kinds, places in the code, and what this program itself said of it.
///
/// The words of other code are left out: a file's path or a value that could not be read may hold a patient's
/// name. `logback.xml` names this class.
// [impl->req~house.log-without-patients~1]
public final class FaultConverter extends ThrowableProxyConverter {
    private static final String OURS = "org.readingroom.";

    @Override
    protected String throwableProxyToString(IThrowableProxy fault) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (IThrowableProxy one = fault; one != null; one = one.getCause()) {
            text.append(before).append(one.getClassName());
            if (isOurs(one)) {
                text.append(": ").append(one.getMessage());
            }
            text.append(System.lineSeparator());
            StackTraceElementProxy[] places = one.getStackTraceElementProxyArray();
            for (int i = 0; i < places.length - one.getCommonFrames(); i++) {
                text.append('\t').append(places[i]).append(System.lineSeparator());
            }
            before = "Caused by: ";
        }
        return text.toString();
    }

    /// Whether code of this program made the fault, and its words are not those of the cause.
    private static boolean isOurs(IThrowableProxy fault) {
        StackTraceElementProxy[] places = fault.getStackTraceElementProxyArray();
        return fault.getMessage() != null
                && places.length > 0
                && places[0].getStackTraceElement().getClassName().startsWith(OURS)
                && !repeats(fault.getMessage(), fault.getCause());
    }

    private static boolean repeats(String message, @Nullable IThrowableProxy cause) {
        return cause != null && cause.getMessage() != null && message.contains(cause.getMessage());
    }
}

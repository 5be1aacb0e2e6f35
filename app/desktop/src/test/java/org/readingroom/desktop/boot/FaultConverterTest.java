package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.readingroom.viewer.model.WorkstationException;

/// The log as the program's own `logback.xml` writes it.
@Isolated("takes the standard error stream")
class FaultConverterTest {
    private static final String NAME = "WANG^XIAOMING";

    // [utest->req~house.log-without-patients~1]
    @Test
    void pathsAndValuesOfOtherCodeStayOut() throws JoranException {
        IOException missing = assertThrows(IOException.class, () -> Files.readString(Path.of("/nowhere", NAME)));
        NumberFormatException number = assertThrows(NumberFormatException.class, () -> Integer.parseInt(NAME));
        String log = logged(new UncheckedIOException(missing)) + logged(number);
        assertFalse(log.contains(NAME), log);
        assertTrue(log.contains("Caused by: java.nio.file.NoSuchFileException"), log);
        assertTrue(log.contains("NumberFormatException"), log);
        assertTrue(log.contains("FaultConverterTest"), "the places are told");
    }

    @Test
    void whatTheProgramSaidIsKeptAndTheCauseIsNot() throws JoranException {
        IOException missing = assertThrows(IOException.class, () -> Files.readString(Path.of("/nowhere", NAME)));
        String log = logged(new WorkstationException("a.key", List.of(), "40 bytes short", missing));
        assertTrue(log.contains("40 bytes short"), log);
        assertFalse(log.contains(NAME), log);
        assertEquals(1, log.split("Caused by:", -1).length - 1);
    }

    private static String logged(Exception fault) throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Objects.requireNonNull(FaultConverterTest.class.getResource("/logback.xml")));
            context.getLogger("test").warn("it happened", fault);
        } finally {
            System.setErr(before);
            context.stop();
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}

package org.readingroom.desktop.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window remembers between starts, in `desktop.properties` of the home: sizes, language, scale.
///
/// It holds no patient data and nothing worth stopping for: what cannot be read or written is forgotten.
///
/// **Thread:** FX; the file is small and local.
public final class WindowMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);

    private final Path file;
    private final Properties lines = new Properties();

    private WindowMemory(Path file) {
        this.file = file;
    }

    public static WindowMemory of(Path homeFolder) {
        WindowMemory memory = new WindowMemory(homeFolder.resolve("desktop.properties"));
        if (Files.isReadable(memory.file)) {
            try (Reader reader = Files.newBufferedReader(memory.file, StandardCharsets.UTF_8)) {
                memory.lines.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the window's memory cannot be read and is forgotten: {}", e.toString());
                memory.lines.clear();
            }
        }
        return memory;
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(lines.getProperty(key));
    }

    public double number(String key, double otherwise) {
        try {
            double value = Double.parseDouble(lines.getProperty(key, ""));
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public boolean fact(String key, boolean otherwise) {
        String value = lines.getProperty(key);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    public void keep(String key, Object value) {
        lines.setProperty(key, value.toString());
    }

    /// Writes the file anew beside the old one and then takes its place.
    public void save() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                lines.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("the window's memory cannot be written: {}", e.toString());
        }
    }
}

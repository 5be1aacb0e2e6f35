package org.readingroom.services.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.report.critical.CriticalDictionary;
import org.readingroom.report.critical.CriticalRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dictionary and the rules of critical values that hold here: the hospital's own files, else those shipped.
///
/// `isBroken` when a file of the hospital's cannot be read: what was shipped holds then, and everybody is told.
///
/// ```
/// <home>/critical-values.json   the dictionary      <home>/critical-acts.json   who may do what
/// ```
// [impl->req~report.critical.dictionary~1]
public record CriticalFiles(CriticalDictionary dictionary, CriticalRules rules, boolean isBroken) {
    private static final Logger LOG = LoggerFactory.getLogger(CriticalFiles.class);

    private interface Reader<T> {
        T read(InputStream stream) throws IOException;
    }

    /// `folder` is that of the home.
    public static CriticalFiles in(Path folder) {
        boolean isBroken = false;
        CriticalDictionary dictionary = CriticalDictionary.shipped();
        CriticalRules rules = CriticalRules.shipped();
        try {
            dictionary = read(folder.resolve("critical-values.json"), CriticalDictionary::read, dictionary);
        } catch (IOException | RuntimeException e) {
            isBroken = told(e);
        }
        try {
            rules = read(folder.resolve("critical-acts.json"), CriticalRules::read, rules);
        } catch (IOException | RuntimeException e) {
            isBroken = told(e);
        }
        return new CriticalFiles(dictionary, rules, isBroken);
    }

    private static boolean told(Exception fault) {
        LOG.warn("a hospital's file of critical values cannot be read: {}", fault.getMessage());
        return true;
    }

    private static <T> T read(Path file, Reader<T> reader, T otherwise) throws IOException {
        if (!Files.exists(file)) {
            return otherwise;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return reader.read(stream);
        }
    }
}

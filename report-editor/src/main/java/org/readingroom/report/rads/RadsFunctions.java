package org.readingroom.report.rads;

import java.util.List;

/// The reporting systems that a template may ask.
public final class RadsFunctions {
    private RadsFunctions() {}

    public static List<TemplateFunction> all() {
        return List.of();
    }
}

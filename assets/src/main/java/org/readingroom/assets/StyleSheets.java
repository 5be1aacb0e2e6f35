package org.readingroom.assets;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;

/// Where the program's stylesheets are, in the order they are laid over the toolkit's theme.
public final class StyleSheets {
    private StyleSheets() {}

    /// The addresses of the sheets with these names, such as `base` for `styles/base.css`.
    ///
    /// **Errors:** [IllegalStateException] when a sheet is missing: the program was put together wrongly.
    public static List<String> named(String... names) {
        return Stream.of(names).map(StyleSheets::address).toList();
    }

    private static String address(String name) {
        URL url = StyleSheets.class.getResource("styles/" + name + ".css");
        if (url == null) {
            throw new IllegalStateException("stylesheet styles/" + name + ".css is missing");
        }
        return url.toExternalForm();
    }
}

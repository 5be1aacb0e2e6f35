package org.readingroom.report.sign;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes maps, lists, strings, integers and null by the rules of the package page.
final class CanonicalJson {
    private static final String SHORT_ESCAPES = "\b\t\n\f\r";
    private static final String SHORT_LETTERS = "btnfr";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static byte[] bytes(Map<String, @Nullable Object> object) throws SigningException {
        CanonicalJson json = new CanonicalJson();
        json.value(object);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value) throws SigningException {
        switch (value) {
            case null -> out.append("null");
            case String string -> string(string);
            case Integer integer -> out.append(integer.intValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case Map<?, ?> object -> object(object);
            case List<?> list -> list(list);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private void object(Map<?, ?> object) throws SigningException {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        object.forEach((name, member) -> sorted.put(String.valueOf(name), member));
        out.append('{');
        String comma = "";
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            out.append(comma);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private void list(List<?> list) throws SigningException {
        out.append('[');
        String comma = "";
        for (Object element : list) {
            out.append(comma);
            value(element);
            comma = ",";
        }
        out.append(']');
    }

    private void string(String string) throws SigningException {
        String normal = Normalizer.normalize(string, Normalizer.Form.NFC);
        out.append('"');
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            int shortEscape = SHORT_ESCAPES.indexOf(c);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (shortEscape >= 0) {
                out.append('\\').append(SHORT_LETTERS.charAt(shortEscape));
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == normal.length()
                        || !Character.isLowSurrogate(normal.charAt(i + 1))) {
                    throw new SigningException("report.sign.text-broken", "lone surrogate in the report's text", null);
                }
                out.append(c).append(normal.charAt(++i));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

package org.readingroom.services.remote.fhir;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/// Text of another system as a person may read it: whole, or not at all.
final class PlainText {
    /// chosen: far beyond any report.
    private static final int MOST = 1 << 16;

    private PlainText() {}

    /// Without what only steers a screen, such as marks that turn the direction of what follows. Nothing
    /// when it holds signs that nobody knows, or is longer than any report.
    static Optional<String> of(String text) {
        if (text.length() > MOST || text.indexOf('\uFFFD') >= 0) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            int kind = Character.getType(c);
            boolean isSteering = kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE;
            if (c == '\n' || c == '\t' || !isSteering) {
                plain.appendCodePoint(c);
            }
        });
        return Optional.of(plain.toString().strip());
    }

    /// Bytes in the characters that are named for them, else in UTF-8. Nothing when they are not in these,
    /// or when they could as well be in UTF-8: one of both would be a guess.
    static Optional<String> of(byte[] bytes, String named) {
        Optional<String> utf8 = decoded(bytes, StandardCharsets.UTF_8);
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset = named.isBlank() ? charset : Charset.forName(named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8;
        }
        Optional<String> other = decoded(bytes, charset);
        return utf8.isPresent() && !utf8.equals(other) ? Optional.empty() : other;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

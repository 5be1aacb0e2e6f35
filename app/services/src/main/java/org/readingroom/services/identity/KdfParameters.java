package org.readingroom.services.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How hard a password is to try: the cost of Argon2id. Stored beside each wrapped key, so that new
/// passwords may cost more while old ones still open.
///
/// **Units:** memory in KiB.
public record KdfParameters(int memoryKib, int iterations, int parallelism) {
    /// **Source:** RFC 9106 section 4, second recommended option (64 MiB).
    public static final KdfParameters RECOMMENDED = new KdfParameters(64 * 1024, 3, 4);

    private static final Pattern FORM = Pattern.compile("argon2id;v=19;m=(\\d{1,7});t=(\\d{1,4});p=(\\d{1,3})");
    private static final int MAX_MEMORY_KIB = 1024 * 1024;

    public KdfParameters {
        if (memoryKib < 8 * parallelism || memoryKib > MAX_MEMORY_KIB || iterations < 1 || parallelism < 1) {
            throw new IllegalArgumentException(
                    "Argon2id with " + memoryKib + " KiB, " + iterations + ", " + parallelism);
        }
    }

    public String encoded() {
        return "argon2id;v=19;m=" + memoryKib + ";t=" + iterations + ";p=" + parallelism;
    }

    public static KdfParameters parse(String encoded) {
        Matcher matcher = FORM.matcher(encoded);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("password parameters " + encoded);
        }
        return new KdfParameters(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }
}

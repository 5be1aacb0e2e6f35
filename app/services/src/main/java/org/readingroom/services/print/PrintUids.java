package org.readingroom.services.print;

import java.math.BigInteger;
import java.util.UUID;

/// UIDs for what a job makes in a printer.
final class PrintUids {
    private PrintUids() {}

    /// **Source:** PS3.5 B.2: a UUID under the root 2.25.
    static String fresh() {
        UUID id = UUID.randomUUID();
        BigInteger high = BigInteger.valueOf(id.getMostSignificantBits() >>> 1).shiftLeft(65);
        BigInteger middle = BigInteger.valueOf(id.getMostSignificantBits() & 1).shiftLeft(64);
        BigInteger low = new BigInteger(Long.toUnsignedString(id.getLeastSignificantBits()));
        return "2.25." + high.or(middle).or(low);
    }
}

package org.readingroom.viewer.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;

final class CodeStreamFeaturesTest {

    static Stream<String> streams() throws Exception {
        return Stream.concat(listed("jpeg2000/"), listed("htj2k/"));
    }

    private static Stream<String> listed(String folder) throws Exception {
        return new String(resource(folder + "digests.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(folder::concat);
    }

    // [utest->req~codec.jpeg-2000~1]
    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @MethodSource("streams")
    void everyFeatureDecodesAsOtherProgramsDecodeIt(String line) throws Exception {
        String[] cells = line.split("\t");
        byte[] decoded =
                new Jpeg2000Decoder().decode(resource(cells[0]), format(cells)).bytes();
        assertEquals(
                cells[6],
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(decoded)));
    }

    @Test
    void aJp2FileDecodesAsItsCodeStream() throws Exception {
        String[] cells = streams().findFirst().orElseThrow().split("\t");
        byte[] bare = resource(cells[0]);
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        wrapped.writeBytes(HexFormat.of().parseHex("0000000C6A5020200D0A870A"));
        wrapped.writeBytes(HexFormat.of().parseHex("00000014667479706A703220000000006A703220"));
        wrapped.writeBytes(HexFormat.of().parseHex("000000006A703263"));
        wrapped.writeBytes(bare);
        assertArrayEquals(
                new Jpeg2000Decoder().decode(bare, format(cells)).bytes(),
                new Jpeg2000Decoder()
                        .decode(wrapped.toByteArray(), format(cells))
                        .bytes());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamCutShortIsRefusedAndNeverPaintedInPart(String line) throws Exception {
        String[] cells = line.split("\t");
        byte[] whole = resource(cells[0]);
        for (int cut : new int[] {whole.length / 2, whole.length * 9 / 10, whole.length - 40}) {
            byte[] part = Arrays.copyOf(whole, cut);
            assertThrows(CodecException.class, () -> new Jpeg2000Decoder().decode(part, format(cells)));
        }
    }

    private static PixelFormat format(String[] cells) {
        int components = Integer.parseInt(cells[3]);
        int bits = Integer.parseInt(cells[4]);
        return new PixelFormat(
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                components,
                bits > 8 ? 16 : 8,
                bits,
                bits - 1,
                cells[5].equals("s"),
                components == 3 ? "RGB" : "MONOCHROME2",
                0);
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = CodeStreamFeaturesTest.class.getResourceAsStream("/codec/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}

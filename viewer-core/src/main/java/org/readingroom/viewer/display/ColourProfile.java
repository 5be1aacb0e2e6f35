package org.readingroom.viewer.display;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ICC profile of a colour image, worked out once: what its colours are in sRGB.
///
/// `name` is the profile's own description. The profile is asked at the knots of a cube and colours between are blended
/// linearly, which is within two steps of asking for every colour.
///
/// **Thread:** any; immutable.
/// **Source:** DICOM PS3.3 section C.11.15; ICC.1:2022.
// [impl->req~display.icc-profile~1]
public final class ColourProfile {
    private static final Logger LOG = LoggerFactory.getLogger(ColourProfile.class);

    /// chosen: more knots change no colour of the usual profiles by a whole step.
    private static final int KNOTS = 33;

    /// chosen: real profiles of cameras and scanners have a few hundred kilobytes.
    private static final int LARGEST_BYTES = 8 << 20;

    private final String name;
    private final boolean changes;
    private final float[] knots;

    private ColourProfile(String name, boolean changes, float[] knots) {
        this.name = name;
        this.changes = changes;
        this.knots = knots;
    }

    /// Reads the profile of an RGB device; nothing when the bytes are none.
    public static Optional<ColourProfile> of(byte[] icc) {
        if (icc.length < 128 || icc.length > LARGEST_BYTES) {
            return Optional.empty();
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return Optional.empty();
            }
            float[] knots = knots(new ICC_ColorSpace(profile));
            return Optional.of(new ColourProfile(name(icc), changes(knots), knots));
        } catch (CMMException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.info("a colour profile of {} bytes cannot be used: {}", icc.length, e.toString());
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    /// False when the profile is that of sRGB to within half a step: then nothing need be done.
    public boolean isChanging() {
        return changes;
    }

    /// Turns opaque device colours into sRGB, in place.
    public void toSrgb(int[] argb) {
        if (!changes) {
            return;
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] = srgb(argb[i]);
        }
    }

    private int srgb(int argb) {
        float scale = (KNOTS - 1) / 255f;
        float r = (argb >> 16 & 0xFF) * scale;
        float g = (argb >> 8 & 0xFF) * scale;
        float b = (argb & 0xFF) * scale;
        int ri = Math.min((int) r, KNOTS - 2);
        int gi = Math.min((int) g, KNOTS - 2);
        int bi = Math.min((int) b, KNOTS - 2);
        float fr = r - ri;
        float fg = g - gi;
        float fb = b - bi;
        int at = ((ri * KNOTS + gi) * KNOTS + bi) * 3;
        int colour = 0xFF;
        for (int channel = 0; channel < 3; channel++) {
            float near = face(at + channel, fg, fb);
            float far = face(at + channel + 3 * KNOTS * KNOTS, fg, fb);
            colour = colour << 8 | Math.clamp((int) (near + fr * (far - near) + 0.5f), 0, 255);
        }
        return colour;
    }

    private float face(int at, float fg, float fb) {
        float near = knots[at] + fb * (knots[at + 3] - knots[at]);
        int next = at + 3 * KNOTS;
        float far = knots[next] + fb * (knots[next + 3] - knots[next]);
        return near + fg * (far - near);
    }

    private static float[] knots(ICC_ColorSpace space) {
        float[] knots = new float[KNOTS * KNOTS * KNOTS * 3];
        float[] device = new float[3];
        int at = 0;
        for (int r = 0; r < KNOTS; r++) {
            for (int g = 0; g < KNOTS; g++) {
                for (int b = 0; b < KNOTS; b++) {
                    device[0] = r / (KNOTS - 1f);
                    device[1] = g / (KNOTS - 1f);
                    device[2] = b / (KNOTS - 1f);
                    float[] srgb = space.toRGB(device);
                    for (int channel = 0; channel < 3; channel++) {
                        knots[at++] = 255 * srgb[channel];
                    }
                }
            }
        }
        return knots;
    }

    private static boolean changes(float[] knots) {
        int at = 0;
        for (int i = 0; i < KNOTS * KNOTS * KNOTS; i++) {
            int[] same = {i / (KNOTS * KNOTS), i / KNOTS % KNOTS, i % KNOTS};
            for (int knot : same) {
                if (Math.abs(knots[at++] - knot * 255f / (KNOTS - 1)) > 0.75f) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The text of the profile description tag, version 2 (`desc`) or 4 (`mluc`).
    private static String name(byte[] icc) {
        ByteBuffer bytes = ByteBuffer.wrap(icc);
        int tags = Math.clamp(bytes.getInt(128), 0, (icc.length - 132) / 12);
        for (int i = 0; i < tags; i++) {
            int at = bytes.getInt(132 + 12 * i + 4);
            int size = bytes.getInt(132 + 12 * i + 8);
            if (bytes.getInt(132 + 12 * i) != 0x64657363 || at < 0 || size < 28 || at > icc.length - size) {
                continue;
            }
            if (bytes.getInt(at) == 0x64657363) {
                int length = Math.clamp(bytes.getInt(at + 8) - 1, 0, size - 12);
                return new String(icc, at + 12, length, StandardCharsets.US_ASCII).strip();
            }
            if (bytes.getInt(at) == 0x6D6C7563) {
                int length = bytes.getInt(at + 20);
                int offset = bytes.getInt(at + 24);
                boolean inside = length >= 0 && offset >= 0 && offset <= size && length <= size - offset;
                return inside ? new String(icc, at + offset, length, StandardCharsets.UTF_16BE).strip() : "";
            }
        }
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColourProfile profile
                && profile.name.equals(name)
                && Arrays.equals(profile.knots, knots);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}

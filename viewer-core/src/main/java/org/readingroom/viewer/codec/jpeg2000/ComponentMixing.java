package org.readingroom.viewer.codec.jpeg2000;

import java.util.List;

/// Luminance and differences back to red, green and blue, in place.
///
/// **Source:** ITU-T T.800 annex G.
final class ComponentMixing {
    private ComponentMixing() {}

    static void reversible(List<int[]> first, List<int[]> second, List<int[]> third) {
        for (int y = 0; y < first.size(); y++) {
            reversible(first.get(y), second.get(y), third.get(y));
        }
    }

    static void irreversible(List<float[]> first, List<float[]> second, List<float[]> third) {
        for (int y = 0; y < first.size(); y++) {
            irreversible(first.get(y), second.get(y), third.get(y));
        }
    }

    private static void reversible(int[] first, int[] second, int[] third) {
        for (int i = 0; i < first.length; i++) {
            int green = first[i] - ((second[i] + third[i]) >> 2);
            int red = third[i] + green;
            int blue = second[i] + green;
            first[i] = red;
            second[i] = green;
            third[i] = blue;
        }
    }

    private static void irreversible(float[] first, float[] second, float[] third) {
        for (int i = 0; i < first.length; i++) {
            float y = first[i];
            float cb = second[i];
            float cr = third[i];
            first[i] = y + cr * 1.402f;
            second[i] = y - cb * 0.34413f - cr * 0.71414f;
            third[i] = y + cb * 1.772f;
        }
    }
}

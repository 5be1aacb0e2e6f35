package org.readingroom.viewer.codec.jpeg;

/// The samples of one component, padded to whole MCUs.
///
/// `width` and `height` count the real samples; rows lie `stride` apart.
record Plane(int width, int height, int stride, short[] samples) {

    static Plane of(Frame frame, Component component) {
        int stride = frame.mcusAcross() * 8 * component.horizontal();
        int lines = frame.mcusDown() * 8 * component.vertical();
        return new Plane(frame.width(component), frame.height(component), stride, new short[stride * lines]);
    }

    /// The real row nearest to `row`, as an offset into `samples`.
    int rowOffset(int row) {
        return Math.clamp(row, 0, height - 1) * stride;
    }
}

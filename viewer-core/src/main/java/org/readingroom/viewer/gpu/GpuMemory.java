package org.readingroom.viewer.gpu;

/// Counts what is alive on the card; back to zero when everything was closed.
///
/// **Thread:** the `gl` lane.
public final class GpuMemory {
    private int objects;
    private long bytes;

    public void took(long takenBytes) {
        objects++;
        bytes += takenBytes;
    }

    public void gave(long givenBytes) {
        objects--;
        bytes -= givenBytes;
    }

    public int liveObjects() {
        return objects;
    }

    public long liveBytes() {
        return bytes;
    }
}

package org.readingroom.viewer.task;

/// Where work runs. Each lane has its own threads; see the architecture note.
public enum Lane {
    /// The toolkit's thread; never blocks.
    FX,
    /// Owns every GL object.
    GL,
    /// Virtual threads for files, databases and the network.
    IO,
    /// Decoding, assembling and drawing; as many threads as cores.
    CPU
}

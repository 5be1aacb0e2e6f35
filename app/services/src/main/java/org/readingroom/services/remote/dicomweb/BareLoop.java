package org.readingroom.services.remote.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The yardstick of the benchmarks: reads answers of an open server into arrays of the length of a file, and looks at
/// nothing.
///
/// **Thread:** any; blocks.
// [impl->req~archive.speed~1]
public final class BareLoop {
    private final HttpServer server;
    private final int pieceBytes;
    private final OkHttpClient client = new OkHttpClient();

    /// `pieceBytes` is the length of each array.
    public BareLoop(HttpServer server, int pieceBytes) {
        this.server = server;
        this.pieceBytes = pieceBytes;
    }

    /// Reads a whole series in one request; returns how many bytes the answer had.
    public long series(StudyUid study, SeriesUid series) throws WorkstationException {
        try {
            return read(Paths.of(study, series));
        } catch (IOException e) {
            throw HttpFaultException.garbled("the bare loop failed", e);
        }
    }

    long read(String path) throws IOException {
        Request request = new Request.Builder()
                .url(server.base() + "/" + path)
                .header("Accept", TransferChoice.STORED)
                .build();
        try (Response response = client.newCall(request).execute();
                InputStream in = response.body().byteStream()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered " + response.code());
            }
            long bytes = 0;
            int read;
            do {
                byte[] piece = new byte[pieceBytes];
                read = in.readNBytes(piece, 0, pieceBytes);
                bytes += read;
            } while (read == pieceBytes);
            return bytes;
        }
    }
}

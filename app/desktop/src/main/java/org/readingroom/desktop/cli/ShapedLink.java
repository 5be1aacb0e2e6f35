package org.readingroom.desktop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// A cable of a given width to a server: a proxy on loopback through which answers come no quicker than that, all
/// connections together. It delays nothing, as a link within a hospital hardly does.
final class ShapedLink implements AutoCloseable {
    /// chosen: what a switch holds.
    private static final int BURST_BYTES = 64 << 10;

    private static final int PIECE_BYTES = 16 << 10;

    private final URI server;
    private final TaskRunner runner;
    private final TokenBucket bucket;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// `server` is spoken to over plain HTTP.
    ///
    /// **Units:** millions of bits a second.
    ShapedLink(URI server, double megabits, TaskRunner runner) throws IOException {
        this.server = server;
        this.runner = runner;
        this.bucket = new TokenBucket(megabits * 1e6 / 8, BURST_BYTES, System::nanoTime);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        runner.start(Lane.IO, Priority.ON_SCREEN, this::serve);
    }

    /// The server's services at this end of the cable.
    URI near() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + server.getRawPath());
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                open.add(near);
                // closed while it was being taken
                if (door.isClosed()) {
                    end(near);
                }
                runner.start(Lane.IO, Priority.ON_SCREEN, () -> connect(near));
            } catch (IOException e) {
                // the door was closed, or one caller had gone
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(far);
        try {
            // what waits before the cable waits at the server
            far.setReceiveBufferSize(BURST_BYTES);
            int port = server.getPort() < 0 ? 80 : server.getPort();
            far.connect(new InetSocketAddress(server.getHost(), port));
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            runner.start(Lane.IO, Priority.ON_SCREEN, () -> pump(near, far, false));
            pump(far, near, true);
        } catch (IOException e) {
            end(near, far);
        }
    }

    private void pump(Socket from, Socket to, boolean isShaped) {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (isShaped) {
                    bucket.take(read);
                }
                out.write(piece, 0, read);
            }
            to.shutdownOutput();
            if (isShaped) {
                // the server has said all: the caller's half has no more to ask on this connection
                end(from, to);
            }
        } catch (IOException e) {
            end(from, to);
        }
    }

    private void end(Socket... sockets) {
        for (Socket each : sockets) {
            open.remove(each);
            try {
                each.close();
            } catch (IOException e) {
                // it is as good as closed
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        end(open.toArray(Socket[]::new));
    }
}

package org.readingroom.desktop.boot;

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
import org.jspecify.annotations.Nullable;

/// The cable to a server on loopback: pulled, every connection breaks and no new one is taken; plugged in again, it
/// goes on at the same address.
final class CuttableLink implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;

    CuttableLink(URI server) throws IOException {
        target = server.getPort();
        ServerSocket first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = first.getLocalPort();
        serve(first);
    }

    /// The same place at this end of the cable.
    URI through(URI server) {
        return URI.create("http://127.0.0.1:" + port + server.getRawPath());
    }

    synchronized void cut() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
        for (Socket each : open) {
            each.close();
        }
    }

    synchronized void restore() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        serve(again);
    }

    private void serve(ServerSocket opened) {
        door = opened;
        Thread.ofVirtual().start(() -> {
            while (!opened.isClosed()) {
                try {
                    Socket near = opened.accept();
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(near);
                    open.add(far);
                    // Cut while it was being taken.
                    if (opened.isClosed()) {
                        end(near, far);
                    }
                    Thread.ofVirtual().start(() -> pump(near, far));
                    Thread.ofVirtual().start(() -> pump(far, near));
                } catch (IOException e) {
                    // The door was closed, or the server refused: the next connection is tried anew.
                }
            }
        });
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            end(from, to);
        }
        if (from.isInputShutdown() || to.isInputShutdown()) {
            open.remove(from);
        }
    }

    private void end(Socket... sockets) {
        for (Socket each : sockets) {
            open.remove(each);
            try {
                each.close();
            } catch (IOException e) {
                // It is closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
